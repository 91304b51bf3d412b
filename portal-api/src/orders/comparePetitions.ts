/** 信访查重: one appeal against the petition system. Who submits leaves as fingerprints only (see the adapter). */
import type { City } from '../cities/cityData'
import type { PetitionSystem } from '../platform/outside/petition'
import type { Secrets } from '../platform/secrets'
import type { OrderPrivate } from './order.document'
import { contactOf, enterpriseOf } from './personalData'
import type { AppealFacts } from './rules/order'
import { leastSimilarity, type PetitionHit, worthALook } from './rules/petition'

/**
 * @returns undefined where nothing is compared: no petition system is configured, or the city's document asks for none.
 * @throws OutsideServiceDown when the petition system gives no sensible answer in time.
 */
export const makeComparePetitions =
  (petitions: PetitionSystem, secrets: Secrets) =>
  async (
    facts: Pick<AppealFacts, 'text'>,
    secret: OrderPrivate,
    city: City,
  ): Promise<readonly PetitionHit[] | undefined> => {
    const check = city.profile.petitionCheck
    if (check === undefined || !petitions.configured) return undefined
    const matches = await petitions.matches({
      city: city.id,
      // What an anonymous appeal does not keep cannot be compared either.
      phone: contactOf(secret, secrets)?.phone,
      creditCode: enterpriseOf(secret, secrets)?.creditCode,
      text: facts.text,
      atLeast: leastSimilarity(check),
    })
    return worthALook(matches, check)
  }

export type ComparePetitions = ReturnType<typeof makeComparePetitions>
