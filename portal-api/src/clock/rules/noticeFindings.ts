import type { HolidayNotice } from './calendar'

const isDay = (day: string): boolean => {
  const time = Date.parse(`${day}T00:00:00Z`)
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(day)
}

const isWeekend = (day: string): boolean => [0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay())

/** New Year's Day may begin, and be made up for, in the last days of the year before, and end-of-year days in January. */
const EDGE_DAYS = 14
const DAY_MS = 86_400_000

const isNearYear = (day: string, year: number): boolean => {
  const time = Date.parse(`${day}T00:00:00Z`)
  const edge = EDGE_DAYS * DAY_MS
  return (
    time >= Date.parse(`${year}-01-01T00:00:00Z`) - edge &&
    time < Date.parse(`${year + 1}-01-01T00:00:00Z`) + edge
  )
}

/**
 * What is wrong in a year's notice (国务院办公厅关于部分节假日安排的通知), one line each; empty when nothing is:
 * days that exist and lie in the year or at its edges, no day twice, make-up days (调休) that are Saturdays or Sundays
 * (other days are worked anyhow), holidays with days off.
 * @param others the other years' notices: a day that one of them has settled is not settled again.
 */
export const noticeFindings = (notice: HolidayNotice, others: readonly HolidayNotice[]): string[] => {
  const findings: string[] = []
  if (notice.notices.length === 0) findings.push('notices: name the address of the State Council’s notice')
  if (notice.holidays.length === 0) findings.push('holidays: a year without any holiday is no notice')

  const settled = new Map<string, string>()
  for (const other of others)
    for (const { name, off, worked } of other.holidays)
      for (const day of [...off, ...worked]) settled.set(day, `${name} in ${other.year}.json`)

  for (const [h, holiday] of notice.holidays.entries()) {
    if (holiday.off.length === 0) findings.push(`holidays[${h}].off: ${holiday.name} has no day off`)
    for (const list of ['off', 'worked'] as const)
      for (const [d, day] of holiday[list].entries()) {
        const path = `holidays[${h}].${list}[${d}]`
        const before = settled.get(day)
        if (!isDay(day)) findings.push(`${path}: there is no day ${day}`)
        else if (!isNearYear(day, notice.year))
          findings.push(`${path}: ${day} is neither in ${notice.year} nor at its edges`)
        else if (before !== undefined) findings.push(`${path}: ${day} stands already under ${before}`)
        else if (list === 'worked' && !isWeekend(day))
          findings.push(`${path}: ${day} is no Saturday or Sunday, so nobody has to make it up`)
        settled.set(day, holiday.name)
      }
  }
  return findings
}
