import { join } from 'node:path'
import { loadCalendar, readNotices } from '../clock/loadCalendar'
import { showCalendar } from './calendarCommand'

const folder = join(__dirname, '../../calendar')
const notices = readNotices(folder)
const calendar = loadCalendar(folder)

test('without a year: the coverage, each year in a line, the next provisional year', () => {
  const lines = showCalendar(notices, calendar)
  expect(lines[0]).toBe('covered: 2018–2026')
  expect(lines).toHaveLength(notices.length + 2)
  expect(lines.at(-2)).toBe('  2026: 248 working days, 33 days off, 6 make-up days')
  expect(lines.at(-1)).toContain('2027: no notice yet')
})

test('with a year: every holiday with its days off and make-up days, and the notice', () => {
  const lines = showCalendar(notices, calendar, '2026')
  expect(lines).toContain('  元旦: off 2026-01-01 2026-01-02 2026-01-03; worked 2026-01-04')
  expect(lines.at(-1)).toContain('https://www.gov.cn/')
})

test('years without a notice say what that means', () => {
  expect(showCalendar(notices, calendar, '2027')[0]).toContain('provisional')
  expect(showCalendar(notices, calendar, '2001')[0]).toContain('before the calendar')
  expect(() => showCalendar(notices, calendar, 'next')).toThrow(/four digits/)
})
