/** Imported texts beside the entries of the cities' files: searched with them, shown like them. */
import { follow, type Followed } from './followed'
import type { ImportedEntries, ImportedEntry } from './imported.store'
import { type KnowledgeItem, SHORT_ANSWER_MAX } from './knowledgeData'
import type { KnowledgeSearch, SearchableEntry } from './knowledgeSearch'

/** The topic under which imported texts stand. */
export const IMPORTED_TOPIC = { id: 'imported', name: '更多资料', english: 'More texts' }
const TITLE_MAX = 40

const shortened = (text: string, most: number): string => {
  const signs = [...text.replace(/\s+/g, ' ').trim()]
  return signs.length <= most ? signs.join('') : `${signs.slice(0, most - 1).join('')}…`
}

export const searchableImport = (entry: ImportedEntry): SearchableEntry => ({
  id: entry.id,
  city: entry.city,
  topic: IMPORTED_TOPIC.id,
  title: entry.title,
  phrasings: entry.similar,
  shortAnswer: entry.shortAnswer ?? '',
  body: entry.body,
  districts: entry.districts,
  audience: entry.audience,
})

const titleOf = ({ title, body }: ImportedEntry): string =>
  title === '' ? shortened(body, TITLE_MAX) : title

const asItem = (entry: ImportedEntry): KnowledgeItem => ({
  id: entry.id,
  city: entry.city,
  topic: IMPORTED_TOPIC.id,
  title: titleOf(entry),
  phrasings: [...entry.similar],
  shortAnswer: entry.shortAnswer ?? shortened(entry.body, SHORT_ANSWER_MAX),
  sections: [{ heading: '全文', text: entry.body }],
  phones: [],
  links: [],
  unitName: entry.unitName,
  source: entry.source,
  checkedOn: entry.checkedOn,
  related: [],
})

/** Imported entries as far as this process has read them. */
export interface Imports {
  get(id: string): KnowledgeItem | undefined
  /** When it was brought in as it stands. */
  since(id: string): Date | undefined
  /** All of a city, as they are named. */
  named(city: string): Pick<KnowledgeItem, 'id' | 'title' | 'unitName'>[]
  /** In no particular order, at most so many. */
  list(city: string, most: number): KnowledgeItem[]
  count(city: string): number
}

export const NO_IMPORTS: Imports = {
  get: () => undefined,
  since: () => undefined,
  named: () => [],
  list: () => [],
  count: () => 0,
}

export interface FollowedImports extends Imports, Followed {}

/** @param isEdited whether the unit has taken the entry over: then what was imported is not found any more. */
export const makeFollowedImports = (
  store: ImportedEntries,
  search: KnowledgeSearch,
  isEdited: (id: string) => boolean = () => false,
): FollowedImports => {
  const entries = new Map<
    string,
    { readonly entry: ImportedEntry; readonly digest: string; readonly changedAt: Date }
  >()
  const counts = new Map<string, number>()

  const followed = follow(
    store.since,
    (id, digest) => entries.get(id)?.digest === digest,
    ({ digest, changedAt, ...entry }) => {
      if (!entries.has(entry.id)) counts.set(entry.city, (counts.get(entry.city) ?? 0) + 1)
      entries.set(entry.id, { entry, digest, changedAt })
      if (!isEdited(entry.id)) search.put([searchableImport(entry)])
    },
    (id) => {
      const held = entries.get(id)
      if (held === undefined) return
      const { city } = held.entry
      entries.delete(id)
      counts.set(city, (counts.get(city) ?? 1) - 1)
      if (!isEdited(id)) search.remove(city, [id])
    },
  )

  return {
    get: (id) => {
      const held = entries.get(id)
      return held && asItem(held.entry)
    },
    since: (id) => entries.get(id)?.changedAt,
    named: (city) =>
      [...entries.values()].flatMap(({ entry }) =>
        entry.city === city ? { id: entry.id, title: titleOf(entry), unitName: entry.unitName } : [],
      ),
    list: (city, most) => {
      const own: KnowledgeItem[] = []
      for (const { entry } of entries.values()) {
        if (own.length >= most) break
        if (entry.city === city) own.push(asItem(entry))
      }
      return own
    },
    count: (city) => counts.get(city) ?? 0,
    ...followed,
  }
}
