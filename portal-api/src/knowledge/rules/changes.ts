/** What differs between two versions of an entry, field by field and line by line, as a person would mark it. */
import {
  ENTRY_FILE_TYPE_WORDS,
  KNOWLEDGE_AUDIENCE_WORDS,
  KNOWLEDGE_FIELDS,
  type KnowledgeAudience,
  type KnowledgeField,
  SECTION_KIND_WORDS,
} from '@jiesu/shared-types/vocabulary'
import type { EntryContent } from './entryContent'

export interface LineOfChange {
  readonly mark: 'same' | 'gone' | 'new'
  readonly text: string
}
export interface FieldChange {
  readonly field: KnowledgeField
  readonly lines: readonly LineOfChange[]
}

const some = (text: string | undefined): string[] => (text === undefined || text === '' ? [] : [text])

/** Imports name audiences in words of their own. */
const sayAudience = (one: string): string =>
  one in KNOWLEDGE_AUDIENCE_WORDS ? KNOWLEDGE_AUDIENCE_WORDS[one as KnowledgeAudience] : one

const LINES: Record<KnowledgeField, (entry: EntryContent) => string[]> = {
  title: ({ title }) => some(title),
  phrasings: ({ phrasings }) => [...phrasings],
  shortAnswer: ({ shortAnswer }) => some(shortAnswer),
  sections: ({ sections }) =>
    sections.flatMap(({ kind = 'other', heading, text }) => [
      kind === 'other' ? `【${heading}】` : `【${heading}】（${SECTION_KIND_WORDS[kind]}）`,
      ...text.split('\n').filter((line) => line !== ''),
    ]),
  attachments: ({ attachments = [] }) =>
    attachments.map(
      ({ name, mediaType, id }) => `${name}（${ENTRY_FILE_TYPE_WORDS[mediaType].name}，${id}）`,
    ),
  phones: ({ phones }) => phones.map(({ name, number }) => `${name} ${number}`),
  links: ({ links }) => links.map(({ name, url }) => `${name} ${url}`),
  source: ({ source }) => [
    ...some([source.document, source.item].filter((part) => part !== '').join(' ')),
    ...some(source.quote),
    ...some(source.url),
  ],
  validFrom: ({ validFrom }) => some(validFrom),
  validUntil: ({ validUntil }) => some(validUntil),
  unit: ({ unit, unitName }) => some(unitName ?? unit),
  sharedWith: ({ sharedWith }) => some(sharedWith),
  topic: ({ topic }) => some(topic),
  districts: ({ districts }) => [...districts],
  audience: ({ audience }) => audience.map(sayAudience),
  related: ({ related }) => [...related],
  checkedOn: ({ checkedOn }) => some(checkedOn),
}

/** The longest lines in common stay; what stood before comes ahead of what replaced it. */
export const compareLines = (before: readonly string[], after: readonly string[]): LineOfChange[] => {
  /** `common[i][j]`: lines in common of `before` from i on and `after` from j on. */
  const common = Array.from({ length: before.length + 1 }, () =>
    Array.from({ length: after.length + 1 }, () => 0),
  )
  const at = (i: number, j: number): number => common[i]?.[j] ?? 0
  for (let i = before.length - 1; i >= 0; i--)
    for (let j = after.length - 1; j >= 0; j--) {
      const row = common[i]
      if (row !== undefined)
        row[j] = before[i] === after[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1))
    }
  const lines: LineOfChange[] = []
  let i = 0
  let j = 0
  for (;;) {
    const old = before[i]
    const fresh = after[j]
    if (old === undefined && fresh === undefined) return lines
    if (old !== undefined && old === fresh) {
      lines.push({ mark: 'same', text: old })
      i++
      j++
    } else if (old !== undefined && (fresh === undefined || at(i + 1, j) >= at(i, j + 1))) {
      lines.push({ mark: 'gone', text: old })
      i++
    } else if (fresh !== undefined) {
      lines.push({ mark: 'new', text: fresh })
      j++
    }
  }
}

/** Fields that differ, in the order in which an entry is written. Without a version before, everything is new. */
export const changesBetween = (before: EntryContent | undefined, after: EntryContent): FieldChange[] =>
  KNOWLEDGE_FIELDS.flatMap((field) => {
    const lines = compareLines(before === undefined ? [] : LINES[field](before), LINES[field](after))
    return lines.every(({ mark }) => mark === 'same') ? [] : [{ field, lines }]
  })
