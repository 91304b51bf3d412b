/** An entry as the editor's form holds it, and back. What is not right yet stays where a field's error names it. */
import type { EntryContentInput, EntryFile, KnowledgeDeskEntry } from '@jiesu/shared-types'
import { SECTION_KIND_WORDS, type SectionKind } from '@jiesu/shared-types/vocabulary'

export interface SectionForm {
  readonly kind: SectionKind
  readonly heading: string
  readonly text: string
}
export interface PhoneForm {
  readonly name: string
  readonly number: string
}
export interface LinkForm {
  readonly name: string
  readonly url: string
}

export interface EntryForm {
  title: string
  /** One a line. */
  phrasings: string
  shortAnswer: string
  sections: readonly SectionForm[]
  attachments: readonly EntryFile[]
  phones: readonly PhoneForm[]
  links: readonly LinkForm[]
  document: string
  item: string
  quote: string
  sourceUrl: string
  validFrom: string
  validUntil: string
  unit: string
  unitName: string
  sharedWith: string
  topic: string
  districts: readonly string[]
  audience: readonly string[]
  /** With their titles, so that a draft can name them. */
  related: readonly { readonly id: string; readonly name: string }[]
  checkedOn: string
}

export const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')

/** Rows that were begun and left empty are not sent. */
export const isWritten = (row: SectionForm | PhoneForm | LinkForm): boolean =>
  Object.entries(row).some(([key, value]: [string, string]) => key !== 'kind' && value.trim() !== '')

export const NEW_SECTION: SectionForm = { kind: 'other', heading: '', text: '' }

/** A section of another kind; a heading that only named the former kind goes with it. */
export const ofKind = (section: SectionForm, kind: SectionKind): SectionForm => {
  const isOurs = section.heading === '' || section.heading === SECTION_KIND_WORDS[section.kind]
  return {
    ...section,
    kind,
    heading: isOurs && kind !== 'other' ? SECTION_KIND_WORDS[kind] : section.heading,
  }
}

export const moved = <T>(rows: readonly T[], from: number, to: number): T[] => {
  const rest = rows.filter((_, i) => i !== from)
  return [...rest.slice(0, to), ...rows.slice(from, from + 1), ...rest.slice(to)]
}

export const asForm = ({
  content,
  files,
  related,
}: Pick<KnowledgeDeskEntry, 'content' | 'files' | 'related'>): EntryForm => ({
  title: content.title,
  phrasings: content.phrasings.join('\n'),
  shortAnswer: content.shortAnswer,
  // Somebody who begins finds where to write; what stays blank is not sent.
  sections:
    content.sections.length === 0
      ? [NEW_SECTION]
      : content.sections.map(({ kind = 'other', heading, text }) => ({ kind, heading, text })),
  attachments: files,
  phones: content.phones,
  links: content.links,
  document: content.source.document,
  item: content.source.item,
  quote: content.source.quote ?? '',
  sourceUrl: content.source.url ?? '',
  validFrom: content.validFrom ?? '',
  validUntil: content.validUntil ?? '',
  unit: content.unit,
  unitName: content.unitName ?? '',
  sharedWith: content.sharedWith ?? '',
  topic: content.topic,
  districts: content.districts,
  audience: content.audience,
  related,
  checkedOn: content.checkedOn ?? '',
})

const given = <K extends string>(key: K, text: string): Partial<Record<K, string>> =>
  text.trim() === '' ? {} : ({ [key]: text.trim() } as Record<K, string>)

export const asContent = (form: EntryForm): EntryContentInput => ({
  title: form.title.trim(),
  phrasings: linesOf(form.phrasings),
  shortAnswer: form.shortAnswer.trim(),
  sections: form.sections.filter(isWritten).map(({ kind, heading, text }) => ({
    ...(kind === 'other' ? {} : { kind }),
    heading: heading.trim(),
    text: linesOf(text).join('\n'),
  })),
  ...(form.attachments.length === 0
    ? {}
    : { attachments: form.attachments.map(({ id, name }) => ({ id, name: name.trim() })) }),
  phones: form.phones
    .filter(isWritten)
    .map(({ name, number }) => ({ name: name.trim(), number: number.trim() })),
  links: form.links.filter(isWritten).map(({ name, url }) => ({ name: name.trim(), url: url.trim() })),
  source: {
    document: form.document.trim(),
    item: form.item.trim(),
    ...given('quote', form.quote),
    ...given('url', form.sourceUrl),
  },
  ...given('validFrom', form.validFrom),
  ...given('validUntil', form.validUntil),
  unit: form.unit,
  ...given('unitName', form.unitName),
  ...given('sharedWith', form.sharedWith),
  topic: form.topic,
  districts: [...form.districts],
  audience: [...form.audience],
  related: form.related.map(({ id }) => id),
  ...given('checkedOn', form.checkedOn),
})

/** A new entry of a unit. @param today YYYY-MM-DD. */
export const emptyForm = (unit: string, today: string): EntryForm => ({
  title: '',
  phrasings: '',
  shortAnswer: '',
  sections: [NEW_SECTION],
  attachments: [],
  phones: [],
  links: [],
  document: '',
  item: '',
  quote: '',
  sourceUrl: '',
  validFrom: '',
  validUntil: '',
  unit,
  unitName: '',
  sharedWith: '',
  // The writer's to choose: the first of the list would mostly be wrong.
  topic: '',
  districts: [],
  audience: [],
  related: [],
  checkedOn: today,
})
