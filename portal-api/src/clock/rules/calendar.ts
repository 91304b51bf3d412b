/**
 * Which days are working days (工作日) in China: weekends and statutory holidays off, make-up days (调休) worked.
 * The days are data (`portal-api/calendar/*.json`, from the State Council's yearly notices); this file only counts.
 *
 * A prefix table over the covered years answers every question in O(1): `before[i]` is the number of working days
 * before day i, `days[n]` the n-th working day.
 */

/** One year's notice as it stands in `portal-api/calendar/<year>.json`; dates are YYYY-MM-DD. */
export interface HolidayNotice {
  readonly year: number
  readonly notices: readonly string[]
  readonly holidays: readonly {
    readonly name: string
    readonly off: readonly string[]
    readonly worked: readonly string[]
  }[]
}

export interface Calendar {
  /** First and last year that a notice covers. Beyond them only weekends are known. */
  readonly from: number
  readonly until: number
  isWorkingDay(day: string): boolean
  /** False when the day's year has no notice yet. */
  isCovered(day: string): boolean
  /** The name of the holiday that makes the day free, or of the one it makes up for. */
  holidayName(day: string): string | undefined
  /** The `n`-th working day after `day` (n ≥ 1), which itself never counts (民法典 第201条). */
  workingDayAfter(day: string, n: number): string
  /** Working days from `from` to `to`, both included, in order. */
  workingDaysBetween(from: string, to: string): readonly string[]
}

const DAY_MS = 86_400_000
const serial = (day: string): number => Math.round(Date.parse(`${day}T00:00:00Z`) / DAY_MS)
const fromSerial = (n: number): string => new Date(n * DAY_MS).toISOString().slice(0, 10)
const isWeekend = (n: number): boolean => {
  const weekday = (((n + 4) % 7) + 7) % 7
  return weekday === 0 || weekday === 6
}

/** Days (ten years) added on both sides of the covered years, so that spans that leave them still get a (provisional) answer. */
const MARGIN_DAYS = 3_653

/**
 * @throws RangeError when there is no notice, a year is missing between the first and the last, or appears twice.
 */
export const buildCalendar = (notices: readonly HolidayNotice[]): Calendar => {
  const years = notices.map((n) => n.year).sort((a, b) => a - b)
  const from = years[0]
  const until = years.at(-1)
  if (from === undefined || until === undefined) throw new RangeError('a calendar needs at least one notice')
  years.forEach((year, i) => {
    if (year !== from + i)
      throw new RangeError(`the calendar's years must follow each other: look at ${year}`)
  })

  const special = new Map<number, { off: boolean; name: string }>()
  for (const notice of notices) {
    for (const holiday of notice.holidays) {
      for (const day of holiday.off) special.set(serial(day), { off: true, name: holiday.name })
      for (const day of holiday.worked) special.set(serial(day), { off: false, name: holiday.name })
    }
  }

  const first = serial(`${from}-01-01`) - MARGIN_DAYS
  const last = serial(`${until}-12-31`) + MARGIN_DAYS
  const works = (n: number): boolean => {
    const known = special.get(n)
    return known === undefined ? !isWeekend(n) : !known.off
  }
  const days: number[] = []
  /** `before[i]`: working days among the days first … first+i-1. */
  const before = new Int32Array(last - first + 2)
  for (let n = first; n <= last; n++) {
    before[n - first] = days.length
    if (works(n)) days.push(n)
  }
  before[last - first + 1] = days.length

  const indexOf = (day: string): number => {
    const n = serial(day)
    if (Number.isNaN(n) || n < first || n > last)
      throw new RangeError(
        `the calendar reaches from ${fromSerial(first)} to ${fromSerial(last)}, not ${day}`,
      )
    return n - first
  }

  return {
    from,
    until,
    isWorkingDay: (day) => works(first + indexOf(day)),
    isCovered: (day) => {
      const year = Number(day.slice(0, 4))
      return year >= from && year <= until
    },
    holidayName: (day) => special.get(serial(day))?.name,
    workingDayAfter: (day, n) => {
      const found = days[(before[indexOf(day) + 1] ?? 0) + n - 1]
      if (n < 1 || found === undefined)
        throw new RangeError(`no working day ${n} after ${day} in the calendar`)
      return fromSerial(found)
    },
    workingDaysBetween: (start, end) =>
      days.slice(before[indexOf(start)], before[indexOf(end) + 1]).map((n) => fromSerial(n)),
  }
}
