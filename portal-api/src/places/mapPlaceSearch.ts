/** Words that the city's own list does not settle, looked up by a map service; without its answer the list's stands. */
import { within } from '../platform/deadline'
import type { Logger } from '../platform/log'
import type { Limit, Throttle } from '../platform/mongo/throttle'
import type { MapService } from '../platform/outside/mapService'
import { Refused } from '../platform/problems'
import { type PlaceSearch, placesOf } from './placeSearch'
import { readAloud } from './read'
import { mapped, together } from './rules/mapped'

export interface MapPlaceParts {
  readonly own: PlaceSearch
  readonly map: MapService
  readonly throttle: Pick<Throttle, 'count'>
  readonly log: Pick<Logger, 'warn'>
}

/** For everything outside the city's own list, counting included. */
const PATIENCE_MS = 1500
/** A service that failed is left alone for so long: people would wait for it in vain with every word. */
const REST_MS = 15_000
/** Searches cost the city money. Whole offices and mobile networks share an address; beyond this the list answers. */
const PER_ADDRESS: Limit = { most: 600, window: 3600 }

export const makeMapPlaceSearch = ({ own, map, throttle, log }: MapPlaceParts): PlaceSearch => {
  let restsUntil = 0

  return {
    asksOutside: true,
    find: async (city, text, asker) => {
      const found = await own.find(city, text, asker)
      const settled = found.places.some(({ sure, street }) => sure && street !== undefined)
      const now = asker.now.getTime()
      // What needs no help does not leave the portal.
      if (settled || found.elsewhere !== undefined || text.trim() === '' || now < restsUntil) return found
      try {
        const spots = await within(
          PATIENCE_MS,
          throttle
            .count(`map ${asker.address}`, PER_ADDRESS, asker.now)
            .then(() => map.find(text.normalize('NFKC'), city.profile.name)),
        )
        const byMap = mapped(spots, city.profile.name, placesOf(city), readAloud)
        return { places: together(found.places, byMap) }
      } catch (error) {
        if (error instanceof Refused) return found
        restsUntil = now + REST_MS
        // Never the error itself: what was typed could be in it.
        const reason = error instanceof Error ? error.message : 'no answer'
        log.warn({ reason, city: city.id }, 'places are found without the map service')
        return found
      }
    },
  }
}
