/**
 * What the dispatch catalogue (派单目录) leaves to people, to chance, or to nobody, by name: every category × district,
 * for a matter of which nothing more is known and for one that meets the conditions of each row.
 */
import { shanghaiDay } from '@jiesu/shared-types/vocabulary'
import type { City, DispatchRow } from '../../cities/cityData'
import { inCategory } from '../../cities/rules/appeal'
import { chooseUnit, decidingRows, type Matter, type Option, unambiguous } from './chooseUnit'

/** Districts in which the same rows decide a category. */
interface Stretch {
  readonly category: string
  readonly categoryName: string
  /** Names; empty when it is so in the whole city. */
  readonly districts: readonly string[]
  /** The row whose conditions the matter meets; absent when nothing beside category and district is known. */
  readonly under?: string
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
  /** Categories × districts, and each of them again for every row with conditions. */
  readonly cases: number
  /** Cases for which exactly one unit is named: dispatched without a person. */
  readonly automatic: number
  /** Cases that wait in the operator's pool with a choice of units. */
  readonly shared: number
  readonly sharedStretches: readonly SharedStretch[]
  /** Cases for which nobody is named. */
  readonly uncovered: number
  readonly uncoveredStretches: readonly Stretch[]
  readonly overlaps: readonly OverlappingStretch[]
}

const DISTRICT_UNIT = '所在区市'

interface Place {
  readonly category: string
  readonly district: string
  readonly under: string | undefined
}

/** Puts what holds in several districts for the same reason together. */
const stretches = <T extends object>(
  city: City,
  found: readonly (Place & { readonly what: T })[],
): (Stretch & T)[] => {
  const groups = new Map<
    string,
    { category: string; under: string | undefined; districts: string[]; what: T }
  >()
  for (const { category, district, under, what } of found) {
    const key = JSON.stringify([category, under, what])
    const group = groups.get(key) ?? { category, under, districts: [], what }
    group.districts.push(district)
    groups.set(key, group)
  }
  const categories = city.categoryGroups.flatMap((group) => group.categories)
  return [...groups.values()].map(({ category, under, districts, what }) => ({
    category,
    ...(under === undefined ? {} : { under }),
    categoryName: categories.find((c) => c.id === category)?.name ?? category,
    districts: districts.length === city.districts.length ? [] : districts,
    ...what,
  }))
}

/** Nothing beside category and district is known. */
const PLAIN = { requester: 'citizen', kind: 'complaint', facts: [] } as const

/** A matter and a moment (on the Shanghai day of `now`) that meet the conditions of a row. */
const meeting = ({ when = {} }: DispatchRow, place: Pick<Matter, 'category' | 'district'>, now: Date) => ({
  matter: {
    ...place,
    requester: when.requester ?? PLAIN.requester,
    kind: when.kinds?.[0] ?? PLAIN.kind,
    facts: when.facts?.slice(0, 1) ?? PLAIN.facts,
  },
  at: when.hours === undefined ? now : new Date(`${shanghaiDay(now)}T${when.hours.from}:00+08:00`),
})

const casesOf = (city: City, now: Date) =>
  city.categoryGroups
    .flatMap((group) => group.categories)
    .flatMap((category) => {
      const conditional = city.dispatchRows.filter(
        (row) => row.when !== undefined && inCategory(row.category, category.id),
      )
      return city.districts.flatMap((district) => {
        const where = { category: category.id, district: district.id }
        const reached = conditional.filter((row) => row.districts?.includes(district.id) ?? true)
        return [
          { under: undefined, matter: { ...where, ...PLAIN }, at: now },
          ...reached.map((row) => ({ under: row.id, ...meeting(row, where, now) })),
        ].map((one) => ({
          ...one,
          place: { category: category.id, district: district.name, under: one.under },
        }))
      })
    })

/** How the catalogue in force on the Shanghai day of `now` covers the city. */
export const dispatchCoverage = (city: City, now: Date): Coverage => {
  const unitName = (id: string) => city.units.find((unit) => unit.id === id)?.name ?? id
  const named = ({ row, unitId }: Option) => (row.unit === '@district' ? DISTRICT_UNIT : unitName(unitId))

  const cases = casesOf(city, now).map(({ place, matter, at }) => {
    const choice = chooseUnit(city, matter, at)
    return { place, choice, options: choice.options, deciding: decidingRows(city, matter, at) }
  })
  const shared = cases.filter(({ options }) => options.length > 1)
  const uncovered = cases.filter(({ options }) => options.length === 0)
  const overlapping = cases.flatMap(({ place, options, deciding }) =>
    options.flatMap((option) => {
      const same = deciding.filter((other) => other.unitId === option.unitId)
      if (same.length === 1) return []
      return [{ ...place, what: { rows: same.map((other) => other.row.id), unit: named(option) } }]
    }),
  )
  return {
    cases: cases.length,
    automatic: cases.filter(({ choice }) => unambiguous(choice) !== undefined).length,
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
