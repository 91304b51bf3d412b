/**
 * How much of a question an entry answers, and from when on it is worth showing. Weights are relative to the index:
 * a word in every entry weighs nothing, a word in one entry weighs 1.
 */
import { characters, terms } from './tokens'

export type Weight = (term: string) => number

/** A question under which an entry is filed: its distinct terms and characters. */
export interface Phrase {
  readonly terms: readonly string[]
  readonly characters: readonly string[]
}

export const asPhrase = (text: string): Phrase => ({
  terms: [...new Set(terms(text))],
  characters: characters(text),
})

/**
 * `holders`: how many entries hold a term; `total`: entries in the index. A term that no entry holds weighs 1: it is
 * what the question is about, and nothing here answers it.
 */
export const weightBy =
  (holders: Pick<ReadonlyMap<string, number>, 'get'>, total: number): Weight =>
  (term) => {
    const count = holders.get(term) ?? 0
    if (count === 0 || total <= 1) return 1
    return Math.max(0, Math.log((total + 1) / (count + 1)) / Math.log((total + 1) / 2))
  }

const sum = (list: readonly string[], weight: Weight): number =>
  list.reduce((total, term) => total + weight(term), 0)

/** The part of the weight of `list` that `holds`, 0…1. */
export const coverage = (
  list: readonly string[],
  holds: (term: string) => boolean,
  weight: Weight,
): number => {
  const all = sum(list, weight)
  return all === 0 ? 0 : sum(list.filter(holds), weight) / all
}

/** What was asked, and what one entry has of it. */
export interface Match {
  readonly query: Phrase
  /** Terms of the query's synonyms. */
  readonly synonyms: readonly string[]
  /** Terms that stand in the entry's question, phrasings or short answer. */
  readonly inQuestion: ReadonlySet<string>
  /** Terms that stand anywhere in the entry. */
  readonly anywhere: ReadonlySet<string>
  /** The entry's question and phrasings. */
  readonly phrases: readonly Phrase[]
  /** The entry is a text under no question. */
  readonly withoutQuestion?: boolean
}

export interface Weights {
  readonly term: Weight
  readonly character: Weight
  /** Whether a term of the query is what is asked about, and not how it is asked. */
  readonly isSubject: (term: string) => boolean
}

/** A query's terms: those that only ask (什么), and those that neither ask nor touch a word that asks. */
export interface QueryParts {
  readonly asking: ReadonlySet<string>
  readonly subject: ReadonlySet<string>
}

/** Evidence must lie in what is asked about, not in how it is asked. */
export const aboutSubject = (
  { term, character }: Pick<Weights, 'term' | 'character'>,
  { asking, subject }: QueryParts,
): Weights => ({
  term: (one) => (asking.has(one) ? 0 : term(one)),
  character,
  isSubject: (one) => subject.has(one),
})

/** A number of three digits or more is never said by chance. */
const emphasis = (term: string): number => (/^\d{3,}$/.test(term) ? 2 : 1)
const AS_SYNONYM = 0.8

/**
 * Evidence that the entry is about what was asked: the weights of the shared words (of synonyms less, and only in the
 * question) and of the characters shared with the most similar phrasing (河里的水很臭 finds 河水发臭).
 */
export const evidence = (match: Match, weights: Weights): number => {
  const { query, synonyms, inQuestion, anywhere, phrases } = match
  const words = query.terms
    .filter((term) => anywhere.has(term))
    .reduce((total, term) => total + emphasis(term) * weights.term(term), 0)
  const otherWords =
    AS_SYNONYM *
    sum(
      synonyms.filter((term) => inQuestion.has(term)),
      weights.term,
    )
  const asked = new Set(query.characters)
  const likeness = Math.max(
    0,
    ...phrases.map(
      (phrase) =>
        coverage(phrase.characters, (c) => asked.has(c), weights.character) *
        sum(
          phrase.characters.filter((c) => asked.has(c)),
          weights.character,
        ),
    ),
  )
  return words + otherWords + likeness
}

const NAMED = 2
/** Who types nothing but a number asks first of all about the line that has it in its name. */
export const numberNamed = (text: string, title: string): number =>
  /^\d{3,}$/.test(text.trim()) && terms(title).includes(text.trim()) ? NAMED : 1

/** From this many distinct terms on, a text is a story (somebody is writing an appeal), not a question. */
export const STORY_TERMS = 80
/** In a story nearly every word stands somewhere by chance: a phrasing must be told nearly whole. */
export const STORY_COVERAGE = 0.75
/** Below this, a question and an entry share only everyday words; a longer question shares more of them by chance. */
const ENOUGH_EVIDENCE = 1.5
/** An entry without a question (an imported document, a reply) cannot share one; a single rare word must do. */
const ENOUGH_WITHOUT_QUESTION = 0.5
const SHORT_TERMS = 15
const MORE_PER_TERM = 0.06
/** A single character says too little unless it is a rare one. */
const TELLING = 0.5

/** A single digit stands nearly everywhere. */
const says = (found: ReadonlySet<string>): boolean => [...found].some((term) => !/^\d$/.test(term))

const toldNearlyWhole = ({ query, phrases }: Match, weights: Weights): boolean => {
  const asked = new Set(query.terms)
  const askedCharacters = new Set(query.characters)
  return phrases.some(
    (phrase) =>
      coverage(phrase.terms, (term) => asked.has(term), weights.term) >= STORY_COVERAGE / 2 &&
      coverage(phrase.characters, (c) => askedCharacters.has(c), weights.character) >= STORY_COVERAGE,
  )
}

/**
 * All that was asked stands in one question, as it does when somebody types what an entry is called: of a hundred
 * entries on 公积金 each one is about it, however little the word then tells them apart.
 */
const isAskedWhole = ({ query, phrases, anywhere, withoutQuestion }: Match, weights: Weights): boolean => {
  const subject = query.terms.filter((term) => weights.isSubject(term))
  if (subject.length === 0) return false
  return withoutQuestion === true
    ? subject.every((term) => anywhere.has(term))
    : phrases.some(({ terms: own }) => subject.every((term) => own.includes(term)))
}

/** True when the entry is worth showing to whoever asked. */
export const isRelevant = (match: Match, weights: Weights): boolean => {
  const { query, anywhere, inQuestion } = match
  if (query.terms.length >= STORY_TERMS) return toldNearlyWhole(match, weights)
  const [only] = query.terms
  if (only !== undefined && query.terms.length === 1) {
    return query.characters.length === 1 ? weights.character(only) >= TELLING : says(anywhere)
  }
  if (query.characters.length === 0) return says(inQuestion)
  if (isAskedWhole(match, weights)) return true
  if (match.withoutQuestion === true) return evidence(match, weights) >= ENOUGH_WITHOUT_QUESTION
  const beyondShort = Math.max(0, query.terms.length - SHORT_TERMS)
  return evidence(match, weights) >= ENOUGH_EVIDENCE + MORE_PER_TERM * beyondShort
}
