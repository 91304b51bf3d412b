/** 工作台: which orders stand in which queue of a role. */
import {
  isOpen,
  isUnitRole,
  ORDER_STATUSES,
  type OrderStatus,
  type StaffRole,
} from '@jiesu/shared-types/vocabulary'

export type Queue = 'mine' | 'open' | 'closed'

const OPEN = ORDER_STATUSES.filter(isOpen)
const CLOSED = ORDER_STATUSES.filter((status) => !isOpen(status))
/** What waits for a unit: to be received, or to be answered. */
const UNIT_WORK: readonly OrderStatus[] = ['dispatched', 'handling']

/** Statuses in which an order always waits for an operator (`waitsFor`). */
export const ALWAYS_THE_OPERATORS: readonly OrderStatus[] = ['submitted', 'awaiting-dispatch', 'redo-review']

/**
 * Statuses of a queue. `mine` of the hotline's roles is narrower still: only what waits for that role (`waitsFor`).
 */
export const queueStatuses = (role: StaffRole, queue: Queue): readonly OrderStatus[] => {
  if (queue === 'closed') return CLOSED
  return queue === 'mine' && isUnitRole(role) ? UNIT_WORK : OPEN
}

/** True where the queue holds only what waits for the role itself. */
export const asksWhoItWaitsFor = (role: StaffRole, queue: Queue): boolean =>
  queue === 'mine' && !isUnitRole(role)
