/** The board in the words of the contract, and as a table for spreadsheets. */
import {
  BOARD_COLOUR_WORDS,
  BOARD_COUNT_WORDS,
  BOARD_COUNTS,
  BOARD_INDICATORS,
  type Board,
  type BoardFigures,
  type BoardRow,
  INDICATOR_WORDS,
  type KnowledgeFigures,
  shanghaiInstant,
} from '@jiesu/shared-types'
import { sourceView } from '../cities/city.view'
import type { City } from '../cities/cityData'
import { asCsv, type Cell } from '../platform/tables/csv'
import { knowledgeLines, shareCells, shareView } from './knowledgeWork.view'
import { type Figures, total } from './rules/figures'
import { formulaWords, standingOf } from './rules/score'

const figuresView = (figures: Figures): BoardFigures => ({
  onTime: shareView(figures.onTime),
  viewed: shareView(figures.viewed),
  solved: shareView(figures.solved),
  satisfied: shareView(figures.satisfied),
  improperReturns: figures.improperReturns,
  yellowCards: figures.yellowCards,
  redCards: figures.redCards,
})

const rowView = (city: City, id: string, figures: Figures): BoardRow => {
  const { score, colour } = standingOf(figures, city.profile.board)
  return {
    unit: { id, name: city.units.find((unit) => unit.id === id)?.name ?? id },
    figures: figuresView(figures),
    ...(score === undefined ? {} : { score }),
    ...(colour === undefined ? {} : { colour }),
  }
}

/** Units on the board before those that are only listed; then by score, then by the amount of work. */
const byStanding =
  (hasColours: boolean) =>
  (a: BoardRow, b: BoardRow): number => {
    const listed = (row: BoardRow) => (hasColours && row.colour === undefined ? 1 : 0)
    return (
      listed(a) - listed(b) ||
      (b.score ?? -1) - (a.score ?? -1) ||
      b.figures.onTime.of - a.figures.onTime.of ||
      a.unit.id.localeCompare(b.unit.id)
    )
  }

export const boardView = (
  city: City,
  figures: ReadonlyMap<string, Figures>,
  shown: {
    readonly from: string
    readonly to: string
    readonly now: Date
    readonly unitId?: string | undefined
  },
): Omit<Board, 'tasks'> => {
  const { board } = city.profile
  const rows = [...figures]
    .filter(([id]) => shown.unitId === undefined || id === shown.unitId)
    .map(([id, one]) => rowView(city, id, one))
    .sort(byStanding(board.bands.length > 0))
  return {
    serverTime: shanghaiInstant(shown.now),
    from: shown.from,
    to: shown.to,
    rows,
    ...(shown.unitId === undefined ? { total: figuresView(total(figures.values())) } : {}),
    formula: [...formulaWords(board)],
    note: board.note,
    source: sourceView(board.source),
    bands: board.bands.map((band) => ({ ...band })),
  }
}

/** More than anybody reads; the sums are of all. */
const MOST_ENTRIES = 10

/** What readers said of entries, in the order in which they come. */
export const knowledgeFigures = (
  entries: readonly { entry: string; title: string; solved: number; unsolved: number }[],
): KnowledgeFigures => ({
  solved: entries.reduce((sum, { solved }) => sum + solved, 0),
  unsolved: entries.reduce((sum, { unsolved }) => sum + unsolved, 0),
  entries: entries
    .slice(0, MOST_ENTRIES)
    .map(({ entry, title, solved, unsolved }) => ({ id: entry, title, solved, unsolved })),
})

/** A line a unit, then the explanations: a table that was passed on still says what it counts. */
export const boardCsv = (board: Board, cityName: string): string => {
  const shares = BOARD_INDICATORS.map((id) => INDICATOR_WORDS[id].name)
  const heads = [
    '单位',
    ...(board.bands.length === 0 ? [] : ['榜次']),
    '得分',
    ...shares.flatMap((name) => [`${name}分子`, `${name}分母`, `${name}（%）`]),
    ...BOARD_COUNTS.map((count) => BOARD_COUNT_WORDS[count].name),
  ]
  const line = (name: string, figures: BoardFigures, row?: BoardRow) => [
    name,
    ...(board.bands.length === 0 ? [] : [row?.colour === undefined ? '' : BOARD_COLOUR_WORDS[row.colour]]),
    row?.score ?? '',
    ...BOARD_INDICATORS.flatMap((id) => shareCells(figures[id])),
    ...BOARD_COUNTS.map((count) => figures[count]),
  ]
  const lines: readonly (readonly Cell[])[] = [
    [`${cityName}承办单位监督评价`, `${board.from} 至 ${board.to}`],
    heads,
    ...board.rows.map((row) => line(row.unit.name, row.figures, row)),
    ...(board.total === undefined ? [] : [line('合计', board.total)]),
    ...knowledgeLines(board),
    [],
    ...board.formula.map((sentence) => [sentence]),
    [board.note],
    ...BOARD_INDICATORS.map((id) => {
      const { name, numerator, denominator, leftOut } = INDICATOR_WORDS[id]
      return [`${name}：${numerator}，占${denominator}。${leftOut.join('；')}。`]
    }),
  ]
  return asCsv(lines)
}
