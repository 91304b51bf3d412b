import type { CityProfile } from '@jiesu/shared-types'
import { call } from '../api/client'
import { useRemote, type Remote } from '../api/useRemote'
import { spokenLanguage } from '../words/language'
import { useCityId } from './city'

/** A profile changes when the city's data is released anew; asking again after this long is soon enough. */
const FRESH_MS = 5 * 60_000
const asked = new Map<string, { at: number; answer: Promise<CityProfile> }>()

const readProfile = (city: string): Promise<CityProfile> => {
  const question = `${spokenLanguage()} ${city}`
  const before = asked.get(question)
  if (before !== undefined && Date.now() - before.at < FRESH_MS) return before.answer
  const answer = call('getCity', { params: { city } })
  asked.set(question, { at: Date.now(), answer })
  answer.catch(() => asked.delete(question))
  return answer
}

/** Everything that forms need to know of the chosen city; the last known one while offline. */
export const useCityProfile = (): Remote<CityProfile> => {
  const city = useCityId()
  return useRemote(`city:${city}`, () => readProfile(city), { keep: true })
}
