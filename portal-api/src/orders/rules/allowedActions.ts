/** What the server says may be pressed: the table, and what an order's own past leaves of it. */
import { ORDER_ACTIONS, type OrderAction } from '@jiesu/shared-types/vocabulary'
import type { RuleContext } from './decision'
import { pendingExtension, whyNoExtension } from './extension'
import type { Actor, Order } from './order'
import { isAllowed, isBarred } from './transitions'

const hasOccasion = (action: OrderAction, order: Order, ctx: RuleContext): boolean => {
  switch (action) {
    case 'askExtension':
      return whyNoExtension(order, ctx) === undefined
    case 'grantExtension':
    case 'refuseExtension':
      return pendingExtension(order) !== undefined
    default:
      return true
  }
}

/** What somebody may do with an order now, in the table's order. */
export const allowedActions = (order: Order, actor: Actor, ctx: RuleContext): readonly OrderAction[] =>
  ORDER_ACTIONS.filter(
    (action) =>
      isAllowed(action, order.state.status, actor.role) &&
      !isBarred(action, order, actor) &&
      hasOccasion(action, order, ctx),
  )
