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
  const as = await portal.staff(account)
  let after: string | undefined
  do {
    const page = await portal.call(
      listDeskOrders,
      { query: { queue: 'mine', limit: 100, ...(after === undefined ? {} : { after }) } },
      as,
    )
    if (page.orders.some((order) => order.number === number)) return account
    after = page.next
  } while (after !== undefined)
  throw new Error(`order ${number} is not in the queue of ${account}`)
}
