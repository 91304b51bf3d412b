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
  /** Ids of the districts it holds for; absent: the whole city. */
  readonly districts?: readonly string[] | undefined
  /** Whom it is for, e.g. person or enterprise; absent: everybody. */
  readonly audience?: readonly string[] | undefined
}

export interface SearchScope {
  readonly city: string
  /** Topic id; absent: all topics. */
  readonly topic?: string | undefined
  /** Entries that hold there; absent: all. */
  readonly district?: string | undefined
  /** Entries that are for them; absent: all. */
  readonly audience?: string | undefined
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

export interface SearchAnswer {
  /** The relevant entries, best first; none where nothing answers the query. */
  readonly hits: readonly SearchHit[]
  /** What was probably meant, where the words as typed find nothing and others, that sound alike or are one slip away, do. */
  readonly meant?: string | undefined
  /** The engine does not answer: only the entries of files and units were searched, not what was imported. */
  readonly limited?: true | undefined
}

export interface SuggestedQuestion {
  readonly id: string
  /** A question of the entry, as it stands there. */
  readonly text: string
}

/**
 * The port behind which a search engine stands. Questions are answered in their own time and never refused: an empty
 * one has an empty answer. What is put or removed is taken note of at once and never waited for, because whoever
 * publishes an entry must not depend on an engine elsewhere; it is found, or not any more, within a second.
 */
export interface KnowledgeSearch {
  search: (query: string, scope: SearchScope) => Promise<SearchAnswer>
  /** Questions that begin or go on like what is being typed, at most one per entry. */
  suggest: (typed: string, scope: SearchScope) => Promise<readonly SuggestedQuestion[]>
  /** Adds entries, or gives those of a known city and id their new text. */
  put: (entries: readonly SearchableEntry[]) => void
  /** Entries that are not there are no error. */
  remove: (city: string, ids: readonly string[]) => void
}
