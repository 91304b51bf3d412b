/** Consultations that the hotline answered itself without an entry to rest on, read from the orders' own collection. */
import type { Connection } from 'mongoose'
import type { OrderDocument } from '../../orders/order.document'
import { HOTLINE } from '../../orders/rules/order'

export interface DirectAnswer {
  readonly number: string
  readonly category: string
  readonly at: Date
  readonly reply: string
}

export interface DirectAnswers {
  /** Of a city since then, newest first; only of those who hid nothing. */
  since(city: string, since: Date): Promise<readonly DirectAnswer[]>
}

interface Read {
  _id: string
  order: Pick<OrderDocument['order'], 'category'>
  events: {
    readonly type: string
    readonly at: Date
    readonly unitId?: string
    readonly entry?: string
    readonly publicReply?: string
  }[]
}

const READ = {
  'order.category': 1,
  'events.type': 1,
  'events.at': 1,
  'events.unitId': 1,
  'events.entry': 1,
  'events.publicReply': 1,
} as const
/** Newest changes of a city that are looked at. */
const MOST = 2000

export const makeDirectAnswers = (connection: Connection): DirectAnswers => ({
  since: async (city, since) => {
    const found = await connection
      .collection<OrderDocument>('orders')
      .find({
        city,
        changedAt: { $gte: since },
        'order.kind': 'consult',
        'order.confidentiality': 'open',
        events: { $elemMatch: { type: 'replied', unitId: HOTLINE } },
      })
      .project<Read>(READ)
      .sort({ changedAt: -1, _id: -1 })
      .limit(MOST)
      .toArray()
    return found
      .flatMap(({ _id: number, order: { category }, events }) => {
        const answer = events.findLast(({ type, unitId }) => type === 'replied' && unitId === HOTLINE)
        return answer === undefined || answer.entry !== undefined || answer.at < since
          ? []
          : [{ number, category, at: answer.at, reply: answer.publicReply ?? '' }]
      })
      .sort((a, b) => b.at.getTime() - a.at.getTime())
  },
})
