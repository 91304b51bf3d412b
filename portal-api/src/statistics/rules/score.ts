/**
 * The board's score and colour, by the city's formula (`profile.json` → `board`). No document states one: whoever reads
 * a score reads the formula beside it.
 */
import {
  BOARD_COUNT_WORDS,
  BOARD_COUNTS,
  BOARD_INDICATORS,
  type BoardColour,
  type BoardCount,
  type BoardIndicator,
  INDICATOR_WORDS,
  limitWords,
} from '@jiesu/shared-types/vocabulary'
import type { City } from '../../cities/cityData'
import type { Figures } from './figures'

export type BoardData = City['profile']['board']

export interface Standing {
  /** 0–100 with one decimal; absent when nothing of what counts has happened. */
  readonly score?: number | undefined
  /** Absent: too few orders, or a city whose board has no colours. */
  readonly colour?: BoardColour | undefined
}

const toTenth = (value: number): number => Math.round(value * 10) / 10

/** Percent with one decimal. */
export const percentOf = ({ part, of }: { part: number; of: number }): number | undefined =>
  of === 0 ? undefined : toTenth((100 * part) / of)

const PRICES: Record<BoardCount, keyof BoardData['deductions']> = {
  improperReturns: 'improperReturn',
  yellowCards: 'yellowCard',
  redCards: 'redCard',
}

const deduction = (figures: Figures, { deductions }: BoardData): number =>
  Math.min(
    BOARD_COUNTS.reduce((sum, count) => sum + figures[count] * deductions[PRICES[count]], 0),
    deductions.most,
  )

/** Weighted mean of the rates that there are, less what is taken off, between 0 and 100. */
const scoreOf = (figures: Figures, board: BoardData): number | undefined => {
  const known = BOARD_INDICATORS.filter((id) => figures[id].of > 0 && board.weights[id] > 0)
  const weight = known.reduce((sum, id) => sum + board.weights[id], 0)
  if (weight === 0) return undefined
  const mean = known.reduce((sum, id) => sum + (board.weights[id] * figures[id].part) / figures[id].of, 0)
  return toTenth(Math.max(0, (100 * mean) / weight - deduction(figures, board)))
}

/** A unit with fewer jobs than the city asks for has a score, and no colour: chance would give it. */
export const standingOf = (figures: Figures, board: BoardData): Standing => {
  const score = scoreOf(figures, board)
  if (score === undefined) return {}
  if (figures.onTime.of < board.leastOrders) return { score }
  return { score, colour: board.bands.find(({ least }) => score >= least)?.colour }
}

const joined = (parts: readonly string[]): string => parts.join('，')

/** The formula in words, as it is computed above. */
export const formulaWords = (board: BoardData): readonly string[] => {
  const weights = BOARD_INDICATORS.filter((id) => board.weights[id] > 0)
  const sum = weights.map((id: BoardIndicator) => `${INDICATOR_WORDS[id].name} × ${board.weights[id]}%`)
  const prices = BOARD_COUNTS.filter((count) => board.deductions[PRICES[count]] > 0).map(
    (count) => `${BOARD_COUNT_WORDS[count].name}每件扣 ${board.deductions[PRICES[count]]} 分`,
  )
  return [
    `得分 = ${sum.join(' + ')}${prices.length === 0 ? '' : `；${joined(prices)}，合计最多扣 ${board.deductions.most} 分`}。`,
    '统计期内没有数据的指标不计，其余指标按比例折算成 100 分。',
    `派单后 ${limitWords(board.timelyView)}内打开算及时查阅。`,
    ...(board.bands.length === 0
      ? []
      : [`按时办结率的件数不足 ${board.leastOrders} 件的单位只列数据，不上榜。`]),
  ]
}
