/** What the server says may be pressed: the table, and what an order's own past leaves of it. */
import { isUnitRole, ORDER_ACTIONS, type OrderAction } from '@jiesu/shared-types/vocabulary'
import { unanswered } from './asks'
import { isCallbackDue } from './callback'
import { mayOrderRedo } from './closing'
import type { RuleContext } from './decision'
import { pendingExtension, whyNoExtension } from './extension'
import { nextReminderAt } from './information'
import type { Actor, Order } from './order'
import { whyNoReturn } from './returning'
import { openSupervision } from './supervising'
import { isAllowed, isBarred } from './transitions'
import { isOfMainUnit } from './units'

const hasOccasion = (action: OrderAction, order: Order, actor: Actor, ctx: RuleContext): boolean => {
  const isMain = !isUnitRole(actor.role) || isOfMainUnit(actor, order)
  switch (action) {
    case 'askExtension':
      return whyNoExtension(order, ctx) === undefined
    case 'grantExtension':
    case 'refuseExtension':
      return pendingExtension(order) !== undefined
    case 'returnOrder':
      return whyNoReturn(order, ctx) === undefined
    case 'referDuty':
      return order.state.status === 'return-review' && order.state.referredAt === undefined
    case 'recordRuling':
      return order.state.status === 'return-review' && order.state.referredAt !== undefined
    case 'answerDirectly':
      return order.kind === 'consult'
    case 'redispatch':
      return order.ruling === undefined
    case 'remind':
      return nextReminderAt(order, ctx) === undefined
    case 'raiseUrgency':
      return order.urgency === undefined
    case 'splitAsks':
      return isUnitRole(actor.role)
        ? isMain && order.asks.length === 0
        : order.asks.every((ask) => ask.answer === undefined)
    case 'answerAsk':
      // The main unit answers with its reply.
      return !isMain && unanswered(order).some((ask) => ask.unitId === actor.unitId)
    case 'answerSupervision':
      return openSupervision(order) !== undefined
    case 'recordCallback':
      return isCallbackDue(order, ctx.now)
    case 'orderRedo':
      return mayOrderRedo(order, actor, ctx)
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
      hasOccasion(action, order, actor, ctx),
  )
