import { shanghaiDay } from '@jiesu/shared-types/vocabulary'
import type { DispatchRow, Unit } from '../../cities/cityData'
import { inCategory } from '../../cities/rules/appeal'

/** Where a matter is: its category and, where it is known, its district. */
export interface Matter {
  readonly category: string
  readonly district?: string | undefined
}

/** One unit that the catalogue (派单目录) names for a matter. */
export interface Option {
  readonly row: DispatchRow
  readonly unitId: string
  readonly coUnitIds: readonly string[]
  /** Why this unit, in the catalogue's words. */
  readonly basis: string
}

const inForce = (row: DispatchRow, day: string): boolean =>
  row.from <= day && (row.until === undefined || day <= row.until)

/** The category weighs more than the district: a row for the matter itself knows more than one for its group. */
const specificity = (row: DispatchRow): number => {
  const category = row.category === '*' ? 0 : row.category.endsWith('/*') ? 1 : 2
  return category * 2 + (row.districts === undefined ? 0 : 1)
}

/** `@district` stands for the unit of the matter's district; without a known district it stands for nobody. */
const resolve = (unit: string, district: string | undefined, units: readonly Unit[]): string | undefined => {
  if (unit !== '@district') return unit
  return district === undefined ? undefined : units.find((u) => u.district === district)?.id
}

/** Every row that decides a matter on the Shanghai day of `now`: the most specific ones, also those that agree. */
export const decidingRows = (
  rows: readonly DispatchRow[],
  matter: Matter,
  now: Date,
  units: readonly Unit[],
): Option[] => {
  const day = shanghaiDay(now)
  const options = rows.flatMap((row): Option[] => {
    if (!inForce(row, day) || !inCategory(row.category, matter.category)) return []
    if (row.districts !== undefined && !row.districts.some((district) => district === matter.district))
      return []
    const unitId = resolve(row.unit, matter.district, units)
    if (unitId === undefined) return []
    const coUnitIds = row.coUnits.flatMap((unit) => {
      const id = resolve(unit, matter.district, units)
      return id === undefined || id === unitId ? [] : [id]
    })
    return [{ row, unitId, coUnitIds, basis: row.basis }]
  })
  const best = Math.max(...options.map((option) => specificity(option.row)))
  return options.filter((option) => specificity(option.row) === best)
}

/**
 * The units that the catalogue names for a matter on the Shanghai day of `now`, in the catalogue's order. Only the
 * most specific rows count; rows that lead to the same main unit count once. One option means automatic dispatch,
 * several an operator's choice, none the operator's pool.
 */
export const dispatchOptions = (
  rows: readonly DispatchRow[],
  matter: Matter,
  now: Date,
  units: readonly Unit[],
): Option[] =>
  decidingRows(rows, matter, now, units).filter(
    (option, i, deciding) => deciding.findIndex((other) => other.unitId === option.unitId) === i,
  )

/** True when the catalogue names exactly one unit: the dispatch needs no person. */
export const isUnambiguous = (options: readonly Option[]): boolean => options.length === 1
