/** What must hold of any limit at any moment; the cases of the regulations are in limits.test.ts. */
import { LIMIT_UNITS, shanghaiDay } from '@jiesu/shared-types/vocabulary'
import fc from 'fast-check'
import { join } from 'node:path'
import { loadCalendar } from '../loadCalendar'
import { dueTime } from './dueTime'

const calendar = loadCalendar(join(__dirname, '../../../calendar'))
const DAY_MS = 86_400_000

/** Any minute from 2018 until after the last announced year: promises reach there, provisionally. */
const instant = fc
  .integer({
    min: Date.parse('2018-01-01T00:00:00+08:00') / 60_000,
    max: Date.parse('2028-12-31T00:00:00+08:00') / 60_000,
  })
  .map((minutes) => new Date(minutes * 60_000))
const unit = fc.constantFrom(...LIMIT_UNITS)
const amount = fc.integer({ min: 1, max: 60 })
const gap = fc.integer({ min: 0, max: 60 * 24 * 60 }).map((minutes) => minutes * 60_000)

const lastDay = (due: Date): string => shanghaiDay(new Date(due.getTime() - 1))
const nextDay = (day: string): string => new Date(Date.parse(day) + DAY_MS).toISOString().slice(0, 10)

test('in every unit, a later start never gives an earlier due time', () => {
  fc.assert(
    fc.property(unit, amount, instant, gap, (u, n, start, later) => {
      const first = dueTime({ unit: u, amount: n }, start, calendar).at
      const second = dueTime({ unit: u, amount: n }, new Date(start.getTime() + later), calendar).at
      expect(second.getTime()).toBeGreaterThanOrEqual(first.getTime())
    }),
    { numRuns: 1_000 },
  )
})

test('in every unit, a longer limit never ends earlier, and none ends before it starts', () => {
  fc.assert(
    fc.property(unit, amount, instant, (u, n, start) => {
      const shorter = dueTime({ unit: u, amount: n }, start, calendar).at.getTime()
      const longer = dueTime({ unit: u, amount: n + 1 }, start, calendar).at.getTime()
      if (u === 'same-day') expect(longer).toBe(shorter)
      else expect(longer).toBeGreaterThan(shorter)
      expect(shorter).toBeGreaterThan(start.getTime())
    }),
    { numRuns: 1_000 },
  )
})

test('a limit in working days ends at 24:00 of a working day, never of a day off', () => {
  fc.assert(
    fc.property(amount, instant, (n, start) => {
      const { at } = dueTime({ unit: 'working-days', amount: n }, start, calendar)
      expect(calendar.isWorkingDay(lastDay(at))).toBe(true)
      expect((at.getTime() + 8 * 3_600_000) % DAY_MS).toBe(0)
    }),
  )
})

test('the same day is never lengthened: it ends at 24:00 of the day it starts, at most 24 hours later', () => {
  fc.assert(
    fc.property(instant, fc.nat(59_999), (minute, past) => {
      const start = new Date(minute.getTime() + past)
      const { at } = dueTime({ unit: 'same-day', amount: 1 }, start, calendar)
      expect(lastDay(at)).toBe(shanghaiDay(start))
      expect(at.getTime()).toBeGreaterThan(start.getTime())
      expect(at.getTime() - start.getTime()).toBeLessThanOrEqual(DAY_MS)
    }),
  )
})

test('adding working days is the inverse of counting them', () => {
  fc.assert(
    fc.property(amount, instant, (n, start) => {
      const day = shanghaiDay(start)
      const last = lastDay(dueTime({ unit: 'working-days', amount: n }, start, calendar).at)
      // Counted from the day after the start (民法典 第201条), there and back.
      expect(calendar.workingDaysBetween(nextDay(day), last)).toHaveLength(n)
      const counted = calendar.workingDaysBetween(nextDay(day), last).length
      expect(calendar.workingDayAfter(day, counted)).toBe(last)
    }),
  )
})

test('only limits in working days that leave the announced years are provisional', () => {
  fc.assert(
    fc.property(unit, amount, instant, (u, n, start) => {
      const { at, provisional } = dueTime({ unit: u, amount: n }, start, calendar)
      const leaves = !calendar.isCovered(shanghaiDay(start)) || !calendar.isCovered(lastDay(at))
      expect(provisional).toBe(u === 'working-days' && leaves)
    }),
    { numRuns: 500 },
  )
})
