/** A place on the map, as the map service knows it. */
export interface Spot {
  /** Found when a person's words are in it, or it is in them. */
  title: string
  address: string
  city: string
  district: string
  /** Degrees. */
  location: { lat: number; lng: number }
}

/** Fictional places in streets that exist; 示范广场 is in two cities. */
export const EXAMPLES: readonly Spot[] = [
  {
    title: '示范花园小区',
    address: '山东省烟台市芝罘区毓璜顶街道示范路5号',
    city: '烟台市',
    district: '芝罘区',
    location: { lat: 37.53, lng: 121.38 },
  },
  {
    title: '示范广场',
    address: '山东省烟台市莱山区滨海路街道示范大街1号',
    city: '烟台市',
    district: '莱山区',
    location: { lat: 37.48, lng: 121.44 },
  },
  {
    title: '示范广场',
    address: '福建省福州市鼓楼区东街街道示范路1号',
    city: '福州市',
    district: '鼓楼区',
    location: { lat: 26.08, lng: 119.3 },
  },
]

const isText = (value: unknown): value is string => typeof value === 'string' && value !== ''
const isNumber = (value: unknown): value is number => typeof value === 'number'

/** @returns the spot, or in one line why it is none. */
export const readSpot = (given: Record<string, unknown>): Spot | string => {
  const { title, address, city, district, location } = given
  if (!isText(title)) return 'title must be a text'
  if (!isText(address)) return 'address must be a text'
  if (!isText(city)) return 'city must be a text, e.g. 烟台市'
  if (!isText(district)) return 'district must be a text'
  const { lat, lng } = (location ?? {}) as Record<string, unknown>
  if (!isNumber(lat) || !isNumber(lng)) return 'location must be { lat, lng } in degrees'
  return { title, address, city, district, location: { lat, lng } }
}

const plain = (text: string): string => text.replace(/\s/g, '')

/** @param region 烟台 or 烟台市. */
export const findSpots = (spots: readonly Spot[], keyword: string, region: string): Spot[] =>
  spots.filter(
    ({ title, city }) =>
      plain(city).replace(/市$/, '') === plain(region).replace(/市$/, '') &&
      (title.includes(plain(keyword)) || plain(keyword).includes(title)),
  )
