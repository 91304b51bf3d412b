/** An order as the desk sees it: without the requester's contact, which is opened separately and logged. */
import {
  type DeskCard,
  type DeskOrderView,
  type DispatchOption,
  limitWords,
  type OrderAction,
  sayDue,
  shanghaiInstant,
} from '@jiesu/shared-types'
import { rowWords } from '../dispatch/dispatch.view'
import type { StaffCaller } from '../identity/caller'
import { asStaff } from '../identity/caller'
import { maySeeContact, maySeePetition } from '../identity/rules/policies'
import { cardView, orderView, unitNameOf, type ViewContext } from './order.view'
import type { StoredOrder } from './order.store'
import type { Enterprise } from './personalData'
import { petitionView } from './petition.view'
import type { Order } from './rules/order'
import { allowedActions } from './rules/allowedActions'
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
  }
}

export const deskOrderView = (
  stored: StoredOrder,
  staff: StaffCaller,
  ctx: ViewContext & {
    readonly dispatchOptions: readonly DispatchOption[]
    /** Opened, for those who may see it. */
    readonly enterprise: Enterprise | undefined
  },
): DeskOrderView => {
  const { order } = stored
  const { contact: _masked, rating, ...view } = orderView(stored, asStaff(staff), ctx)
  // Before the case is concluded nobody of the handling unit sees what was rated, only that it goes on.
  const mayRating = staff.role !== 'handler' || order.state.status === 'concluded'
  const mayContact = maySeeContact(staff, order)
  const isMainUnit = staff.role !== 'handler' || staff.unitId === order.assignment?.unitId
  const allowed = allowedActions(order, asStaff(staff), ctx)
  const petition = maySeePetition(staff, order) ? petitionView(stored, staff, ctx.city) : undefined
  return {
    ...view,
    ...extensionView(order, allowed, ctx),
    ...(mayRating && rating !== undefined ? { rating } : {}),
    timeline: mayRating ? view.timeline : view.timeline.filter((entry) => entry.type !== 'rated'),
    allowed: isMainUnit ? [...allowed] : [],
    contactAvailable: mayContact && stored.private.contactSealed !== undefined,
    ...(ctx.enterprise === undefined || !mayContact ? {} : { enterprise: ctx.enterprise }),
    insisted: order.insisted,
    dispatchOptions: [...ctx.dispatchOptions],
    ...dispatchExplained(stored, ctx),
    ...(petition === undefined ? {} : { petition }),
    internalNotes: order.internalNotes.map((note) => ({
      at: shanghaiInstant(note.at),
      byWords: unitNameOf(ctx.city, note.by.unitId) ?? '热线',
      text: note.text,
    })),
  }
}

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
