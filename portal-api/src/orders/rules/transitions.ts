/**
 * The life of an order, in one table: which action is possible in which status, by whom, and where it can lead.
 * The API (what is allowed), the views (which buttons show) and ARCHITECTURE.md's diagram are all made from it.
 */
import { type ActorRole, type OrderAction, type OrderStatus } from '@jiesu/shared-types/vocabulary'
import type { Actor, Order } from './order'

interface Transition {
  readonly from: readonly OrderStatus[]
  readonly by: readonly ActorRole[]
  /** Statuses in which the order may rest afterwards. */
  readonly to: readonly OrderStatus[]
}

export const TRANSITIONS: Record<OrderAction, Transition> = {
  accept: { from: ['submitted'], by: ['operator', 'system'], to: ['awaiting-dispatch', 'dispatched'] },
  decline: { from: ['submitted'], by: ['operator'], to: ['declined'] },
  requestInformation: { from: ['submitted', 'awaiting-dispatch'], by: ['operator'], to: ['needs-info'] },
  giveInformation: { from: ['needs-info'], by: ['requester'], to: ['submitted', 'awaiting-dispatch'] },
  contestDecline: { from: ['declined'], by: ['requester'], to: ['submitted'] },
  withdraw: {
    from: ['submitted', 'needs-info', 'awaiting-dispatch', 'dispatched', 'handling'],
    by: ['requester'],
    to: ['withdrawn'],
  },
  dispatch: { from: ['awaiting-dispatch'], by: ['operator', 'system'], to: ['dispatched'] },
  receive: { from: ['dispatched'], by: ['handler'], to: ['handling'] },
  explainCause: { from: ['dispatched', 'handling'], by: ['handler'], to: ['handling'] },
  askExtension: { from: ['handling'], by: ['handler'], to: ['handling'] },
  grantExtension: { from: ['handling'], by: ['supervisor'], to: ['handling'] },
  refuseExtension: { from: ['handling'], by: ['supervisor'], to: ['handling'] },
  reply: { from: ['handling'], by: ['handler'], to: ['replied'] },
  rate: { from: ['replied'], by: ['requester'], to: ['concluded', 'handling', 'redo-review'] },
  orderRedo: { from: ['redo-review'], by: ['operator'], to: ['handling'] },
  conclude: { from: ['redo-review', 'replied'], by: ['operator', 'system'], to: ['concluded'] },
}

/** True when a person of that role may use the action in that status (whose order it is, is decided elsewhere). */
export const isAllowed = (action: OrderAction, status: OrderStatus, role: ActorRole): boolean => {
  const transition = TRANSITIONS[action]
  if (!transition.from.includes(status) || !transition.by.includes(role)) return false
  // A reply is concluded by its rating or by the end of the rating window, never by the desk.
  return !(action === 'conclude' && status === 'replied' && role !== 'system')
}

/** A decline is contested once, and whoever declined does not decide on it. */
export const isBarred = (action: OrderAction, order: Pick<Order, 'contest'>, actor: Actor): boolean => {
  if (order.contest === undefined) return false
  if (action === 'contestDecline') return true
  return (action === 'accept' || action === 'decline') && actor.id === order.contest.declinedBy
}
