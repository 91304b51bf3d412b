/** Which districts a point is likely in: by the distance to their seats, for boundaries are not part of the data. */
import type { City } from '../../cities/cityData'

/** Degrees, WGS 84. */
export interface Point {
  readonly latitude: number
  readonly longitude: number
}

const EARTH_KM = 6371
const radians = (degrees: number): number => (degrees * Math.PI) / 180

/** Kilometres on the sphere. */
const distance = (a: Point, b: Point): number => {
  const half =
    Math.sin(radians(b.latitude - a.latitude) / 2) ** 2 +
    Math.cos(radians(a.latitude)) *
      Math.cos(radians(b.latitude)) *
      Math.sin(radians(b.longitude - a.longitude) / 2) ** 2
  return 2 * EARTH_KM * Math.asin(Math.sqrt(half))
}

/** Further away from every seat than the largest district is wide: another city. */
const FARTHEST_KM = 60
/** Others are worth naming while they are not much further than the nearest. */
const ALSO_LIKELY = 2
const MOST = 3

/** @returns district ids, the likeliest first; none when the point is in no district of the city, as far as can be told. */
export const nearestDistricts = (point: Point, { districts }: Pick<City, 'districts'>): string[] => {
  const byDistance = districts
    .flatMap(({ id, seat }) => (seat === undefined ? [] : [{ id, km: distance(point, seat) }]))
    .sort((a, b) => a.km - b.km)
  const [nearest] = byDistance
  if (nearest === undefined || nearest.km > FARTHEST_KM) return []
  return byDistance
    .filter(({ km }) => km <= nearest.km * ALSO_LIKELY)
    .slice(0, MOST)
    .map(({ id }) => id)
}
