/** What the dispatch catalogue (派单目录) leaves to people, to chance, or to nobody: every category × district, by name. */
import type { City } from '../../cities/cityData'
import { decidingRows, dispatchOptions, isUnambiguous, type Option } from './chooseUnit'

/** Districts in which the same rows decide a category. */
interface Stretch {
  readonly category: string
  readonly categoryName: string
  /** Names; empty when it is so in the whole city. */
  readonly districts: readonly string[]
}

/** Several units may be meant: an operator chooses. */
export interface SharedStretch extends Stretch {
  readonly rows: readonly string[]
  /** Names, in the catalogue's order; 所在区市 for the unit of the order's district. */
  readonly units: readonly string[]
}

/** Rows of equal standing that lead to the same unit: only the first one's basis and co-units are used. */
export interface OverlappingStretch extends Stretch {
  readonly rows: readonly string[]
  readonly unit: string
}

export interface Coverage {
  /** Categories × districts. */
  readonly pairs: number
  /** Pairs for which exactly one unit is named: dispatched without a person. */
  readonly automatic: number
  /** Pairs that wait in the operator's pool with a choice of units. */
  readonly shared: number
  readonly sharedStretches: readonly SharedStretch[]
  /** Pairs for which nobody is named. */
  readonly uncovered: number
  readonly uncoveredStretches: readonly Stretch[]
  readonly overlaps: readonly OverlappingStretch[]
}

const DISTRICT_UNIT = '所在区市'

/** Puts what holds in several districts for the same reason together. */
const stretches = <T extends object>(
  city: City,
  found: readonly { readonly category: string; readonly district: string; readonly what: T }[],
): (Stretch & T)[] => {
  const groups = new Map<string, { category: string; districts: string[]; what: T }>()
  for (const { category, district, what } of found) {
    const key = JSON.stringify([category, what])
    const group = groups.get(key) ?? { category, districts: [], what }
    group.districts.push(district)
    groups.set(key, group)
  }
  const categories = city.categoryGroups.flatMap((group) => group.categories)
  return [...groups.values()].map(({ category, districts, what }) => ({
    category,
    categoryName: categories.find((c) => c.id === category)?.name ?? category,
    districts: districts.length === city.districts.length ? [] : districts,
    ...what,
  }))
}

/** How the catalogue in force on the Shanghai day of `now` covers the city. */
export const dispatchCoverage = (city: City, now: Date): Coverage => {
  const { dispatchRows, units } = city
  const unitName = (id: string) => units.find((unit) => unit.id === id)?.name ?? id
  const named = ({ row, unitId }: Option) => (row.unit === '@district' ? DISTRICT_UNIT : unitName(unitId))

  const pairs = city.categoryGroups
    .flatMap((group) => group.categories)
    .flatMap((category) =>
      city.districts.map((district) => {
        const matter = { category: category.id, district: district.id }
        const place = { category: category.id, district: district.name }
        const options = dispatchOptions(dispatchRows, matter, now, units)
        return { place, options, deciding: decidingRows(dispatchRows, matter, now, units) }
      }),
    )
  const shared = pairs.filter(({ options }) => options.length > 1)
  const uncovered = pairs.filter(({ options }) => options.length === 0)
  const overlapping = pairs.flatMap(({ place, options, deciding }) =>
    options.flatMap((option) => {
      const same = deciding.filter((other) => other.unitId === option.unitId)
      if (same.length === 1) return []
      return [{ ...place, what: { rows: same.map((other) => other.row.id), unit: named(option) } }]
    }),
  )
  return {
    pairs: pairs.length,
    automatic: pairs.filter(({ options }) => isUnambiguous(options)).length,
    shared: shared.length,
    sharedStretches: stretches(
      city,
      shared.map(({ place, options }) => ({
        ...place,
        what: { rows: options.map((option) => option.row.id), units: options.map(named) },
      })),
    ),
    uncovered: uncovered.length,
    uncoveredStretches: stretches(
      city,
      uncovered.map(({ place }) => ({ ...place, what: {} })),
    ),
    overlaps: stretches(city, overlapping),
  }
}
