/** 提级加急: an operator says that it cannot wait, and why. Limits only ever move forward by it. */
import { promisesFor } from './acceptance'
import { type Decision, happen, refuse, type RuleContext } from './decision'
import { openMilestones } from './milestones'
import type { Actor, Order } from './order'
import { isAllowed } from './transitions'

export const raiseUrgency = (order: Order, by: Actor, reason: string, ctx: RuleContext): Decision => {
  if (!isAllowed('raiseUrgency', order.state.status, by.role)) return refuse('not-allowed-now')
  if (order.urgency !== undefined) return refuse('not-allowed-now', '这件工单已经加急。')
  const urgent = promisesFor({ ...order, facts: [...order.facts, 'urgent-public-opinion'] }, ctx)
  const finish = openMilestones(order).findLast((milestone) => milestone.type === 'finish')
  const end = urgent.findLast((promise) => promise.type === 'finish')
  const earlier = finish !== undefined && end !== undefined && end.dueAt < finish.dueAt
  return happen({ type: 'urgency-raised', at: ctx.now, by, reason, promises: earlier ? urgent : [] })
}
