/**
 * Working-day arithmetic against chinese-days in the same run: the same questions, ratios of the medians.
 * `npm run bench -- clock`
 */
import { findWorkday, getWorkdaysInRange, isWorkday } from 'chinese-days'
import { join } from 'node:path'
import { loadCalendar } from '../../portal-api/src/clock/loadCalendar'

const ROUNDS = 7
const calendar = loadCalendar(join(__dirname, '../../portal-api/calendar'))

const days = Array.from({ length: 2000 }, (_, i) =>
  new Date(Date.parse('2019-01-01') + i * 86_400_000).toISOString().slice(0, 10),
)
const addDays = (day: string, n: number) =>
  new Date(Date.parse(day) + n * 86_400_000).toISOString().slice(0, 10)

/** Median nanoseconds per question. */
const measure = (ask: (day: string) => unknown): number => {
  const times: number[] = []
  for (let round = 0; round < ROUNDS; round++) {
    const began = process.hrtime.bigint()
    for (const day of days) ask(day)
    times.push(Number(process.hrtime.bigint() - began) / days.length)
  }
  return times.sort((a, b) => a - b)[Math.floor(ROUNDS / 2)] ?? 0
}

const questions: readonly [string, (day: string) => unknown, (day: string) => unknown][] = [
  ['is it a working day', (day) => calendar.isWorkingDay(day), (day) => isWorkday(day)],
  ['the 15th working day after', (day) => calendar.workingDayAfter(day, 15), (day) => findWorkday(15, day)],
  [
    'working days within 60 days',
    (day) => calendar.workingDaysBetween(day, addDays(day, 60)),
    (day) => getWorkdaysInRange(day, addDays(day, 60), true),
  ],
]

for (const [name, ours, theirs] of questions) {
  const a = measure(ours)
  const b = measure(theirs)
  process.stdout.write(
    `${name.padEnd(28)} ours ${a.toFixed(0).padStart(7)} ns  chinese-days ${b.toFixed(0).padStart(9)} ns  ratio ${(b / a).toFixed(1)}\n`,
  )
}
