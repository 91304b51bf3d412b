import { type DispatchOption, type LineBrief, TRANSFER_WAY_WORDS } from '@jiesu/shared-types'
import type * as z from 'zod/mini'
import type { City } from '../cities/cityData'
import { chooseUnit, type Matter, type Option } from './rules/chooseUnit'

/** 派单目录 city-roads-a（第 1 版） */
export const rowWords = (row: { readonly id: string; readonly version: number }): string =>
  `派单目录 ${row.id}（第 ${row.version} 版）`

/** 12329 全国统一住房公积金热线（双号并行） */
export const lineWords = (
  city: City,
  line: { readonly number: string; readonly how: keyof typeof TRANSFER_WAY_WORDS },
): string => {
  const name = city.hotlines.find((one) => one.number === line.number)?.name
  return `${line.number}${name === undefined ? '' : ` ${name}`}（${TRANSFER_WAY_WORDS[line.how]}）`
}

const optionView = (city: City, option: Option, standing: DispatchOption['standing']): DispatchOption => {
  const brief = (id: string) => ({ id, name: city.units.find((unit) => unit.id === id)?.name ?? id })
  return {
    standing,
    unit: brief(option.unitId),
    coUnits: option.coUnitIds.map(brief),
    ...(option.line === undefined
      ? {}
      : { line: { number: option.line.number, words: lineWords(city, option.line) } }),
    row: rowWords(option.row),
    reason: option.basis,
  }
}

/**
 * The catalogue's suggestions for an order, with names and reasons, for the operator who dispatches it: first the
 * rows that decide, then those that would if these were not there.
 */
export const dispatchOptionViews = (city: City, matter: Matter, now: Date): DispatchOption[] => {
  const { options, next } = chooseUnit(city, matter, now)
  return [
    ...options.map((option) => optionView(city, option, 'decides')),
    ...next.map((option) => optionView(city, option, 'next')),
  ]
}

/** Every line of a city to which orders can be transferred. */
export const transferLines = (city: City): z.output<typeof LineBrief>[] =>
  city.hotlines.flatMap(({ number, transfer }) => {
    const unit = city.units.find(({ id }) => id === transfer?.unit)
    return transfer === undefined || unit === undefined
      ? []
      : [
          {
            number,
            words: lineWords(city, { number, how: transfer.how }),
            unit: { id: unit.id, name: unit.name },
          },
        ]
  })
