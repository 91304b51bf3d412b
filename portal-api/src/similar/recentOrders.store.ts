/** Orders as they are compared, read from the orders' own collection by its indexes. */
import type { Connection } from 'mongoose'
import type { OrderDocument } from '../orders/order.document'
import type { Order } from '../orders/rules/order'

/** As much of an order as is compared; what was handed in never changes. */
export interface Recent extends Pick<Order, 'number' | 'text' | 'category' | 'place' | 'submittedAt'> {
  readonly changedAt: Date
}

export interface Where {
  readonly city: string
  readonly category: string
  readonly district: string
  readonly statuses: readonly string[]
  readonly since: Date
}

/** Who reported it: the lead order and those that are handled with it. */
export interface Reporters {
  /** Orders of citizens who hid nothing. */
  readonly orders: number
  /** Different accounts among them; whoever was not signed in may be anybody, and counts for nobody. */
  readonly accounts: readonly string[]
}

export interface RecentOrders {
  /** Orders of the city that changed at `since` or later, the latest changes first. */
  changed(city: string, since: Date, limit: number): Promise<readonly Recent[]>
  /** Numbers of open reports by citizens of one matter in one district, newest first. */
  publicOnes(where: Where, limit: number): Promise<readonly string[]>
  reporters(number: string): Promise<Reporters>
}

type Read = Pick<OrderDocument, '_id' | 'submittedAt' | 'changedAt'> & {
  order: Pick<Order, 'text' | 'category' | 'place'>
}
const READ = { submittedAt: 1, changedAt: 1, 'order.text': 1, 'order.category': 1, 'order.place': 1 }
const HID_NOTHING = { requester: 'citizen', 'order.confidentiality': 'open' } as const

export const makeRecentOrders = (connection: Connection): RecentOrders => {
  const orders = connection.collection<OrderDocument>('orders')
  return {
    changed: async (city, since, limit) => {
      const found = await orders
        .find({ city, changedAt: { $gte: since } })
        .project<Read>(READ)
        .sort({ changedAt: -1, _id: -1 })
        .limit(limit)
        .toArray()
      return found.map(({ _id: number, submittedAt, changedAt, order: { text, category, place } }) => ({
        number,
        submittedAt,
        changedAt,
        text,
        category,
        place,
      }))
    },
    publicOnes: async ({ city, category, district, statuses, since }, limit) => {
      const found = await orders
        .find({
          city,
          'order.category': category,
          'order.place.district': district,
          submittedAt: { $gte: since },
          status: { $in: [...statuses] },
          ...HID_NOTHING,
        })
        .project<{ _id: string }>({ _id: 1 })
        .sort({ submittedAt: -1 })
        .limit(limit)
        .toArray()
      return found.map(({ _id }) => _id)
    },
    reporters: async (number) => {
      const found = await orders
        .find({ $or: [{ _id: number }, { mergedInto: number }], ...HID_NOTHING })
        .project<{ account?: string }>({ account: 1 })
        .toArray()
      const accounts = found.flatMap(({ account }) => (account === undefined ? [] : [account]))
      return { orders: found.length, accounts: [...new Set(accounts)] }
    },
  }
}
