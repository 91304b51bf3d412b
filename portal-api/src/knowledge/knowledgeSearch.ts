/** What a search engine needs of an entry. `title` and `phrasings` may be empty. */
export interface SearchableEntry {
  readonly id: string
  readonly city: string
  readonly topic: string
  readonly title: string
  readonly phrasings: readonly string[]
  readonly shortAnswer: string
  /** Everything else that is worth finding the entry by. */
  readonly body: string
}

export interface SearchScope {
  readonly city: string
  /** Topic id; absent: all topics. */
  readonly topic?: string | undefined
  /** At most so many hits. */
  readonly limit: number
}

export interface SearchHit {
  readonly id: string
  /** Higher is better; comparable within one answer only. */
  readonly score: number
  /** The terms of the query, and of its synonyms, that were found in the entry. */
  readonly found: ReadonlySet<string>
}

/**
 * The port behind which a search engine stands. `search` gives the relevant entries, best first, and nothing where
 * nothing answers the query; an empty query gives nothing.
 */
export interface KnowledgeSearch {
  search: (query: string, scope: SearchScope) => SearchHit[]
}
