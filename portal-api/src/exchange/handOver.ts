/**
 * Hands every event of an order to the exchange, once and in order: it is put into the feeds of the units that it
 * concerns, and a delivery is written for each of their systems. The relay of the notices goes its own way, because
 * those wait for mornings and gateways.
 */
import type { StoredOrder } from '../orders/order.document'
import type { OrderStore } from '../orders/order.store'
import type { Logger } from '../platform/log'
import type { ExchangeDeliveries } from './deliveries.store'
import type { ExchangeFeed } from './feed.store'
import { audience, history, type Step } from './rules/history'
import type { ExchangeSystem, ExchangeSystems } from './systems.store'

export interface HandOverParts {
  readonly orders: Pick<OrderStore, 'toExchange' | 'exchanged' | 'postponeExchange'>
  readonly systems: Pick<ExchangeSystems, 'list'>
  readonly deliveries: Pick<ExchangeDeliveries, 'add'>
  readonly feed: Pick<ExchangeFeed, 'append'>
  readonly log: Logger
}

const BATCH = 100
/** An order that cannot be handed over must not keep the others waiting. */
const LATER_MS = 300_000

/**
 * Safe to run twice and beside other portals: each step can be repeated, and all steps of an event come before those
 * of the next one, so that nobody ever finds an event without the ones before it.
 */
export const makeHandOver = ({ orders, systems, deliveries, feed, log }: HandOverParts) => {
  const handOver = async (
    { event, order, sequence, ...step }: Step,
    active: readonly ExchangeSystem[],
    now: Date,
  ): Promise<void> => {
    const { city, number } = order
    for (const unitId of audience({ event, order, ...step })) {
      const { id, type, at } = event
      for (const system of active)
        if (system.city === city && system.unitId === unitId)
          await deliveries.add({ system: system.id, city, event: id, number, sequence, type, at }, now)
      await feed.append({ city, unitId }, { event: id, number })
    }
  }

  const handOverAll = async (
    stored: StoredOrder & { readonly exchanged: number },
    active: readonly ExchangeSystem[],
    now: Date,
  ): Promise<void> => {
    for (const step of history(stored.order, stored.events).slice(stored.exchanged))
      await handOver(step, active, now)
    await orders.exchanged(stored)
  }

  return async (now: Date): Promise<void> => {
    const due = await orders.toExchange(now, BATCH)
    if (due.length === 0) return
    const active = await systems.list()
    for (const stored of due)
      try {
        await handOverAll(stored, active, now)
      } catch (error) {
        const { number } = stored.order
        log.error(
          { number, reason: error instanceof Error ? error.message : '' },
          'order cannot be exchanged',
        )
        await orders.postponeExchange(number, new Date(now.getTime() + LATER_MS))
      }
  }
}
