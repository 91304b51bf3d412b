import { guessPlace, searchPlaces } from '@jiesu/shared-types'
import type { City } from '../cities/cityData'
import { cityOf } from '../orders/orders.routes'
import type { Binder } from '../platform/http/bind'
import type { PlaceViews } from './places.view'

export interface PlaceParts {
  readonly cities: ReadonlyMap<string, City>
  readonly places: PlaceViews
}

/** Where it is, found for whoever writes an address or gives a position; nothing of either is kept. */
export const placeRoutes = (bind: Binder, { cities, places }: PlaceParts): void => {
  bind(searchPlaces, ({ query, address, now, language }) =>
    places.search(cityOf(cities, query.city), query.q, { address, now }, language),
  )
  bind(guessPlace, ({ body, language }) => places.guess(cityOf(cities, body.city), body, language))
}
