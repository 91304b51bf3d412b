/** What is new among the orders that changed lately. */
import type { OrderEventType, OrderStatus } from '@jiesu/shared-types/vocabulary'

/** An order that changed, as much of it as decides who hears of that. */
export interface ChangedOrder {
  readonly number: string
  readonly version: number
  readonly city: string
  readonly status: OrderStatus
  readonly assignment?: { readonly unitId: string; readonly coUnitIds: readonly string[] } | undefined
  /** Units that had it before its latest change. */
  readonly unitsBefore: readonly string[]
  /** All events so far, oldest first. */
  readonly events: readonly {
    readonly type: OrderEventType
    readonly at: Date
    readonly visible?: boolean | undefined
  }[]
}

/** The same with the new events alone. */
export type Change = ChangedOrder

/** How far an order was when it was last looked at. */
export interface Mark {
  readonly version: number
  readonly events: number
}
export type Known = ReadonlyMap<string, Mark>

/** Numbers of those that went on since they were last looked at. */
export const movedOn = (
  known: Known,
  lately: readonly { readonly number: string; readonly version: number }[],
): string[] =>
  lately
    .filter(({ number, version }) => (known.get(number)?.version ?? 0) < version)
    .map(({ number }) => number)

/**
 * The order with what is new in it. Of an order that was not known, all that happened from `since` on is new; where
 * nothing did by its own account (a step can carry an earlier moment), everything counts, rather than nothing.
 */
export const newIn = (known: Known, order: ChangedOrder, since: Date): Change => {
  const before = known.get(order.number)
  if (before !== undefined) return { ...order, events: order.events.slice(before.events) }
  const recent = order.events.filter((event) => event.at >= since)
  return recent.length === 0 ? order : { ...order, events: recent }
}

/** What is known after looking: nothing is kept of orders that did not change lately. */
export const knownAfter = (
  known: Known,
  lately: readonly { readonly number: string }[],
  looked: readonly ChangedOrder[],
): Known => {
  const marks = new Map<string, Mark>()
  for (const { number } of lately) {
    const mark = known.get(number)
    if (mark !== undefined) marks.set(number, mark)
  }
  for (const { number, version, events } of looked) marks.set(number, { version, events: events.length })
  return marks
}
