/**
 * The life of an order, in one table: which action is possible in which status, by whom, and where it can lead.
 * The API (what is allowed), the views (which buttons show) and ARCHITECTURE.md's diagram are all made from it.
 */
import {
  type ActorRole,
  ORDER_ACTIONS,
  type OrderAction,
  type OrderStatus,
} from '@jiesu/shared-types/vocabulary'

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
  withdraw: {
    from: ['submitted', 'needs-info', 'awaiting-dispatch', 'dispatched', 'handling'],
    by: ['requester'],
    to: ['withdrawn'],
  },
  dispatch: { from: ['awaiting-dispatch'], by: ['operator', 'system'], to: ['dispatched'] },
  receive: { from: ['dispatched'], by: ['handler'], to: ['handling'] },
  explainCause: { from: ['dispatched', 'handling'], by: ['handler'], to: ['handling'] },
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

/** The actions of a role in a status, in the table's order. */
export const allowedActions = (status: OrderStatus, role: ActorRole): readonly OrderAction[] =>
  ORDER_ACTIONS.filter((action) => isAllowed(action, status, role))
