/** What the clock has to look at: orders of which something has become due. */
import type { Orders } from './order.document'

export interface DueOrders {
  /** Numbers of replied orders whose rating window is over. */
  ratingWindowsOver(now: Date, limit: number): Promise<readonly string[]>
  /** Numbers of orders for which the clock has a card, earliest first. */
  cardsDue(now: Date, limit: number): Promise<readonly string[]>
  /** Orders that are handled together with another, in the order of their numbers beyond `after`. */
  merged(after: string, limit: number): Promise<readonly { readonly number: string; readonly into: string }[]>
  countFollowers(number: string): Promise<number>
  /**
   * Numbers, in their order and beyond `after`, of orders with an open provisional promise that is due by `until`.
   */
  provisionalPromises(until: Date, after: string, limit: number): Promise<readonly string[]>
}

export const makeDueOrders = (orders: Orders): DueOrders => ({
  ratingWindowsOver: async (now, limit) => {
    const docs = await orders
      .find({ status: 'replied', ratingOpenUntil: { $lte: now } }, { _id: 1 })
      .sort({ ratingOpenUntil: 1 })
      .limit(limit)
      .lean<{ _id: string }[]>()
    return docs.map((doc) => doc._id)
  },
  cardsDue: async (now, limit) => {
    const docs = await orders
      .find({ cardAt: { $lte: now } }, { _id: 1 })
      .sort({ cardAt: 1 })
      .limit(limit)
      .lean<{ _id: string }[]>()
    return docs.map((doc) => doc._id)
  },
  merged: async (after, limit) => {
    const docs = await orders
      .find({ mergedInto: { $exists: true }, _id: { $gt: after } }, { mergedInto: 1 })
      .sort({ _id: 1 })
      .limit(limit)
      .lean<{ _id: string; mergedInto: string }[]>()
    return docs.map((doc) => ({ number: doc._id, into: doc.mergedInto }))
  },
  countFollowers: (number) => orders.countDocuments({ mergedInto: number }),
  provisionalPromises: async (until, after, limit) => {
    const docs = await orders
      .find({ provisionalDueAt: { $lte: until }, _id: { $gt: after } }, { _id: 1 })
      .sort({ _id: 1 })
      .limit(limit)
      .lean<{ _id: string }[]>()
    return docs.map((doc) => doc._id)
  },
})
