/** 办理中: whom the unit asked along, whether it reached the requester, and how far it got. */
import type { ContactOutcome } from '@jiesu/shared-types/vocabulary'
import { type Decision, happen, refuse, refuseFields, type RuleContext } from './decision'
import type { Actor, Order } from './order'
import { isAllowed } from './transitions'
import { isOfMainUnit, isOfUnit } from './units'

export const inviteCoUnits = (
  order: Order,
  by: Actor,
  ask: { units: readonly string[]; reason: string },
  ctx: RuleContext,
): Decision => {
  if (!isAllowed('inviteCoUnits', order.state.status, by.role)) return refuse('not-allowed-now')
  if (by.role !== 'operator' && !isOfMainUnit(by, order)) return refuse('not-yours', '由主办单位邀请协办。')
  const known = new Set(ctx.city.units.map((unit) => unit.id))
  const wrong = ask.units.flatMap((id, i) =>
    known.has(id) ? [] : [{ path: `/units/${i}`, message: '不在本市的承办单位里，请重新选择' }],
  )
  if (wrong.length > 0) return refuseFields(wrong)
  const present = [order.assignment?.unitId, ...(order.assignment?.coUnitIds ?? [])]
  const unitIds = [...new Set(ask.units)].filter((id) => !present.includes(id))
  return unitIds.length === 0
    ? refuseFields([{ path: '/units', message: '这些单位已经在办理这件工单' }])
    : happen({ type: 'co-units-invited', at: ctx.now, by, unitIds, reason: ask.reason })
}

export const recordContact = (
  order: Order,
  by: Actor,
  contact: { outcome: ContactOutcome; text: string },
  ctx: RuleContext,
): Decision => {
  if (!isOfMainUnit(by, order)) return refuse('not-yours', '由主办单位联系诉求人。')
  if (!isAllowed('recordContact', order.state.status, by.role)) return refuse('not-allowed-now')
  return happen({ type: 'contact-recorded', at: ctx.now, by, outcome: contact.outcome, text: contact.text })
}

/** @param note.visible whether the requester reads it too. */
export const noteProgress = (
  order: Order,
  by: Actor,
  note: { text: string; visible: boolean },
  ctx: RuleContext,
): Decision => {
  if (!isOfUnit(by, order)) return refuse('not-yours')
  if (!isAllowed('noteProgress', order.state.status, by.role)) return refuse('not-allowed-now')
  if (note.visible && !isOfMainUnit(by, order))
    return refuse('not-yours', '给诉求人看的进展由主办单位写；协办单位可以写内部进展。')
  return happen({ type: 'progress-noted', at: ctx.now, by, text: note.text, visible: note.visible })
}
