/** Entries that units keep at the desk, as far as they are public: they stand before those of files and imports. */
import { follow, type Followed, type Since } from './followed'
import type { KnowledgeItem } from './knowledgeData'
import type { KnowledgeSearch, SearchableEntry } from './knowledgeSearch'

export interface PublishedEntry {
  readonly id: string
  readonly city: string
  /** The entry's number of changes: a greater one is newer. */
  readonly change: number
  /** Null: withdrawn, or not published yet. */
  readonly item: KnowledgeItem | null
}

export interface Published {
  /** Null where the units' word is that there is no public version; undefined where they have not touched the entry. */
  get(id: string): KnowledgeItem | null | undefined
  list(city: string): readonly KnowledgeItem[]
}

export const NOTHING_PUBLISHED: Published = { get: () => undefined, list: () => [] }

export interface FollowedEntries extends Published, Followed {
  /** At once, in the process that has changed it; others follow. */
  take(entry: PublishedEntry): void
}

export const makeFollowedEntries = (
  since: Since<PublishedEntry & { readonly digest: string }>,
  search: KnowledgeSearch,
  asSearchable: (item: KnowledgeItem) => SearchableEntry,
): FollowedEntries => {
  const entries = new Map<string, PublishedEntry>()

  const take = (entry: PublishedEntry): void => {
    const { id, city, item, change } = entry
    // What a slower look brings may be older than what this process has just written.
    if ((entries.get(id)?.change ?? -1) >= change) return
    entries.set(id, entry)
    if (item === null) search.remove(city, [id])
    else search.put([asSearchable(item)])
  }
  const followed = follow(
    since,
    (id, digest) => String(entries.get(id)?.change) === digest,
    take,
    () => undefined,
  )

  return {
    get: (id) => entries.get(id)?.item,
    list: (city) => [...entries.values()].flatMap(({ item }) => (item?.city === city ? item : [])),
    ...followed,
    take,
  }
}
