/** Orders as the supervision board reads them: in pages, without texts and personal data. */
import { isOpen, ORDER_STATUSES } from '@jiesu/shared-types'
import type { Connection } from 'mongoose'
import type { Cursor } from './cursor'
import type { RecordedEvent } from './rules/events'
import type { Order } from './rules/order'

export interface JudgeableFilter {
  readonly city: string
  /** Submitted before. */
  readonly until: Date
  readonly since: Date
  /** `changed`: at `since` or later; `resting`: open, and unchanged since before `since`. */
  readonly which: 'changed' | 'resting'
}

type Judged = Pick<Order, 'milestones' | 'replies' | 'ratings' | 'cards'>

export interface Judgeable {
  readonly number: string
  /** Its place in the list: latest change, or next due time. */
  readonly at: Date
  readonly order: Judged
  readonly events: readonly Pick<RecordedEvent, 'type' | 'at' | 'by'>[]
}

export interface JudgeableOrders {
  /** A page of orders in the order of their `at`, beyond `after`. */
  page(filter: JudgeableFilter, after: Cursor | undefined, limit: number): Promise<readonly Judgeable[]>
}

interface Read {
  _id: string
  city: string
  status: string
  submittedAt: Date
  changedAt: Date
  dueAt: Date
  /** Orders from before there were cards have none. */
  order: Omit<Judged, 'cards'> & Partial<Pick<Judged, 'cards'>>
  events: Judgeable['events']
}

const OPEN_STATUSES = ORDER_STATUSES.filter(isOpen)
const READ = {
  changedAt: 1,
  dueAt: 1,
  'order.milestones': 1,
  'order.replies.at': 1,
  'order.replies.unitId': 1,
  'order.replies.round': 1,
  'order.replies.nature': 1,
  'order.ratings.at': 1,
  'order.ratings.round': 1,
  'order.ratings.solved': 1,
  'order.ratings.satisfaction': 1,
  'order.cards': 1,
  'events.type': 1,
  'events.at': 1,
  'events.by.unitId': 1,
  'events.unitId': 1,
} as const

/** Reads what `order.document.ts` says, by its indexes. */
export const makeJudgeableOrders = (connection: Connection): JudgeableOrders => ({
  page: async ({ city, since, until, which }, after, limit) => {
    const key = which === 'changed' ? 'changedAt' : 'dueAt'
    const from = which === 'changed' ? (after?.at ?? since) : after?.at
    const docs = await connection
      .collection<Read>('orders')
      .find(
        {
          city,
          submittedAt: { $lt: until },
          ...(which === 'changed' ? {} : { status: { $in: OPEN_STATUSES }, changedAt: { $lt: since } }),
          ...(from === undefined ? {} : { [key]: { $gte: from } }),
          ...(after === undefined
            ? {}
            : { $or: [{ [key]: { $gt: after.at } }, { [key]: after.at, _id: { $gt: after.number } }] }),
        },
        { projection: READ, sort: { [key]: 1, _id: 1 }, limit },
      )
      .toArray()
    return docs.map(({ _id, order, events, ...doc }) => ({
      number: _id,
      at: doc[key],
      order: { ...order, cards: order.cards ?? [] },
      events,
    }))
  },
})
