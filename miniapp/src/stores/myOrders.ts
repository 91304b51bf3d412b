import type { OrderCard } from '@jiesu/shared-types'
import { call } from '../api/client'
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

/** Orders of whoever is signed in, newest first; nothing is asked while nobody is. */
export const useSignedInOrders = (): Remote<OrderList> => {
  const session = useStore(sessions.requester.store)
  // The end of the token tells one person's kept list from another's on a shared device.
  const key = session === null ? null : `mine:${session.token.slice(-12)}`
  return useRemote<OrderList>(key, () => call('listMyOrders', { query: {} }), { keep: true })
}

/** The list with the page that follows it. */
export const readFurther = async ({ orders, next }: OrderList): Promise<OrderList> => {
  const page = await call('listMyOrders', { query: next === undefined ? {} : { after: next } })
  return { ...page, orders: [...orders, ...page.orders] }
}

const readOne = async (number: string): Promise<DeviceOrder> => {
  if (orderAccess.key(number) === undefined) return { number }
  return call('getOrder', { params: { number } }).then(
    (card) => ({ number, card }),
    () => ({ number }),
  )
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
