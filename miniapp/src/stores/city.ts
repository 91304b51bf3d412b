import { persistentStore, useStore } from './store'

/** Where the portal was first set up; whoever lives elsewhere chooses once. */
const FIRST_CITY = 'yantai'

const isCity = (kept: unknown): kept is string =>
  typeof kept === 'string' && /^[a-z][a-z0-9-]{1,30}$/.test(kept)

/** Id of the city that the person chose on this device. */
export const chosenCity = persistentStore('city', FIRST_CITY, isCity)
export const useCityId = (): string => useStore(chosenCity)
