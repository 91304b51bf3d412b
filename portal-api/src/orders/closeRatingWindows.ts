/** Orders whose rating window passed without a word conclude by themselves. Run every minute; safe to run twice. */
import { type ApplyCommand, commandKey } from './applyCommand'
import type { OrderStore } from './order.store'
import { closeRatingWindow } from './rules/closing'
import { Refused } from '../platform/problems'

const BATCH = 100

/** @returns how many orders were concluded. */
export const makeCloseRatingWindows =
  (orders: OrderStore, applyCommand: ApplyCommand) =>
  async (now: Date): Promise<number> => {
    let closed = 0
    for (const number of await orders.ratingWindowsOver(now, BATCH)) {
      try {
        await applyCommand(
          number,
          commandKey('system', 'closeRatingWindow', String(now.getTime())),
          now,
          () => true,
          closeRatingWindow,
        )
        closed++
      } catch (error) {
        // Rated in the last second: the requester's word stands.
        if (!(error instanceof Refused)) throw error
      }
    }
    return closed
  }
