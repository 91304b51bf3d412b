import { terms } from './tokens'

/** How telling each term is among the entries of an index: 0 (stands in every entry) … 1 (stands in one only). */
export type TermWeight = (term: string) => number

/** A question or phrasing under which an entry is filed, as its distinct terms. */
export type Phrase = readonly string[]

export const asPhrase = (text: string): Phrase => [...new Set(terms(text))]

/**
 * `documents`: how many entries hold a term; `total`: entries in the index. A term that no entry holds weighs 1: it
 * is what the question is about, and nothing here answers it.
 */
export const termWeights =
  (documents: ReadonlyMap<string, number>, total: number): TermWeight =>
  (term) => {
    const count = documents.get(term) ?? 0
    if (count === 0 || total <= 1) return 1
    return Math.log((total + 1) / (count + 1)) / Math.log((total + 1) / 2)
  }

const weightOf = (list: Iterable<string>, weight: TermWeight): number => {
  let sum = 0
  for (const term of list) sum += Math.max(0, weight(term))
  return sum
}

/** The part of `query`'s weight that `held` covers, 0…1. */
const coverage = (query: Phrase, held: (term: string) => boolean, weight: TermWeight): number => {
  const all = weightOf(query, weight)
  return all === 0 ? 0 : weightOf(query.filter(held), weight) / all
}

/** What was asked, and what one entry has of it. */
export interface Match {
  readonly query: Phrase
  /** Terms of the query, or their synonyms, that stand in the entry's question, phrasings or short answer. */
  readonly inQuestion: ReadonlySet<string>
  /** Terms of the query that stand anywhere in the entry. */
  readonly anywhere: ReadonlySet<string>
  /** The entry's question and phrasings. */
  readonly phrases: readonly Phrase[]
}

/** From this many distinct terms on, a text is a story (somebody is writing an appeal), not a question. */
export const STORY_TERMS = 40

/** A question's terms must be in the entry at least so far … */
const QUESTION_COVERAGE = 0.25
/** … and a phrasing must be in what was written so far. */
const PHRASE_COVERAGE = 0.5
/** In a story almost every word occurs by chance somewhere: a phrasing must be told nearly whole. */
const STORY_PHRASE_COVERAGE = 0.6

/**
 * True when the entry answers what was asked rather than sharing a few everyday words with it. A question must be
 * covered by the entry or contain one of its phrasings; a story (see `STORY_TERMS`) must contain a phrasing.
 */
export const isRelevant = (match: Match, weight: TermWeight): boolean => {
  const asked = new Set(match.query)
  const phrase = Math.max(
    0,
    ...match.phrases.map((terms) =>
      coverage(terms, (term) => asked.has(term) || match.inQuestion.has(term), weight),
    ),
  )
  if (match.query.length >= STORY_TERMS) return phrase >= STORY_PHRASE_COVERAGE
  return (
    phrase >= PHRASE_COVERAGE ||
    coverage(match.query, (term) => match.inQuestion.has(term), weight) >= QUESTION_COVERAGE ||
    coverage(match.query, (term) => match.anywhere.has(term), weight) >= 2 * QUESTION_COVERAGE
  )
}
