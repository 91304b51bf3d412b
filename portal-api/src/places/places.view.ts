/** Places as the contract shows them: found in the city's own list, or by a map service where one is configured. */
import type { FoundPlace, PlaceAnswer } from '@jiesu/shared-types'
import type { City } from '../cities/cityData'
import { readAloud } from './read'
import { findPlaces } from './rules/findPlaces'
import { type Gazetteer, gazetteer } from './rules/gazetteer'
import { nearestDistricts, type Point } from './rules/nearest'
import { otherCity } from './rules/otherCity'

export interface PlaceViews {
  /** What a text says of a place. Nothing typed, nothing found. */
  search(city: City, text: string): PlaceAnswer
  /** Districts of the city that a position is likely in. The position is forgotten with the answer. */
  guess(city: City, point: Point): PlaceAnswer
}

/** Full-width letters as usual ones; pictures as one character each, so that sounds and characters stay in step. */
const tidy = (text: string): string =>
  text.normalize('NFKC').replace(/[\ud800-\udbff][\udc00-\udfff]|[\ud800-\udfff]/g, '□')

export const makePlaceViews = (): PlaceViews => {
  const known = new WeakMap<City, Gazetteer>()
  const placesOf = (city: City): Gazetteer => {
    const made = known.get(city) ?? gazetteer(city, readAloud)
    known.set(city, made)
    return made
  }

  return {
    search: (city, typed) => {
      const text = tidy(typed)
      const gazetteerOfCity = placesOf(city)
      const places = findPlaces(text, gazetteerOfCity, readAloud).map(
        ({ district, street, matched, sure }): FoundPlace => ({
          district,
          ...(street === undefined ? {} : { street }),
          name: gazetteerOfCity.say(district, street),
          matched,
          sure,
        }),
      )
      const elsewhere = places.some(({ sure }) => sure) ? undefined : otherCity(text, city.profile.name)
      if (elsewhere === undefined) return { places }
      return { places: [], elsewhere: { city: elsewhere.name, dial: `${elsewhere.areaCode}-12345` } }
    },
    guess: (city, point) => ({
      places: nearestDistricts(point, city).map((district) => ({
        district,
        name: placesOf(city).say(district),
        matched: '',
        sure: false,
      })),
    }),
  }
}
