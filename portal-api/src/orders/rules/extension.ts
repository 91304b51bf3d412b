/** 延期申请 (烟政办发〔2021〕3号 第20条, 榕政办〔2021〕104号 三(八)): asked in time, decided by a supervisor, within the city's bounds. */
import { dueTime } from '../../clock/rules/dueTime'
import { type Decision, happen, refuse, refuseFields, type RuleContext } from './decision'
import { soonAt } from './milestones'
import type { Actor, ExtensionRequest, Milestone, Order } from './order'
import { isAllowed } from './transitions'
import { isOfMainUnit } from './units'

/** Limits in days can be extended; who has half an hour or a day has an urgent matter. */
const EXTENDABLE = ['working-days', 'calendar-days']

const isRunningFinish = (m: Milestone): boolean =>
  m.type === 'finish' && m.metAt === undefined && m.voidAt === undefined

/** The finish of the present round, while its limit is one in days. */
export const extendable = (order: Order): Milestone | undefined =>
  order.milestones.find((m) => isRunningFinish(m) && EXTENDABLE.includes(m.unit))

/** Asked for and not decided yet. */
export const pendingExtension = (order: Order): ExtensionRequest | undefined =>
  order.extensions.find((one) => one.decision === undefined && one.round === order.round)

/** Why no extension can be asked for now; `undefined` when it can. */
export const whyNoExtension = (order: Order, ctx: RuleContext): string | undefined => {
  const finish = extendable(order)
  if (finish === undefined) return '这件工单的时限不能延期。'
  if (ctx.now >= finish.dueAt) return '已经超过时限，延期要在到期前申请。'
  if (pendingExtension(order) !== undefined) return '已经申请过，正在等审核决定。'
  const granted = order.extensions.filter((one) => one.round === order.round && one.decision === 'granted')
  const { times } = ctx.city.profile.extension
  return granted.length >= times ? `每一轮最多延期 ${times} 次，已经用完。` : undefined
}

/** The finish after an extension: counted from the same start, in the same unit, so that one sum explains it. */
export const extendedDue = (finish: Milestone, days: number, ctx: RuleContext) =>
  dueTime({ unit: finish.unit, amount: finish.amount + days }, finish.startAt, ctx.calendar)

export const askExtension = (
  order: Order,
  by: Actor,
  ask: { days: number; reason: string },
  ctx: RuleContext,
): Decision => {
  if (!isOfMainUnit(by, order)) return refuse('not-yours', '由主办单位申请延期。')
  if (!isAllowed('askExtension', order.state.status, by.role)) return refuse('not-allowed-now')
  const why = whyNoExtension(order, ctx)
  if (why !== undefined) return refuse('not-allowed-now', why)
  const { mostDays } = ctx.city.profile.extension
  if (ask.days > mostDays)
    return refuseFields([{ path: '/days', message: `本市一次最多延期 ${mostDays} 天` }])
  return happen({ type: 'extension-asked', at: ctx.now, by, days: ask.days, reason: ask.reason })
}

/** Decided before or after the limit is over: a request in time is not lost because nobody looked at it. */
export const grantExtension = (order: Order, by: Actor, reason: string, ctx: RuleContext): Decision => {
  const request = pendingExtension(order)
  const finish = extendable(order)
  if (!isAllowed('grantExtension', order.state.status, by.role) || !request || !finish)
    return refuse('not-allowed-now', '没有等待决定的延期申请。')
  const due = extendedDue(finish, request.days, ctx)
  return happen({
    type: 'extension-granted',
    at: ctx.now,
    by,
    days: request.days,
    reason,
    before: finish.dueAt,
    dueAt: due.at,
    soonAt: soonAt({ unit: finish.unit, dueAt: due.at }, ctx.calendar, ctx.city.profile.dueSoon),
    provisional: due.provisional,
  })
}

export const refuseExtension = (order: Order, by: Actor, reason: string, ctx: RuleContext): Decision =>
  isAllowed('refuseExtension', order.state.status, by.role) && pendingExtension(order) !== undefined
    ? happen({ type: 'extension-refused', at: ctx.now, by, reason })
    : refuse('not-allowed-now', '没有等待决定的延期申请。')
