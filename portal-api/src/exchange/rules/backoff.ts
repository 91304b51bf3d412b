/** How long a delivery that failed waits, and when it is given up. The same steps every time: no chance in it. */

const FIRST_WAIT_MS = 5_000
const LONGEST_WAIT_MS = 3_600_000
/** Ten doublings and then every hour: a delivery is tried for more than fourteen hours, so that a night passes. */
export const MOST_TRIES = 24

/** Milliseconds to wait after the nth failed try: 5 s, 10 s, 20 s … at most an hour. */
export const waitAfter = (tries: number): number =>
  Math.min(FIRST_WAIT_MS * 2 ** Math.max(0, tries - 1), LONGEST_WAIT_MS)

/** @param tries how often it was tried, the failed one included. */
export const afterFailure = (tries: number, now: Date): { readonly nextAt: Date } | 'dead' =>
  tries >= MOST_TRIES ? 'dead' : { nextAt: new Date(now.getTime() + waitAfter(tries)) }
