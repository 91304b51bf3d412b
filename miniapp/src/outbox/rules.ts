import type { FieldProblem } from '@jiesu/shared-types'
import type { ProblemCode } from '../api/problem'

/** Why an appeal came back to the person: what the portal said, or `too-old` when it waited for too long. */
export interface Correction {
  code: ProblemCode
  title: string
  detail: string
  fields: readonly FieldProblem[]
}

/** An appeal that the person has sent and the portal has not confirmed. Times are device time, milliseconds. */
export interface Waiting {
  state: 'waiting'
  pressedAt: number
  city: string
  insist: boolean
  tries: number
  /** No other try by itself before. */
  notBefore: number
  /** Nothing was heard from the portal: a network that is back is worth a try at once. */
  unreached: boolean
}

/** Where an appeal stands that is still on the device; once the portal has it, nothing of it stays here. */
export type Progress =
  /** Being written. */
  { state: 'saved' } | Waiting | { state: 'to-correct'; correction: Correction }

export type OutboxEvent =
  | { type: 'pressed'; city: string; insist: boolean; at: number }
  /** `retryAfter` in seconds. */
  | { type: 'failed'; problem: Correction & { retryAfter?: number | undefined }; at: number }
  | { type: 'looked-at'; at: number }
  /** The network has just returned, or the app was opened. */
  | { type: 'network-back'; at: number }
  | { type: 'edited' }

/** Said of the network, or of the portal's own trouble: the same appeal can be taken later. */
const LATER: readonly ProblemCode[] = [
  'offline',
  'timeout',
  'unreadable',
  'request-timeout',
  'too-many-attempts',
  'too-many-connections',
  'outside-service-down',
  'storage-unavailable',
  'internal',
  // The sign-in is forgotten with this answer; number and query code open the order without it.
  'session-expired',
]
const UNREACHED: readonly ProblemCode[] = ['offline', 'timeout']

const BACKOFF_MS = [5_000, 15_000, 60_000, 300_000, 900_000] as const
/** What was urgent three days ago may be over: the person is asked before it is sent. */
const LONGEST_WAIT_MS = 3 * 86_400_000

const pauseAfter = (tries: number): number => BACKOFF_MS[Math.min(tries, BACKOFF_MS.length) - 1] ?? 0

export const canWait = (code: ProblemCode): boolean => LATER.includes(code)

const afterFailure = (
  waiting: Waiting,
  problem: Correction & { retryAfter?: number | undefined },
  at: number,
): Progress => {
  const { code, title, detail, fields } = problem
  if (!canWait(code)) return { state: 'to-correct', correction: { code, title, detail, fields } }
  const tries = waiting.tries + 1
  const pause = Math.max(pauseAfter(tries), (problem.retryAfter ?? 0) * 1000)
  return { ...waiting, tries, notBefore: at + pause, unreached: UNREACHED.includes(code) }
}

/** What an event makes of an appeal on the device. What came too late for it changes nothing. */
export const advance = (progress: Progress, event: OutboxEvent): Progress => {
  switch (event.type) {
    case 'pressed':
      return {
        state: 'waiting',
        pressedAt: event.at,
        city: event.city,
        insist: event.insist,
        tries: 0,
        notBefore: event.at,
        unreached: false,
      }
    case 'failed':
      return progress.state === 'waiting' ? afterFailure(progress, event.problem, event.at) : progress
    case 'looked-at':
      return progress.state === 'waiting' && event.at - progress.pressedAt > LONGEST_WAIT_MS
        ? { state: 'to-correct', correction: { code: 'too-old', title: '', detail: '', fields: [] } }
        : progress
    case 'network-back':
      // The first try over a network that has only just returned often fails: the pauses begin anew, too.
      return progress.state === 'waiting' && progress.unreached
        ? { ...progress, tries: 0, notBefore: event.at }
        : progress
    case 'edited':
      return { state: 'saved' }
  }
}

/** Whether the app may try now by itself. */
export const isDue = (waiting: Waiting, now: number): boolean => now >= waiting.notBefore

/** Milliseconds until the next try by itself; undefined while nothing waits. */
export const nextTryIn = (waiting: readonly Waiting[], now: number): number | undefined =>
  waiting.length === 0 ? undefined : Math.max(0, Math.min(...waiting.map(({ notBefore }) => notBefore)) - now)
