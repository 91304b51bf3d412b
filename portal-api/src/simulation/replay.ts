import { setImmediate as nextTurn } from 'node:timers/promises'
import type { City } from '../cities/cityData'
import type { Calendar } from '../clock/rules/calendar'
import { compareRules, joinReports, type ReplayedAppeal, type SimulationReport } from './rules/compareRules'

/** Appeals compared at a stretch, in some fifteen milliseconds: requests of others are answered in between. */
const SLICE = 20

export interface ReplayBounds {
  /** Appeals that are compared; those beyond are left out. */
  readonly most: number
  /** Asked between slices: true when it has taken long enough. */
  readonly isOver: () => boolean
}

export interface Replayed {
  readonly report: SimulationReport
  /** There were more appeals than were compared. */
  readonly more: boolean
}

type Pages = AsyncIterable<readonly ReplayedAppeal[]> | Iterable<readonly ReplayedAppeal[]>

const slicesOf = async function* (pages: Pages) {
  for await (const page of pages)
    for (let at = 0; at < page.length; at += SLICE) yield page.slice(at, at + SLICE)
}

/** Compares two cities' rules over all that comes, within the bounds; the event loop is given back between slices. */
export const replay = async (
  before: City,
  after: City,
  calendar: Calendar,
  pages: Pages,
  bounds: ReplayBounds = { most: Infinity, isOver: () => false },
): Promise<Replayed> => {
  let report = compareRules(before, after, [], calendar)
  for await (const slice of slicesOf(pages)) {
    const room = bounds.most - report.appeals
    if (room <= 0 || bounds.isOver()) return { report, more: true }
    report = joinReports(report, compareRules(before, after, slice.slice(0, room), calendar))
    if (slice.length > room) return { report, more: true }
    await nextTurn()
  }
  return { report, more: false }
}
