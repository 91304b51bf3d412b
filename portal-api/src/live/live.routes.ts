import { followDesk, followOrder, type LiveChange } from '@jiesu/shared-types'
import type { Context } from 'koa'
import type { Caller } from '../identity/caller'
import { worksOnOrders } from '../identity/rules/policies'
import type { OrderStore } from '../orders/order.store'
import { isOwn } from '../orders/orders.routes'
import type { Binder } from '../platform/http/bind'
import { Refused } from '../platform/problems'
import type { Guest, Hub } from './hub'
import { isOver, openLine } from './line'

export interface LiveParts {
  readonly hub: Hub
  readonly orders: Pick<OrderStore, 'find'>
  readonly identify: (ctx: Context) => Promise<Caller>
}

export const liveRoutes = (bind: Binder, { hub, orders, identify }: LiveParts): void => {
  /** Nothing waits between the look whether somebody is still there and joining: a reader that left is not kept. */
  const open = (koa: Context, guest: Guest, first?: LiveChange): null => {
    if (isOver(koa)) return null
    if (koa.method === 'HEAD') {
      openLine(koa, () => undefined).end()
      return null
    }
    hub.join(guest, (leave) => {
      const line = openLine(koa, leave)
      if (first !== undefined) line.changed(first)
      return line
    })
    return null
  }

  bind(followDesk, async ({ caller, koa }) => {
    const { staff } = caller
    if (staff === undefined) throw new Refused('sign-in-required')
    if (!worksOnOrders(staff.role)) throw new Refused('not-yours')
    await hub.ready()
    return open(koa, {
      listener: { kind: 'desk', reader: staff },
      person: `staff ${staff.id}`,
      stillMay: async () => {
        const now = (await identify(koa)).staff
        return (
          now?.id === staff.id &&
          now.role === staff.role &&
          now.city === staff.city &&
          now.unitId === staff.unitId
        )
      },
    })
  })

  bind(followOrder, async ({ params, caller, koa }) => {
    // First this, then the order: what happens to it from here on is told, what happened before is in the version.
    await hub.ready()
    const stored = await orders.find(params.number)
    if (stored === undefined || !isOwn(caller, stored)) throw new Refused('not-found')
    const { version } = stored
    const { number } = stored.order
    // Not the whole order, which would be kept for as long as somebody listens.
    const owned = { order: { number }, private: { account: stored.private.account } }
    return open(
      koa,
      {
        listener: { kind: 'order', number },
        person: caller.account === undefined ? `order ${number}` : `account ${caller.account}`,
        stillMay: async () => isOwn(await identify(koa), owned),
      },
      { number, version },
    )
  })
}
