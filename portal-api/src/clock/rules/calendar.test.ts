import { isWorkday } from 'chinese-days'
import fc from 'fast-check'
import { join } from 'node:path'
import { loadCalendar } from '../loadCalendar'
import { buildCalendar } from './calendar'

const calendar = loadCalendar(join(__dirname, '../../../calendar'))
const addDays = (day: string, n: number) =>
  new Date(Date.parse(day) + n * 86_400_000).toISOString().slice(0, 10)
const day = fc.integer({ min: 0, max: 9 * 365 - 60 }).map((n) => addDays('2018-01-01', n))

test('every day of 2018–2026 agrees with an independent library', () => {
  for (let d = '2018-01-01'; d <= '2026-12-31'; d = addDays(d, 1))
    expect([d, calendar.isWorkingDay(d)]).toEqual([d, isWorkday(d)])
})

test.each([
  ['2026-10-10', true, 'a Saturday made up for National Day'],
  ['2026-09-20', true, 'a Sunday made up for National Day'],
  ['2026-10-01', false, 'National Day'],
  ['2026-02-28', true, 'a Saturday made up for the Spring Festival'],
  ['2026-02-17', false, 'Spring Festival'],
  ['2026-11-21', false, 'an ordinary Saturday'],
  ['2026-11-23', true, 'an ordinary Monday'],
])('%s works: %s (%s)', (d, works) => expect(calendar.isWorkingDay(d)).toBe(works))

test('the n-th working day after a day is a working day with n-1 working days between', () => {
  fc.assert(
    fc.property(day, fc.integer({ min: 1, max: 40 }), (d, n) => {
      const found = calendar.workingDayAfter(d, n)
      expect(calendar.isWorkingDay(found)).toBe(true)
      expect(calendar.workingDaysBetween(addDays(d, 1), found)).toHaveLength(n)
    }),
  )
})

test('more working days never end earlier, and a later start never ends earlier', () => {
  fc.assert(
    fc.property(day, fc.integer({ min: 1, max: 30 }), (d, n) => {
      expect(calendar.workingDayAfter(d, n + 1) > calendar.workingDayAfter(d, n)).toBe(true)
      expect(calendar.workingDayAfter(addDays(d, 1), n) >= calendar.workingDayAfter(d, n)).toBe(true)
    }),
  )
})

test('knows what it does not know', () => {
  expect(calendar.until).toBe(2026)
  expect(calendar.isCovered('2026-12-31')).toBe(true)
  expect(calendar.isCovered('2027-01-01')).toBe(false)
  expect(calendar.holidayName('2026-10-01')).toBe('国庆节')
  expect(() => calendar.isWorkingDay('2038-01-01')).toThrow(RangeError)
  expect(() => calendar.workingDayAfter('2026-01-01', 0)).toThrow(RangeError)
})

test('refuses no, missing and doubled years', () => {
  const year = (y: number) => ({ year: y, notices: [], holidays: [] })
  expect(() => buildCalendar([])).toThrow(RangeError)
  expect(() => buildCalendar([year(2024), year(2026)])).toThrow(/2026/)
  expect(() => buildCalendar([year(2024), year(2024)])).toThrow(/2024/)
})
