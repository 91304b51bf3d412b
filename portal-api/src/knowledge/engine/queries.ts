/** Questions in the engine's own words: pure functions from what was typed to the body of a `_search`. */
import { pinyin } from 'pinyin-pro'
import type { SearchScope } from '../knowledgeSearch'
import { type Phrase, STORY_TERMS } from '../rules/relevance'
import { fold, hear, muffle } from '../search/suggestions'

type Query = Readonly<Record<string, unknown>>

/** So many entries are judged. */
const CANDIDATES = 60
/** Questions that are read for what something sounds like, or for a suggestion. */
const QUESTIONS = 100
const WORDS = ['title^3', 'phrasings^3', 'shortAnswer^1.5', 'body']
const PAIRS = ['title.pairs^3', 'phrasings.pairs^3', 'shortAnswer.pairs^1.5', 'everything']
const NAMES = PAIRS.slice(0, 3)
/** 河里的水很臭 and 河水发臭 share no pair. */
const CHARACTERS = 1.5
/** Another name of the thing, or a number half typed, counts less than the word that was typed. */
const OTHER = 0.5
/**
 * Engines bear 1,024 terms in one question, counted for every field. A question has less than STORY_TERMS pairs, but may
 * repeat them; a story is asked for by its most telling ones.
 */
const LONGEST_IN_WORDS = 90
const MOST_NAMES = 12
const STORY_WORDS = 100
/** More characters than there are in use. */
const ALL_CHARACTERS = 10_000
/** So many digests are read at once. */
export const PAGE = 2000

/** The name under which the engine tells that an entry holds a term that goes on like what is half typed. */
export const LONGER = 'longer'

/** A number or Latin word at the end of a query may be half typed: 1231 finds 12315. */
export const halfTyped = ({ terms }: Phrase): string | undefined => {
  const last = terms.at(-1)
  return last !== undefined && /^[\da-z]{2,}$/.test(last) ? last : undefined
}

/** An entry that names none is for all. */
const holdsFor = (field: string, one: string): Query => ({
  bool: {
    should: [{ term: { [field]: one } }, { bool: { must_not: [{ exists: { field } }] } }],
    minimum_should_match: 1,
  },
})

const filtersOf = ({ city, topic, district, audience }: SearchScope): Query[] => [
  { term: { city } },
  ...(topic === undefined ? [] : [{ term: { topic } }]),
  ...(district === undefined ? [] : [holdsFor('districts', district)]),
  ...(audience === undefined ? [] : [holdsFor('audience', audience)]),
]

const anyOf = (scope: SearchScope, should: readonly Query[]): Query => ({
  bool: { filter: filtersOf(scope), should, minimum_should_match: 1 },
})

/** How many entries of the city there are, and how many hold each term. */
const counting = (city: string, terms: readonly string[]): Query => ({
  everywhere: {
    global: {},
    aggs: {
      city: {
        filter: { term: { city } },
        aggs: {
          holders: {
            filters: {
              filters: Object.fromEntries(terms.map((term) => [term, { term: { everything: term } }])),
            },
          },
        },
      },
    },
  },
})

const JUDGED = { size: CANDIDATES, track_total_hits: false, _source: ['title', 'phrasings', 'shortAnswer'] }

/** Candidates for a question; of each is told which of its terms stand anywhere in it. */
const questionBody = (
  text: string,
  phrase: Phrase,
  names: readonly string[],
  nameTerms: readonly string[],
  scope: SearchScope,
): object => {
  const begun = halfTyped(phrase)
  return {
    ...JUDGED,
    query: anyOf(scope, [
      { multi_match: { query: text.slice(0, LONGEST_IN_WORDS), type: 'most_fields', fields: WORDS } },
      { multi_match: { query: phrase.terms.join(' '), type: 'most_fields', fields: PAIRS } },
      ...(phrase.characters.length === 0
        ? []
        : [{ match: { characters: { query: phrase.characters.join(' '), boost: CHARACTERS } } }]),
      ...names.slice(0, MOST_NAMES).map((name) => ({
        multi_match: { query: name, type: 'phrase', fields: NAMES, boost: OTHER },
      })),
      ...(begun === undefined
        ? []
        : [{ prefix: { everything: { value: begun, boost: OTHER, _name: LONGER } } }]),
      // These only tell; they count nothing.
      ...phrase.terms.map((term) => ({
        term: { everything: { value: term, boost: 0, _name: `term ${term}` } },
      })),
    ]),
    aggs: counting(scope.city, [...phrase.terms, ...nameTerms]),
  }
}

/** Candidates for a story: somebody is writing an appeal. */
const storyBody = (text: string, scope: SearchScope): object => ({
  ...JUDGED,
  query: anyOf(scope, [
    {
      more_like_this: {
        fields: NAMES.map((field) => field.replace(/\^.*/, '')),
        like: text,
        min_term_freq: 1,
        min_doc_freq: 1,
        max_query_terms: STORY_WORDS,
        minimum_should_match: '1',
      },
    },
  ]),
  // How many entries the city has.
  aggs: counting(scope.city, []),
})

/** @param names other names of the things that the text names; `nameTerms` what they are made of. */
export const candidatesBody = (
  text: string,
  phrase: Phrase,
  names: readonly string[],
  nameTerms: readonly string[],
  scope: SearchScope,
): object =>
  phrase.terms.length >= STORY_TERMS
    ? storyBody(text, scope)
    : questionBody(text, phrase, names, nameTerms, scope)

export const countsBody = (city: string, terms: readonly string[]): object => ({
  size: 0,
  track_total_hits: false,
  query: { term: { city } },
  aggs: counting(city, terms),
})

/** How many of the city's entries have each character in their questions. */
export const charactersBody = (city: string): object => ({
  size: 0,
  track_total_hits: false,
  query: { term: { city } },
  aggs: { characters: { terms: { field: 'characters', size: ALL_CHARACTERS } } },
})

/** The questions of an entry, and nothing else of it. */
const ASKED = { size: QUESTIONS, track_total_hits: false, _source: ['title', 'phrasings'] }
const prefix = (field: string, value: string, boost = 1): Query => ({
  prefix: { [field]: { value, boost } },
})

const SYLLABLE =
  '(?:zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw])?(?:iang|iong|uang|ang|eng|ing|ong|ian|iao|uai|uan|van|ai|ei|ao|ou|an|en|in|un|vn|er|ia|ie|iu|ua|ui|uo|ue|ve|a|o|e|i|u|v)'
const TWO_SYLLABLES = new RegExp(`^${SYLLABLE}${SYLLABLE}$`)
const LONGEST_TWO = 12
const LONGEST_INITIALS = 4

/** The parts of letters that may be a word of two syllables; longer words begin with one. */
const wordsIn = (letters: string): string[] => {
  const found = new Set<string>()
  for (let start = 0; start < letters.length; start += 1)
    for (let length = 2; length <= LONGEST_TWO && start + length <= letters.length; length += 1) {
      const part = letters.slice(start, start + length)
      if (TWO_SYLLABLES.test(part)) found.add(muffle(part))
    }
  return [...found]
}

/** The sounds of all neighbouring characters. */
const soundsIn = (text: string): string[] => [
  ...new Set(
    [...text.matchAll(/\p{Script=Han}{2,}/gu)].flatMap(([run]) => {
      const syllables = pinyin(run, { toneType: 'none', type: 'array', v: true })
      return syllables.slice(1).map((syllable, i) => muffle(`${syllables[i] ?? ''}${syllable}`.toLowerCase()))
    }),
  ),
]

/** Entries whose questions sound like the text or are one slip away; undefined where it cannot be read aloud. */
export const soundsBody = (text: string, phrase: Phrase, scope: SearchScope): object | undefined => {
  const letters = text.toLowerCase().replace(/[\s']/g, '')
  const should = /^[a-z]{2,40}$/.test(letters)
    ? [
        prefix('heard', muffle(letters), 10),
        ...(letters.length <= LONGEST_INITIALS ? [prefix('initials', letters, 5)] : []),
        ...wordsIn(letters).map((word) => prefix('heard', word)),
      ]
    : [
        ...soundsIn(text).map((sound) => prefix('heard', sound)),
        ...(phrase.characters.length < 2
          ? []
          : [{ match: { characters: { query: phrase.characters.join(' ') } } }]),
      ]
  return should.length === 0 ? undefined : { ...ASKED, query: anyOf({ city: scope.city, limit: 0 }, should) }
}

/** Entries one of whose questions begins or goes on like what is typed; undefined where that is nothing. */
export const suggestionsBody = (typed: string, scope: SearchScope): object | undefined => {
  const wanted = fold(typed)
  if (wanted === '') return undefined
  const isLetters = /^[a-z]{2,40}$/.test(wanted)
  const letters = isLetters ? wanted : /^\p{Script=Han}{2,}$/u.test(wanted) ? hear(wanted).sound : ''
  return {
    ...ASKED,
    query: anyOf(scope, [
      prefix('begins', wanted, 8),
      prefix('holds', wanted, 4),
      ...(letters === '' ? [] : [prefix('heard', muffle(letters), 2)]),
      ...(isLetters ? [prefix('initials', letters)] : []),
    ]),
  }
}

/** What the engine holds of the cities, page by page. @param after the last key of the page before. */
export const digestsBody = (cities: readonly string[], after: string | undefined): object => ({
  size: PAGE,
  track_total_hits: false,
  _source: ['key', 'digest'],
  query: { bool: { filter: [{ terms: { city: cities } }] } },
  sort: [{ key: 'asc' }],
  ...(after === undefined ? {} : { search_after: [after] }),
})
