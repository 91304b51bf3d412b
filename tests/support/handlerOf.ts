import { listDeskOrders } from '@jiesu/shared-types'
import type { TestPortal } from './portal'

/**
 * The demo account of the main unit that an order was dispatched to.
 * @throws when the order is not in that unit's queue: dispatched orders must be found by those who handle them.
 */
export const handlerOf = async (portal: TestPortal, number: string): Promise<string> => {
  const stored = await portal.connection
    .collection<{ _id: string; city: string; units: string[] }>('orders')
    .findOne({ _id: number })
  const account = `${stored?.city ?? ''}-${stored?.units[0] ?? ''}`
  const list = await portal.call(listDeskOrders, { query: { queue: 'mine' } }, await portal.staff(account))
  if (!list.orders.some((order) => order.number === number))
    throw new Error(`order ${number} is not in the queue of ${account}`)
  return account
}
