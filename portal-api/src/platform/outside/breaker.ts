export interface Breaker {
  /**
   * Does the work, unless what it needs failed a moment ago or is busy beyond measure: then, and when the work fails,
   * the outcome is undefined at once, and whoever asked does without.
   */
  run<T>(work: () => Promise<T>): Promise<T | undefined>
}

export interface BreakerParts {
  /** What failed is left alone for so long; then one call alone tries whether it is back. */
  readonly restMs: number
  /** At most so many calls at a time: a service that grows slow must not gather everybody who asks. */
  readonly most: number
  /** Milliseconds of a steady clock. */
  readonly now: () => number
  /** Hears of the first failure only, until there was a success. */
  readonly onFailure: (error: unknown) => void
  readonly onRecovery: () => void
}

export const makeBreaker = ({ restMs, most, now, onFailure, onRecovery }: BreakerParts): Breaker => {
  let restsUntil = Number.NEGATIVE_INFINITY
  let failing = false
  let underWay = 0

  return {
    run: async (work) => {
      if (underWay >= (failing ? 1 : most) || now() < restsUntil) return undefined
      underWay += 1
      try {
        const outcome = await work()
        if (failing) {
          failing = false
          onRecovery()
        }
        return outcome
      } catch (error) {
        restsUntil = now() + restMs
        if (!failing) {
          failing = true
          onFailure(error)
        }
        return undefined
      } finally {
        underWay -= 1
      }
    },
  }
}
