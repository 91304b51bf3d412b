import dayjs, { type Dayjs } from 'dayjs'
import utc from 'dayjs/plugin/utc'
import type { LimitUnit } from '../limits'
import type { AgentRelation } from '../requesters'
import { remaining } from '../wording'
import { AGENT_RELATION_WORDS } from './words'

dayjs.extend(utc)

/** The same times as in `../wording`, said in English: Shanghai's, on a 24-hour clock. */
const OFFSET_MINUTES = 8 * 60
const local = (instant: Date): Dayjs => dayjs(instant).utcOffset(OFFSET_MINUTES)

const count = (amount: number, one: string): string => `${amount} ${one}${amount === 1 ? '' : 's'}`

const sayDate = (moment: Dayjs, now: Date): string =>
  moment.format(moment.year() === local(now).year() ? 'ddd D MMM' : 'ddd D MMM YYYY')

/** `Fri 27 Nov, 17:30`; with the year when it is not `now`'s. */
export const sayMoment = (instant: Date, now: Date = instant): string =>
  `${sayDate(local(instant), now)}, ${local(instant).format('HH:mm')}`

/** Like sayMoment, but an instant at midnight is the end of the day before: `Fri 27 Nov, 24:00`. */
export const sayDue = (due: Date, now: Date = due): string => {
  const moment = local(due)
  return moment.isSame(moment.startOf('day'))
    ? `${sayDate(moment.subtract(1, 'day'), now)}, 24:00`
    : sayMoment(due, now)
}

/** A day (YYYY-MM-DD) with its year: `21 Nov 2026`. */
export const sayDay = (day: string): string => dayjs(day).format('D MMM YYYY')

/** `3 hours 20 minutes`, `2 days 3 hours`, `less than a minute`. */
export const sayDuration = (milliseconds: number): string => {
  const minutes = Math.floor(milliseconds / 60_000)
  if (minutes < 1) return 'less than a minute'
  const parts = [
    [Math.floor(minutes / 1440), 'day'],
    [Math.floor((minutes % 1440) / 60), 'hour'],
    [minutes % 60, 'minute'],
  ] as const
  const first = parts.findIndex(([amount]) => amount > 0)
  return parts
    .slice(first, first + 2)
    .filter(([amount]) => amount > 0)
    .map(([amount, unit]) => count(amount, unit))
    .join(' ')
}

/** The countdown: `2 working days 3 hours left`, `overdue by 1 hour 20 minutes`. */
export const sayRemaining = (now: Date, due: Date, workingDays: readonly string[] = []): string => {
  const rest = remaining(now, due, workingDays)
  if (rest.late) return `overdue by ${sayDuration(rest.milliseconds)}`
  if (rest.workingDays === 0) return `${sayDuration(rest.milliseconds)} left`
  const hours = Math.floor(rest.milliseconds / 3_600_000)
  const days = count(rest.workingDays, 'working day')
  return hours > 0 ? `${days} ${count(hours, 'hour')} left` : `${days} left`
}

/** The limit in words: `5 working days`, `30 minutes`, `the same day`. */
export const limitWords = (limit: { unit: LimitUnit; amount: number }): string => {
  switch (limit.unit) {
    case 'immediate':
      return 'at once'
    case 'minutes':
      return count(limit.amount, 'minute')
    case 'hours':
      return count(limit.amount, 'hour')
    case 'same-day':
      return 'the same day'
    case 'calendar-days':
      return count(limit.amount, 'calendar day')
    case 'working-days':
      return count(limit.amount, 'working day')
  }
}

/** That somebody acts for the person concerned, without saying who. */
export const sayAgent = (relation: AgentRelation): string =>
  relation === 'other'
    ? 'submitted on their behalf'
    : `submitted on their behalf by a ${AGENT_RELATION_WORDS[relation].toLowerCase()}`
