import type { ApiProblem, ProblemCode } from '../../../api/problem'
import { submitWords as words } from '../../../words/submit'

/** These say no to the photo itself: sent again, it would get the same answer. */
const REFUSED: readonly ProblemCode[] = ['unsupported-media', 'body-too-large', 'photo-gone']

/** Whether another try can help: it does after a lost network, not with a photo that the portal does not take. */
export const canSendAgain = (problem: ApiProblem | undefined): boolean =>
  problem === undefined || !REFUSED.includes(problem.code)

/** Why a photo is not there; one that is not taken is told what would be. */
export const sayFailure = (problem: ApiProblem | undefined): string => {
  if (problem === undefined) return words.photoFailed
  return canSendAgain(problem) ? problem.title : words.photoRefused(problem.title, problem.detail)
}
