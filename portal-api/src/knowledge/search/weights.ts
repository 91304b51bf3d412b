/**
 * How the features of `features.ts` add up. Learned by `tests/bench/knowledge-weights.ts`, which prints these lists and
 * what they are worth on questions that had no part in them.
 */
import { QUESTION_FEATURES } from './features'
import type { Shape } from './queryShape'

/** One weight per feature of `FEATURES`. */
const ALWAYS: readonly number[] = [
  2.31, -3.81, 2.93, -0.59, 1.21, -1.93, 2.92, -3.87, 0.53, 1.05, -1.17, -3.41, 0.36, 3.44, 3.82, -0.58,
  -1.11, 1.93, 0.65, 2.12, 1.28, 3.14, -2.92,
]
/** What a question adds to the weights of `QUESTION_FEATURES`. */
const IN_A_QUESTION: readonly number[] = [9.1, -6.68, -1.62, 0.01, -1.97, -0.38, 0, -0.68, 1.15, 4.6]

export const likeliness = (features: readonly number[], shape: Shape): number => {
  let sum = 0
  features.forEach((value, i) => {
    sum += value * (ALWAYS[i] ?? 0)
  })
  if (shape === 'question')
    QUESTION_FEATURES.forEach((feature, i) => {
      sum += (features[feature] ?? 0) * (IN_A_QUESTION[i] ?? 0)
    })
  return sum
}
