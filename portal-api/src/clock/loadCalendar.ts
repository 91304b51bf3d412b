import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { z } from 'zod'
import { buildCalendar, type Calendar, type HolidayNotice } from './rules/calendar'
import { noticeFindings } from './rules/noticeFindings'

const day = z.string().regex(/^\d{4}-\d\d-\d\d$/, 'YYYY-MM-DD')

const Notice = z.strictObject({
  year: z.number().int().min(1949).max(9999),
  notices: z.array(z.url()),
  holidays: z.array(z.strictObject({ name: z.string().min(1), off: z.array(day), worked: z.array(day) })),
})

/** The notices cannot be used; the message names the file and what is wrong in it. */
export class CalendarError extends Error {}

/** What goes wrong in `read`, said with the place where it went wrong. */
const at = <T>(place: string, read: () => T): T => {
  try {
    return read()
  } catch (error) {
    throw new CalendarError(`${place}: ${error instanceof Error ? error.message : String(error)}`)
  }
}

/** One notice, its shape right; what its days say is judged together with the other years'. @throws CalendarError */
export const readNotice = (file: string): HolidayNotice =>
  at(file, () => {
    const parsed = Notice.safeParse(JSON.parse(readFileSync(file, 'utf8')))
    if (!parsed.success) throw new Error(z.prettifyError(parsed.error))
    return parsed.data
  })

/** The notices of a folder by year; a folder that is not there yet has none. @throws CalendarError */
export const readNotices = (folder: string): HolidayNotice[] => {
  const files = existsSync(folder)
    ? at(folder, () => readdirSync(folder)).filter((name) => name.endsWith('.json'))
    : []
  return files.sort().map((name) => {
    const file = join(folder, name)
    const notice = readNotice(file)
    if (`${notice.year}.json` !== basename(file))
      throw new CalendarError(`${file}: holds the year ${notice.year}`)
    return notice
  })
}

/** @throws CalendarError naming every day of the notice that cannot be. */
export const checkNotice = (place: string, notice: HolidayNotice, others: readonly HolidayNotice[]): void => {
  const findings = noticeFindings(notice, others)
  if (findings.length > 0) throw new CalendarError([`${place}:`, ...findings].join('\n  '))
}

/**
 * Reads every year's notice below `folder` and builds the calendar.
 * @throws CalendarError naming the file and what is wrong in it.
 */
export const loadCalendar = (folder: string): Calendar => {
  const notices = readNotices(folder)
  for (const notice of notices)
    checkNotice(
      join(folder, `${notice.year}.json`),
      notice,
      notices.filter((other) => other.year < notice.year),
    )
  return at(folder, () => buildCalendar(notices))
}
