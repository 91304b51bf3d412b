/** Who may see what, one sentence each. The status of the order is not asked here: that is the transition table's part. */
import { isOpen, isUnitRole, readsBoard, type StaffRole } from '@jiesu/shared-types/vocabulary'
import type { OrderEvent } from '../../orders/rules/events'
import type { Actor, Order } from '../../orders/rules/order'

export interface Reader {
  readonly role: StaffRole
  readonly city: string
  readonly unitId?: string | undefined
}

/** The hotline's people see every order of their city; a unit's people see the orders that were dispatched to it. */
export const maySeeOrder = (reader: Reader, order: Pick<Order, 'city' | 'assignment'>): boolean => {
  if (reader.city !== order.city) return false
  switch (reader.role) {
    case 'operator':
    case 'reviewer':
    case 'supervisor':
    case 'callback':
    case 'auditor':
      return true
    case 'handler':
    case 'manager':
      return isAssigned(reader, order)
  }
}

/** Main unit or co-handling unit. */
export const isAssigned = (reader: Reader, order: Pick<Order, 'assignment'>): boolean =>
  reader.unitId !== undefined &&
  order.assignment !== undefined &&
  [order.assignment.unitId, ...order.assignment.coUnitIds].includes(reader.unitId)

/**
 * Contact data: the operator and whoever calls back, and the main unit while it may have to reach the requester, that
 * is until the order is over. A confidential requester's contact stays with the hotline (实名保密); an anonymous one
 * left none.
 */
export const maySeeContact = (
  reader: Reader,
  order: Pick<Order, 'city' | 'assignment' | 'confidentiality' | 'state'>,
): boolean => {
  if (!maySeeOrder(reader, order) || order.confidentiality === 'anonymous') return false
  if (!isUnitRole(reader.role)) return reader.role === 'operator' || reader.role === 'callback'
  return (
    order.confidentiality === 'open' &&
    order.assignment?.unitId === reader.unitId &&
    isOpen(order.state.status)
  )
}

/** The figures of all units are for the hotline's people; a unit's manager sees those of the own unit. */
export const maySeeBoard = ({ role }: Pick<Reader, 'role'>): 'all' | 'own' | 'none' => {
  if (!readsBoard(role)) return 'none'
  return isUnitRole(role) ? 'own' : 'all'
}

/** Before the case is concluded nobody of a handling unit sees what was rated, or that somebody was called. */
export const maySeeRating = (reader: Pick<Actor, 'role'>, order: Pick<Order, 'state'>): boolean =>
  !isUnitRole(reader.role) || order.state.status === 'concluded'

/** Steps that stay inside the house: supervision, cards, and notes that were not written for the requester. */
const isInternal = (event: OrderEvent): boolean => {
  switch (event.type) {
    case 'supervised':
    case 'supervision-answered':
    case 'card-issued':
    case 'asks-split':
      return true
    case 'progress-noted':
      return !event.visible
    default:
      return false
  }
}

/** The requester reads everything that is not internal; units read everything but ratings that are not theirs to see. */
export const maySeeEvent = (
  reader: Pick<Actor, 'role'>,
  event: OrderEvent,
  order: Pick<Order, 'state'>,
): boolean => {
  if (reader.role === 'requester') return !isInternal(event)
  if (event.type === 'rated' || event.type === 'callback-recorded') return maySeeRating(reader, order)
  return true
}
