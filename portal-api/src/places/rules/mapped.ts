/** What a map service knows, in the city's own districts and streets. */
import { findPlaces, type FoundPlace } from './findPlaces'
import type { Gazetteer, Read } from './gazetteer'

/** As a map service names it. */
export interface KnownSpot {
  readonly name: string
  readonly address: string
  readonly city: string
  readonly district: string
}

export interface ProposedPlace extends FoundPlace {
  /** What stands there, in the map service's words: tells the person which place is meant. */
  readonly landmark?: string | undefined
}

/** More than these are no help. */
const MOST = 5

/** Found by the same forgiving matcher as people's own words; never sure, for a person says which of them is meant. */
const onOwnList = (spot: KnownSpot, places: Gazetteer, read: Read): ProposedPlace | undefined => {
  // The address goes first: development zones are in it, and the service's districts do not know them.
  const found = [spot.address, `${spot.district}${spot.address}`]
    .map((text) => findPlaces(text.normalize('NFKC'), places, read)[0])
    .find((place) => place?.sure)
  if (found === undefined) return undefined
  const { district, street } = found
  return { district, street, matched: '', sure: false, landmark: spot.name }
}

/** @param city the city's own name (烟台); spots elsewhere, and those that no district can be told of, are left out. */
export const mapped = (
  spots: readonly KnownSpot[],
  city: string,
  places: Gazetteer,
  read: Read,
): ProposedPlace[] =>
  spots
    .filter((spot) => spot.city === city || spot.city === `${city}市`)
    .flatMap((spot) => onOwnList(spot, places, read) ?? [])

const keyOf = ({ district, street }: ProposedPlace): string => `${district} ${street ?? ''}`

/** What is certain by the city's own list stays, and bounds what the map adds; guesses of the list go last. */
export const together = (own: readonly FoundPlace[], byMap: readonly ProposedPlace[]): ProposedPlace[] => {
  const certain = own.filter(({ sure }) => sure)
  const fitting =
    certain.length === 0 ? byMap : byMap.filter(({ district }) => district === certain[0]?.district)
  const once = new Map<string, ProposedPlace>()
  for (const place of [...certain, ...fitting, ...own])
    if (!once.has(keyOf(place))) once.set(keyOf(place), place)
  return [...once.values()].slice(0, MOST)
}
