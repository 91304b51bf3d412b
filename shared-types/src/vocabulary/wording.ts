import dayjs, { type Dayjs } from 'dayjs'
import utc from 'dayjs/plugin/utc'

dayjs.extend(utc)

/**
 * How times are said to people, the same on the phone and in messages. All in Asia/Shanghai, which has been UTC+8
 * without daylight saving since 1991: a fixed offset needs no time-zone database, which mini-programs lack.
 */
const OFFSET_MINUTES = 8 * 60
export const DAY_MS = 86_400_000
const WEEKDAYS = ['日', '一', '二', '三', '四', '五', '六']

const local = (instant: Date): Dayjs => dayjs(instant).utcOffset(OFFSET_MINUTES)

/** `2026-11-27`, the day in Shanghai. */
export const shanghaiDay = (instant: Date): string => local(instant).format('YYYY-MM-DD')

/** Time of day in Shanghai, HH:MM. */
export const shanghaiTime = (instant: Date): string => local(instant).format('HH:mm')

/** The instant at which a Shanghai day (YYYY-MM-DD) begins. */
export const startOfShanghaiDay = (day: string): Date => new Date(`${day}T00:00:00+08:00`)

/** `2026-11-27T09:30:00+08:00`. */
export const shanghaiInstant = (instant: Date): string => local(instant).format('YYYY-MM-DDTHH:mm:ssZ')

const sayDate = (moment: Dayjs, now: Date): string => {
  const year = moment.year() === local(now).year() ? '' : `${moment.year()}年`
  return `${year}${moment.format('M月D日')}（周${WEEKDAYS[moment.day()] ?? ''}）`
}

/** `11月27日（周五）17:30`; with the year when it is not `now`'s. */
export const sayMoment = (instant: Date, now: Date = instant): string =>
  `${sayDate(local(instant), now)}${local(instant).format('HH:mm')}`

/** Like sayMoment, but an instant at midnight is the end of the day before: `11月27日（周五）24:00`. */
export const sayDue = (due: Date, now: Date = due): string => {
  const moment = local(due)
  return moment.isSame(moment.startOf('day'))
    ? `${sayDate(moment.subtract(1, 'day'), now)}24:00`
    : sayMoment(due, now)
}

/** A day (YYYY-MM-DD) with its year: `2026年11月21日`. */
export const sayDay = (day: string): string => dayjs(day).format('YYYY年M月D日')

/** `3 小时 20 分`, `2 天 3 小时`, `不到 1 分钟`. */
export const sayDuration = (milliseconds: number): string => {
  const minutes = Math.floor(milliseconds / 60_000)
  if (minutes < 1) return '不到 1 分钟'
  const days = Math.floor(minutes / 1440)
  const hours = Math.floor((minutes % 1440) / 60)
  const rest = minutes % 60
  if (days > 0) return hours > 0 ? `${days} 天 ${hours} 小时` : `${days} 天`
  if (hours > 0) return rest > 0 ? `${hours} 小时 ${rest} 分` : `${hours} 小时`
  return `${rest} 分钟`
}

/** What is left of a limit, to be put into words. */
export interface Remaining {
  late: boolean
  /** Whole working days that are still to come; 0 for limits in running time, and on the last day. */
  workingDays: number
  /** Beside the working days, what is left of today; else everything that is left, or by how much it is late. */
  milliseconds: number
}

/**
 * `workingDays` are the working days (YYYY-MM-DD) from today to the last day of a limit in working days; empty for
 * limits in running time. Working time counts whole working days that are still to come and, when today is one, the
 * rest of today.
 */
export const remaining = (now: Date, due: Date, workingDays: readonly string[]): Remaining => {
  const apart = Math.abs(due.getTime() - now.getTime())
  if (now >= due) return { late: true, workingDays: 0, milliseconds: apart }
  if (workingDays.length === 0) return { late: false, workingDays: 0, milliseconds: apart }
  const today = shanghaiDay(now)
  const whole = workingDays.filter((day) => day > today).length
  const leftToday = workingDays.includes(today)
    ? Math.min(due.getTime(), startOfShanghaiDay(today).getTime() + DAY_MS) - now.getTime()
    : 0
  return {
    late: false,
    workingDays: whole,
    milliseconds: whole === 0 && leftToday <= 0 ? apart : leftToday,
  }
}

/** The countdown in words, see `remaining`: `还剩 2 个工作日 3 小时`, `已超时 1 小时 20 分`. */
export const sayRemaining = (now: Date, due: Date, workingDays: readonly string[] = []): string => {
  const rest = remaining(now, due, workingDays)
  if (rest.late) return `已超时 ${sayDuration(rest.milliseconds)}`
  if (rest.workingDays === 0) return `还剩 ${sayDuration(rest.milliseconds)}`
  const hours = Math.floor(rest.milliseconds / 3_600_000)
  return hours > 0 ? `还剩 ${rest.workingDays} 个工作日 ${hours} 小时` : `还剩 ${rest.workingDays} 个工作日`
}
