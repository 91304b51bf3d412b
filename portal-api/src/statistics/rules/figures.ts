/** Marks added up: a unit's figures in a period. */
import {
  BOARD_COUNTS,
  BOARD_INDICATORS,
  type BoardCount,
  type BoardIndicator,
} from '@jiesu/shared-types/vocabulary'
import type { Mark } from './marks'

/** So many of so many; a rate only where `of` is more than none. */
export interface Share {
  readonly part: number
  readonly of: number
}

export type Figures = Readonly<Record<BoardIndicator, Share> & Record<BoardCount, number>>

/** From `from` to `until`, which does not belong to it. */
export interface Period {
  readonly from: Date
  readonly until: Date
}

export const NO_FIGURES: Figures = {
  onTime: { part: 0, of: 0 },
  viewed: { part: 0, of: 0 },
  solved: { part: 0, of: 0 },
  satisfied: { part: 0, of: 0 },
  improperReturns: 0,
  yellowCards: 0,
  redCards: 0,
}

const plus = (figures: Figures, mark: Mark): Figures => {
  if ('count' in mark) return { ...figures, [mark.count]: figures[mark.count] + 1 }
  const { part, of } = figures[mark.indicator]
  return { ...figures, [mark.indicator]: { part: part + (mark.good ? 1 : 0), of: of + 1 } }
}

/** Adds the marks that fall into the period to what is known of their units. */
export const addMarks = (
  known: ReadonlyMap<string, Figures>,
  marks: readonly Mark[],
  period: Period,
): ReadonlyMap<string, Figures> => {
  const counted = marks.filter(({ at }) => at >= period.from && at < period.until)
  if (counted.length === 0) return known
  const figures = new Map(known)
  for (const mark of counted) figures.set(mark.unitId, plus(figures.get(mark.unitId) ?? NO_FIGURES, mark))
  return figures
}

/** Everybody together. */
export const total = (all: Iterable<Figures>): Figures =>
  [...all].reduce<Figures>(
    (sum, one) => ({
      ...sum,
      ...Object.fromEntries(BOARD_COUNTS.map((count) => [count, sum[count] + one[count]])),
      ...Object.fromEntries(
        BOARD_INDICATORS.map((id) => [
          id,
          { part: sum[id].part + one[id].part, of: sum[id].of + one[id].of },
        ]),
      ),
    }),
    NO_FIGURES,
  )
