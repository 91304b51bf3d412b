/** The sentence of a text that answers best, and whether it says things in the query's order. */

export interface FoundTerms {
  /** Places in the text, ascending, and what stands there: a number from 1 for each term of the query. */
  readonly places: readonly number[]
  readonly slots: readonly number[]
  /** By number. */
  readonly weights: Float64Array
}

/** The number of the sentence with the greatest weight of distinct terms; 0 where nothing was found. */
export const bestSentence = ({ places, slots, weights }: FoundTerms, starts: Uint32Array): number => {
  const seenIn = new Int32Array(weights.length).fill(-1)
  let best = 0
  let most = 0
  let sum = 0
  let sentence = 0
  for (let i = 0; i < places.length; i += 1) {
    const place = places[i] ?? 0
    while (place >= (starts[sentence + 1] ?? Number.POSITIVE_INFINITY)) {
      sentence += 1
      sum = 0
    }
    const slot = slots[i] ?? 0
    if (seenIn[slot] === sentence) continue
    seenIn[slot] = sentence
    sum += weights[slot] ?? 0
    if (sum > most) {
      most = sum
      best = sentence
    }
  }
  return best
}

/**
 * The weight of the longest sequence of the query's terms that stand in the same order in a sentence and the one after
 * it (longest common subsequence). `asked`: the query's terms in their order.
 */
export const sameOrder = (
  { places, slots, weights }: FoundTerms,
  starts: Uint32Array,
  sentence: number,
  asked: readonly number[],
): number => {
  const from = starts[sentence] ?? 0
  const to = starts[sentence + 2] ?? Number.POSITIVE_INFINITY
  const said: number[] = []
  for (let i = 0; i < places.length; i += 1) {
    const place = places[i] ?? 0
    if (place >= from && place < to) said.push(slots[i] ?? 0)
  }
  const best = new Float64Array(said.length + 1)
  for (const slot of asked) {
    let diagonal = 0
    for (let j = 1; j <= said.length; j += 1) {
      const above = best[j] ?? 0
      const taken = said[j - 1] === slot ? diagonal + (weights[slot] ?? 0) : 0
      best[j] = Math.max(above, taken, best[j - 1] ?? 0)
      diagonal = above
    }
  }
  return best[said.length] ?? 0
}
