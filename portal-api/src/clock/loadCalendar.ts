import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { buildCalendar, type Calendar } from './rules/calendar'

const day = z.string().regex(/^\d{4}-\d\d-\d\d$/, 'YYYY-MM-DD')

const Notice = z.strictObject({
  year: z.number().int(),
  notices: z.array(z.url()),
  holidays: z.array(z.strictObject({ name: z.string().min(1), off: z.array(day), worked: z.array(day) })),
})

/** The notices cannot be used; the message names the file and what is wrong in it. */
export class CalendarError extends Error {}

const readNotice = (folder: string, name: string): z.infer<typeof Notice> => {
  const parsed = Notice.safeParse(JSON.parse(readFileSync(join(folder, name), 'utf8')))
  if (!parsed.success) throw new Error(z.prettifyError(parsed.error))
  if (`${parsed.data.year}.json` !== name) throw new Error(`holds the year ${parsed.data.year}`)
  return parsed.data
}

/** What goes wrong in `read`, said with the place where it went wrong. */
const at = <T>(place: string, read: () => T): T => {
  try {
    return read()
  } catch (error) {
    throw new CalendarError(`${place}: ${error instanceof Error ? error.message : String(error)}`)
  }
}

/**
 * Reads every year's notice below `folder` and builds the calendar.
 * @throws CalendarError naming the file and what is wrong in it.
 */
export const loadCalendar = (folder: string): Calendar => {
  const files = at(folder, () => readdirSync(folder)).filter((name) => name.endsWith('.json'))
  const notices = files.map((name) => at(join(folder, name), () => readNotice(folder, name)))
  return at(folder, () => buildCalendar(notices))
}
