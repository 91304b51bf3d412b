/** Places as the contract shows them: found in the city's own list, or by a map service where one is configured. */
import type { FoundPlace, Language, PlaceAnswer } from '@jiesu/shared-types'
import type { City } from '../cities/cityData'
import { cityIn } from '../cities/cityIn'
import type { Asker, PlaceSearch } from './placeSearch'
import { readAloud } from './read'
import { nearestDistricts, type Point } from './rules/nearest'

export interface PlaceViews {
  /** What a text says of a place. Nothing typed, nothing found. */
  search(city: City, text: string, asker: Asker, language?: Language): Promise<PlaceAnswer>
  /** Districts of the city that a position is likely in. The position is forgotten with the answer. */
  guess(city: City, point: Point, language?: Language): PlaceAnswer
}

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

export const makePlaceViews = (search: PlaceSearch): PlaceViews => ({
  search: async (city, typed, asker, language) => {
    const shown = cityIn(city, language ?? 'zh-CN')
    const { places, elsewhere } = await search.find(city, typed, asker)
    return {
      places: places.map(({ district, street, matched, sure, landmark }): FoundPlace => ({
        district,
        ...(street === undefined ? {} : { street }),
        name: say(shown, district, street),
        matched,
        sure,
        ...(landmark === undefined ? {} : { landmark }),
      })),
      ...(elsewhere === undefined
        ? {}
        : { elsewhere: { city: cityName(elsewhere.name, language), dial: `${elsewhere.areaCode}-12345` } }),
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
})
