/** How a milestone stands at a moment: running, due soon, late, met, met late, void. */
import {
  type LimitUnit,
  type MilestoneState,
  shanghaiDay,
  startOfShanghaiDay,
} from '@jiesu/shared-types/vocabulary'
import type { Calendar } from '../../clock/rules/calendar'
import type { Milestone, Order } from './order'

export interface DueSoon {
  /** For limits in days: from this many working days before the end. */
  readonly workingDays: number
  /** For limits in minutes and hours: from this many minutes before the end. */
  readonly minutes: number
}

const MINUTE_MS = 60_000
const DAY_UNITS = ['same-day', 'calendar-days', 'working-days']
const dayBefore = (day: string): string => shanghaiDay(new Date(startOfShanghaiDay(day).getTime() - 1))

/**
 * From when on a limit is nearly due: so many minutes before its end, or the moment from which no more than so many
 * working days are left, the last one included.
 */
export const soonAt = (
  limit: { readonly unit: LimitUnit; readonly dueAt: Date },
  calendar: Pick<Calendar, 'isWorkingDay'>,
  dueSoon: DueSoon,
): Date => {
  if (!DAY_UNITS.includes(limit.unit)) return new Date(limit.dueAt.getTime() - dueSoon.minutes * MINUTE_MS)
  let day = shanghaiDay(new Date(limit.dueAt.getTime() - 1))
  for (let left = calendar.isWorkingDay(day) ? 1 : 0; ;) {
    const before = dayBefore(day)
    if (calendar.isWorkingDay(before)) left++
    if (left > dueSoon.workingDays) return startOfShanghaiDay(day)
    day = before
  }
}

export const milestoneState = (
  milestone: Milestone,
  now: Date,
  calendar: Calendar,
  dueSoon: DueSoon,
): MilestoneState => {
  if (milestone.voidAt !== undefined) return 'void'
  if (milestone.metAt !== undefined) return milestone.metAt <= milestone.dueAt ? 'met' : 'met-late'
  if (now >= milestone.dueAt) return 'late'
  return now >= soonAt(milestone, calendar, dueSoon) ? 'due-soon' : 'running'
}

/** The milestones that are neither met nor overtaken, earliest due first. */
export const openMilestones = (order: Order): readonly Milestone[] =>
  order.milestones
    .filter((m) => m.metAt === undefined && m.voidAt === undefined)
    .sort((a, b) => a.dueAt.getTime() - b.dueAt.getTime())

/** The open milestone that is due first, if any. */
export const nextMilestone = (order: Order): Milestone | undefined => openMilestones(order)[0]
