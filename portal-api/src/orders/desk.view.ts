/** An order as the desk sees it: without the requester's contact, which is opened separately and logged. */
import {
  type DeskCard,
  type DeskOrderView,
  type DispatchOption,
  isUnitRole,
  limitWords,
  type OrderAction,
  sayDue,
  shanghaiInstant,
} from '@jiesu/shared-types'
import { rowWords } from '../dispatch/dispatch.view'
import type { StaffCaller } from '../identity/caller'
import { asStaff } from '../identity/caller'
import { maySeeAgency, maySeeContact, maySeePetition, maySeeRating } from '../identity/rules/policies'
import { cardView, orderView, unitNameOf, type ViewContext } from './order.view'
import type { StoredOrder } from './order.document'
import type { Enterprise } from './personalData'
import { petitionView } from './petition.view'
import type { Order } from './rules/order'
import { allowedActions } from './rules/allowedActions'
import { suggestAsks } from './rules/asks'
import { worstCard } from './rules/supervising'
import { isOfMainUnit } from './rules/units'
import { extendable, extendedDue, pendingExtension } from './rules/extension'
import { asksForOpinion, stopsAcceptance } from './rules/petition'

export const deskCardView = (
  stored: StoredOrder,
  staff: StaffCaller,
  ctx: Omit<ViewContext, 'attachments'>,
): DeskCard => {
  const { order, petition } = stored
  const unitName = unitNameOf(ctx.city, order.assignment?.unitId)
  const waits =
    asksForOpinion(petition, order) || (order.state.status === 'submitted' && stopsAcceptance(petition))
  return {
    ...cardView(order, ctx),
    ...(unitName === undefined ? {} : { unitName }),
    round: order.round,
    ...(waits && maySeePetition(staff, order) ? { petitionHit: true } : {}),
    ...pressure(order),
  }
}

/** What makes it pressing: cards, urgency, reminders. */
const pressure = (order: Order) => {
  const card = worstCard(order)
  return {
    ...(card === undefined ? {} : { card }),
    urgent: order.urgency !== undefined,
    reminders: order.reminders.length,
  }
}

export const deskOrderView = (
  stored: StoredOrder,
  staff: StaffCaller,
  ctx: ViewContext & {
    readonly dispatchOptions: readonly DispatchOption[]
    /** Opened, for those who may see it. */
    readonly enterprise: Enterprise | undefined
    /** How many orders are handled together with this one. */
    readonly followers: number
    /** How many people follow it. */
    readonly watchers: number
  },
): DeskOrderView => {
  const { order } = stored
  const { contact: _masked, agent, rating, ...view } = orderView(stored, asStaff(staff), ctx)
  const mayRating = maySeeRating(staff, order)
  const mayContact = maySeeContact(staff, order)
  const isMain = !isUnitRole(staff.role) || isOfMainUnit(asStaff(staff), order)
  const allowed = allowedActions(order, asStaff(staff), ctx)
  const petition = maySeePetition(staff, order) ? petitionView(stored, staff, ctx.city) : undefined
  return {
    ...view,
    ...extensionView(order, allowed, ctx),
    ...(mayRating && rating !== undefined ? { rating } : {}),
    allowed: isMain ? [...allowed] : allowed.filter((action) => CO_UNITS.includes(action)),
    contactAvailable: mayContact && stored.private.contactSealed !== undefined,
    ...(agent === undefined || !maySeeAgency(staff, order) ? {} : { agentRelation: agent.relation }),
    ...(ctx.enterprise === undefined || !mayContact ? {} : { enterprise: ctx.enterprise }),
    insisted: order.insisted,
    ...(stored.contentCheck === undefined || isUnitRole(staff.role)
      ? {}
      : { contentCheck: stored.contentCheck }),
    dispatchOptions: [...ctx.dispatchOptions],
    ...dispatchExplained(stored, ctx),
    ...(petition === undefined ? {} : { petition }),
    internalNotes: order.internalNotes.map((note) => ({
      at: shanghaiInstant(note.at),
      byWords: unitNameOf(ctx.city, note.by.unitId) ?? '热线',
      text: note.text,
    })),
    returns: order.returns.map((one) => ({
      at: shanghaiInstant(one.at),
      unitName: unitNameOf(ctx.city, one.unitId) ?? one.unitId,
      reason: one.reason,
      evidence: one.evidence,
      outcomeWords: RETURN_WORDS[one.decision ?? 'pending'],
    })),
    supervision: order.supervision.map((one) => ({
      at: shanghaiInstant(one.at),
      form: one.form,
      text: one.text,
      ...(one.answer === undefined
        ? {}
        : { answer: { at: shanghaiInstant(one.answer.at), text: one.answer.text } }),
    })),
    followers: ctx.followers,
    watchers: ctx.watchers,
    ...(order.state.status === 'merged' ? { mergedInto: order.state.into } : {}),
    ...pressure(order),
    suggestedAsks: order.asks.length === 0 ? [...suggestAsks(order.text)] : [],
  }
}

/** What co-handling units may do; the rest is the main unit's. */
const CO_UNITS: readonly OrderAction[] = ['answerAsk', 'noteProgress']

const RETURN_WORDS = {
  pending: '待审核',
  upheld: '同意退单',
  refused: '不同意退单（计入不当退单）',
  ruled: '编办已裁定',
} as const

/** The latest dispatch, where the catalogue made it. */
const dispatchExplained = (
  stored: StoredOrder,
  ctx: ViewContext,
): Pick<DeskOrderView, 'dispatchExplained'> => {
  const latest = stored.events.findLast((event) => event.type === 'dispatched')
  if (latest?.type !== 'dispatched' || latest.catalogue === undefined) return {}
  const { row, version, next } = latest.catalogue
  return {
    dispatchExplained: {
      row: rowWords({ id: row, version }),
      basis: latest.basis,
      next: next.map((one) => ({
        unitName: unitNameOf(ctx.city, one.unitId) ?? one.unitId,
        row: rowWords({ id: one.row, version: one.version }),
      })),
    },
  }
}

/** What may be asked for, and what was asked for and waits. */
const extensionView = (
  order: Order,
  allowed: readonly OrderAction[],
  ctx: ViewContext,
): Pick<DeskOrderView, 'extensionOffer' | 'extensionRequest'> => {
  const finish = extendable(order)
  const request = pendingExtension(order)
  if (finish === undefined) return {}
  if (request === undefined)
    return allowed.includes('askExtension')
      ? { extensionOffer: { mostDays: ctx.city.profile.extension.mostDays, unit: finish.unit } }
      : {}
  return {
    extensionRequest: {
      at: shanghaiInstant(request.at),
      byWords: unitNameOf(ctx.city, request.by.unitId) ?? '承办单位',
      days: request.days,
      daysWords: limitWords({ unit: finish.unit, amount: request.days }),
      reason: request.reason,
      dueWords: sayDue(finish.dueAt, ctx.now),
      newDueWords: sayDue(extendedDue(finish, request.days, ctx).at, ctx.now),
    },
  }
}
