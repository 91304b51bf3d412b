/**
 * Which of the engine's candidates are worth showing, and in which order: by the same `rules/relevance.ts` as the own
 * engine's, with the statistics of the engine.
 */
import type { SearchHit } from '../knowledgeSearch'
import {
  aboutSubject,
  asPhrase,
  coverage,
  isRelevant,
  type Match,
  numberNamed,
  type Phrase,
  STORY_COVERAGE,
  STORY_TERMS,
  weightBy,
  type Weights,
} from '../rules/relevance'
import { terms as termsOf } from '../rules/tokens'
import { queryParts } from '../search/queryShape'
import { halfTyped, LONGER } from './queries'
import type { Candidate, Counts } from './readAnswers'

/** The least part of its score that an entry keeps when it holds few of the query's words. */
const UNCOVERED = 0.35
/** A hit with less than this part of the best hit's score is noise beside it; in a story more so. */
const TAIL = 0.2
const STORY_TAIL = 0.4
/** So many terms are counted at most before a story is judged; those of the best candidates come first. */
const MOST_COUNTED = 500

export interface Judged {
  readonly text: string
  readonly phrase: Phrase
  /** Terms of the other names of things that the text names. */
  readonly nameTerms: readonly string[]
  readonly candidates: readonly Candidate[]
  readonly counts: Counts
  /** Character → how many entries of the city have it in their questions. */
  readonly characters: ReadonlyMap<string, number>
}

const weightsOf = ({ counts, characters }: Judged): Pick<Weights, 'term' | 'character'> => ({
  term: weightBy(counts.holders, counts.total),
  character: weightBy(characters, counts.total),
})

const phrasesOf = ({ title, phrasings }: Candidate): Phrase[] =>
  [title, ...phrasings].filter((question) => question !== '').map(asPhrase)

/**
 * The terms that have to be counted before a story can be judged: those of the phrasings whose characters it tells
 * nearly all.
 */
export const storyTerms = (judged: Judged): string[] => {
  const { phrase, candidates } = judged
  if (phrase.terms.length < STORY_TERMS) return []
  const told = new Set(phrase.characters)
  const weights = weightsOf(judged)
  const nearlyTold = candidates
    .flatMap(phrasesOf)
    .filter((one) => coverage(one.characters, (sign) => told.has(sign), weights.character) >= STORY_COVERAGE)
  return [...new Set(nearlyTold.flatMap(({ terms }) => terms))].slice(0, MOST_COUNTED)
}

const matchOf = ({ phrase, nameTerms }: Judged, candidate: Candidate): Match => {
  const { title, phrasings, shortAnswer, matched } = candidate
  const own = new Set(termsOf([title, ...phrasings, shortAnswer].join('\n')))
  const begun = halfTyped(phrase)
  const longer =
    begun === undefined ? [] : [...own].filter((term) => term !== begun && term.startsWith(begun))
  const inQuestion = new Set([...phrase.terms, ...nameTerms].filter((term) => own.has(term)).concat(longer))
  const phrases = phrasesOf(candidate)
  return {
    query: phrase,
    synonyms: nameTerms,
    inQuestion,
    anywhere: new Set([
      ...inQuestion,
      ...phrase.terms.filter((term) => matched.has(`term ${term}`)),
      // Somewhere in the answer; which word it is does not matter.
      ...(matched.has(LONGER) ? [`${begun ?? ''}…`] : []),
    ]),
    phrases,
    withoutQuestion: phrases.length === 0,
  }
}

/** The relevant candidates, best first. @param idOf the entry's id by the engine's key. */
export const judge = (judged: Judged, limit: number, idOf: (key: string) => string): SearchHit[] => {
  const { text, phrase, candidates } = judged
  const weights = weightsOf(judged)
  const isStory = phrase.terms.length >= STORY_TERMS
  const ranked = candidates
    .map((candidate) => {
      const match = matchOf(judged, candidate)
      const part = isStory ? 1 : coverage(phrase.terms, (term) => match.anywhere.has(term), weights.term)
      return {
        id: idOf(candidate.key),
        match,
        score: numberNamed(text, candidate.title) * candidate.score * Math.max(UNCOVERED, part),
      }
    })
    .sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1))
  const evidence = aboutSubject(weights, queryParts(text))
  const hits: SearchHit[] = []
  let best = 0
  for (const { id, match, score } of ranked) {
    if (hits.length >= limit) break
    if (score < (isStory ? STORY_TAIL : TAIL) * best || !isRelevant(match, evidence)) continue
    best = Math.max(best, score)
    hits.push({ id, score, found: match.anywhere })
  }
  return hits
}
