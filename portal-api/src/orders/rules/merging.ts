/** 并单: several requesters, one job. Each keeps privacy, callback and rating; the lead order's reply is given to all. */
import { SYSTEM } from './acceptance'
import { type Decision, happen, refuse, refuseFields, type RuleContext } from './decision'
import type { Actor, Order } from './order'
import { replied } from './replying'
import { isAllowed } from './transitions'

/** Statuses in which an order can still lead others. */
const LEADS = ['awaiting-dispatch', 'dispatched', 'handling', 'return-review']

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
  if (!LEADS.includes(lead.state.status))
    return refuseFields([{ path: '/into', message: '那件工单已经答复、结束或并单，不能作为主单' }])
  return happen({ type: 'merged', at: ctx.now, by, into: lead.number, reason })
}

/** Back to handling on its own. */
export const unmerge = (order: Order, by: Actor, reason: string, ctx: RuleContext): Decision =>
  isAllowed('unmerge', order.state.status, by.role)
    ? happen({ type: 'unmerged', at: ctx.now, by, reason })
    : refuse('not-allowed-now')

/**
 * What the lead order's fate means for one that is merged into it: answered, it is answered too, with a rating of its
 * own; withdrawn, declined or gone, it is handled on its own; else it waits. Safe to ask again and again.
 */
export const followLead = (order: Order, lead: Order | undefined, ctx: RuleContext): Decision => {
  if (order.state.status !== 'merged') return happen()
  const since = order.state.at
  const reply = lead?.replies.findLast((one) => one.at >= since)
  if (reply !== undefined)
    return happen(
      replied(
        SYSTEM,
        {
          unitId: reply.unitId,
          publicReply: reply.publicReply,
          internalAccount: `随主单 ${lead?.number ?? ''} 答复。`,
          nature: reply.nature,
          points: order.asks
            .filter((ask) => ask.answer === undefined)
            .map(({ id }) => ({ ask: id, outcome: 'explained', text: '与合并办理的诉求一并答复，见上。' })),
        },
        ctx,
      ),
    )
  return lead === undefined || ['withdrawn', 'declined', 'concluded', 'merged'].includes(lead.state.status)
    ? unmerge(order, SYSTEM, '合并办理的那件工单没有继续办理，这件恢复单独办理。', ctx)
    : happen()
}
