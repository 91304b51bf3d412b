/** The search port on MiniSearch: an index in memory per city, terms by `rules/tokens.ts`. */
import MiniSearch, { type SearchResult } from 'minisearch'
import type { KnowledgeSearch, SearchableEntry, SearchHit, SearchScope } from './knowledgeSearch'
import {
  asPhrase,
  coverage,
  isRelevant,
  STORY_TERMS,
  type Match,
  type Phrase,
  weightBy,
  type Weights,
} from './rules/relevance'
import { otherNames } from './rules/synonyms'
import { characters, terms } from './rules/tokens'

const WORD_FIELDS = ['title', 'phrasings', 'shortAnswer', 'body'] as const
const QUESTION_FIELDS: ReadonlySet<string> = new Set(['title', 'phrasings', 'shortAnswer'])
/** The single characters of question and phrasings: finds 河水发臭 by 河里的水很臭, which share no pair. */
const CHARACTERS = 'characters'
/** Keeps single characters apart from the words of the other fields. */
const asCharacterTerm = (character: string): string => `=${character}`

/** A word in the question says more than the same word somewhere in the answer. */
const BOOST = { title: 3, phrasings: 3, shortAnswer: 1.5, body: 1, [CHARACTERS]: 1.5 }
/** Measured by `tests/bench/knowledge.ts`; the optimum is flat. */
const BM25 = { k: 0.8, b: 0.6, d: 0.3 }
/** A synonym counts less than the word that was typed. */
const SYNONYM_WEIGHT = 0.5
/** The least part of its score that an entry keeps when it holds few of the query's words, or only their characters. */
const UNCOVERED = 0.35
/** A hit with less than this part of the best hit's score is noise beside it; in a story more so. */
const TAIL = 0.2
const STORY_TAIL = 0.4

/** So many of the engine's best are looked at closely. */
const CANDIDATES = 100

/** A number or Latin word at the end of a query may be half typed: 1231 finds 12315. */
const isHalfTyped = (term: string, at: number, typed: Phrase): boolean =>
  at === typed.terms.length - 1 && /^[\da-z]{2,}$/.test(term)

interface CityIndex {
  readonly engine: MiniSearch<SearchableEntry>
  readonly phrases: ReadonlyMap<string, readonly Phrase[]>
  readonly weights: Weights
}

const questions = (entry: SearchableEntry): string[] =>
  [entry.title, ...entry.phrasings].filter((q) => q !== '')

const textOf = (entry: SearchableEntry, field: string): string => {
  switch (field) {
    case 'phrasings':
      return entry.phrasings.join('\n')
    case CHARACTERS:
      return questions(entry).join('\n')
    case 'title':
    case 'shortAnswer':
    case 'body':
    case 'id':
    case 'topic':
      return entry[field]
    default:
      throw new RangeError(`no field ${field}`)
  }
}

const countHolders = (held: Iterable<ReadonlySet<string>>): Map<string, number> => {
  const holders = new Map<string, number>()
  for (const own of held) for (const term of own) holders.set(term, (holders.get(term) ?? 0) + 1)
  return holders
}

const indexCity = (entries: readonly SearchableEntry[]): CityIndex => {
  const engine = new MiniSearch<SearchableEntry>({
    fields: [...WORD_FIELDS, CHARACTERS],
    storeFields: ['topic'],
    extractField: textOf,
    tokenize: (text, field) => (field === CHARACTERS ? characters(text).map(asCharacterTerm) : terms(text)),
    processTerm: (term) => term,
  })
  engine.addAll(entries)
  const words = entries.map((entry) => new Set(WORD_FIELDS.flatMap((field) => terms(textOf(entry, field)))))
  const signs = entries.map((entry) => new Set(characters(textOf(entry, CHARACTERS))))
  return {
    engine,
    phrases: new Map(entries.map((entry) => [entry.id, questions(entry).map(asPhrase)])),
    weights: {
      term: weightBy(countHolders(words), entries.length),
      character: weightBy(countHolders(signs), entries.length),
    },
  }
}

/** `match` of MiniSearch: index term → fields in which it stands. */
const foundIn = (result: SearchResult, isMeant: (field: string) => boolean): Set<string> =>
  new Set(Object.keys(result.match).filter((term) => result.match[term]?.some(isMeant)))

const searchCity = (index: CityIndex, text: string, scope: SearchScope): SearchHit[] => {
  const query = asPhrase(text)
  if (query.terms.length === 0) return []
  const synonyms = [...new Set(otherNames(text).flatMap(terms))].filter((term) => !query.terms.includes(term))
  const weak = new Set(synonyms)
  const candidates = index.engine
    .search(text, {
      tokenize: () => [...query.terms, ...synonyms, ...query.characters.map(asCharacterTerm)],
      boost: BOOST,
      boostTerm: (term) => (weak.has(term) ? SYNONYM_WEIGHT : 1),
      bm25: BM25,
      prefix: (term, at) => isHalfTyped(term, at, query),
      filter: (result) => scope.topic === undefined || result.topic === scope.topic,
    })
    .slice(0, CANDIDATES)
    .map((result) => {
      const match: Match = {
        query,
        synonyms,
        inQuestion: foundIn(result, (field) => QUESTION_FIELDS.has(field)),
        anywhere: foundIn(result, (field) => field !== CHARACTERS),
        phrases: index.phrases.get(String(result.id)) ?? [],
      }
      // MiniSearch multiplies by the NUMBER of words found; what counts is how much of the question they carry.
      const part = coverage(query.terms, (term) => match.anywhere.has(term), index.weights.term)
      const score = (result.score / result.queryTerms.length) * Math.max(UNCOVERED, part)
      return { id: String(result.id), score, match }
    })
    .filter(({ match }) => isRelevant(match, index.weights))
    .sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1))
  const best = candidates[0]
  if (!best) return []
  const tail = query.terms.length >= STORY_TERMS ? STORY_TAIL : TAIL
  return candidates
    .slice(0, scope.limit)
    .filter(({ score }) => score >= tail * best.score)
    .map(({ id, score, match }) => ({ id, score, found: match.anywhere }))
}

/** Indexes the entries; a city that has none is searched in vain. */
export const createSearchIndex = (entries: readonly SearchableEntry[]): KnowledgeSearch => {
  const byCity = new Map<string, SearchableEntry[]>()
  for (const entry of entries) {
    const own = byCity.get(entry.city)
    if (own) own.push(entry)
    else byCity.set(entry.city, [entry])
  }
  const indexes = new Map([...byCity].map(([city, own]) => [city, indexCity(own)]))
  return {
    search: (query, scope) => {
      const index = indexes.get(scope.city)
      return index ? searchCity(index, query, scope) : []
    },
  }
}
