/** Which engine searches the knowledge: the portal's own, or one elsewhere (ADR 0013). */
import { performance } from 'node:perf_hooks'
import { makeSearchEngine } from '../platform/outside/searchEngine'
import type { Logger } from '../platform/log'
import type { Settings } from '../platform/settings'
import { makeEngineSearch } from './engine/engineSearch'
import { aliasOf, indexDefinition, indexName } from './engine/indexDefinition'
import { makeKeptIndex } from './engine/keepIndex'
import { IMPORTED_TOPIC } from './imported'
import type { KnowledgeSearch, SearchableEntry } from './knowledgeSearch'
import { makeOwnSearch } from './search/ownSearch'
import type { SynonymsOf } from './synonymData'

export interface ChosenSearch extends KnowledgeSearch {
  /** What an engine elsewhere needs from time to time, from when all entries have been put; nothing waits for it. */
  readonly keepUp?: () => void
}

type SearchSettings = Pick<
  Settings,
  'SEARCH_URL' | 'SEARCH_USER' | 'SEARCH_PASSWORD' | 'SEARCH_INDEX_PREFIX' | 'SEARCH_ANALYSER'
>

export interface SearchChoice {
  readonly settings: SearchSettings
  readonly cities: readonly string[]
  readonly entries: readonly SearchableEntry[]
  readonly synonymsOf: SynonymsOf
  readonly log: Pick<Logger, 'warn' | 'info'>
}

/** Of what may be fifty thousand texts no portal keeps an index beside the engine's. */
const isSmall = ({ topic }: SearchableEntry): boolean => topic !== IMPORTED_TOPIC.id

export const chooseSearch = ({ settings, cities, entries, synonymsOf, log }: SearchChoice): ChosenSearch => {
  const own = makeOwnSearch(entries, synonymsOf)
  if (settings.SEARCH_URL === '') return own

  const engine = makeSearchEngine(settings.SEARCH_URL, settings.SEARCH_USER, settings.SEARCH_PASSWORD)
  const alias = aliasOf(settings.SEARCH_INDEX_PREFIX)
  const definition = indexDefinition(settings.SEARCH_ANALYSER)
  const name = indexName(settings.SEARCH_INDEX_PREFIX, definition)
  const now = () => performance.now()
  const index = makeKeptIndex({ engine, alias, name, definition, cities, log, now })
  index.put(entries)
  return {
    ...makeEngineSearch({ engine, alias, index, own, synonymsOf, log, now }),
    put: (more) => {
      index.put(more)
      own.put(more.filter(isSmall))
    },
    remove: (city, ids) => {
      index.remove(city, ids)
      own.remove(city, ids)
    },
    keepUp: () => {
      void index.keepUp()
    },
  }
}

/** An engine elsewhere as it is, for a command that only asks: what it does not answer is `limited` and has no hits. */
export const askElsewhere = (
  settings: SearchSettings,
  synonymsOf: SynonymsOf,
): Pick<KnowledgeSearch, 'search'> =>
  makeEngineSearch({
    engine: makeSearchEngine(settings.SEARCH_URL, settings.SEARCH_USER, settings.SEARCH_PASSWORD),
    alias: aliasOf(settings.SEARCH_INDEX_PREFIX),
    index: { compareAgain: () => undefined, changes: () => 0 },
    own: { search: () => Promise.resolve({ hits: [] }), suggest: () => Promise.resolve([]) },
    synonymsOf,
    log: { warn: () => undefined, info: () => undefined },
    now: () => performance.now(),
  })
