import type { KnowledgeSearch, SearchableEntry } from '../knowledgeSearch'
import type { Synonyms } from '../rules/synonyms'
import { createSearchIndex } from './searchIndex'

/** The search port by the portal's own engine: in this process, complete and at once. */
export const makeOwnSearch = (
  entries: readonly SearchableEntry[],
  synonymsOf?: (city: string) => Synonyms,
): KnowledgeSearch => {
  const index = createSearchIndex(entries, synonymsOf)
  return {
    search: (query, scope) => Promise.resolve(index.answer(query, scope)),
    suggest: (typed, scope) => Promise.resolve(index.suggest(typed, scope)),
    put: index.put,
    remove: index.remove,
  }
}
