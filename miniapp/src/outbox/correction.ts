import { ApiProblem, localProblem } from '../api/problem'
import type { Correction } from './rules'

/** Why an appeal came back, as it is shown. */
export const problemOf = (correction: Correction): ApiProblem =>
  correction.code === 'too-old' ? localProblem('too-old') : new ApiProblem(correction)
