/** 派单、首次查阅、签收、说明原因、答复: the desk's and the unit's part. */
import { DAY_MS, shanghaiDay } from '@jiesu/shared-types/vocabulary'
import { endOfShanghaiDay } from '../../clock/rules/dueTime'
import { lineTarget } from '../../dispatch/rules/chooseUnit'
import { type Decision, happen, refuse, refuseFields, type RuleContext } from './decision'
import type { OrderEvent } from './events'
import type { Actor, Order } from './order'
import { isAllowed } from './transitions'

export interface DispatchChoice {
  readonly unit: string
  readonly coUnits: readonly string[]
  /** Number of a line that takes the order. */
  readonly line?: string | undefined
  readonly reason: string
}

export const dispatch = (order: Order, by: Actor, choice: DispatchChoice, ctx: RuleContext): Decision => {
  if (!isAllowed('dispatch', order.state.status, by.role)) return refuse('not-allowed-now')
  const known = new Set(ctx.city.units.map((unit) => unit.id))
  const chosen = [['/unit', choice.unit], ...choice.coUnits.map((id, i) => [`/coUnits/${i}`, id])] as const
  const unknown = chosen.flatMap(([path, id]) => (known.has(id) ? [] : [path]))
  if (unknown.length > 0)
    return refuseFields(unknown.map((path) => ({ path, message: '不在本市的承办单位里，请重新选择' })))
  const line = lineTarget(ctx.city.hotlines, choice.line)
  if (choice.line !== undefined && line?.unitId !== choice.unit)
    return refuseFields([
      {
        path: '/line',
        message:
          line === undefined ? '这条热线不接收工单，请重新选择' : '这条热线由另一个单位运行，请核对主办单位',
      },
    ])
  return happen({
    type: 'dispatched',
    at: ctx.now,
    by,
    unitId: choice.unit,
    coUnitIds: [...new Set(choice.coUnits)].filter((id) => id !== choice.unit),
    basis: choice.reason,
    ...(line === undefined ? {} : { line: { number: line.number, how: line.how } }),
  })
}

/** 首次查阅 is recorded by itself, once, when the main unit opens the order (及时查阅率, 榕政办〔2021〕104号 三(十二)). */
export const firstView = (order: Order, by: Actor, ctx: RuleContext): readonly OrderEvent[] =>
  order.state.status === 'dispatched' &&
  order.state.firstViewedAt === undefined &&
  by.role === 'handler' &&
  by.unitId === order.assignment?.unitId
    ? [{ type: 'first-viewed', at: ctx.now, by }]
    : []

/** The steps of a handler belong to the main unit; co-handlers read along. */
const isMainUnit = (order: Order, by: Actor): boolean => by.unitId === order.assignment?.unitId

export const receive = (order: Order, by: Actor, ctx: RuleContext): Decision => {
  if (!isMainUnit(order, by)) return refuse('not-yours', '由主办单位签收；贵单位是协办单位，可以查看。')
  if (!isAllowed('receive', order.state.status, by.role)) return refuse('not-allowed-now')
  return happen({ type: 'received', at: ctx.now, by })
}

/** The first answer with the cause. An order not yet received is received by it: half an hour leaves no time for two steps. */
export const explainCause = (order: Order, by: Actor, text: string, ctx: RuleContext): Decision => {
  if (!isMainUnit(order, by)) return refuse('not-yours', '由主办单位向诉求人说明原因。')
  if (!isAllowed('explainCause', order.state.status, by.role)) return refuse('not-allowed-now')
  const explained: OrderEvent = { type: 'cause-explained', at: ctx.now, by, text }
  return order.state.status === 'dispatched'
    ? happen({ type: 'received', at: ctx.now, by }, explained)
    : happen(explained)
}

export const reply = (
  order: Order,
  by: Actor,
  answer: { publicReply: string; internalAccount: string },
  ctx: RuleContext,
): Decision => {
  if (!isMainUnit(order, by)) return refuse('not-yours', '由主办单位答复；协办单位的情况请先告诉主办单位。')
  if (!isAllowed('reply', order.state.status, by.role)) return refuse('not-allowed-now')
  const lastDay = shanghaiDay(new Date(ctx.now.getTime() + ctx.city.profile.ratingWindowDays.value * DAY_MS))
  return happen({
    type: 'replied',
    at: ctx.now,
    by,
    publicReply: answer.publicReply,
    internalAccount: answer.internalAccount,
    ratingOpenUntil: endOfShanghaiDay(lastDay),
  })
}
