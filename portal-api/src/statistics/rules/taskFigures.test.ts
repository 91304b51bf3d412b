import fc from 'fast-check'
import { buildCalendar } from '../../clock/rules/calendar'
import { type JudgedTask, type TaskFigures, taskFigures } from './taskFigures'

const CALENDAR = buildCalendar([{ year: 2026, notices: [], holidays: [] }])
const at = (text: string) => new Date(`${text}:00+08:00`)
const NOVEMBER = { from: at('2026-11-01T00:00'), until: at('2026-12-01T00:00') }
const NOW = at('2026-11-25T12:00')

/** A correction of Monday the 16th, due at the end of Thursday the 19th. */
const task = (change: Partial<JudgedTask> = {}): JudgedTask => ({
  unit: 'water',
  kind: 'correction',
  at: at('2026-11-16T09:00'),
  due: at('2026-11-20T00:00'),
  ...change,
})
const closed = (text: string) => ({ closed: { at: at(text) } })
const correction = (...tasks: JudgedTask[]) =>
  taskFigures(tasks, NOVEMBER, NOW, CALENDAR).get('water')?.correction

const ZERO: TaskFigures = { inTime: { part: 0, of: 0 }, overdue: 0, closed: 0, workingDays: 0, urged: 0 }

test.each<[string, Partial<JudgedTask>, Partial<TaskFigures>]>([
  ['closed in time', closed('2026-11-18T10:00'), { inTime: { part: 1, of: 1 }, closed: 1, workingDays: 2 }],
  [
    'closed at the last moment',
    closed('2026-11-20T00:00'),
    { inTime: { part: 1, of: 1 }, closed: 1, workingDays: 4 },
  ],
  [
    'closed late, over a weekend',
    closed('2026-11-23T10:00'),
    { inTime: { part: 0, of: 1 }, closed: 1, workingDays: 5 },
  ],
  ['open and late', {}, { inTime: { part: 0, of: 1 }, overdue: 1 }],
  [
    'open, late and urged twice',
    { urged: [{ at: at('2026-11-20T09:00') }, { at: at('2026-11-23T09:00') }] },
    { inTime: { part: 0, of: 1 }, overdue: 1, urged: 2 },
  ],
  [
    'due before the period, closed in it: late in October, done in November',
    { at: at('2026-10-26T09:00'), due: at('2026-10-30T00:00'), ...closed('2026-11-02T10:00') },
    { closed: 1, workingDays: 5 },
  ],
])('%s', (_what, change, figures) => {
  expect(correction(task(change))).toEqual({ ...ZERO, ...figures })
})

test('what is not due yet is nobody’s figure', () => {
  expect(taskFigures([task({ due: at('2026-11-26T00:00') })], NOVEMBER, NOW, CALENDAR).size).toBe(0)
})

test('units and kinds are told apart', () => {
  const figures = taskFigures(
    [task(), task({ kind: 'recheck' }), task({ unit: 'roads' })],
    NOVEMBER,
    NOW,
    CALENDAR,
  )
  expect([...figures.keys()]).toEqual(['water', 'roads'])
  expect(figures.get('water')).toMatchObject({ correction: { overdue: 1 }, recheck: { overdue: 1 } })
  expect(figures.get('roads')).toMatchObject({ correction: { overdue: 1 }, recheck: ZERO })
})

test('two months that follow each other count every task once', () => {
  const days = (least: number, most: number) => fc.integer({ min: least, max: most })
  const later = (from: Date, by: number) => new Date(from.getTime() + by * 3_600_000)
  fc.assert(
    fc.property(
      fc.array(fc.record({ begun: days(0, 900), lasts: days(1, 300), done: fc.option(days(0, 600)) })),
      (drawn) => {
        const tasks = drawn.map(({ begun, lasts, done }) => {
          const opened = later(at('2026-10-01T00:00'), begun)
          return task({
            at: opened,
            due: later(opened, lasts),
            ...(done === null ? {} : { closed: { at: later(opened, done) } }),
          })
        })
        const now = at('2026-12-31T00:00')
        const of = (from: string, until: string) =>
          taskFigures(tasks, { from: at(from), until: at(until) }, now, CALENDAR).get('water')?.correction ??
          ZERO
        const [whole, first, second] = [
          of('2026-10-01T00:00', '2026-12-31T00:00'),
          of('2026-10-01T00:00', '2026-11-01T00:00'),
          of('2026-11-01T00:00', '2026-12-31T00:00'),
        ]
        expect(first.inTime.of + second.inTime.of).toBe(whole.inTime.of)
        expect(first.closed + second.closed).toBe(whole.closed)
        expect(whole.inTime.of).toBe(tasks.length)
      },
    ),
  )
})
