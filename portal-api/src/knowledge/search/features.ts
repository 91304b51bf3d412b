/** What a closer look at a text says about how well it answers a query: the numbers that `weights.ts` weighs. */
import { foreignness } from './provinces'
import { bestSentence, type FoundTerms, sameOrder } from './sentences'
import { CHARACTERS, findHits, slotsOf, TERMS } from './slots'
import type { IndexedText, TextIndex } from './textIndex'
import { tripleOf, type WeightedQuery } from './weighQuery'

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
 * A closer look at many texts for one query, until the next is asked for.
 * @param others terms that are not the query's but shall be counted too.
 * @returns for a text its features, and how often each term stands in it.
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
    for (let hit = 0; hit < termHits.length; hit += 1) {
      const i = termHits[hit] ?? 0
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
    for (let hit = 0; hit < characterHits.length; hit += 1) {
      const i = characterHits[hit] ?? 0
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
