/**
 * What differs between two texts of an entry, field by field and line by line, as a person would mark it: for versions
 * in the portal, and at the desk for what two people wrote at the same time.
 */
import {
  ENTRY_FILE_TYPE_WORDS,
  type EntryFileType,
  KNOWLEDGE_AUDIENCE_WORDS,
  KNOWLEDGE_FIELDS,
  type KnowledgeAudience,
  type KnowledgeField,
  SECTION_KIND_WORDS,
  type SectionKind,
} from './knowledge'

/** What of an entry is compared. */
export interface ComparedEntry {
  readonly title: string
  readonly phrasings: readonly string[]
  readonly shortAnswer: string
  readonly sections: readonly {
    readonly kind?: SectionKind | undefined
    readonly heading: string
    readonly text: string
  }[]
  readonly attachments?:
    readonly { readonly id: string; readonly name: string; readonly mediaType: EntryFileType }[] | undefined
  readonly phones: readonly { readonly name: string; readonly number: string }[]
  readonly links: readonly { readonly name: string; readonly url: string }[]
  readonly source: {
    readonly document: string
    readonly item: string
    readonly quote?: string | undefined
    readonly url?: string | undefined
  }
  readonly validFrom?: string | undefined
  readonly validUntil?: string | undefined
  readonly unit: string
  readonly unitName?: string | undefined
  readonly sharedWith?: string | undefined
  readonly topic: string
  readonly districts: readonly string[]
  readonly audience: readonly string[]
  readonly related: readonly string[]
  readonly checkedOn?: string | undefined
}

/** What an id of the city's data is called; what has no name is said by its id. */
export type NamesOfEntries = Record<
  'unit' | 'topic' | 'district' | 'entry',
  (id: string) => string | undefined
>
const NO_NAMES: NamesOfEntries = {
  unit: () => undefined,
  topic: () => undefined,
  district: () => undefined,
  entry: () => undefined,
}

export interface ChangedLine {
  readonly mark: 'same' | 'gone' | 'new'
  readonly text: string
}
export interface ChangedField {
  readonly field: KnowledgeField
  readonly lines: readonly ChangedLine[]
}

const some = (text: string | undefined): string[] => (text === undefined || text === '' ? [] : [text])

/** Imports name audiences in words of their own. */
const sayAudience = (one: string): string =>
  one in KNOWLEDGE_AUDIENCE_WORDS ? KNOWLEDGE_AUDIENCE_WORDS[one as KnowledgeAudience] : one

/** What is compared but not said: two files of one name are two files all the same. */
const APART = '\u0000'
const spoken = (line: string): string => line.split(APART)[0] ?? line
const named = (id: string, name: string | undefined): string => `${name ?? id}${APART}${id}`

const LINES: Record<KnowledgeField, (entry: ComparedEntry, names: NamesOfEntries) => string[]> = {
  title: ({ title }) => some(title),
  phrasings: ({ phrasings }) => [...phrasings],
  shortAnswer: ({ shortAnswer }) => some(shortAnswer),
  sections: ({ sections }) =>
    sections.flatMap(({ kind = 'other', heading, text }) => [
      kind === 'other' ? `【${heading}】` : `【${heading}】（${SECTION_KIND_WORDS[kind]}）`,
      ...text.split('\n').filter((line) => line !== ''),
    ]),
  attachments: ({ attachments = [] }) =>
    attachments.map(({ name, mediaType, id }) =>
      named(id, `${name}（${ENTRY_FILE_TYPE_WORDS[mediaType].name}）`),
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
  unit: ({ unit, unitName }, names) => some(unitName ?? names.unit(unit) ?? unit),
  sharedWith: ({ sharedWith }, names) =>
    sharedWith === undefined ? [] : [named(sharedWith, names.unit(sharedWith))],
  topic: ({ topic }, names) => (topic === '' ? [] : [named(topic, names.topic(topic))]),
  districts: ({ districts }, names) => districts.map((id) => named(id, names.district(id))),
  audience: ({ audience }) => audience.map(sayAudience),
  related: ({ related }, names) => related.map((id) => named(id, names.entry(id))),
  checkedOn: ({ checkedOn }) => some(checkedOn),
}

/** The longest lines in common stay; what stood before comes ahead of what replaced it. */
export const compareLines = (before: readonly string[], after: readonly string[]): ChangedLine[] => {
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
  const lines: ChangedLine[] = []
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
export const changesBetween = (
  before: ComparedEntry | undefined,
  after: ComparedEntry,
  names: NamesOfEntries = NO_NAMES,
): ChangedField[] =>
  KNOWLEDGE_FIELDS.flatMap((field) => {
    const lines = compareLines(
      before === undefined ? [] : LINES[field](before, names),
      LINES[field](after, names),
    )
    return lines.every(({ mark }) => mark === 'same')
      ? []
      : [{ field, lines: lines.map(({ mark, text }) => ({ mark, text: spoken(text) })) }]
  })
