/** How a milestone stands at a moment: running, due soon, late, met, met late, void. */
import type { MilestoneState } from '@jiesu/shared-types/vocabulary'
import type { Calendar } from '../../clock/rules/calendar'
import { countedWorkingDays } from '../../clock/rules/dueTime'
import type { Milestone, Order } from './order'

export interface DueSoon {
  /** For limits in days: from this many working days before the end. */
  readonly workingDays: number
  /** For limits in minutes and hours: from this many minutes before the end. */
  readonly minutes: number
}

const DAY_UNITS = ['same-day', 'calendar-days', 'working-days']

export const milestoneState = (
  milestone: Milestone,
  now: Date,
  calendar: Calendar,
  dueSoon: DueSoon,
): MilestoneState => {
  if (milestone.voidAt !== undefined) return 'void'
  if (milestone.metAt !== undefined) return milestone.metAt <= milestone.dueAt ? 'met' : 'met-late'
  if (now >= milestone.dueAt) return 'late'
  if (!DAY_UNITS.includes(milestone.unit))
    return milestone.dueAt.getTime() - now.getTime() <= dueSoon.minutes * 60_000 ? 'due-soon' : 'running'
  const left = countedWorkingDays('working-days', now, milestone.dueAt, calendar).length
  return left <= dueSoon.workingDays ? 'due-soon' : 'running'
}

/** The milestones that are neither met nor overtaken, earliest due first. */
export const openMilestones = (order: Order): readonly Milestone[] =>
  order.milestones
    .filter((m) => m.metAt === undefined && m.voidAt === undefined)
    .sort((a, b) => a.dueAt.getTime() - b.dueAt.getTime())

/** The open milestone that is due first, if any. */
export const nextMilestone = (order: Order): Milestone | undefined => openMilestones(order)[0]
