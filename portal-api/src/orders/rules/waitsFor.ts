/** Whose hand an order waits for at the hotline; units find theirs by assignment and status. */
import type { StaffRole } from '@jiesu/shared-types/vocabulary'
import { pendingExtension } from './extension'
import type { Order } from './order'
import { worstCard } from './supervising'

/** Roles of the hotline in whose queue (待我办) the order stands. `callback` only from `callbackFrom` on. */
export const waitsFor = (order: Order): readonly StaffRole[] => {
  const asked = order.state.status === 'handling' && pendingExtension(order) !== undefined
  switch (order.state.status) {
    case 'submitted':
      return order.contest === undefined ? ['operator'] : ['operator', 'reviewer']
    case 'awaiting-dispatch':
      return [...redWithoutWord(order), 'operator']
    case 'redo-review':
      return ['operator', 'supervisor']
    case 'return-review':
      return ['reviewer']
    case 'dispatched':
    case 'merged':
    case 'needs-info':
      return redWithoutWord(order)
    case 'handling':
      return asked ? ['reviewer', 'supervisor'] : redWithoutWord(order)
    case 'replied':
      return ['callback']
    case 'concluded':
    case 'declined':
    case 'withdrawn':
      return []
  }
}

/** A red card to which no supervisor has said anything in this round. */
const redWithoutWord = (order: Order): readonly StaffRole[] =>
  worstCard(order) === 'red' && !order.supervision.some((one) => one.round === order.round)
    ? ['supervisor']
    : []
