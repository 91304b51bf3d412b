/**
 * How the features of `features.ts` add up. Learned by `tests/bench/knowledge-weights.ts`, which prints these lists and
 * what they are worth on questions that had no part in them.
 */
import { QUESTION_FEATURES } from './features'
import type { Shape } from './queryShape'

/** One weight per feature of `FEATURES`. */
const ALWAYS: readonly number[] = [
  1.29, -3.26, 2.87, -0.21, 1.46, -1.94, 2.78, -3.73, 0.49, 1.1, -1.06, -2.47, 0.13, 3.6, 3.72, -0.39, -1.25,
  2.02, 0.67, 1.67, 1.34, 3.18, -2.65,
]
/** What a question adds to the weights of `QUESTION_FEATURES`. */
const IN_A_QUESTION: readonly number[] = [8.48, -4.8, -1.57, -0.03, -1.97, -0.33, 0.08, -1.07, 1.1, 5.21]

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
