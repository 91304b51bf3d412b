/** 派单、改派、首次查阅、签收、说明原因: how an order gets to its unit. */
import { isUnitRole, type OrderAction } from '@jiesu/shared-types/vocabulary'
import { lineTarget } from '../../dispatch/rules/chooseUnit'
import { type Decision, happen, refuse, refuseFields, type RuleContext } from './decision'
import type { OrderEvent } from './events'
import type { Actor, Order } from './order'
import { isAllowed } from './transitions'
import { isOfMainUnit } from './units'

export interface DispatchChoice {
  readonly unit: string
  readonly coUnits: readonly string[]
  /** Number of a line that takes the order. */
  readonly line?: string | undefined
  readonly reason: string
}

const dispatchBy =
  (action: Extract<OrderAction, 'dispatch' | 'redispatch'>) =>
  (order: Order, by: Actor, choice: DispatchChoice, ctx: RuleContext): Decision => {
    if (!isAllowed(action, order.state.status, by.role)) return refuse('not-allowed-now')
    if (action === 'redispatch' && order.ruling !== undefined)
      return refuse('not-allowed-now', '编办已经明确责任单位，不能改派。')
    if (order.ruling !== undefined && choice.unit !== order.ruling.unitId)
      return refuseFields([{ path: '/unit', message: '编办已经明确责任单位，请派给它' }])
    if (action === 'redispatch' && choice.unit === order.assignment?.unitId)
      return refuseFields([{ path: '/unit', message: '已经由这个单位主办，请选择另一个单位' }])
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
            line === undefined
              ? '这条热线不接收工单，请重新选择'
              : '这条热线由另一个单位运行，请核对主办单位',
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

export const dispatch = dispatchBy('dispatch')
/** 改派: the operator chose wrongly, or the matter turned out to be another. The clock runs on. */
export const redispatch = dispatchBy('redispatch')

/** 首次查阅 is recorded by itself, once, when the main unit opens the order (及时查阅率, 榕政办〔2021〕104号 三(十二)). */
export const firstView = (order: Order, by: Actor, ctx: RuleContext): readonly OrderEvent[] =>
  order.state.status === 'dispatched' &&
  order.state.firstViewedAt === undefined &&
  isUnitRole(by.role) &&
  by.unitId === order.assignment?.unitId
    ? [{ type: 'first-viewed', at: ctx.now, by }]
    : []

export const receive = (order: Order, by: Actor, ctx: RuleContext): Decision => {
  if (!isOfMainUnit(by, order)) return refuse('not-yours', '由主办单位签收；贵单位是协办单位，可以查看。')
  if (!isAllowed('receive', order.state.status, by.role)) return refuse('not-allowed-now')
  return happen({ type: 'received', at: ctx.now, by })
}

/** The first answer with the cause. An order not yet received is received by it: half an hour leaves no time for two steps. */
export const explainCause = (order: Order, by: Actor, text: string, ctx: RuleContext): Decision => {
  if (!isOfMainUnit(by, order)) return refuse('not-yours', '由主办单位向诉求人说明原因。')
  if (!isAllowed('explainCause', order.state.status, by.role)) return refuse('not-allowed-now')
  const explained: OrderEvent = { type: 'cause-explained', at: ctx.now, by, text }
  return order.state.status === 'dispatched'
    ? happen({ type: 'received', at: ctx.now, by }, explained)
    : happen(explained)
}
