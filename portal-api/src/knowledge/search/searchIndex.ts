/** The portal's own engine: an index in memory for each city (`ownSearch.ts` puts it behind the port). */
import type {
  SearchableEntry,
  SearchAnswer,
  SearchHit,
  SearchScope,
  SuggestedQuestion,
} from '../knowledgeSearch'
import type { Synonyms } from '../rules/synonyms'
import { CityIndex } from './cityIndex'

export interface SearchIndex {
  readonly answer: (query: string, scope: SearchScope) => SearchAnswer
  /** The hits of the answer. */
  readonly search: (query: string, scope: SearchScope) => readonly SearchHit[]
  readonly suggest: (typed: string, scope: SearchScope) => readonly SuggestedQuestion[]
  readonly put: (entries: readonly SearchableEntry[]) => void
  readonly remove: (city: string, ids: readonly string[]) => void
}

/** Indexes the entries; a city that has none is searched in vain. `synonymsOf`: other names of things, by city. */
export const createSearchIndex = (
  entries: readonly SearchableEntry[] = [],
  synonymsOf: (city: string) => Synonyms = () => [],
): SearchIndex => {
  const cities = new Map<string, CityIndex>()
  const put = (more: readonly SearchableEntry[]): void => {
    for (const entry of more) {
      const city = cities.get(entry.city) ?? new CityIndex(synonymsOf(entry.city))
      cities.set(entry.city, city)
      city.put(entry)
    }
  }
  put(entries)
  const answer = (query: string, scope: SearchScope): SearchAnswer =>
    cities.get(scope.city)?.answer(query, scope) ?? { hits: [] }
  return {
    answer,
    search: (query, scope) => answer(query, scope).hits,
    suggest: (typed, scope) => cities.get(scope.city)?.suggest(typed, scope) ?? [],
    put,
    remove: (city, ids) => {
      for (const id of ids) cities.get(city)?.remove(id)
    },
  }
}
