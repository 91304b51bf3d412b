import { join } from 'node:path'
import type { City } from '../../cities/cityData'
import { readNotices } from '../../clock/loadCalendar'
import { buildCalendar, type Calendar, type HolidayNotice } from '../../clock/rules/calendar'
import { submission } from './acceptance'
import type { RuleContext } from './decision'
import { begin, evolveAll } from './evolve'
import type { OrderEvent } from './events'
import type { Order } from './order'
import { recomputePromises, sayRecomputed } from './recomputing'
import { after, at, city, facts, handlerOf, REQUESTER } from './testSupport'

const known = readNotices(join(__dirname, '../../../calendar')).filter((notice) => notice.year <= 2026)
const year = (of: number, off: string[], worked: string[] = []): HolidayNotice => ({
  year: of,
  notices: [],
  holidays: [{ name: '元旦', off, worked }],
})
/** Fictional: Friday to Monday off, made up for on Saturday the 9th. */
const Y2027 = year(2027, ['2027-01-01', '2027-01-04'], ['2027-01-09'])
const before = buildCalendar(known)
const announced = buildCalendar([...known, Y2027])
const NOW = at('2026-12-30T09:00')

const context = (calendar: Calendar, of: City = city('yantai')): RuleContext => ({
  now: NOW,
  city: of,
  calendar,
})

/** An order that was promised its milestones at `start` while 2027 was not announced. */
const promised = (start: string, changes: Parameters<typeof facts>[0] = {}, calendar = before): Order => {
  const appeal = facts(changes)
  const ctx = { now: at(start), city: city(appeal.city), calendar }
  return evolveAll(begin('2611217130589164', appeal, ctx.now), submission(appeal, REQUESTER, false, ctx))
}
const events = (order: Order, calendar: Calendar): readonly OrderEvent[] => {
  const decision = recomputePromises(order, context(calendar))
  if (!decision.ok) throw new Error(`refused: ${decision.refusal}`)
  return decision.events
}
const dues = (order: Order) =>
  order.milestones.map((m) => `${m.type} ${m.dueAt.toISOString()}${m.provisional ? ' provisional' : ''}`)

test.each<[string, string, Parameters<typeof facts>[0], string[], string[]]>([
  [
    'later by the holidays',
    '2026-12-29T09:00',
    {},
    ['finish 2027-01-05T16:00:00.000Z provisional'],
    ['finish 2027-01-07T16:00:00.000Z'],
  ],
  [
    'over a make-up Saturday',
    '2026-12-31T09:00',
    {},
    ['finish 2027-01-07T16:00:00.000Z provisional'],
    ['finish 2027-01-09T16:00:00.000Z'],
  ],
  [
    'unchanged, but certain now',
    '2027-01-11T09:00',
    {},
    ['finish 2027-01-18T16:00:00.000Z provisional'],
    ['finish 2027-01-18T16:00:00.000Z'],
  ],
  [
    'a certain milestone stays as it is',
    '2026-12-29T09:00',
    { category: 'utilities/water-outage' },
    // 30 and 31 December, and 1 January as an ordinary Friday.
    ['explain 2026-12-29T01:30:00.000Z', 'finish 2027-01-01T16:00:00.000Z provisional'],
    ['explain 2026-12-29T01:30:00.000Z', 'finish 2027-01-05T16:00:00.000Z'],
  ],
  [
    'one that runs after another starts when that one really ends',
    '2026-12-24T09:00',
    {
      city: 'fuzhou',
      category: 'market/consumer-rights',
      kind: 'complaint',
      place: { district: '350102', detail: '示范路 1 号' },
    },
    ['decide 2027-01-04T16:00:00.000Z provisional', 'finish 2027-03-08T16:00:00.000Z provisional'],
    ['decide 2027-01-06T16:00:00.000Z', 'finish 2027-03-09T16:00:00.000Z'],
  ],
])('%s', (_what, start, changes, provisional, certain) => {
  const order = promised(start, changes)
  expect(dues(order)).toEqual(provisional)
  expect(events(order, before)).toEqual([])
  const settled = after(order, ...events(order, announced))
  expect(dues(settled)).toEqual(certain)
  expect(events(settled, announced)).toEqual([])
})

test('what was promised beside the due time, rule and version above all, stays', () => {
  const order = promised('2026-12-29T09:00')
  const [was] = order.milestones
  const [is] = after(order, ...events(order, announced)).milestones
  expect({ ...is, dueAt: was?.dueAt, soonAt: was?.soonAt, provisional: true }).toEqual(was)
})

test('met and overtaken promises are not touched', () => {
  const order = promised('2026-12-29T09:00')
  const moment = { at: NOW, by: handlerOf(order) }
  const received = after(order, { type: 'received', ...moment })
  const replied = after(received, {
    type: 'replied',
    ...moment,
    publicReply: '修好了。',
    internalAccount: '更换接头一处。',
    ratingOpenUntil: at('2027-01-06T00:00'),
    callbackFrom: at('2027-01-02T00:00'),
    nature: 'ordinary',
    points: [],
    unitId: order.assignment?.unitId ?? '',
  })
  expect(events(replied, announced)).toEqual([])
  expect(events(after(order, { type: 'withdrawn', ...moment, reason: '' }), announced)).toEqual([])
})

test('a promise that reaches beyond the next year too waits for that one, and follows what it runs after', () => {
  const start = '2027-11-19T09:00'
  const where = { city: 'fuzhou', category: 'market/consumer-rights', kind: 'complaint' as const }
  const order = promised(start, { ...where, place: { district: '350102', detail: '示范路 1 号' } })
  const Y2027late = year(2027, ['2027-11-22'])
  const first = after(order, ...events(order, buildCalendar([...known, Y2027late])))
  expect(dues(order)).toEqual([
    'decide 2027-11-30T16:00:00.000Z provisional',
    'finish 2028-02-01T16:00:00.000Z provisional',
  ])
  expect(dues(first)).toEqual([
    'decide 2027-12-01T16:00:00.000Z',
    'finish 2028-02-02T16:00:00.000Z provisional',
  ])
  const both = buildCalendar([...known, Y2027late, year(2028, ['2028-01-03'])])
  expect(dues(after(first, ...events(first, both)))).toEqual([
    'decide 2027-12-01T16:00:00.000Z',
    'finish 2028-02-03T16:00:00.000Z',
  ])
})

test('the timeline says what became certain and what was expected before', () => {
  const said = (order: Order) => {
    const [event] = events(order, announced)
    return event?.type === 'promise-recomputed' ? sayRecomputed(event.changes, event.at) : undefined
  }
  expect(said(promised('2026-12-29T09:00'))).toBe(
    '节假日安排公布，时限确定为 2027年1月7日（周四）24:00（原来暂定 2027年1月5日（周二）24:00）。',
  )
  expect(said(promised('2027-01-11T09:00'))).toBe(
    '节假日安排公布，时限确定为 2027年1月18日（周一）24:00（与原来暂定的一样）。',
  )
})
