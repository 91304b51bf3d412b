/** Events and orders in the words of the contract, for one unit. */
import type { ExchangeEvent, ExchangeOrder } from '@jiesu/shared-types'
import type { City } from '../cities/cityData'
import type { StoredOrder } from '../orders/order.document'
import { contactOf, enterpriseOf } from '../orders/personalData'
import { Refused } from '../platform/problems'
import type { Secrets } from '../platform/secrets'
import { history } from './rules/history'
import { hideIdentity } from './rules/hideIdentity'
import { exchangeEvent, exchangeOrder, type PayloadContext } from './rules/payload'

export interface DescribeParts {
  readonly cities: ReadonlyMap<string, City>
  readonly secrets: Secrets
}

export interface Describe {
  /** Events by their ids; what the order does not have is left out. */
  events(stored: StoredOrder, unitId: string, ids: readonly string[]): readonly ExchangeEvent[]
  /** As it is now; undefined when no unit has it. */
  order(stored: StoredOrder): ExchangeOrder | undefined
}

export const makeDescribe = ({ cities, secrets }: DescribeParts): Describe => {
  /** Opened only to be taken out of the texts: nobody sees it. */
  const context = ({ order, private: secret }: StoredOrder): PayloadContext => {
    const city = cities.get(order.city)
    if (city === undefined) throw new Refused('unknown-city')
    const contact = contactOf(secret, secrets)
    const enterprise = enterpriseOf(secret, secrets)
    const hide = hideIdentity({
      name: contact?.name,
      phone: contact?.phone,
      enterpriseName: enterprise?.name,
      creditCode: enterprise?.creditCode,
    })
    return { city, hide }
  }

  return {
    events: (stored, unitId, ids) => {
      const ctx = context(stored)
      return history(stored.order, stored.events)
        .filter(({ event }) => ids.includes(event.id))
        .map((step) => exchangeEvent(step, unitId, ctx))
    },
    order: (stored) =>
      exchangeOrder(
        stored.order,
        stored.events.find((event) => event.type === 'accepted')?.at,
        context(stored),
      ),
  }
}
