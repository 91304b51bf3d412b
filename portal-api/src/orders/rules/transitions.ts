/**
 * The life of an order, in one table: which action is possible in which status, by whom, and where it can lead.
 * The API (what is allowed), the views (which buttons show) and ARCHITECTURE.md's diagram are all made from it.
 */
import { type ActorRole, type OrderAction, type OrderStatus } from '@jiesu/shared-types/vocabulary'
import type { Actor, Order } from './order'

interface Transition {
  readonly from: readonly OrderStatus[]
  readonly by: readonly ActorRole[]
  /** Statuses in which the order may rest afterwards; none: it stays where it was. */
  readonly to: readonly OrderStatus[]
}

/** `to: []`: the order rests where it was. */
const STAYS: readonly OrderStatus[] = []
const UNIT: readonly ActorRole[] = ['handler', 'manager']
const BEFORE_REPLY: readonly OrderStatus[] = ['awaiting-dispatch', 'dispatched', 'handling', 'return-review']

export const TRANSITIONS: Record<OrderAction, Transition> = {
  accept: {
    from: ['submitted'],
    by: ['operator', 'reviewer', 'system'],
    to: ['awaiting-dispatch', 'dispatched'],
  },
  decline: { from: ['submitted'], by: ['operator', 'reviewer'], to: ['declined'] },
  declareRepeat: { from: ['submitted', 'awaiting-dispatch'], by: ['reviewer'], to: ['declined'] },
  answerDirectly: { from: ['submitted', 'awaiting-dispatch'], by: ['operator'], to: ['replied'] },
  requestInformation: { from: ['submitted', 'awaiting-dispatch'], by: ['operator'], to: ['needs-info'] },
  giveInformation: { from: ['needs-info'], by: ['requester'], to: ['submitted', 'awaiting-dispatch'] },
  resume: { from: ['needs-info'], by: ['operator'], to: ['submitted', 'awaiting-dispatch'] },
  supplement: { from: ['submitted', ...BEFORE_REPLY, 'merged'], by: ['requester'], to: STAYS },
  remind: { from: ['submitted', ...BEFORE_REPLY, 'merged', 'redo-review'], by: ['requester'], to: STAYS },
  contestDecline: { from: ['declined'], by: ['requester'], to: ['submitted'] },
  withdraw: {
    from: ['submitted', 'needs-info', ...BEFORE_REPLY, 'merged'],
    by: ['requester'],
    to: ['withdrawn'],
  },
  dispatch: { from: ['awaiting-dispatch'], by: ['operator', 'system'], to: ['dispatched'] },
  redispatch: { from: ['dispatched', 'handling'], by: ['operator'], to: ['dispatched'] },
  splitAsks: { from: ['awaiting-dispatch', 'dispatched', 'handling'], by: ['operator', ...UNIT], to: STAYS },
  mergeInto: { from: ['awaiting-dispatch', 'dispatched', 'handling'], by: ['operator'], to: ['merged'] },
  unmerge: { from: ['merged'], by: ['operator', 'system'], to: ['awaiting-dispatch'] },
  follow: { from: ['merged'], by: ['system'], to: ['replied'] },
  raiseUrgency: { from: BEFORE_REPLY, by: ['operator'], to: STAYS },
  receive: { from: ['dispatched'], by: UNIT, to: ['handling'] },
  explainCause: { from: ['dispatched', 'handling'], by: UNIT, to: ['handling'] },
  inviteCoUnits: { from: ['dispatched', 'handling'], by: ['operator', ...UNIT], to: STAYS },
  recordContact: { from: ['dispatched', 'handling'], by: UNIT, to: STAYS },
  noteProgress: { from: ['dispatched', 'handling'], by: UNIT, to: STAYS },
  answerAsk: { from: ['handling'], by: UNIT, to: STAYS },
  askExtension: { from: ['handling'], by: UNIT, to: STAYS },
  grantExtension: { from: ['handling'], by: ['supervisor', 'reviewer'], to: STAYS },
  refuseExtension: { from: ['handling'], by: ['supervisor', 'reviewer'], to: STAYS },
  returnOrder: { from: ['dispatched', 'handling'], by: ['manager'], to: ['return-review'] },
  upholdReturn: { from: ['return-review'], by: ['reviewer'], to: ['awaiting-dispatch'] },
  refuseReturn: { from: ['return-review'], by: ['reviewer'], to: ['dispatched', 'handling'] },
  referDuty: { from: ['return-review'], by: ['reviewer'], to: STAYS },
  recordRuling: { from: ['return-review'], by: ['reviewer'], to: ['dispatched'] },
  reply: { from: ['handling'], by: UNIT, to: ['replied'] },
  rate: {
    from: ['replied'],
    by: ['requester'],
    to: ['concluded', 'handling', 'awaiting-dispatch', 'redo-review'],
  },
  recordCallback: {
    from: ['replied'],
    by: ['callback'],
    to: ['replied', 'concluded', 'handling', 'awaiting-dispatch', 'redo-review'],
  },
  orderRedo: { from: ['redo-review'], by: ['operator', 'supervisor'], to: ['handling', 'awaiting-dispatch'] },
  conclude: { from: ['redo-review', 'replied'], by: ['operator', 'supervisor', 'system'], to: ['concluded'] },
  supervise: {
    from: ['needs-info', ...BEFORE_REPLY, 'merged', 'redo-review'],
    by: ['supervisor'],
    to: STAYS,
  },
  answerSupervision: { from: ['dispatched', 'handling', 'replied'], by: UNIT, to: STAYS },
  // Waiting for the requester or for another order hides no time.
  issueCard: { from: ['needs-info', ...BEFORE_REPLY, 'merged'], by: ['system'], to: STAYS },
}

/** True when a person of that role may use the action in that status (whose order it is, is decided elsewhere). */
export const isAllowed = (action: OrderAction, status: OrderStatus, role: ActorRole): boolean => {
  const transition = TRANSITIONS[action]
  if (!transition.from.includes(status) || !transition.by.includes(role)) return false
  // A reply is concluded by its rating or by the end of the rating window, never by the desk.
  if (action === 'conclude' && status === 'replied') return role === 'system'
  // Before it is dispatched an order has no unit yet.
  return action !== 'splitAsks' || status !== 'awaiting-dispatch' || role === 'operator'
}

/** What whoever declined cannot decide anew. */
const DECISIONS: readonly OrderAction[] = ['accept', 'decline', 'declareRepeat', 'answerDirectly']

/** A decline is contested once, and whoever declined does not decide on it. */
export const isBarred = (action: OrderAction, order: Pick<Order, 'contest'>, actor: Actor): boolean => {
  const decides = DECISIONS.includes(action)
  // Reviewers decide what is contested; the rest is the operators' work.
  if (order.contest === undefined)
    return actor.role === 'reviewer' && (action === 'accept' || action === 'decline')
  if (action === 'contestDecline') return true
  return decides && actor.id === order.contest.declinedBy
}
