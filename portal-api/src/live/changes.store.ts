/** Which orders changed lately, read from the orders' own collection: a change by any portal is seen by all. */
import type { Connection } from 'mongoose'
import type { ChangedOrder } from './rules/news'

export interface Changes {
  /** Orders of these cities that changed from `since` on, each with its version. */
  since(cities: readonly string[], since: Date): Promise<readonly { number: string; version: number }[]>
  of(numbers: readonly string[]): Promise<readonly ChangedOrder[]>
}

/** Fields as `orders/order.document.ts` writes them. */
interface ChangeDocument {
  _id: string
  version: number
  city: string
  status: ChangedOrder['status']
  units: string[]
  unitsBefore?: string[]
  changedAt: Date
  events: { type: ChangedOrder['events'][number]['type']; at: Date; visible?: boolean }[]
}

const DETAILS = {
  version: 1,
  city: 1,
  status: 1,
  units: 1,
  unitsBefore: 1,
  'events.type': 1,
  'events.at': 1,
  'events.visible': 1,
}

const changedOrder = (doc: Omit<ChangeDocument, 'changedAt'>): ChangedOrder => {
  const [unitId, ...coUnitIds] = doc.units
  return {
    number: doc._id,
    version: doc.version,
    city: doc.city,
    status: doc.status,
    ...(unitId === undefined ? {} : { assignment: { unitId, coUnitIds } }),
    unitsBefore: doc.unitsBefore ?? [],
    events: doc.events,
  }
}

export const makeChanges = (connection: Connection): Changes => {
  const orders = connection.collection<ChangeDocument>('orders')
  return {
    since: async (cities, since) => {
      // One bounded range of the index {city, changedAt} a city.
      const found = await orders
        .find({ city: { $in: [...cities] }, changedAt: { $gte: since } })
        .project<Pick<ChangeDocument, '_id' | 'version'>>({ version: 1 })
        .toArray()
      return found.map(({ _id, version }) => ({ number: _id, version }))
    },
    of: async (numbers) => {
      const found = await orders
        .find({ _id: { $in: [...numbers] } })
        .project<Omit<ChangeDocument, 'changedAt'>>(DETAILS)
        .toArray()
      return found.map(changedOrder)
    },
  }
}
