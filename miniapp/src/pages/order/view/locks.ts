import type { ApiProblem } from '../../../api/problem'
import { orderAccess } from '../../../stores/orderAccess'

type Why = Pick<ApiProblem, 'code'>

/** The key or the session ran out: the reader had the right to see the order. */
export const isExpired = ({ code }: Why): boolean => code === 'session-expired' || code === 'sign-in-required'

/** Refusals that mean: not without proof that this is your order. */
export const isLocked = (problem: Why): boolean =>
  isExpired(problem) || problem.code === 'not-found' || problem.code === 'not-yours'

/**
 * Whether its last known state may stay on the screen while the proof is asked for again: it was opened on this device
 * by its code, as opposed to by the account of somebody who signed out since.
 */
export const staysInSight = (problem: Why, number: string): boolean =>
  isExpired(problem) && orderAccess.store.get().some((one) => one.number === number)
