/**
 * Where an order (工单) can rest. Moments that pass at once (已受理, for instance) are events, not statuses.
 * How one leads to the next is said in one place: portal-api `orders/rules/transitions.ts`.
 */
export const ORDER_STATUSES = [
  'submitted',
  'needs-info',
  'awaiting-dispatch',
  'dispatched',
  'handling',
  'replied',
  'redo-review',
  'return-review',
  'merged',
  'concluded',
  'declined',
  'withdrawn',
] as const
export type OrderStatus = (typeof ORDER_STATUSES)[number]

export const ORDER_STATUS_WORDS: Record<OrderStatus, string> = {
  submitted: '待受理',
  'needs-info': '待补充',
  'awaiting-dispatch': '待派单',
  dispatched: '待签收',
  handling: '办理中',
  replied: '待评价',
  'redo-review': '重办核实',
  'return-review': '退单审核',
  merged: '已并单',
  concluded: '已办结',
  declined: '不予受理',
  withdrawn: '已撤回',
}

/** Statuses in which nothing more will happen. */
export const FINAL_STATUSES = ['concluded', 'declined', 'withdrawn'] as const satisfies readonly OrderStatus[]

/** How requesters sort their orders: being handled, waiting for their rating, over. */
export const ORDER_SHELVES = ['open', 'to-rate', 'closed'] as const
export type OrderShelf = (typeof ORDER_SHELVES)[number]

export const shelfOf = (status: OrderStatus): OrderShelf => {
  if (status === 'replied') return 'to-rate'
  return isOpen(status) ? 'open' : 'closed'
}

/** Every status belongs to one shelf. */
export const statusesOn = (shelf: OrderShelf): readonly OrderStatus[] =>
  ORDER_STATUSES.filter((status) => shelfOf(status) === shelf)

/** True while somebody still owes the requester something. */
export const isOpen = (status: OrderStatus): boolean =>
  !(FINAL_STATUSES as readonly OrderStatus[]).includes(status)
