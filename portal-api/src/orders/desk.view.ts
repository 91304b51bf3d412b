/** An order as the desk sees it: without the requester's contact, which is opened separately and logged. */
import { type DeskCard, type DeskOrderView, type DispatchOption, shanghaiInstant } from '@jiesu/shared-types'
import type { StaffCaller } from '../identity/caller'
import { asStaff } from '../identity/caller'
import { maySeeContact } from '../identity/rules/policies'
import { cardView, orderView, unitNameOf, type ViewContext } from './order.view'
import type { StoredOrder } from './order.store'
import type { Enterprise } from './personalData'
import type { Order } from './rules/order'
import { allowedActions } from './rules/transitions'

export const deskCardView = (order: Order, ctx: Omit<ViewContext, 'attachments'>): DeskCard => {
  const unitName = unitNameOf(ctx.city, order.assignment?.unitId)
  return { ...cardView(order, ctx), ...(unitName === undefined ? {} : { unitName }), round: order.round }
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
  return {
    ...view,
    ...(mayRating && rating !== undefined ? { rating } : {}),
    timeline: mayRating ? view.timeline : view.timeline.filter((entry) => entry.type !== 'rated'),
    allowed: isMainUnit ? [...allowedActions(order, asStaff(staff))] : [],
    contactAvailable: mayContact && stored.private.contactSealed !== undefined,
    ...(ctx.enterprise === undefined || !mayContact ? {} : { enterprise: ctx.enterprise }),
    insisted: order.insisted,
    dispatchOptions: [...ctx.dispatchOptions],
    internalNotes: order.internalNotes.map((note) => ({
      at: shanghaiInstant(note.at),
      byWords: unitNameOf(ctx.city, note.by.unitId) ?? '热线',
      text: note.text,
    })),
  }
}
