import type { OrderCard, OrderView } from '@jiesu/shared-types'
import type { OrderShelf } from '@jiesu/shared-types/vocabulary'
import { call } from '../api/client'
import { asProblem } from '../api/problem'
import { useRemote, type Remote } from '../api/useRemote'
import { orderAccess } from './orderAccess'
import { sessions } from './session'
import { useStore } from './store'

/** An order that was submitted or looked up on this device; `card` is absent when its key is no longer good. */
export interface DeviceOrder {
  number: string
  card?: OrderCard
}

export interface OrderList {
  orders: readonly OrderCard[]
  /** Where the list goes on, if it does. */
  next?: string
}

const queryOf = (shelf: OrderShelf | undefined) => (shelf === undefined ? {} : { shelf })

/** Orders of whoever is signed in, newest first, all or those of one shelf; nothing is asked while nobody is. */
export const useSignedInOrders = (shelf?: OrderShelf): Remote<OrderList> => {
  const session = useStore(sessions.requester.store)
  // The end of the token tells one person's kept list from another's on a shared device.
  const key = session === null ? null : `mine:${session.token.slice(-12)}:${shelf ?? 'all'}`
  return useRemote<OrderList>(key, () => call('listMyOrders', { query: queryOf(shelf) }), { keep: true })
}

/** The list with the page that follows it. */
export const readFurther = async ({ orders, next }: OrderList, shelf?: OrderShelf): Promise<OrderList> => {
  const query = { ...queryOf(shelf), ...(next === undefined ? {} : { after: next }) }
  const page = await call('listMyOrders', { query })
  return { ...page, orders: [...orders, ...page.orders] }
}

/** As much of an order as a list shows: the rest of it is not kept on the device for that. */
const cardOf = (view: OrderView): OrderCard => {
  const { number, city, cityName, status, statusWords, kind, categoryName } = view
  const { excerpt, submittedAt, sentence, nextMilestone, agent } = view
  return {
    ...{ number, city, cityName, status, statusWords, kind, categoryName, excerpt, submittedAt, sentence },
    ...(nextMilestone === undefined ? {} : { nextMilestone }),
    ...(agent === undefined ? {} : { byAgent: true }),
  }
}

/** @throws ApiProblem while the portal cannot be reached: what is known of the orders is then still shown. */
const readOne = async (number: string): Promise<DeviceOrder> => {
  if (orderAccess.key(number) === undefined) return { number }
  try {
    return { number, card: cardOf(await call('getOrder', { params: { number } })) }
  } catch (caught) {
    if (asProblem(caught).isConnection) throw caught
    return { number }
  }
}

/** The newest `most` orders known on this device, except `without`, which are shown already. */
export const useDeviceOrders = (most: number, without: readonly string[]): Remote<DeviceOrder[]> => {
  const numbers = useStore(orderAccess.store)
    .map((one) => one.number)
    .filter((number) => !without.includes(number))
    .slice(0, most)
  const key = numbers.length === 0 ? null : `device:${numbers.join()}`
  return useRemote(key, () => Promise.all(numbers.map(readOne)), { keep: true })
}
