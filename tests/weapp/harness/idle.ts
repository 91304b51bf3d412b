import { setImmediate as nextTurn, setTimeout as wait } from 'node:timers/promises'

/** Timers that fire sooner than this belong to what is going on; longer ones are waited for by `waitFor`. */
const SHORT_MS = 50

/** An app that animates without end would never be idle. */
const PATIENCE_MS = 1000

export interface Work {
  /** Turns that are about to run. */
  pendingTurns: () => number
  drawing: () => boolean
  /** Milliseconds since 1970, `Infinity` when there is no timer. */
  nextTimer: () => number
}

/** Resolves when the app has nothing left to do but to wait for the network or for a longer timer. */
export const untilIdle = async ({ pendingTurns, drawing, nextTimer }: Work): Promise<void> => {
  const end = Date.now() + PATIENCE_MS
  while (Date.now() < end) {
    await nextTurn()
    const busy = pendingTurns() > 0 || drawing()
    const ahead = nextTimer() - Date.now()
    if (!busy && ahead > SHORT_MS) return
    if (!busy) await wait(Math.max(1, Math.min(ahead, 5)))
  }
}
