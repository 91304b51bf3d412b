/** Who may see what, one sentence each. The status of the order is not asked here: that is the transition table's part. */
import { isOpen, type StaffRole } from '@jiesu/shared-types/vocabulary'
import type { Order } from '../../orders/rules/order'

export interface Reader {
  readonly role: StaffRole
  readonly city: string
  readonly unitId?: string | undefined
}

/** An operator sees every order of the city; a handler sees the orders that were dispatched to the unit. */
export const maySeeOrder = (reader: Reader, order: Pick<Order, 'city' | 'assignment'>): boolean => {
  if (reader.city !== order.city) return false
  switch (reader.role) {
    case 'operator':
    case 'supervisor':
      return true
    case 'handler':
      return isAssigned(reader, order)
  }
}

/**
 * 信访查重: the hotline's own staff, who decide on the acceptance. Units handle the matter and learn nothing of what its
 * requester, or somebody else, has brought before the petition system.
 */
export const maySeePetition = (reader: Reader, order: Pick<Order, 'city' | 'assignment'>): boolean =>
  reader.role !== 'handler' && maySeeOrder(reader, order)

/** The operator writes down what came of a hit. */
export const mayNotePetition = (reader: Pick<Reader, 'role'>): boolean => reader.role === 'operator'

/** Main unit or co-handling unit. */
export const isAssigned = (reader: Reader, order: Pick<Order, 'assignment'>): boolean =>
  reader.unitId !== undefined &&
  order.assignment !== undefined &&
  [order.assignment.unitId, ...order.assignment.coUnitIds].includes(reader.unitId)

/**
 * Contact data: the operator, and the main unit while it may have to reach the requester, that is until the order is
 * over. A confidential requester's contact stays with the hotline (实名保密); an anonymous one left none.
 */
export const maySeeContact = (
  reader: Reader,
  order: Pick<Order, 'city' | 'assignment' | 'confidentiality' | 'state'>,
): boolean => {
  if (!maySeeOrder(reader, order) || order.confidentiality === 'anonymous') return false
  if (reader.role !== 'handler') return reader.role === 'operator'
  return (
    order.confidentiality === 'open' &&
    order.assignment?.unitId === reader.unitId &&
    isOpen(order.state.status)
  )
}
