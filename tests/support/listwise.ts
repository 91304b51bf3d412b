/**
 * Learns which of several candidates is right: weights of their features under which the right ones are likeliest
 * (softmax over each list, "conditional logit"), with an L2 penalty, by Newton's method. No randomness.
 */

export interface List {
  /** The features of each candidate, of about the same spread each. */
  readonly values: readonly Float64Array[]
  /** The right one's place among them. */
  readonly right: number
}

const STEPS = 15
/** A candidate less likely than this bends the curve no further. */
const UNLIKELY = 1e-3
/** A step that gains less is the last. */
const ENOUGH = 1e-7

const dot = (a: Float64Array, b: Float64Array): number => {
  let sum = 0
  for (let i = 0; i < a.length; i += 1) sum += (a[i] ?? 0) * (b[i] ?? 0)
  return sum
}

/** The likelihood of each candidate. */
const odds = ({ values }: List, weights: Float64Array): Float64Array => {
  const scores = Float64Array.from(values, (row) => dot(row, weights))
  const highest = Math.max(...scores)
  const raised = scores.map((score) => Math.exp(score - highest))
  const sum = raised.reduce((a, b) => a + b, 0)
  return raised.map((one) => one / sum)
}

const add = (to: Float64Array, part: number, row: Float64Array): void => {
  for (let i = 0; i < row.length; i += 1) to[i] = (to[i] ?? 0) + part * (row[i] ?? 0)
}

const loss = (lists: readonly List[], weights: Float64Array, penalty: number): number =>
  lists.reduce((sum, list) => sum - Math.log((odds(list, weights)[list.right] ?? 0) + 1e-300), 0) /
    lists.length +
  (penalty / 2) * dot(weights, weights)

/** Gradient, and the second derivatives as rows. */
const slopes = (
  lists: readonly List[],
  weights: Float64Array,
  penalty: number,
): { gradient: Float64Array; curve: Float64Array[] } => {
  const width = weights.length
  const gradient = weights.map((weight) => penalty * weight)
  const curve = Array.from({ length: width }, (_, i) => {
    const row = new Float64Array(width)
    row[i] = penalty + 1e-6
    return row
  })
  for (const list of lists) {
    const likely = odds(list, weights)
    const mean = new Float64Array(width)
    list.values.forEach((row, c) => {
      add(mean, likely[c] ?? 0, row)
    })
    add(gradient, 1 / lists.length, mean)
    add(gradient, -1 / lists.length, list.values[list.right] ?? new Float64Array(width))
    list.values.forEach((row, c) => {
      const part = (likely[c] ?? 0) / lists.length
      if (part * lists.length < UNLIKELY) return
      const away = row.map((value, i) => value - (mean[i] ?? 0))
      curve.forEach((line, i) => {
        add(line, part * (away[i] ?? 0), away)
      })
    })
  }
  return { gradient, curve }
}

/** Solves `curve · x = gradient` for a symmetric, positive curve (Cholesky). */
const solve = (curve: readonly Float64Array[], gradient: Float64Array): Float64Array => {
  const n = gradient.length
  const lower = curve.map(() => new Float64Array(n))
  const at = (i: number, j: number): number => lower[i]?.[j] ?? 0
  lower.forEach((row, i) => {
    for (let j = 0; j <= i; j += 1) {
      let sum = curve[i]?.[j] ?? 0
      for (let k = 0; k < j; k += 1) sum -= at(i, k) * at(j, k)
      row[j] = i === j ? Math.sqrt(Math.max(1e-12, sum)) : sum / at(j, j)
    }
  })
  const x = Float64Array.from(gradient)
  for (let i = 0; i < n; i += 1) {
    for (let k = 0; k < i; k += 1) x[i] = (x[i] ?? 0) - at(i, k) * (x[k] ?? 0)
    x[i] = (x[i] ?? 0) / at(i, i)
  }
  for (let i = n - 1; i >= 0; i -= 1) {
    for (let k = i + 1; k < n; k += 1) x[i] = (x[i] ?? 0) - at(k, i) * (x[k] ?? 0)
    x[i] = (x[i] ?? 0) / at(i, i)
  }
  return x
}

export const likeliest = (lists: readonly List[], width: number, penalty: number): Float64Array => {
  let weights = new Float64Array(width)
  let now = loss(lists, weights, penalty)
  for (let step = 0; step < STEPS; step += 1) {
    const { gradient, curve } = slopes(lists, weights, penalty)
    const direction = solve(curve, gradient)
    const before = now
    // A whole step may go too far: halved until it gains.
    for (let part = 1; part > 1e-3 && now >= before; part /= 2) {
      const tried = weights.map((weight, i) => weight - part * (direction[i] ?? 0))
      const reached = loss(lists, tried, penalty)
      if (reached < before) {
        weights = tried
        now = reached
      }
    }
    if (before - now < ENOUGH) break
  }
  return weights
}
