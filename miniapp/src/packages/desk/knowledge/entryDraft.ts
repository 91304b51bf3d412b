/** What somebody writes in the editor, until it is saved; and what others wrote into the same entry meanwhile. */
import type { KnowledgeChoices, KnowledgeDeskEntry } from '@jiesu/shared-types'
import {
  changesBetween,
  type ChangedField,
  type ComparedEntry,
  type NamesOfEntries,
} from '@jiesu/shared-types/vocabulary'
import { asContent, asForm, type EntryForm } from './entryForm'
import type { Patch } from './EntryFields'
import type { OlderForm } from './olderForm'

export interface EntryDraft extends Record<string, unknown> {
  form: EntryForm | OlderForm | null
  /** The entry's number when the change was begun. */
  version: number
  /** The entry's text at that moment; drafts that an earlier editor kept have none. */
  base: EntryForm | null
  commandId: string
}
export const nothingWritten = (): EntryDraft => ({ form: null, version: 0, base: null, commandId: '' })

export const patched = (form: EntryForm, patch: Patch): EntryForm => ({
  ...form,
  ...(typeof patch === 'function' ? patch(form) : patch),
})

const comparable = (form: EntryForm): ComparedEntry => ({
  ...asContent(form),
  attachments: form.attachments,
})

const namesOf = (choices: KnowledgeChoices, forms: readonly EntryForm[]): NamesOfEntries => {
  const nameIn = (all: KnowledgeChoices['units']) => (id: string) => all.find((one) => one.id === id)?.name
  return {
    unit: nameIn(choices.units),
    topic: nameIn(choices.topics),
    district: nameIn(choices.districts),
    entry: nameIn(forms.flatMap(({ related }) => related)),
  }
}

export const formChanges = (
  before: EntryForm,
  after: EntryForm,
  choices: KnowledgeChoices,
): readonly ChangedField[] =>
  changesBetween(comparable(before), comparable(after), namesOf(choices, [before, after]))

interface Begun {
  readonly version: number
  readonly base: EntryForm | null
  readonly form: EntryForm
}

/**
 * What saving would destroy: fields that others changed since the change was begun, as they stand now (`gone`) against
 * what this person has there (`new`). Empty where only tasks or stages changed, or where both wrote the same.
 */
export const writtenMeanwhile = (
  { version, base, form }: Begun,
  entry: Pick<KnowledgeDeskEntry, 'version' | 'content' | 'files' | 'related'>,
  choices: KnowledgeChoices,
): readonly ChangedField[] => {
  if (version === entry.version) return []
  const theirs = asForm(entry)
  const touched = base && formChanges(base, theirs, choices).map(({ field }) => field)
  return formChanges(theirs, form, choices).filter(({ field }) => touched?.includes(field) ?? true)
}
