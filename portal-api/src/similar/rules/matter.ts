/** A matter as it is compared: its words, weighed, and the places that it names. */
import { grams } from './grams'
import { placeNames } from './placeNames'

export interface Matter {
  readonly id: string
  /** Title, or the first words: what it is about stands there. */
  readonly head: string
  readonly body: string
  /** Words for the place that were given as such. */
  readonly place?: string | undefined
  readonly district?: string | undefined
  readonly street?: string | undefined
  readonly category?: string | undefined
  readonly at: Date
}

export interface Kept {
  readonly matter: Matter
  /** Pairs of characters of all words, each with 1 + ln of its count. */
  readonly terms: ReadonlyMap<string, number>
  /** Those of the places' names alone. */
  readonly places: ReadonlyMap<string, number>
  readonly names: readonly string[]
}

/** How much more a word of the head counts than one of the body. */
const HEAD = 3

const counted = (parts: readonly (readonly [text: string, weight: number])[]): Map<string, number> => {
  const counts = new Map<string, number>()
  for (const [text, weight] of parts)
    for (const gram of grams(text)) counts.set(gram, (counts.get(gram) ?? 0) + weight)
  return counts
}

export const keep = (matter: Matter): Kept => {
  const { head, body, place = '' } = matter
  const terms = counted([
    [head, HEAD],
    [place, HEAD],
    [body, 1],
  ])
  const inHead = [...placeNames(head), ...placeNames(place)]
  const inBody = placeNames(body)
  const places = counted([
    ...inHead.map((name) => [name, HEAD] as const),
    ...inBody.map((name) => [name, 1] as const),
  ])
  return {
    matter,
    terms: new Map([...terms].map(([gram, count]) => [gram, 1 + Math.log(count)])),
    places: new Map([...places].map(([gram, count]) => [gram, Math.log(1 + count)])),
    names: [...new Set([...inHead, ...inBody])],
  }
}

/** So many characters of a text stand for its title. */
const FIRST_WORDS = 40

/** The first sentence, as far as it is short. */
export const firstWords = (text: string): string =>
  [...(text.trim().split(/[。！？!?\n]/, 1)[0] ?? '')].slice(0, FIRST_WORDS).join('')
