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

/** A unit's system stands where the unit's people stand: it sees and moves the orders dispatched to its unit. */
export const asUnitReader = (system: { readonly city: string; readonly unitId: string }): Reader => ({
  role: 'handler',
  city: system.city,
  unitId: system.unitId,
})

/** The exchange with units' systems is looked after by the city's supervisor. */
export const mayTendExchange = (role: StaffRole): boolean => role === 'supervisor'
