/**
 * Settles provisional promises once their year's holidays are announced. Runs with every tick, because a portal that
 * still has the old calendar may be taking orders beside this one; an indexed query finds nothing most of the time.
 */
import { startOfShanghaiDay } from '@jiesu/shared-types'
import type { Calendar } from '../clock/rules/calendar'
import { Refused } from '../platform/problems'
import { type ApplyCommand, commandKey } from './applyCommand'
import type { OrderStore } from './order.store'
import { recomputePromises } from './rules/recomputing'

const BATCH = 100

/** Safe to run twice, and beside another portal: the second finds nothing provisional. */
export const makeRecomputePromises =
  (orders: Pick<OrderStore, 'provisionalPromises'>, calendar: Calendar, applyCommand: ApplyCommand) =>
  async (now: Date): Promise<void> => {
    /** Promises due later cannot be certain yet. */
    const announced = startOfShanghaiDay(`${calendar.until + 1}-01-01`)
    let after = ''
    for (;;) {
      const numbers = await orders.provisionalPromises(announced, after, BATCH)
      for (const number of numbers) {
        const command = commandKey('system', 'recomputePromises', String(now.getTime()))
        try {
          await applyCommand(number, command, now, () => true, recomputePromises)
        } catch (error) {
          // Others kept committing: the next tick tries again.
          if (!(error instanceof Refused)) throw error
        }
      }
      const last = numbers.at(-1)
      if (last === undefined) return
      after = last
    }
  }
