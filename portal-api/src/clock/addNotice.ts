/** Adds a year's holiday notice to the calendar's folder, checked before anything is written. */
import { mkdirSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { CalendarError, checkNotice, readNotice, readNotices } from './loadCalendar'
import { buildCalendar, type HolidayNotice } from './rules/calendar'

/** One holiday a line, as the notice itself reads. */
const noticeText = ({ year, notices, holidays }: HolidayNotice): string => {
  const list = (days: readonly string[]): string => `[${days.map((day) => `"${day}"`).join(', ')}]`
  const lines = holidays.map(
    ({ name, off, worked }) =>
      `    {"name": ${JSON.stringify(name)}, "off": ${list(off)}, "worked": ${list(worked)}}`,
  )
  return `{
  "year": ${year},
  "notices": [${notices.map((address) => JSON.stringify(address)).join(', ')}],
  "holidays": [
${lines.join(',\n')}
  ]
}
`
}

export interface AddedNotice {
  readonly notice: HolidayNotice
  /** Where it was written. */
  readonly file: string
  readonly replaced: boolean
}

/**
 * Writes `<folder>/<year>.json`. The year is the one after the last, or, with `replace`, one that is already there.
 * @throws CalendarError saying what is wrong; then nothing was written.
 */
export const addNotice = (folder: string, source: string, replace: boolean): AddedNotice => {
  const notice = readNotice(source)
  const { year } = notice
  const known = readNotices(folder)
  const last = known.at(-1)?.year
  const replaced = known.some((other) => other.year === year)
  if (replaced && !replace)
    throw new CalendarError(
      `${source}: ${year} is already in the calendar; --replace puts this notice in its place`,
    )
  if (!replaced && last !== undefined && year !== last + 1)
    throw new CalendarError(`${source}: the next year of the calendar is ${last + 1}, not ${year}`)
  const others = known.filter((other) => other.year !== year)
  checkNotice(source, notice, others)
  buildCalendar([...others, notice])

  const file = join(folder, `${year}.json`)
  mkdirSync(folder, { recursive: true })
  // A portal that starts in this moment reads the old file or the new one, never half of it.
  writeFileSync(`${file}.new`, noticeText(notice))
  renameSync(`${file}.new`, file)
  return { notice, file, replaced }
}
