/**
 * The relay: takes news out of the orders' outboxes to whoever has to hear it. At least once; consumers act once per
 * event id. Of several relays only one takes an entry. News that cannot be delivered now waits, longer each time, and
 * after about a day for a person.
 */
import type { OutboxEntry, StoredOrder } from '../orders/order.document'
import type { OrderStore } from '../orders/order.store'
import { hears, type TellRequester } from '../notices/tellRequester'
import type { RecordedEvent } from '../orders/rules/events'
import type { Failure, UndeliveredNews } from '../orders/undelivered.store'
import type { Logger } from './log'
import { OutsideServiceDown } from './outside/outsideService'

const BATCH = 50
/** Longer than all that telling one piece of news can take; after it, another relay may try. */
const LEASE_MS = 60_000
/** A neighbour that fails so often in one run is left alone until the next. */
const PATIENCE = 3
const FIRST_WAIT_MS = 5_000
const LONGEST_WAIT_MS = 3_600_000

/** With these waits about a day: then a person looks at it (未送达), and the relay has its hands free. */
const MOST_TRIES = 32

/** 5 s, 10 s, 20 s … at most an hour. */
const waitAfter = (tries: number): number => Math.min(FIRST_WAIT_MS * 2 ** tries, LONGEST_WAIT_MS)

const failureOf = (error: unknown): Failure => {
  if (!(error instanceof OutsideServiceDown)) return { channel: 'none', reason: 'fault' }
  return { channel: error.service === 'wechat' ? 'wechat' : 'sms', reason: 'service-down' }
}

/** @returns how many entries were settled. */
export const makeRelay = (
  orders: Pick<OrderStore, 'withDueOutbox' | 'lease' | 'settle' | 'postpone'>,
  undelivered: Pick<UndeliveredNews, 'giveUp'>,
  tell: TellRequester,
  log: Logger,
  /** Hears of every event, perhaps more than once, before the requester is told. */
  wake: (stored: StoredOrder, event: RecordedEvent, now: Date) => Promise<void>,
) => {
  const failed = async (number: string, entry: OutboxEntry, now: Date, error: unknown): Promise<void> => {
    const facts = { event: entry.id, tries: entry.tries, reason: error instanceof Error ? error.message : '' }
    if (error instanceof OutsideServiceDown) log.warn(facts, 'news could not be delivered yet')
    // One order whose news cannot be told must not keep all others from hearing theirs.
    else log.error(facts, 'news cannot be told')
    if (entry.tries + 1 >= MOST_TRIES) await undelivered.giveUp(number, entry.id, failureOf(error), now)
    else await orders.postpone(number, entry.id, new Date(now.getTime() + waitAfter(entry.tries)), true)
  }

  const relay = async (
    stored: StoredOrder,
    entry: OutboxEntry,
    now: Date,
  ): Promise<'settled' | 'later' | 'failed'> => {
    const { number } = stored.order
    const event = stored.events.find((e) => e.id === entry.id)
    if (event !== undefined) await wake(stored, event, now)
    if (event !== undefined && hears(event)) {
      if (!(await orders.lease(number, entry.id, now, new Date(now.getTime() + LEASE_MS)))) return 'later'
      try {
        const told = await tell(stored, event, now)
        if (told === 'refused') {
          log.warn({ event: entry.id }, 'news was refused for good')
          await undelivered.giveUp(number, entry.id, { channel: 'sms', reason: 'refused' }, now)
          return 'settled'
        }
        if (told !== 'done') {
          await orders.postpone(number, entry.id, told.notBefore, false)
          return 'later'
        }
      } catch (error) {
        await failed(number, entry, now, error)
        return 'failed'
      }
    }
    await orders.settle(number, entry.id)
    return 'settled'
  }

  return async (now: Date): Promise<number> => {
    let settled = 0
    let failures = 0
    for (const { outbox, ...stored } of await orders.withDueOutbox(now, BATCH))
      for (const entry of outbox) {
        if (failures >= PATIENCE) return settled
        const outcome = await relay(stored, entry, now)
        if (outcome === 'settled') settled++
        if (outcome === 'failed') failures++
      }
    return settled
  }
}
