/** The search port on MiniSearch: an index in memory per city, terms by `rules/tokens.ts`. */
import MiniSearch, { type SearchResult } from 'minisearch'
import type { KnowledgeSearch, SearchableEntry, SearchHit, SearchScope } from './knowledgeSearch'
import { asPhrase, isRelevant, type Phrase, termWeights, type TermWeight } from './rules/relevance'
import { otherNames } from './rules/synonyms'
import { terms } from './rules/tokens'

const FIELDS = ['title', 'phrasings', 'shortAnswer', 'body'] as const
/** A word in the question says more than the same word somewhere in the answer. */
const BOOST = { title: 3, phrasings: 3, shortAnswer: 1.5, body: 1 }
const QUESTION_FIELDS: ReadonlySet<string> = new Set(['title', 'phrasings', 'shortAnswer'])
/** A synonym counts less than the word that was typed. */
const SYNONYM_WEIGHT = 0.5
/** BM25+ parameters, measured by `tests/bench/knowledge.ts`. */
const BM25 = { k: 1.2, b: 0.5, d: 0.5 }

/** Half-typed numbers and Latin words (1231 → 12315) and single characters are completed; other terms are exact. */
const isCompletable = (term: string): boolean => /^[\da-z]{2,}$/.test(term) || [...term].length === 1

interface CityIndex {
  readonly engine: MiniSearch<SearchableEntry>
  readonly phrases: ReadonlyMap<string, readonly Phrase[]>
  readonly weight: TermWeight
}

const textOf = (entry: SearchableEntry, field: string): string => {
  switch (field) {
    case 'phrasings':
      return entry.phrasings.join('\n')
    case 'title':
    case 'shortAnswer':
    case 'body':
    case 'id':
    case 'topic':
      return entry[field]
    default:
      return ''
  }
}

const indexCity = (entries: readonly SearchableEntry[]): CityIndex => {
  const engine = new MiniSearch<SearchableEntry>({
    fields: [...FIELDS],
    storeFields: ['topic'],
    extractField: textOf,
    tokenize: terms,
    processTerm: (term) => term,
  })
  engine.addAll(entries)
  const documents = new Map<string, number>()
  for (const entry of entries) {
    const held = new Set(FIELDS.flatMap((field) => terms(textOf(entry, field))))
    for (const term of held) documents.set(term, (documents.get(term) ?? 0) + 1)
  }
  return {
    engine,
    phrases: new Map(entries.map((entry) => [entry.id, [entry.title, ...entry.phrasings].map(asPhrase)])),
    weight: termWeights(documents, entries.length),
  }
}

/** `match` of MiniSearch: index term → fields in which it stands. */
const found = (result: SearchResult, fields: ReadonlySet<string>): Set<string> =>
  new Set(Object.keys(result.match).filter((term) => result.match[term]?.some((field) => fields.has(field))))

const searchCity = (index: CityIndex, query: string, scope: SearchScope): SearchHit[] => {
  const asked = asPhrase(query)
  if (asked.length === 0) return []
  const synonyms = new Set(
    otherNames(query)
      .flatMap(terms)
      .filter((term) => !asked.includes(term)),
  )
  const all = new Set<string>(FIELDS)
  return index.engine
    .search(query, {
      tokenize: () => [...asked, ...synonyms],
      boost: BOOST,
      boostTerm: (term) => (synonyms.has(term) ? SYNONYM_WEIGHT : 1),
      prefix: isCompletable,
      bm25: BM25,
      filter: (result) => scope.topic === undefined || result.topic === scope.topic,
    })
    .filter((result) =>
      isRelevant(
        {
          query: asked,
          inQuestion: found(result, QUESTION_FIELDS),
          anywhere: found(result, all),
          phrases: index.phrases.get(String(result.id)) ?? [],
        },
        index.weight,
      ),
    )
    .slice(0, scope.limit)
    .map((result) => ({ id: String(result.id), score: result.score, found: found(result, all) }))
}

/** Indexes the entries; a city that has none is searched in vain. */
export const createSearchIndex = (entries: readonly SearchableEntry[]): KnowledgeSearch => {
  const byCity = new Map<string, SearchableEntry[]>()
  for (const entry of entries) byCity.set(entry.city, [...(byCity.get(entry.city) ?? []), entry])
  const indexes = new Map([...byCity].map(([city, own]) => [city, indexCity(own)]))
  return {
    search: (query, scope) => {
      const index = indexes.get(scope.city)
      return index ? searchCity(index, query, scope) : []
    },
  }
}
