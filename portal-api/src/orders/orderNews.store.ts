/** News in the orders' outboxes for people, and events for units' own systems. */
import {
  NEVER,
  type OrderDocument,
  type Orders,
  type OutboxEntry,
  readOrder,
  type StoredOrder,
} from './order.document'

export interface OrderNews {
  /** Orders with news that is due to be told. */
  withDueOutbox(
    now: Date,
    limit: number,
  ): Promise<readonly (StoredOrder & { readonly outbox: readonly OutboxEntry[] })[]>
  /**
   * Takes one due entry for whoever tells it, until `until`: of several relays only one gets it.
   * @returns false when it is settled, postponed or taken.
   */
  lease(number: string, outboxId: string, now: Date, until: Date): Promise<boolean>
  settle(number: string, outboxId: string): Promise<void>
  /** @param failed whether this was a failed try, after which the next one waits longer. */
  postpone(number: string, outboxId: string, until: Date, failed: boolean): Promise<void>
  /** Orders with events that the exchange does not have yet, and how many it has. */
  toExchange(now: Date, limit: number): Promise<readonly (StoredOrder & { readonly exchanged: number })[]>
  /** The exchange has all events of the order as it was read; what came since is still to be exchanged. */
  exchanged(stored: StoredOrder): Promise<void>
  postponeExchange(number: string, until: Date): Promise<void>
}

export const makeOrderNews = (orders: Orders): OrderNews => ({
  withDueOutbox: async (now, limit) => {
    const docs = await orders
      .find({ 'outbox.nextAt': { $lte: now } })
      .sort({ 'outbox.nextAt': 1 })
      .limit(limit)
      .lean<OrderDocument[]>()
    return docs.map((doc) => ({
      ...readOrder(doc),
      outbox: doc.outbox.filter((entry) => entry.nextAt <= now),
    }))
  },
  lease: async (orderNumber, outboxId, now, until) => {
    const { modifiedCount } = await orders.updateOne(
      { _id: orderNumber, outbox: { $elemMatch: { id: outboxId, nextAt: { $lte: now } } } },
      { $set: { 'outbox.$.nextAt': until } },
    )
    return modifiedCount === 1
  },
  settle: async (orderNumber, outboxId) => {
    await orders.updateOne({ _id: orderNumber }, { $pull: { outbox: { id: outboxId } } })
  },
  postpone: async (orderNumber, outboxId, until, failed) => {
    await orders.updateOne(
      { _id: orderNumber, 'outbox.id': outboxId },
      { $set: { 'outbox.$.nextAt': until }, $inc: { 'outbox.$.tries': failed ? 1 : 0 } },
    )
  },
  toExchange: async (now, limit) => {
    const due = await orders
      .find({ exchangeAt: { $lte: now } })
      .sort({ exchangeAt: 1 })
      .limit(limit)
      .lean<OrderDocument[]>()
    // Orders from before there was an exchange come after what is new.
    const old =
      due.length === limit
        ? []
        : await orders
            .find({ exchangeAt: null })
            .limit(limit - due.length)
            .lean<OrderDocument[]>()
    return [...due, ...old].map((doc) => ({ ...readOrder(doc), exchanged: doc.exchanged ?? 0 }))
  },
  exchanged: async ({ order, events, version }) => {
    await orders.updateOne({ _id: order.number }, { $max: { exchanged: events.length } })
    await orders.updateOne({ _id: order.number, version }, { $set: { exchangeAt: NEVER } })
  },
  postponeExchange: async (orderNumber, until) => {
    await orders.updateOne({ _id: orderNumber }, { $set: { exchangeAt: until } })
  },
})
