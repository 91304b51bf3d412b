/** 并单: several requesters, one job. Each keeps privacy, callback and rating; the lead order's reply is given to all. */
import { SYSTEM } from './acceptance'
import { type Decision, happen, refuse, refuseFields, type RuleContext } from './decision'
import type { Actor, Order } from './order'
import { replied } from './replying'
import { openMilestones } from './milestones'
import { isAllowed } from './transitions'

/** Statuses in which an order can still lead others. */
const LEADS = ['awaiting-dispatch', 'dispatched', 'handling', 'return-review']

export const canLead = (order: Pick<Order, 'state'>): boolean => LEADS.includes(order.state.status)

/** @param lead the order that leads; `undefined` when there is none of that number. */
export const mergeInto = (
  order: Order,
  by: Actor,
  lead: Order | undefined,
  reason: string,
  ctx: RuleContext,
): Decision => {
  if (!isAllowed('mergeInto', order.state.status, by.role)) return refuse('not-allowed-now')
  if (lead === undefined || lead.city !== order.city)
    return refuseFields([{ path: '/into', message: '本市没有这个编号的工单，请核对' }])
  if (lead.number === order.number)
    return refuseFields([{ path: '/into', message: '不能并入它自己，请填写另一件工单的编号' }])
  if (!canLead(lead))
    return refuseFields([{ path: '/into', message: '那件工单已经答复、结束或并单，不能作为主单' }])
  if (order.asks.length > 0)
    return refuseFields([{ path: '/into', message: '这件已经拆分了诉求点，要逐点答复，不能并单' }])
  const [own, leads] = [finishOf(order), finishOf(lead)]
  if (own !== undefined && leads !== undefined && leads > own)
    return refuseFields([{ path: '/into', message: '那件工单的时限更晚，请反过来，把它并入这一件' }])
  return happen({
    type: 'merged',
    at: ctx.now,
    by,
    into: lead.number,
    reason,
    leadReplies: lead.replies.length,
  })
}

/** When the running round has to be finished. */
const finishOf = (order: Order): Date | undefined =>
  openMilestones(order).findLast((milestone) => milestone.type === 'finish')?.dueAt

/** Back to handling on its own. */
export const unmerge = (order: Order, by: Actor, reason: string, ctx: RuleContext): Decision =>
  isAllowed('unmerge', order.state.status, by.role)
    ? happen({ type: 'unmerged', at: ctx.now, by, reason })
    : refuse('not-allowed-now')

/**
 * What the lead order's fate means for one that is merged into it: answered, it is answered too, with a rating of its
 * own; withdrawn, declined or gone, it is handled on its own; else it waits. Safe to ask again and again.
 * @param hide takes what the lead's requester is called out of a text: the reply was written to that person.
 */
export const followLead = (
  order: Order,
  lead: Order | undefined,
  ctx: RuleContext,
  hide: (text: string) => string = (text) => text,
): Decision => {
  if (order.state.status !== 'merged') return happen()
  const reply = lead?.replies[order.state.leadReplies ?? 0]
  if (reply !== undefined)
    return happen(
      replied(
        SYSTEM,
        {
          unitId: reply.unitId,
          publicReply: hide(reply.publicReply),
          internalAccount: `随主单 ${lead?.number ?? ''} 答复。`,
          nature: reply.nature,
          points: [],
        },
        ctx,
      ),
    )
  return lead === undefined || ['withdrawn', 'declined', 'concluded', 'merged'].includes(lead.state.status)
    ? unmerge(order, SYSTEM, '合并办理的那件工单没有继续办理，这件恢复单独办理。', ctx)
    : happen()
}
