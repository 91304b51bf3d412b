/** The desk's queues: the most urgent first. */
import type { DeskPress, StaffRole } from '@jiesu/shared-types'
import type { Cursor } from './cursor'
import { type OrderDocument, type Orders, readOrder, type StoredOrder } from './order.document'

export interface DeskFilter {
  readonly city: string
  /** Only orders of this unit (main or co-handling). */
  readonly unitId?: string | undefined
  readonly statuses: readonly string[]
  /** Only orders that press in this way at `now`. */
  readonly press?: { readonly by: DeskPress; readonly now: Date } | undefined
  /** Only orders that wait for this role of the hotline at `now`. */
  readonly waitsFor?: { readonly role: StaffRole; readonly now: Date } | undefined
  /** Only orders on whose late petition hit an operator has to look. */
  readonly petitionWaiting?: true | undefined
  /** Place after which to go on: due time and number of the last order of the page before. */
  readonly after?: Cursor | undefined
  readonly limit: number
}

export interface DeskQueues {
  /** Most urgent first. */
  forDesk(filter: DeskFilter): Promise<readonly (StoredOrder & { readonly dueAt: Date })[]>
  countForDesk(filter: Omit<DeskFilter, 'after' | 'limit'>): Promise<number>
}

const waitingFor = (wanted: DeskFilter['waitsFor']) => {
  if (wanted === undefined) return {}
  const due = wanted.role === 'callback' ? { callbackFrom: { $lte: wanted.now } } : {}
  return { waitsFor: wanted.role, ...due }
}

const pressing = (wanted: DeskFilter['press']) => {
  if (wanted === undefined) return {}
  switch (wanted.by) {
    case 'late':
      return { dueAt: { $lte: wanted.now } }
    case 'urgent':
      return { urgent: true }
    case 'reminded':
      return { reminders: { $gt: 0 } }
  }
}

const deskQuery = (filter: Omit<DeskFilter, 'after' | 'limit'>) => ({
  city: filter.city,
  ...(filter.unitId === undefined ? {} : { units: filter.unitId }),
  status: { $in: [...filter.statuses] },
  ...waitingFor(filter.waitsFor),
  ...pressing(filter.press),
  ...(filter.petitionWaiting === undefined ? {} : { petitionWaiting: true }),
})

export const makeDeskQueues = (orders: Orders): DeskQueues => ({
  forDesk: async ({ after, limit, ...filter }) => {
    const beyond =
      after === undefined
        ? {}
        : { $or: [{ dueAt: { $gt: after.at } }, { dueAt: after.at, _id: { $gt: after.number } }] }
    const docs = await orders
      .find({ ...deskQuery(filter), ...beyond })
      .sort({ dueAt: 1, _id: 1 })
      .limit(limit)
      .lean<OrderDocument[]>()
    return docs.map((doc) => ({ ...readOrder(doc), dueAt: doc.dueAt }))
  },
  countForDesk: (filter) => orders.countDocuments(deskQuery(filter)),
})
