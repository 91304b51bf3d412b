import type { Command } from 'commander'
import { addNotice } from '../clock/addNotice'
import { loadCalendar, readNotices } from '../clock/loadCalendar'
import type { Calendar, HolidayNotice } from '../clock/rules/calendar'
import { readSettings } from '../platform/settings'
import { CannotDo, print } from './say'

const days = (notice: HolidayNotice, list: 'off' | 'worked'): number =>
  notice.holidays.reduce((n, holiday) => n + holiday[list].length, 0)

const yearLines = (notice: HolidayNotice, calendar: Calendar): string[] => {
  const { year, holidays, notices } = notice
  const working = calendar.workingDaysBetween(`${year}-01-01`, `${year}-12-31`).length
  return [
    `${year}: ${working} working days, ${days(notice, 'off')} days off, ${days(notice, 'worked')} make-up days`,
    ...holidays.map(
      ({ name, off, worked }) =>
        `  ${name}: off ${off.join(' ')}${worked.length === 0 ? '' : `; worked ${worked.join(' ')}`}`,
    ),
    ...notices.map((address) => `  ${address}`),
  ]
}

/** What `jiesu calendar show` says. @param year YYYY; without one, every year in a line. */
export const showCalendar = (
  notices: readonly HolidayNotice[],
  calendar: Calendar,
  year?: string,
): string[] => {
  const unknown = `no notice yet: due times from ${calendar.until + 1} on are provisional (only weekends are known)`
  if (year === undefined)
    return [
      `covered: ${calendar.from}–${calendar.until}`,
      ...notices.flatMap((notice) => `  ${yearLines(notice, calendar)[0] ?? ''}`),
      `${calendar.until + 1}: ${unknown}`,
    ]
  if (!/^\d{4}$/.test(year)) throw new CannotDo(`a year is four digits, not "${year}"`)
  const notice = notices.find((n) => n.year === Number(year))
  if (notice !== undefined) return yearLines(notice, calendar)
  return Number(year) > calendar.until
    ? [`${year}: ${unknown}`]
    : [`${year}: before the calendar, which begins with ${calendar.from}`]
}

/** `jiesu calendar show|add`: which days are known, and the next year's notice. */
export const addCalendar = (program: Command): void => {
  const calendar = program
    .command('calendar')
    .description('the holidays and make-up days that the clock knows')
  calendar
    .command('show')
    .argument('[year]', 'with its days; without one, every year in a line')
    .description('which years are covered, their days off and make-up days, the next provisional year')
    .action((year: string | undefined) => {
      const folder = readSettings(process.env).JIESU_CALENDAR
      for (const line of showCalendar(readNotices(folder), loadCalendar(folder), year)) print(line)
    })
  calendar
    .command('add')
    .argument('<notice.json>', 'the year’s notice, in the shape of portal-api/calendar/2026.json')
    .option('--replace', 'put it in the place of that year’s notice', false)
    .description('check a year’s notice and add it to the calendar’s folder (JIESU_CALENDAR)')
    .action((source: string, { replace }: { replace: boolean }) => {
      const folder = readSettings(process.env).JIESU_CALENDAR
      const { notice, file, replaced } = addNotice(folder, source, replace)
      print(`${replaced ? 'replaced' : 'added'} ${file}`)
      for (const line of yearLines(notice, loadCalendar(folder))) print(line)
      print(
        'Restart the portal: it reads the calendar at start and settles the promises that were provisional.',
      )
    })
}
