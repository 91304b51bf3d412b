/**
 * 退单争议审核 (烟政办发〔2021〕3号 第10、13、20条, 榕政办〔2021〕104号 三(八)): a unit says "not ours", a reviewer decides,
 * and where two units dispute it the staffing office (编办) rules. The clock runs on all the while.
 */
import { dueTime } from '../../clock/rules/dueTime'
import { type Decision, happen, refuse, refuseFields, type RuleContext } from './decision'
import type { Actor, Order } from './order'
import { isAllowed } from './transitions'
import { isOfMainUnit } from './units'

/** Until when the main unit may return the order; `undefined` when it has none. */
export const returnableUntil = (order: Order, ctx: RuleContext): Date | undefined => {
  const since = order.assignment?.at
  if (since === undefined) return undefined
  const { workingDays } = ctx.city.profile.returnWindow
  return dueTime({ unit: 'working-days', amount: workingDays }, since, ctx.calendar).at
}

/** Why the order cannot be returned by its main unit; `undefined` when it can. */
export const whyNoReturn = (order: Order, ctx: RuleContext): string | undefined => {
  if (order.ruling !== undefined && order.ruling.unitId === order.assignment?.unitId)
    return '编办已经明确由贵单位负责，不能再退单。'
  if (order.round > 1) return '重办的工单不能退单。'
  const unitId = order.assignment?.unitId
  if (order.returns.some((one) => one.unitId === unitId && one.decision === 'refused'))
    return '贵单位的退单申请已经审核过，请继续办理。'
  const until = returnableUntil(order, ctx)
  return until !== undefined && ctx.now < until ? undefined : '已经过了退单期限，请继续办理。'
}

export const returnOrder = (
  order: Order,
  by: Actor,
  why: { reason: string; evidence: string },
  ctx: RuleContext,
): Decision => {
  if (!isOfMainUnit(by, order)) return refuse('not-yours', '由主办单位申请退单。')
  if (!isAllowed('returnOrder', order.state.status, by.role)) return refuse('not-allowed-now')
  const no = whyNoReturn(order, ctx)
  if (no !== undefined) return refuse('not-allowed-now', no)
  return happen({ type: 'returned', at: ctx.now, by, reason: why.reason, evidence: why.evidence })
}

const decide =
  (
    action: 'upholdReturn' | 'refuseReturn' | 'referDuty',
    type: 'return-upheld' | 'return-refused' | 'duty-referred',
  ) =>
  (order: Order, by: Actor, reason: string, ctx: RuleContext): Decision => {
    if (!isAllowed(action, order.state.status, by.role) || order.state.status !== 'return-review')
      return refuse('not-allowed-now', '没有等待审核的退单。')
    if (action === 'referDuty' && order.state.referredAt !== undefined)
      return refuse('not-allowed-now', '已经提请编办裁定，请等结果。')
    return happen({ type, at: ctx.now, by, reason })
  }

/** The unit is right: the order is dispatched anew. */
export const upholdReturn = decide('upholdReturn', 'return-upheld')
/** The unit is not right: it goes on, and the return counts as improper (不当退单). */
export const refuseReturn = decide('refuseReturn', 'return-refused')
/** 必要时可请同级机构编制部门针对职责有争议事项明确责任单位 (第10条). */
export const referDuty = decide('referDuty', 'duty-referred')

/** 编办裁定: the named unit handles it, and nobody can return it any more. */
export const recordRuling = (
  order: Order,
  by: Actor,
  ruling: { unit: string; document: string; reason: string },
  ctx: RuleContext,
): Decision => {
  if (!isAllowed('recordRuling', order.state.status, by.role) || order.state.status !== 'return-review')
    return refuse('not-allowed-now')
  if (order.state.referredAt === undefined) return refuse('not-allowed-now', '请先提请编办裁定，再登记结果。')
  if (!ctx.city.units.some((unit) => unit.id === ruling.unit))
    return refuseFields([{ path: '/unit', message: '不在本市的承办单位里，请重新选择' }])
  const { unit: unitId, document, reason } = ruling
  return happen({ type: 'duty-ruled', at: ctx.now, by, unitId, document, reason })
}
