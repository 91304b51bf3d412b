/**
 * Makes up for petition checks that could not be made at submission. Run with every tick; safe to run twice and beside
 * another portal: the result is written once. A hit found now comes after the acceptance, so the operator is told.
 */
import { isOpen } from '@jiesu/shared-types'
import type { City } from '../cities/cityData'
import type { Logger } from '../platform/log'
import { OutsideServiceDown } from '../platform/outside/outsideService'
import type { ComparePetitions } from './comparePetitions'
import type { StoredOrder } from './order.document'
import type { OrderStore } from './order.store'
import { asksForOpinion } from './rules/petition'

/** Orders per run: one after the other, so that the petition system is not run over when it is back. */
const BATCH = 20
const WAIT_MS = 60_000

type Orders = Pick<OrderStore, 'petitionChecksDue' | 'keepPetition' | 'postponePetition' | 'forgoPetition'>

/** @param configured false while no petition system is known: what is due stays due. */
export const makeMakeUpPetitionChecks =
  (
    orders: Orders,
    cities: ReadonlyMap<string, City>,
    configured: boolean,
    compare: ComparePetitions,
    log: Logger,
  ) =>
  async (now: Date): Promise<void> => {
    if (!configured) return

    const check = async (stored: StoredOrder): Promise<void> => {
      const { order } = stored
      const city = cities.get(order.city)
      // For an order that is over there is nothing left to decide.
      const hits =
        city === undefined || !isOpen(order.state.status)
          ? undefined
          : await compare(order, stored.private, city)
      if (hits === undefined) return orders.forgoPetition(order.number)
      const late = stored.events.some((event) => event.type === 'accepted')
      const record = { at: now, late, hits }
      return orders.keepPetition(stored, record, asksForOpinion(record, order))
    }

    for (const stored of await orders.petitionChecksDue(now, BATCH)) {
      try {
        await check(stored)
      } catch (error) {
        // To the end of the line: one order that cannot be compared must not keep the others waiting.
        await orders.postponePetition(stored.order.number, new Date(now.getTime() + WAIT_MS))
        const facts = { order: stored.order.number, reason: error instanceof Error ? error.message : '' }
        if (error instanceof OutsideServiceDown) {
          log.warn(facts, 'petition check could not be made up for yet')
          return
        }
        log.error(facts, 'petition check cannot be made')
      }
    }
  }
