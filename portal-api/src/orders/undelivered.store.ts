/** News in the orders' outboxes that was given up: kept where it was, so that nothing of it is lost. */
import type { NewsChannel, NewsFailure, OrderEventType } from '@jiesu/shared-types'
import type { Connection } from 'mongoose'
import type { OutboxEntry } from './order.document'
import type { RecordedEvent } from './rules/events'

export interface Failure {
  readonly channel: NewsChannel
  readonly reason: NewsFailure
}

export interface GivenUp extends Failure {
  readonly id: string
  readonly number: string
  readonly type: OrderEventType
  /** When it happened. */
  readonly since: Date
  readonly tries: number
  readonly givenUpAt: Date
}

export interface UndeliveredNews {
  /** Takes one entry out of the relays' hands, after one more failed try. */
  giveUp(number: string, outboxId: string, failure: Failure, now: Date): Promise<void>
  /** Of at most `limit` orders of a city, newest first, beyond the order number `after`. */
  page(
    city: string,
    after: string | undefined,
    limit: number,
  ): Promise<readonly { readonly number: string; readonly news: readonly GivenUp[] }[]>
  countOrders(city: string): Promise<number>
  /** Puts it into the relays' hands again. @returns false when it is not there, or not given up. */
  again(city: string, number: string, outboxId: string, now: Date): Promise<boolean>
  /** Nobody is told any more. @returns false when it is not there, or not given up. */
  drop(city: string, number: string, outboxId: string): Promise<boolean>
}

interface Entry extends OutboxEntry, Partial<Failure> {
  readonly givenUpAt?: Date
}
interface Read {
  _id: string
  city: string
  /** There is given-up news in its outbox. */
  undelivered?: true
  outbox: Entry[]
  events: Pick<RecordedEvent, 'id' | 'type' | 'at'>[]
}

/** Far enough that no relay finds it due. */
const NEVER = new Date('9999-12-31T00:00:00Z')

/** The index that finds orders with given-up news; `order.document.ts` makes it with its own. */
export const UNDELIVERED_INDEX = [
  { undelivered: 1, city: 1, _id: -1 },
  { partialFilterExpression: { undelivered: true } },
] as const

const read = ({ _id, outbox, events }: Read): readonly GivenUp[] =>
  outbox.flatMap((entry): GivenUp[] => {
    const event = events.find(({ id }) => id === entry.id)
    if (entry.givenUpAt === undefined || event === undefined) return []
    const { channel = 'none', reason = 'fault' } = entry
    const { id, tries, givenUpAt } = entry
    return [{ id, number: _id, type: event.type, channel, reason, tries, since: event.at, givenUpAt }]
  })

export const makeUndeliveredNews = (connection: Connection): UndeliveredNews => {
  const orders = connection.collection<Read>('orders')
  const givenUpHere = (city: string, number: string, id: string) => ({
    _id: number,
    city,
    outbox: { $elemMatch: { id, givenUpAt: { $exists: true } } },
  })
  /** The last one was taken off: nothing of the order is on the list any more. */
  const tidy = async (number: string): Promise<void> => {
    await orders.updateOne(
      { _id: number, 'outbox.givenUpAt': { $exists: false } },
      { $unset: { undelivered: 1 } },
    )
  }
  return {
    giveUp: async (number, outboxId, { channel, reason }, now) => {
      await orders.updateOne(
        { _id: number, 'outbox.id': outboxId },
        {
          $set: {
            undelivered: true,
            'outbox.$.nextAt': NEVER,
            'outbox.$.givenUpAt': now,
            'outbox.$.channel': channel,
            'outbox.$.reason': reason,
          },
          $inc: { 'outbox.$.tries': 1 },
        },
      )
    },
    page: async (city, after, limit) => {
      const found = await orders
        .find(
          { undelivered: true, city, ...(after === undefined ? {} : { _id: { $lt: after } }) },
          {
            projection: { outbox: 1, 'events.id': 1, 'events.type': 1, 'events.at': 1 },
            sort: { _id: -1 },
            limit,
          },
        )
        .toArray()
      return found.map((doc) => ({ number: doc._id, news: read(doc) }))
    },
    countOrders: (city) => orders.countDocuments({ undelivered: true, city }),
    again: async (city, number, outboxId, now) => {
      const { modifiedCount } = await orders.updateOne(givenUpHere(city, number, outboxId), {
        $set: { 'outbox.$': { id: outboxId, tries: 0, nextAt: now } },
      })
      await tidy(number)
      return modifiedCount === 1
    },
    drop: async (city, number, outboxId) => {
      const { modifiedCount } = await orders.updateOne(givenUpHere(city, number, outboxId), {
        $pull: { outbox: { id: outboxId } },
      })
      await tidy(number)
      return modifiedCount === 1
    },
  }
}
