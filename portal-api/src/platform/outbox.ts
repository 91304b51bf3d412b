/**
 * The relay: takes news out of the orders' outboxes to whoever has to hear it. At least once; consumers act once per
 * event id. News that cannot be delivered now waits, longer each time.
 */
import type { OrderStore } from '../orders/order.store'
import type { TellRequester } from '../notices/tellRequester'
import type { Logger } from './log'
import { OutsideServiceDown } from './outside/outsideService'

const BATCH = 50
const FIRST_WAIT_MS = 5_000
const LONGEST_WAIT_MS = 3_600_000

/** 5 s, 10 s, 20 s … at most an hour. */
export const waitAfter = (tries: number): number => Math.min(FIRST_WAIT_MS * 2 ** tries, LONGEST_WAIT_MS)

/** @returns how many entries were settled. */
export const makeRelay =
  (orders: OrderStore, tell: TellRequester, log: Logger) =>
  async (now: Date): Promise<number> => {
    let settled = 0
    for (const { outbox, ...stored } of await orders.withDueOutbox(now, BATCH)) {
      for (const entry of outbox) {
        const event = stored.events.find((e) => e.id === entry.id)
        try {
          const told = event === undefined ? 'done' : await tell(stored, event, now)
          if (told === 'done') {
            await orders.settle(stored.order.number, entry.id)
            settled++
          } else await orders.postpone(stored.order.number, entry.id, told.notBefore)
        } catch (error) {
          if (!(error instanceof OutsideServiceDown)) throw error
          log.warn(
            { service: error.service, event: entry.id, tries: entry.tries },
            'news could not be delivered yet',
          )
          await orders.postpone(
            stored.order.number,
            entry.id,
            new Date(now.getTime() + waitAfter(entry.tries)),
          )
        }
      }
    }
    return settled
  }
