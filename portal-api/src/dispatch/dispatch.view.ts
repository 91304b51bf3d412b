import type { DispatchOption } from '@jiesu/shared-types'
import type { City } from '../cities/cityData'
import { dispatchOptions } from './rules/chooseUnit'

/** The catalogue's suggestions for an order, with names and reasons, for the operator who dispatches it. */
export const dispatchOptionViews = (
  city: City,
  category: string,
  district: string | undefined,
  now: Date,
): DispatchOption[] => {
  const brief = (id: string) => ({ id, name: city.units.find((unit) => unit.id === id)?.name ?? id })
  return dispatchOptions(city.dispatchRows, { category, district }, now, city.units).map((option) => ({
    unit: brief(option.unitId),
    coUnits: option.coUnitIds.map(brief),
    row: `派单目录 ${option.row.id}（第 ${option.row.version} 版）`,
    reason: option.basis,
  }))
}
