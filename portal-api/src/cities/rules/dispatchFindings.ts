import type { City, DispatchRow } from '../cityData'
import { inCategory } from './appeal'
import { type CityFinding, repeated } from './cityFinding'
import { lineTarget } from '../../dispatch/rules/chooseUnit'
import { categoryIds, conditionFindings, patternFinding } from './ruleFindings'

const file = 'dispatch.json'

/** A line takes orders only where hotlines.json says so, and by the unit that runs it. */
const lineFinding = (city: City, row: DispatchRow, path: string): CityFinding[] => {
  if (row.line === undefined) return []
  const target = lineTarget(city.hotlines, row.line)
  if (target === undefined)
    return [{ file, path, message: `"${row.line}" 不接收工单，请先在 hotlines.json 里写明 transfer` }]
  return target.unitId === row.unit
    ? []
    : [{ file, path, message: `"${row.line}" 由 "${target.unitId}" 运行，主办单位请写它` }]
}

const rowFindings = (city: City, row: DispatchRow, index: number): CityFinding[] => {
  const at = (field: string) => `rows[${index}].${field}`
  const units = new Set(city.units.map((unit) => unit.id))
  const districts = new Set(city.districts.map((district) => district.id))
  const unitFinding = (unit: string, path: string): CityFinding[] =>
    unit === '@district' || units.has(unit)
      ? []
      : [{ file, path, message: `没有编号为 "${unit}" 的单位，请先写进 units.json` }]
  return [
    ...patternFinding(city, row.category, file, at('category')),
    ...unitFinding(row.unit, at('unit')),
    ...row.coUnits.flatMap((unit, i) => unitFinding(unit, at(`coUnits[${i}]`))),
    ...row.coUnits.flatMap((unit, i) =>
      unit === row.unit
        ? [{ file, path: at(`coUnits[${i}]`), message: `"${unit}" 已经是主办单位，请从协办里删去` }]
        : [],
    ),
    ...(row.districts ?? []).flatMap((district, i) =>
      districts.has(district)
        ? []
        : [
            {
              file,
              path: at(`districts[${i}]`),
              message: `没有编号为 "${district}" 的区划，请先写进 districts.json`,
            },
          ],
    ),
    ...lineFinding(city, row, at('line')),
    ...(row.when === undefined ? [] : conditionFindings(city, row.when, file, at('when'))),
    ...(row.when?.hours !== undefined && row.when.hours.from === row.when.hours.until
      ? [{ file, path: at('when.hours'), message: '起止时刻相同，请写明从几点到几点，或删去' }]
      : []),
    ...(row.until !== undefined && row.until < row.from
      ? [{ file, path: at('until'), message: `失效日 ${row.until} 早于生效日 ${row.from}，请核对` }]
      : []),
  ]
}

/** Every category in every district has a row without an end and without conditions; one finding per category. */
const holes = (city: City): CityFinding[] =>
  categoryIds(city).flatMap((category) => {
    const rows = city.dispatchRows.filter(
      (row) => row.until === undefined && row.when === undefined && inCategory(row.category, category),
    )
    const missing = city.districts.filter(
      (district) => !rows.some((row) => row.districts === undefined || row.districts.includes(district.id)),
    )
    if (missing.length === 0) return []
    const where = missing.length === city.districts.length ? '' : `在${missing.map((d) => d.name).join('、')}`
    return [{ file, path: 'rows', message: `类别 "${category}" ${where}没有派单去向，请加一行` }]
  })

/** The dispatch catalogue: categories, units and districts exist, nothing twice, no category without a way. */
export const dispatchFindings = (city: City): CityFinding[] => [
  ...repeated(city.dispatchRows.map((row) => row.id)).map(({ value, index }) => ({
    file,
    path: `rows[${index}].id`,
    message: `行编号 "${value}" 重复了，请换一个`,
  })),
  ...repeated(
    city.dispatchRows.map((row) =>
      JSON.stringify([row.category, row.districts ?? [], row.when ?? {}, row.unit, row.from]),
    ),
  ).map(({ index }) => ({
    file,
    path: `rows[${index}]`,
    message: '与前面一行的类别、区划、单位和生效日都相同，请删去一行',
  })),
  ...city.dispatchRows.flatMap((row, index) => rowFindings(city, row, index)),
  ...holes(city),
]
