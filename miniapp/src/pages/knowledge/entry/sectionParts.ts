/** The sections of an answer as the page lays them out. */
import type { KnowledgeEntry } from '@jiesu/shared-types'
import type { SectionKind } from '@jiesu/shared-types/vocabulary'

type Section = KnowledgeEntry['sections'][number]

/** A section with its place among all, which makes its id. */
export interface Part {
  readonly at: number
  readonly kind: SectionKind
  readonly heading: string
  readonly lines: readonly string[]
}

const FACTS: readonly SectionKind[] = ['conditions', 'fees', 'limits', 'places']
export const isFact = ({ kind }: Part): boolean => FACTS.includes(kind)

/** Editors number steps, or put a sign before what has to be brought; the page does that itself. */
const NUMBER = /^(?:第[一二三四五六七八九十]+步[:：、，]?|\d{1,2}[.、．)）](?!\d)|[（(]\d{1,2}[)）]|[①-⑳])\s*/
const SIGN = /^(?:[-*•·□☐]|\d{1,2}[.、．)）](?!\d)|[（(]\d{1,2}[)）]|[①-⑳])\s*/

const linesOf = ({ kind, text }: Section): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .map((line) => (kind === 'steps' ? line.replace(NUMBER, '') : line))
    .map((line) => (kind === 'materials' ? line.replace(SIGN, '').replace(/[；;，,]$/, '') : line))
    .filter((line) => line !== '')

/** Facts that follow each other stand together. */
export const groupsOf = (sections: readonly Section[]): Part[][] => {
  const groups: Part[][] = []
  sections.forEach((section, at) => {
    const part = { at, kind: section.kind ?? 'other', heading: section.heading, lines: linesOf(section) }
    const last = groups.at(-1)
    if (last?.[0] !== undefined && isFact(last[0]) && isFact(part)) last.push(part)
    else groups.push([part])
  })
  return groups
}

const MANY_PARTS = 5
const MANY_CHARACTERS = 700

/** Worth a list of contents: longer than two screens of a phone, or of many parts. */
export const isLong = (sections: readonly Section[]): boolean =>
  sections.length >= MANY_PARTS ||
  (sections.length > 2 && sections.reduce((sum, { text }) => sum + text.length, 0) >= MANY_CHARACTERS)
