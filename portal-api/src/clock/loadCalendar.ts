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

/**
 * Reads every year's notice below `folder` and builds the calendar.
 * @throws Error naming the file and what is wrong in it.
 */
export const loadCalendar = (folder: string): Calendar => {
  const files = readdirSync(folder).filter((name) => name.endsWith('.json'))
  return buildCalendar(
    files.map((name) => {
      const parsed = Notice.safeParse(JSON.parse(readFileSync(join(folder, name), 'utf8')))
      if (!parsed.success) throw new Error(`calendar/${name}: ${z.prettifyError(parsed.error)}`)
      if (`${parsed.data.year}.json` !== name) throw new Error(`calendar/${name}: holds the year ${parsed.data.year}`)
      return parsed.data
    }),
  )
}
