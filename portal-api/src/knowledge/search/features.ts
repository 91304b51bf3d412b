/** What a closer look at a text says about how well it answers a query: the numbers that `weights.ts` weighs. */
import { joins, questionWords, type Shape } from './queryShape'
import { signOf, type Terms } from './encode'
import { foreignness, provincesIn } from './provinces'
import { bestSentence, type FoundTerms, sameOrder } from './sentences'
import type { IndexedText, TextIndex } from './textIndex'
import { tokenize } from '../rules/tokens'

/** Names of the features, in their order; those of `QUESTION_FEATURES` count once more in a question. */
export const FEATURES = [
  'bm25',
  'bm25Short',
  'bm25Characters',
  'coverage',
  'coverageSquared',
  'coverageTriples',
  'beginning',
  'beginningSquared',
  'beginningCharacters',
  'window',
  'narrowWindow',
  'phrase',
  'phraseWeight',
  'coverageCharacters',
  'rarest',
  'length',
  'lengthSquared',
  'bm25Sum',
  'sentences',
  'sameOrder',
  'eightPlaces',
  'twentyPlaces',
  'foreign',
] as const
export const QUESTION_FEATURES = [0, 1, 2, 6, 14, 15, 16, 17, 18, 19] as const

/** Places at the beginning of a text, where it says what it is about. */
const BEGINNING = 60
/** Places in which a passage says one thing. */
const WINDOW = 100
const NARROW = 33
const [EIGHT, TWENTY] = [8, 20]
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

const tripleOf = (left: number, right: number): number => left * 4_194_304 + right

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

/** The terms or characters of a query, numbered from 1, and the tables for looking them up at every place of a text. */
interface Slots {
  /** Term or character → its number, 0 where it is not asked. */
  readonly of: Uint16Array
  /** 0 where no key has these low bits: this table stays close to the processor, the other one does not. */
  readonly maybe: Uint8Array
  readonly keys: readonly number[]
  /** By number; 0 for those that are only counted. */
  readonly weights: Float64Array
}

const LOW_BITS = 0x3fff

/** A table as large as the vocabulary is not made anew for every query: what the last one wrote is wiped out. */
class Table {
  of = new Uint16Array(0)
  readonly maybe = new Uint8Array(LOW_BITS + 1)
  private written: readonly number[] = []

  write(size: number, keys: readonly number[]): void {
    if (this.of.length < size) this.of = new Uint16Array(size * 2)
    for (const key of this.written) {
      this.of[key] = 0
      this.maybe[key & LOW_BITS] = 0
    }
    this.written = keys
    keys.forEach((key, i) => {
      this.of[key] = i + 1
      this.maybe[key & LOW_BITS] = 1
    })
  }
}
const TERMS = new Table()
const CHARACTERS = new Table()

const slotsOf = (
  table: Table,
  weights: ReadonlyMap<number, number>,
  size: number,
  others: readonly number[] = [],
): Slots => {
  const keys = [...weights.keys(), ...others.filter((key) => !weights.has(key))].slice(0, 65_535)
  table.write(size, keys)
  return {
    of: table.of,
    maybe: table.maybe,
    keys,
    weights: Float64Array.from([0, ...keys.map((key) => weights.get(key) ?? 0)]),
  }
}

let hits = new Uint32Array(4096)

/** Writes into `hits` where a key may stand, and says how many places that are: most of a text is passed over here. */
const findHits = (values: Int32Array | Uint16Array, maybe: Uint8Array): number => {
  if (hits.length < values.length) hits = new Uint32Array(values.length * 2)
  let count = 0
  for (let i = 0; i < values.length; i += 1) {
    if (maybe[(values[i] ?? 0) & LOW_BITS] === 0) continue
    hits[count] = i
    count += 1
  }
  return count
}

/** The greatest weight of distinct terms within `width` places. `inside`: room for a count by slot. */
const bestWindow = ({ places, slots, weights }: FoundTerms, width: number, inside: Int32Array): number => {
  inside.fill(0)
  let best = 0
  let sum = 0
  let left = 0
  for (let right = 0; right < places.length; right += 1) {
    const place = places[right] ?? 0
    const slot = slots[right] ?? 0
    const often = inside[slot] ?? 0
    if (often === 0) sum += weights[slot] ?? 0
    inside[slot] = often + 1
    while (place - (places[left] ?? place) > width) {
      const gone = slots[left] ?? 0
      const rest = (inside[gone] ?? 1) - 1
      inside[gone] = rest
      if (rest === 0) sum -= weights[gone] ?? 0
      left += 1
    }
    if (sum > best) best = sum
  }
  return best
}

const bm25 = (
  counts: Int32Array,
  weights: Float64Array,
  longer: number,
  b: number,
  delta: number,
): number => {
  let sum = 0
  for (let slot = 1; slot < weights.length; slot += 1) {
    const often = counts[slot] ?? 0
    if (often > 0)
      sum += (weights[slot] ?? 0) * (delta + (often * 2.2) / (often + 1.2 * (1 - b + b * longer)))
  }
  return sum
}

/**
 * A closer look at many texts for one query, until the next is asked for. `others`: terms that are not the query's but shall be counted too. `found`:
 * how often each term stands in the text.
 */
export const makeLook = (
  query: WeightedQuery,
  index: TextIndex,
  others: readonly number[] = [],
): ((text: IndexedText) => { features: number[]; found: ReadonlyMap<number, number> }) => {
  const mean = index.meanLength
  const meanCharacters = index.meanCharacters
  const termSlots = slotsOf(TERMS, query.terms, index.vocabulary.size, others)
  const asked = query.terms.size
  const characterSlots = slotsOf(CHARACTERS, query.characters, 65_536)
  const order = query.order.map((term) => termSlots.of[term] ?? 0)
  const counts = new Int32Array(termSlots.weights.length)
  const characterCounts = new Int32Array(characterSlots.weights.length)
  const inside = new Int32Array(termSlots.weights.length)
  const triplesFound = new Set<number>()

  return ({ terms, characters, sentences, provinces }) => {
    counts.fill(0)
    characterCounts.fill(0)
    triplesFound.clear()
    const places: number[] = []
    const slots: number[] = []
    const { length } = terms
    let covered = 0
    let beginning = 0
    let rarest = 0
    let triples = 0
    let phrase = 0
    let longest = 0
    let last = -2
    const termHits = findHits(terms, termSlots.maybe)
    for (let hit = 0; hit < termHits; hit += 1) {
      const i = hits[hit] ?? 0
      const term = terms[i] ?? -1
      const slot = term < 0 ? 0 : (termSlots.of[term] ?? 0)
      if (slot === 0 || i !== last + 1) phrase = 0
      if (slot === 0) continue
      last = i
      const often = counts[slot] ?? 0
      counts[slot] = often + 1
      if (slot > asked) {
        phrase = 0
        continue
      }
      const weight = termSlots.weights[slot] ?? 0
      places.push(i)
      slots.push(slot)
      if (often === 0) {
        covered += weight
        if (i < BEGINNING) beginning += weight
        if (weight > rarest) rarest = weight
      }
      const triple = phrase > 0 ? tripleOf(terms[i - 1] ?? -1, term) : -1
      const ofTriple = triple < 0 ? undefined : query.triples.get(triple)
      if (ofTriple === undefined) phrase = weight
      else {
        phrase += weight
        if (!triplesFound.has(triple)) triples += ofTriple
        triplesFound.add(triple)
      }
      if (phrase > longest) longest = phrase
    }
    let coveredCharacters = 0
    let beginningCharacters = 0
    const characterHits = findHits(characters, characterSlots.maybe)
    for (let hit = 0; hit < characterHits; hit += 1) {
      const i = hits[hit] ?? 0
      const slot = characterSlots.of[characters[i] ?? 0] ?? 0
      if (slot === 0) continue
      const often = characterCounts[slot] ?? 0
      characterCounts[slot] = often + 1
      if (often > 0) continue
      const weight = characterSlots.weights[slot] ?? 0
      coveredCharacters += weight
      if (i < BEGINNING) beginningCharacters += weight
    }
    const plain = bm25(counts, termSlots.weights, length / mean, 0.4, 0.5)
    const short = bm25(counts, termSlots.weights, length / mean, 0.85, 0.2)
    const single = bm25(characterCounts, characterSlots.weights, length / meanCharacters, 0.5, 0)
    const logarithm = Math.log(length + 5)
    const found = { places, slots, weights: termSlots.weights }
    const features = [
      plain / query.sum,
      short / query.sum,
      single / query.sumOfCharacters,
      covered / query.sum,
      (covered / query.sum) ** 2,
      triples / query.sumOfTriples,
      beginning / query.sum,
      (beginning / query.sum) ** 2,
      beginningCharacters / query.sumOfCharacters,
      bestWindow(found, WINDOW, inside) / query.sum,
      bestWindow(found, NARROW, inside) / query.sum,
      longest / query.sum,
      longest / 20,
      coveredCharacters / query.sumOfCharacters,
      rarest / query.heaviest,
      logarithm,
      logarithm ** 2 / 10,
      plain / 30,
      Math.log(sentences.length + 1),
      sameOrder(found, sentences, bestSentence(found, sentences), order) / query.sum,
      bestWindow(found, EIGHT, inside) / query.sum,
      bestWindow(found, TWENTY, inside) / query.sum,
      foreignness(query.provinces, provinces),
    ]
    const often = new Map<number, number>()
    for (let i = 0; i < termSlots.keys.length; i += 1) {
      const count = counts[i + 1] ?? 0
      if (count > 0) often.set(termSlots.keys[i] ?? -1, count)
    }
    return { features, found: often }
  }
}
