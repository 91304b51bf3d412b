/** A query with the weight of its terms, characters and neighbouring terms. */
import { tokenize } from '../rules/tokens'
import { signOf, type Terms } from './encode'
import { provincesIn } from './provinces'
import { joins, questionWords, type Shape } from './queryShape'
import type { TextIndex } from './textIndex'

/** Words that only make a sentence a question, and pairs that such a word is half of. */
const FILLER = 0.15
/** Pairs and single characters that join words (对 in 省对企业): rare as pairs, and still they say nothing. */
const JOINING_PAIR = 0.4
const JOINING_CHARACTER = 0.5

export interface WeightedQuery {
  readonly shape: Shape
  /** Term → weight. */
  readonly terms: ReadonlyMap<number, number>
  /** Character code → weight. */
  readonly characters: ReadonlyMap<number, number>
  /** Two neighbouring terms, as one number → weight. */
  readonly triples: ReadonlyMap<number, number>
  readonly sum: number
  readonly sumOfCharacters: number
  readonly sumOfTriples: number
  readonly heaviest: number
  /** The terms in their order, as often as they stand there. */
  readonly order: readonly number[]
  readonly provinces: readonly string[]
}

/** A word in every text weighs nearly nothing, a word in few much. */
export const rarity = (holders: number, total: number): number =>
  Math.log(1 + (total - holders + 0.5) / (holders + 0.5))

/** Two neighbouring terms as one number. */
export const tripleOf = (left: number, right: number): number => left * 4_194_304 + right

const total = (weights: ReadonlyMap<unknown, number>): number => {
  let sum = 0
  for (const weight of weights.values()) sum += weight
  return Math.max(sum, 0.01)
}

const raise = <K>(weights: Map<K, number>, key: K, weight: number): void => {
  weights.set(key, Math.max(weights.get(key) ?? 0, weight))
}

/** A query with the weight of each of its terms in this index. */
export const weigh = (text: string, index: TextIndex): WeightedQuery => {
  const { shape, isFiller } = questionWords(text)
  const vocabulary: Terms = index.vocabulary
  const terms = new Map<number, number>()
  const characters = new Map<number, number>()
  const triples = new Map<number, number>()
  const order: number[] = []
  const partOf = (place: number): number => (isFiller(place) ? FILLER : 1)
  let before = { id: -1, weight: 0, end: -1, start: -1 }
  for (const { term, start, end } of tokenize(text)) {
    const id = vocabulary.known(term)
    const filler = Math.min(partOf(start), partOf(end - 1))
    const joining = term.length === 2 && (joins(term[0]) || joins(term[1])) ? JOINING_PAIR : 1
    const part = Math.min(filler, joining)
    const weight = id < 0 ? 0 : rarity(index.holdersOf(id), index.size) * part
    if (id >= 0 && !/\p{Script=Han}/u.test(term)) raise(characters, signOf(term), weight)
    if (id >= 0) order.push(id)
    if (id >= 0) raise(terms, id, weight)
    if (id >= 0 && before.id >= 0 && start <= before.end)
      raise(triples, tripleOf(before.id, id), (before.weight + weight) / 2)
    before = { id, weight, start, end }
  }
  for (let i = 0; i < text.length; i += 1) {
    const code = text.charCodeAt(i)
    const holders = index.holdersOfCharacter(code)
    const part = Math.min(partOf(i), joins(text[i]) ? JOINING_CHARACTER : 1)
    if (holders > 0) raise(characters, code, rarity(holders, index.size) * part)
  }
  return {
    shape,
    terms,
    characters,
    triples,
    sum: total(terms),
    sumOfCharacters: total(characters),
    sumOfTriples: total(triples),
    heaviest: Math.max(0.01, ...terms.values()),
    order,
    provinces: provincesIn(text),
  }
}
