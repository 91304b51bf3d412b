import {
  type AppealKind,
  type DeclaredFact,
  ELSEWHERE,
  type RequesterType,
  shanghaiDay,
  shanghaiTime,
  type TransferWay,
} from '@jiesu/shared-types/vocabulary'
import type { DispatchCondition, DispatchRow, HotlineData, Unit } from '../../cities/cityData'
import { appealMatches, inCategory } from '../../cities/rules/appeal'

/** What the catalogue asks of a matter: its category and, as far as they are known, the rest. */
export interface Matter {
  readonly category: string
  readonly district?: string | undefined
  readonly requester: RequesterType
  readonly kind: AppealKind
  readonly facts: readonly DeclaredFact[]
}

/** The parts of a city that decide where a matter goes. */
export interface Catalogue {
  readonly dispatchRows: readonly DispatchRow[]
  readonly units: readonly Unit[]
  readonly hotlines: readonly HotlineData[]
}

/** A line with seats of its own that takes the order (双号并行、分中心、专家座席、联动). */
export interface LineTarget {
  readonly number: string
  readonly how: TransferWay
}

/** One unit that the catalogue (派单目录) names for a matter. */
export interface Option {
  readonly row: DispatchRow
  readonly unitId: string
  readonly coUnitIds: readonly string[]
  readonly line?: LineTarget | undefined
  /** Why this unit, in the catalogue's words. */
  readonly basis: string
}

export interface Choice {
  /** The units of the most specific rows: one means automatic dispatch, several an operator's choice. */
  readonly options: readonly Option[]
  /** Units that only less specific rows name, the next best first: who else was thinkable, and why it was not them. */
  readonly next: readonly Option[]
}

const inForce = (row: DispatchRow, day: string): boolean =>
  row.from <= day && (row.until === undefined || day <= row.until)

const inHours = ({ from, until }: NonNullable<DispatchCondition['hours']>, time: string): boolean =>
  from <= until ? from <= time && time < until : from <= time || time < until

const conditionHolds = (when: DispatchCondition, matter: Matter, now: Date): boolean =>
  appealMatches(when, matter) && (when.hours === undefined || inHours(when.hours, shanghaiTime(now)))

const conditions = (row: DispatchRow): number =>
  (row.districts === undefined ? 0 : 1) +
  Object.values(row.when ?? {}).filter((part) => part !== undefined).length

/**
 * The category weighs most: a row for the matter itself knows more than one for its group. Then every further thing
 * that a row asks for (district, requester, kind, facts, hours) counts alike.
 */
const specificity = (row: DispatchRow): number => {
  const category = row.category === '*' ? 0 : row.category.endsWith('/*') ? 1 : 2
  return category * 10 + conditions(row)
}

/** `@district` stands for the unit of the matter's district; without a known district it stands for nobody. */
const resolve = (unit: string, district: string | undefined, units: readonly Unit[]): string | undefined => {
  if (unit !== '@district') return unit
  return district === undefined ? undefined : units.find((u) => u.district === district)?.id
}

/** The line of that number as a target, where orders can be transferred to it. */
export const lineTarget = (
  hotlines: readonly HotlineData[],
  number: string | undefined,
): (LineTarget & { readonly unitId: string }) | undefined => {
  const transfer = hotlines.find((line) => line.number === number)?.transfer
  return number === undefined || transfer === undefined
    ? undefined
    : { number, how: transfer.how, unitId: transfer.unit }
}

/** Every row that speaks of a matter at `now` (days and hours in Shanghai), the most specific first. */
const speakingRows = (catalogue: Catalogue, matter: Matter, now: Date): Option[] => {
  const { dispatchRows, units, hotlines } = catalogue
  const day = shanghaiDay(now)
  return dispatchRows
    .flatMap((row): Option[] => {
      if (!inForce(row, day) || !inCategory(row.category, matter.category)) return []
      if (row.districts !== undefined && !row.districts.some((district) => district === matter.district))
        return []
      if (row.when !== undefined && !conditionHolds(row.when, matter, now)) return []
      const unitId = resolve(row.unit, matter.district, units)
      if (unitId === undefined) return []
      const coUnitIds = row.coUnits.flatMap((unit) => {
        const id = resolve(unit, matter.district, units)
        return id === undefined || id === unitId ? [] : [id]
      })
      const line = lineTarget(hotlines, row.line)
      return [
        {
          row,
          unitId,
          coUnitIds,
          basis: row.basis,
          ...(line === undefined ? {} : { line: { number: line.number, how: line.how } }),
        },
      ]
    })
    .sort((a, b) => specificity(b.row) - specificity(a.row))
}

/** Every row that decides a matter: the most specific ones, also those that agree. */
export const decidingRows = (catalogue: Catalogue, matter: Matter, now: Date): Option[] => {
  const speaking = speakingRows(catalogue, matter, now)
  const [first] = speaking
  return first === undefined
    ? []
    : speaking.filter((option) => specificity(option.row) === specificity(first.row))
}

const byUnit = (options: readonly Option[]): Option[] =>
  options.filter((option, i) => options.findIndex((other) => other.unitId === option.unitId) === i)

/**
 * The units that the catalogue names for a matter at `now`, in the catalogue's order, and who comes next. Only the
 * most specific rows decide; rows that lead to the same main unit count once. One option means automatic dispatch,
 * several an operator's choice, none the operator's pool.
 */
export const chooseUnit = (catalogue: Catalogue, matter: Matter, now: Date): Choice => {
  const speaking = byUnit(speakingRows(catalogue, matter, now))
  const options = byUnit(decidingRows(catalogue, matter, now))
  return { options, next: speaking.filter((one) => !options.some((option) => option.unitId === one.unitId)) }
}

/**
 * The only unit that the catalogue names: the dispatch needs no person. `undefined` when it is somebody's choice; and
 * while the district is not known, for then the rows that ask for one have not been heard.
 */
export const unambiguous = (
  { options }: Choice,
  { district }: Pick<Matter, 'district'> = {},
): Option | undefined => (options.length === 1 && district !== ELSEWHERE ? options[0] : undefined)
