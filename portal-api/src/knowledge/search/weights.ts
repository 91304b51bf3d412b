/**
 * How the features of `features.ts` add up. Learned by `tests/bench/knowledge-weights.ts`, which prints these lists and
 * what they are worth on questions that had no part in them.
 */
import { QUESTION_FEATURES } from './features'
import type { Shape } from './queryShape'

/** One weight per feature of `FEATURES`. */
const ALWAYS: readonly number[] = [
  0.65, -3.32, 3.74, 0.7, 1.05, -2.73, 3.97, -5.8, 0.62, 3.39, 4.07, -1.52, 0.66, 2.75, 3.97, -0.64, -0.63,
  1.53,
]
/** What a question adds to the weights of `QUESTION_FEATURES`. */
const IN_A_QUESTION: readonly number[] = [6.84, -4.82, -1.71, 0.15, -0.87, 0.08, 0.59, 0.36]

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
