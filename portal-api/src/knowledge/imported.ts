/** Imported texts beside the entries of the cities' files: searched with them, shown like them. */
import { setImmediate } from 'node:timers/promises'
import type { ImportedEntries, ImportedEntry } from './imported.store'
import { type KnowledgeItem, SHORT_ANSWER_MAX } from './knowledgeData'
import type { KnowledgeSearch, SearchableEntry } from './knowledgeSearch'

/** The topic under which imported texts stand. */
export const IMPORTED_TOPIC = { id: 'imported', name: '更多资料' }
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

const asItem = (entry: ImportedEntry): KnowledgeItem => ({
  id: entry.id,
  city: entry.city,
  topic: IMPORTED_TOPIC.id,
  title: entry.title === '' ? shortened(entry.body, TITLE_MAX) : entry.title,
  phrasings: [...entry.similar],
  shortAnswer: entry.shortAnswer ?? shortened(entry.body, SHORT_ANSWER_MAX),
  sections: [{ heading: '全文', text: entry.body }],
  phones: [],
  links: [],
  unitName: entry.unitName ?? '',
  source: {
    document: entry.source?.document ?? '',
    item: entry.source?.item ?? '',
    ...(entry.source?.url === undefined ? {} : { url: entry.source.url }),
  },
  checkedOn: entry.checkedOn ?? '',
  related: [],
})

/** Imported entries as far as this process has read them. */
export interface Imports {
  get(id: string): KnowledgeItem | undefined
  /** In no particular order, at most so many. */
  list(city: string, most: number): KnowledgeItem[]
  count(city: string): number
}

export const NO_IMPORTS: Imports = { get: () => undefined, list: () => [], count: () => 0 }

export interface FollowedImports extends Imports {
  /** Reads what was imported meanwhile, on whichever machine; at most once in `EVERY_MS`. */
  refresh(now: Date): Promise<void>
}

const EVERY_MS = 500
/** So many are indexed before other requests have their turn. */
const AT_ONCE = 100

export const makeFollowedImports = (store: ImportedEntries, search: KnowledgeSearch): FollowedImports => {
  const entries = new Map<string, { readonly entry: ImportedEntry; readonly digest: string }>()
  const counts = new Map<string, number>()
  let mark: Date | undefined
  let readAt = Number.NEGATIVE_INFINITY
  let reading: Promise<void> | undefined

  const read = async (): Promise<void> => {
    const news = await store.since(mark, (id, digest) => entries.get(id)?.digest === digest)
    for (let i = 0; i < news.entries.length; i += AT_ONCE) {
      for (const { digest, ...entry } of news.entries.slice(i, i + AT_ONCE)) {
        if (!entries.has(entry.id)) counts.set(entry.city, (counts.get(entry.city) ?? 0) + 1)
        entries.set(entry.id, { entry, digest })
        search.put([searchableImport(entry)])
      }
      await setImmediate()
    }
    for (const id of news.removed) {
      const held = entries.get(id)
      if (held === undefined) continue
      const { city } = held.entry
      entries.delete(id)
      counts.set(city, (counts.get(city) ?? 1) - 1)
      search.remove(city, [id])
    }
    mark = news.mark
  }

  return {
    get: (id) => {
      const held = entries.get(id)
      return held && asItem(held.entry)
    },
    list: (city, most) => {
      const own: KnowledgeItem[] = []
      for (const { entry } of entries.values()) {
        if (own.length >= most) break
        if (entry.city === city) own.push(asItem(entry))
      }
      return own
    },
    count: (city) => counts.get(city) ?? 0,
    refresh: (now) => {
      if (reading) return reading
      if (Math.abs(now.getTime() - readAt) < EVERY_MS) return Promise.resolve()
      readAt = now.getTime()
      reading = read().finally(() => {
        reading = undefined
      })
      return reading
    },
  }
}
