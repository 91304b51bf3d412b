/** Places as the contract shows them: found in the city's own list, or by a map service where one is configured. */
import type { FoundPlace, Language, PlaceAnswer } from '@jiesu/shared-types'
import type { City } from '../cities/cityData'
import { cityIn } from '../cities/cityIn'
import { readAloud } from './read'
import { findPlaces } from './rules/findPlaces'
import { type Gazetteer, gazetteer } from './rules/gazetteer'
import { nearestDistricts, type Point } from './rules/nearest'
import { otherCity } from './rules/otherCity'

export interface PlaceViews {
  /** What a text says of a place. Nothing typed, nothing found. */
  search(city: City, text: string, language?: Language): PlaceAnswer
  /** Districts of the city that a position is likely in. The position is forgotten with the answer. */
  guess(city: City, point: Point, language?: Language): PlaceAnswer
}

/** Full-width letters as usual ones; pictures as one character each, so that sounds and characters stay in step. */
const tidy = (text: string): string =>
  text.normalize('NFKC').replace(/[\ud800-\udbff][\udc00-\udfff]|[\ud800-\udfff]/g, '□')

/** 芝罘区 毓璜顶街道, in the language of the reader. */
const say = (city: City, districtId: string, streetId?: string): string => {
  const district = city.districts.find(({ id }) => id === districtId)
  const street = district?.streets.find(({ id }) => id === streetId)
  return [district?.name ?? districtId, street?.name].filter(Boolean).join(' ')
}

/** 青岛, or Qingdao. */
const cityName = (name: string, language: Language | undefined): string => {
  if (language !== 'en') return name
  const spelled = readAloud(name).join('')
  return spelled.slice(0, 1).toUpperCase() + spelled.slice(1)
}

export const makePlaceViews = (): PlaceViews => {
  const known = new WeakMap<City, Gazetteer>()
  const placesOf = (city: City): Gazetteer => {
    const made = known.get(city) ?? gazetteer(city, readAloud)
    known.set(city, made)
    return made
  }

  return {
    search: (city, typed, language) => {
      const shown = cityIn(city, language ?? 'zh-CN')
      const text = tidy(typed)
      const places = findPlaces(text, placesOf(city), readAloud).map(
        ({ district, street, matched, sure }): FoundPlace => ({
          district,
          ...(street === undefined ? {} : { street }),
          name: say(shown, district, street),
          matched,
          sure,
        }),
      )
      const elsewhere = places.some(({ sure }) => sure) ? undefined : otherCity(text, city.profile.name)
      if (elsewhere === undefined) return { places }
      return {
        places: [],
        elsewhere: { city: cityName(elsewhere.name, language), dial: `${elsewhere.areaCode}-12345` },
      }
    },
    guess: (city, point, language) => ({
      places: nearestDistricts(point, city).map((district) => ({
        district,
        name: say(cityIn(city, language ?? 'zh-CN'), district),
        matched: '',
        sure: false,
      })),
    }),
  }
}
