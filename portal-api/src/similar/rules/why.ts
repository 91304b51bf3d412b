/** Why an order is shown to the operator as perhaps the same: what can be checked at a glance. */
import type { Order } from '../../orders/rules/order'

type Fields = Pick<Order, 'category' | 'place'>
const MOST_PLACES = 3

/** @param sharedPlaces names that both texts hold. */
export const whySimilar = (a: Fields, b: Fields, sharedPlaces: readonly string[]): string[] => {
  const sameDistrict = a.place.district === b.place.district
  const sameStreet = sameDistrict && a.place.street !== undefined && a.place.street === b.place.street
  return [
    ...(a.category === b.category ? ['类别相同'] : []),
    ...(sameStreet ? ['同一街道'] : sameDistrict ? ['同一区市'] : []),
    ...(sharedPlaces.length === 0 ? [] : [`都写到“${sharedPlaces.slice(0, MOST_PLACES).join('”“')}”`]),
  ]
}
