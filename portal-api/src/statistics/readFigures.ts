/** Figures of all units of a city in a period: orders are read in pages, and only what is judged of them. */
import { Refused } from '../platform/problems'
import type { City } from '../cities/cityData'
import type { Calendar } from '../clock/rules/calendar'
import type { Judgeable, JudgeableOrders } from '../orders/judgeable.store'
import { addMarks, type Figures, type Period } from './rules/figures'
import { marksOf } from './rules/marks'

const PAGE = 500
/** A bound on what one question may cost; the greatest cities ask month by month. */
const MOST_ORDERS = 150_000

/** @throws Refused `invalid-input` when the period holds more orders than one question may cost. */
export const makeReadFigures =
  (orders: JudgeableOrders, calendar: Calendar) =>
  async (city: City, period: Period, now: Date): Promise<ReadonlyMap<string, Figures>> => {
    const context = { now, calendar, viewLimit: city.profile.board.timelyView }
    const filter = { city: city.id, since: period.from, until: period.until }
    /** An order that changes while it is read comes again at the end: it counts as it was read first. */
    const seen = new Set<string>()
    let figures: ReadonlyMap<string, Figures> = new Map()
    // Orders that nothing happened to since before the period can still have become late in it.
    for (const which of ['changed', 'resting'] as const) {
      let last: Judgeable | undefined
      do {
        const after = last && { at: last.at, number: last.number }
        const page = await orders.page({ ...filter, which }, after, PAGE)
        const fresh = page.filter(({ number }) => !seen.has(number))
        for (const { number } of fresh) seen.add(number)
        if (seen.size > MOST_ORDERS)
          throw new Refused('invalid-input', {
            fields: [{ path: '/from', message: '这段时间的工单太多，请分几段看' }],
          })
        const marks = fresh.flatMap(({ order, events }) => marksOf({ ...order, events }, context))
        figures = addMarks(figures, marks, period)
        last = page.length < PAGE ? undefined : page.at(-1)
      } while (last !== undefined)
    }
    return figures
  }

export type ReadFigures = ReturnType<typeof makeReadFigures>
