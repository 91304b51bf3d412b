/** Drafts that an earlier version of the editor kept on the device: lists were written as lines of text. */
import type { KnowledgeChoices } from '@jiesu/shared-types'
import { SECTION_KIND_WORDS } from '@jiesu/shared-types/vocabulary'
import { type EntryForm, linesOf, type SectionForm } from './entryForm'

type Lists = 'sections' | 'phones' | 'links' | 'districts' | 'audience' | 'related'
export type OlderForm = Omit<EntryForm, Lists | 'attachments'> & Record<Lists, string>

const HEADING = /^【(.+)】$/

/** 【小标题】 in a line of its own, then the text. */
const sectionsOf = (text: string): SectionForm[] => {
  const sections: { heading: string; lines: string[] }[] = []
  for (const line of linesOf(text)) {
    const [, heading] = HEADING.exec(line) ?? []
    const last = sections.at(-1)
    if (heading !== undefined) sections.push({ heading, lines: [] })
    else if (last === undefined) sections.push({ heading: SECTION_KIND_WORDS.other, lines: [line] })
    else last.lines.push(line)
  }
  return sections.map(({ heading, lines }) => ({ kind: 'other', heading, text: lines.join('\n') }))
}

/** The last word is the number or the address, what stands before it the name. */
const splitLast = (line: string): readonly [string, string] => {
  const at = line.search(/\s\S+$/)
  return at === -1 ? [line, line] : [line.slice(0, at).trim(), line.slice(at).trim()]
}

/** A kept form as the editor has it today; nothing that was typed is lost. */
export const presentForm = (
  kept: EntryForm | OlderForm,
  districts: KnowledgeChoices['districts'],
): EntryForm => {
  if (typeof kept.sections !== 'string') return kept as EntryForm
  const old = kept as OlderForm
  return {
    ...old,
    sections: sectionsOf(old.sections),
    attachments: [],
    phones: linesOf(old.phones).map((line) => {
      const [name, number] = splitLast(line)
      return { name, number }
    }),
    links: linesOf(old.links).map((line) => {
      const [name, url] = splitLast(line)
      return { name, url }
    }),
    districts: linesOf(old.districts).map((name) => districts.find((one) => one.name === name)?.id ?? name),
    audience: linesOf(old.audience),
    related: linesOf(old.related).map((id) => ({ id, name: id })),
  }
}
