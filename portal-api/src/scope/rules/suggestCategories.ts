/** Which of a city's categories the words of an appeal point to: a help while typing, never a decision. */
import type { CategoryGroupData } from '../../cities/cityData'
import { findPhrase } from './findPhrase'
import { namesAPlace } from './mentions'
import { asTyped, readable, type ReadableText, type Span } from './readableText'

export interface Suggestion {
  readonly category: string
  readonly name: string
  /** The words that speak for it, as typed, strongest first. */
  readonly words: readonly string[]
}

interface Term {
  readonly term: string
  readonly categories: readonly string[]
}

interface Mention extends Span {
  readonly term: Term
  readonly weight: number
}

const MOST = 3
/** Less than this speaks for nothing: one two-letter word that several categories share. */
const LEAST_SCORE = 0.6
/** A suggestion far behind the best only distracts. */
const LEAST_SHARE = 0.35
/** The beginning says what it is about; the rest tells the story. */
const BEGINNING = 40

const termsOf = (groups: readonly CategoryGroupData[]): Term[] => {
  const owners = new Map<string, Set<string>>()
  for (const category of groups.flatMap((group) => group.categories))
    for (const word of [category.name, ...category.hints]) {
      const term = readable(word).chars
      owners.set(term, (owners.get(term) ?? new Set()).add(category.id))
    }
  return [...owners].map(([term, categories]) => ({ term, categories: [...categories] }))
}

/** Longer words say more; what several categories share says less of each. */
const weigh = (text: ReadableText, { term, categories }: Term, span: Span): number => {
  const length = [0, 0.4, 1, 1.6][term.length] ?? 2.2
  const place = namesAPlace(text, span) ? 0.2 : 1
  const beginning = span.start < BEGINNING ? 1.5 : 1
  return (length * place * beginning) / categories.length
}

/** All mentions, except those inside a longer word: 电信 in 电信诈骗 is not the telephone company. */
const mentionsOf = (text: ReadableText, terms: readonly Term[]): Mention[] => {
  const all = terms.flatMap((term) =>
    findPhrase(text, term.term).map((span) => ({ ...span, term, weight: weigh(text, term, span) })),
  )
  const covered = new Map<number, number>()
  for (const { start, end } of all) {
    for (let i = start; i < end; i++) covered.set(i, Math.max(covered.get(i) ?? 0, end - start))
  }
  return all.filter(
    ({ start, end }) => covered.get(start) === end - start || covered.get(end - 1) === end - start,
  )
}

/** At most three categories, best first; empty when the words point nowhere. */
export const suggestCategories = (groups: readonly CategoryGroupData[], typed: string): Suggestion[] => {
  const text = readable(typed)
  const mentions = mentionsOf(text, termsOf(groups))
  const scored = groups
    .flatMap((group) => group.categories)
    .map((category) => {
      // A word counts once, at its best place: repeating it makes a long story, not a stronger point.
      const best = new Map<string, Mention>()
      for (const mention of mentions) {
        if (!mention.term.categories.includes(category.id)) continue
        const known = best.get(mention.term.term)
        if (known === undefined || known.weight < mention.weight) best.set(mention.term.term, mention)
      }
      const strongest = [...best.values()].sort((a, b) => b.weight - a.weight)
      return { category, strongest, score: strongest.reduce((sum, mention) => sum + mention.weight, 0) }
    })
    .filter(({ score }) => score >= LEAST_SCORE)
    .sort((a, b) => b.score - a.score)
  const top = scored[0]?.score ?? 0
  return scored
    .filter(({ score }) => score >= top * LEAST_SHARE)
    .slice(0, MOST)
    .map(({ category, strongest }) => ({
      category: category.id,
      name: category.name,
      words: [...new Set(strongest.map((mention) => asTyped(text, mention)))],
    }))
}
