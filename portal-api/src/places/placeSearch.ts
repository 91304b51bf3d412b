/** Where somebody's words are looked up: in the city's own list, or besides by a map service. */
import type { City } from '../cities/cityData'
import { readAloud } from './read'
import { findPlaces } from './rules/findPlaces'
import { type Gazetteer, gazetteer } from './rules/gazetteer'
import type { ProposedPlace } from './rules/mapped'
import { otherCity } from './rules/otherCity'

export interface FoundPlaces {
  /** The likeliest first. */
  readonly places: readonly ProposedPlace[]
  /** The words speak of this other city. */
  readonly elsewhere?: ReturnType<typeof otherCity>
}

/** Who asks, to keep one address from using up what belongs to all; goes nowhere. */
export interface Asker {
  readonly address: string
  readonly now: Date
}

export interface PlaceSearch {
  /** What is typed may be sent to somebody else than the portal: people are told. */
  readonly asksOutside: boolean
  /** What a text says of a place. Nothing typed, nothing found; never refuses. */
  find(city: City, text: string, asker: Asker): Promise<FoundPlaces>
}

const known = new WeakMap<City, Gazetteer>()

/** The city's own names, made ready once. */
export const placesOf = (city: City): Gazetteer => {
  const made = known.get(city) ?? gazetteer(city, readAloud)
  known.set(city, made)
  return made
}

/** Full-width letters as usual ones; pictures as one character each, so that sounds and characters stay in step. */
const tidy = (text: string): string =>
  text.normalize('NFKC').replace(/[\ud800-\udbff][\udc00-\udfff]|[\ud800-\udfff]/g, '□')

/** The city's own districts and streets: offline, and nothing typed leaves the portal. */
export const makeOwnPlaceSearch = (): PlaceSearch => ({
  asksOutside: false,
  find: (city, typed) => {
    const text = tidy(typed)
    const places = findPlaces(text, placesOf(city), readAloud)
    const elsewhere = places.some(({ sure }) => sure) ? undefined : otherCity(text, city.profile.name)
    return Promise.resolve(elsewhere === undefined ? { places } : { places: [], elsewhere })
  },
})
