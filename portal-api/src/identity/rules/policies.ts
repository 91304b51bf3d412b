/** Who may see what, one sentence each. The status of the order is not asked here: that is the transition table's part. */
import {
  exportsKnowledge,
  importsKnowledge,
  isOpen,
  isUnitRole,
  readsBoard,
  type StaffRole,
  worksOnKnowledge,
} from '@jiesu/shared-types/vocabulary'
import type { OrderEvent } from '../../orders/rules/events'
import type { Actor, Assignment, Order } from '../../orders/rules/order'

export interface Reader {
  readonly role: StaffRole
  readonly city: string
  readonly unitId?: string | undefined
}

/** As much of an order as decides who may see it. */
interface Whereabouts {
  readonly city: string
  readonly assignment?: Pick<Assignment, 'unitId' | 'coUnitIds'> | undefined
}
/** As much of an event as decides who may read it. */
type EventKind = Pick<OrderEvent, 'type'> & { readonly visible?: boolean | undefined }
interface Standing {
  readonly state: Pick<Order['state'], 'status'>
}

/** Orders are the work of everybody at the desk but the administrator, who keeps the rules, and those of the knowledge. */
export const worksOnOrders = (role: StaffRole): boolean =>
  !['administrator', 'knowledge-editor', 'knowledge-reviewer'].includes(role)

/** Entries with their drafts and tasks: those who write, review and publish them, and whoever supervises that. */
export const maySeeKnowledgeDesk = (role: StaffRole): boolean => worksOnKnowledge(role)

/** Files of government sites and other systems go into the knowledge by the hotline's reviewer. */
export const mayImportKnowledge = (role: StaffRole): boolean => importsKnowledge(role)

/** All of the city's for the reviewer, the own unit's for its manager. */
export const mayExportKnowledge = ({ role }: Pick<Reader, 'role'>): 'all' | 'own' | 'none' => {
  if (!exportsKnowledge(role)) return 'none'
  return isUnitRole(role) ? 'own' : 'all'
}

/** The city's rules are read and tried by its administrator. */
export const mayTryRules = (role: StaffRole): boolean => role === 'administrator'

/**
 * The hotline's people see every order of their city; a unit's people see the orders that were dispatched to it; the
 * administrator sees none.
 */
export const maySeeOrder = (reader: Reader, order: Whereabouts): boolean => {
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
    case 'administrator':
    case 'knowledge-editor':
    case 'knowledge-reviewer':
      return false
  }
}

/**
 * 信访查重: the hotline's own staff, who decide on the acceptance. Units handle the matter and learn nothing of what its
 * requester, or somebody else, has brought before the petition system.
 */
export const maySeePetition = (reader: Reader, order: Pick<Order, 'city' | 'assignment'>): boolean =>
  !isUnitRole(reader.role) && maySeeOrder(reader, order)

/** The operator writes down what came of a hit. */
export const mayNotePetition = (reader: Pick<Reader, 'role'>): boolean => reader.role === 'operator'

/** Main unit or co-handling unit. */
export const isAssigned = (reader: Reader, order: Pick<Whereabouts, 'assignment'>): boolean =>
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

/**
 * 由家人代办: that somebody acts for the requester, not who. The hotline knows; of a confidential requester (实名保密) a
 * unit learns nothing, for a relation narrows down who it is.
 */
export const maySeeAgency = (
  reader: Reader,
  order: Pick<Order, 'city' | 'assignment' | 'confidentiality'>,
): boolean => maySeeOrder(reader, order) && (!isUnitRole(reader.role) || order.confidentiality === 'open')
/** The figures of all units are for the hotline's people; a unit's manager sees those of the own unit. */
export const maySeeBoard = ({ role }: Pick<Reader, 'role'>): 'all' | 'own' | 'none' => {
  if (!readsBoard(role)) return 'none'
  return isUnitRole(role) ? 'own' : 'all'
}

/** Before the case is concluded nobody of a handling unit sees what was rated, or that somebody was called. */
export const maySeeRating = (reader: Pick<Actor, 'role'>, order: Standing): boolean =>
  !isUnitRole(reader.role) || order.state.status === 'concluded'

/** Steps that stay inside the house: supervision, cards, and notes that were not written for the requester. */
const isInternal = (event: EventKind): boolean => {
  switch (event.type) {
    case 'supervised':
    case 'supervision-answered':
    case 'card-issued':
    case 'asks-split':
    case 'ask-answered':
      return true
    case 'progress-noted':
      return event.visible !== true
    default:
      return false
  }
}

/** The requester reads everything that is not internal; units read everything but ratings that are not theirs to see. */
export const maySeeEvent = (reader: Pick<Actor, 'role'>, event: EventKind, order: Standing): boolean => {
  if (reader.role === 'requester') return !isInternal(event)
  if (event.type === 'rated' || event.type === 'callback-recorded') return maySeeRating(reader, order)
  return true
}

/** A unit's system stands where the unit's people stand: it sees and moves the orders dispatched to its unit. */
export const asUnitReader = (system: { readonly city: string; readonly unitId: string }): Reader => ({
  role: 'handler',
  city: system.city,
  unitId: system.unitId,
})

/** The exchange with units' systems is looked after by the city's administrator. */
export const mayTendExchange = (role: StaffRole): boolean => role === 'administrator'
