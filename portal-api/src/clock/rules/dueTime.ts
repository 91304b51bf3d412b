/** When a limit ends. All days are Shanghai days; all instants are absolute. */
import { DAY_MS, type LimitUnit, shanghaiDay, startOfShanghaiDay } from '@jiesu/shared-types/vocabulary'
import type { Calendar } from './calendar'

export interface Limit {
  readonly unit: LimitUnit
  /** Minutes for `immediate` and `minutes`; hours; days; ignored by `same-day`. */
  readonly amount: number
}

export interface Due {
  readonly at: Date
  /** True when the answer rests on a year whose holidays are not announced yet. */
  readonly provisional: boolean
}

const MINUTE_MS = 60_000

/** The instant at which a Shanghai day ends (24:00). */
export const endOfShanghaiDay = (day: string): Date => new Date(startOfShanghaiDay(day).getTime() + DAY_MS)

const addDays = (day: string, n: number): string =>
  shanghaiDay(new Date(startOfShanghaiDay(day).getTime() + n * DAY_MS))

/**
 * The due time of a limit that starts at `start`.
 *
 * - minutes, hours, immediate: run at once, over nights and holidays.
 * - same-day (当天): until 24:00 of the day it starts, however late it starts: what a document promises is never
 *   lengthened. How little that can be is said to the requester (`explanation` in limits.ts).
 * - calendar-days (自然日): the day it starts does not count (民法典 第201条); ends at 24:00 of the last day. A limit
 *   named in 自然日 names holidays as well, so the last day is not moved by 民法典 第203条.
 * - working-days (工作日): the day it starts does not count; ends at 24:00 of the last working day (第203条).
 */
export const dueTime = (limit: Limit, start: Date, calendar: Calendar): Due => {
  const today = shanghaiDay(start)
  switch (limit.unit) {
    case 'immediate':
    case 'minutes':
      return { at: new Date(start.getTime() + limit.amount * MINUTE_MS), provisional: false }
    case 'hours':
      return { at: new Date(start.getTime() + limit.amount * 60 * MINUTE_MS), provisional: false }
    case 'same-day':
      return { at: endOfShanghaiDay(today), provisional: false }
    case 'calendar-days':
      return { at: endOfShanghaiDay(addDays(today, limit.amount)), provisional: false }
    case 'working-days': {
      const last = calendar.workingDayAfter(today, limit.amount)
      return {
        at: endOfShanghaiDay(last),
        provisional: !calendar.isCovered(last) || !calendar.isCovered(today),
      }
    }
  }
}

/** Working days from the day of `now` to the last day of a limit in working days; empty for other units. */
export const countedWorkingDays = (
  unit: LimitUnit,
  now: Date,
  due: Date,
  calendar: Calendar,
): readonly string[] => {
  if (unit !== 'working-days' || now >= due) return []
  return calendar.workingDaysBetween(shanghaiDay(now), shanghaiDay(new Date(due.getTime() - 1)))
}
