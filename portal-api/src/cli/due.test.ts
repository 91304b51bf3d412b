import { join } from 'node:path'
import { loadCities } from '../cities/loadCities'
import { loadCalendar } from '../clock/loadCalendar'
import { answerDue, answerLine, type DueAnswer } from './due'

const root = join(__dirname, '../..')
const ctx = {
  cities: loadCities(join(root, 'cities')),
  calendar: loadCalendar(join(root, 'calendar')),
  now: new Date('2026-11-23T09:00:00+08:00'),
}

const milestones = (answer: DueAnswer) => {
  if ('error' in answer) throw new Error(answer.error)
  return answer.milestones
}
const due = (line: Record<string, unknown>) =>
  milestones(answerLine(JSON.stringify(line), ctx, 'yantai')).map((m) => `${m.key} ${m.dueAt} ${m.rule}`)

test.each<[string, Record<string, unknown>, string[]]>([
  [
    'the city’s rule, several milestones',
    { category: 'utilities/water-outage', at: '2026-09-30T10:00:00+08:00' },
    ['explain 2026-09-30T10:30:00+08:00 yt-11-3-outage', 'finish 2026-10-11T00:00:00+08:00 yt-11-3-outage'],
  ],
  [
    'the requester’s type',
    { requester: 'enterprise', at: '2026-06-01T09:00:00+08:00' },
    ['finish 2026-06-24T00:00:00+08:00 yt-11-2-enterprise'],
  ],
  [
    'the line’s own city',
    { city: 'fuzhou', kind: 'consult', at: '2026-06-01T09:00:00+08:00' },
    ['finish 2026-06-05T00:00:00+08:00 fz-default-consult'],
  ],
  [
    'plain working days over National Day and its worked Saturday',
    { workingDays: 3, at: '2026-09-30T10:00:00+08:00' },
    ['plain 2026-10-11T00:00:00+08:00 plain'],
  ],
  [
    'a plain limit goes before the rule of the category',
    { category: 'utilities/water-outage', calendarDays: 3, at: '2026-10-01T09:00:00+08:00' },
    ['plain 2026-10-05T00:00:00+08:00 plain'],
  ],
  [
    'plain minutes over midnight',
    { minutes: 30, at: '2026-02-16T23:45:00+08:00' },
    ['plain 2026-02-17T00:15:00+08:00 plain'],
  ],
  [
    'an instant of another zone',
    { workingDays: 1, at: '2026-06-01T16:30:00Z' },
    ['plain 2026-06-04T00:00:00+08:00 plain'],
  ],
  [
    'a time without a zone is Shanghai’s',
    { minutes: 30, at: '2026-06-01 09:00' },
    ['plain 2026-06-01T09:30:00+08:00 plain'],
  ],
  ['no time means now', { minutes: 5 }, ['plain 2026-11-23T09:05:00+08:00 plain']],
])('%s', (_what, line, expected) => expect(due(line)).toEqual(expected))

test('an answer carries the id as it was given, the limit and its source', () => {
  expect(answerLine('{"id":7,"at":"2026-11-23T09:00:00+08:00"}', ctx, 'yantai')).toEqual({
    id: 7,
    city: 'yantai',
    at: '2026-11-23T09:00:00+08:00',
    milestones: [
      {
        key: 'finish',
        limit: '5 个工作日',
        dueAt: '2026-12-01T00:00:00+08:00',
        rule: 'yt-11-1-citizen',
        source: '烟政办发〔2021〕3号 第11条①',
        provisional: false,
      },
    ],
  })
})

test.each([
  ['rule', {}],
  ['plain', { workingDays: 5 }],
])('beyond the announced holidays a due time is provisional and says so (%s)', (_what, extra) => {
  const answer = answerDue({ city: 'yantai', at: '2026-12-29T09:00:00+08:00', ...extra }, ctx)
  expect(milestones(answer)).toMatchObject([{ dueAt: '2027-01-06T00:00:00+08:00', provisional: true }])
  expect(answer).toMatchObject({ note: expect.stringContaining('2018–2026') as string })
})

test('minutes and calendar days rest on no calendar: never provisional, whatever the year', () => {
  for (const limit of [{ minutes: 30 }, { calendarDays: 3 }]) {
    const answer = answerDue({ city: 'yantai', at: '2051-01-01T09:00:00+08:00', ...limit }, ctx)
    expect(milestones(answer)).toMatchObject([{ provisional: false }])
    expect(answer).not.toHaveProperty('note')
  }
})

test.each<[string, string, string | undefined, RegExp]>([
  ['not JSON', 'oops', undefined, /^not JSON: oops$/],
  ['not an object', '[1]', undefined, /not a JSON object/],
  ['null', 'null', undefined, /not a JSON object/],
  ['an unknown city', '{"id":"x","city":"paris"}', 'x', /no city "paris"/],
  ['an unknown category', '{"id":"x","category":"no/such"}', 'x', /no category "no\/such"/],
  ['an unknown kind', '{"id":"x","kind":"rant"}', 'x', /^kind: /],
  ['an unknown requester', '{"id":"x","requester":"dog"}', 'x', /^requester: /],
  ['an unknown fact', '{"id":"x","facts":"rain"}', 'x', /^facts: /],
  ['two plain limits', '{"id":"x","minutes":3,"workingDays":1}', 'x', /only one of/],
  ['no whole number', '{"id":"x","workingDays":1.5}', 'x', /^workingDays: /],
  ['nothing to wait for', '{"id":"x","workingDays":0}', 'x', /^workingDays: /],
  ['more than ten years', '{"id":"x","minutes":99999999999999}', 'x', /^minutes: /],
  ['a day that is not', '{"id":"x","at":"2026-02-30T09:00:00+08:00"}', 'x', /^at: 没有这个日期或时刻/],
  ['an hour that is not', '{"id":"x","at":"2026-02-20T25:00:00+08:00"}', 'x', /^at: 没有这个日期或时刻/],
  ['a bare date', '{"id":"x","at":"2026-02-20"}', 'x', /^at: /],
  ['a year the calendar does not reach', '{"id":"x","at":"2090-01-01T00:00:00Z"}', 'x', /calendar reaches/],
])('%s is an error of that line', (_what, line, id, error) => {
  const answer = answerLine(line, ctx, 'yantai')
  expect(answer).toEqual({
    ...(id === undefined ? {} : { id }),
    error: expect.stringMatching(error) as string,
  })
})

test('a byte-order mark does no harm', () => {
  expect(answerLine('\uFEFF{"id":"x"}', ctx, 'yantai')).toMatchObject({ id: 'x', city: 'yantai' })
})

test('without a city anywhere the line says so', () => {
  expect(answerLine('{"id":"x"}', ctx, undefined)).toMatchObject({
    id: 'x',
    error: expect.stringContaining('city') as string,
  })
})
