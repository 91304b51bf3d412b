import {
  sayDue,
  sayDuration,
  sayMoment,
  sayRemaining,
  shanghaiDay,
  shanghaiInstant,
  startOfShanghaiDay,
} from './wording'

const at = (shanghai: string) => new Date(`${shanghai}+08:00`)

test('days and instants are Shanghai’s, whatever the machine’s zone', () => {
  expect(shanghaiDay(new Date('2026-11-21T15:59:59Z'))).toBe('2026-11-21')
  expect(shanghaiDay(new Date('2026-11-21T16:00:00Z'))).toBe('2026-11-22')
  expect(shanghaiInstant(new Date('2026-11-21T16:00:00Z'))).toBe('2026-11-22T00:00:00+08:00')
  expect(startOfShanghaiDay('2026-11-22').toISOString()).toBe('2026-11-21T16:00:00.000Z')
})

test.each([
  ['2026-11-27T17:30:00', '11月27日（周五）17:30'],
  ['2026-01-01T00:00:00', '1月1日（周四）00:00'],
  ['2027-01-04T09:05:00', '2027年1月4日（周一）09:05'],
])('%s is said %s', (moment, said) => expect(sayMoment(at(moment), at('2026-06-01T00:00:00'))).toBe(said))

test.each([
  ['2026-11-28T00:00:00', '11月27日（周五）24:00'],
  ['2026-11-27T17:30:00', '11月27日（周五）17:30'],
  ['2027-01-01T00:00:00', '12月31日（周四）24:00'],
])('due at %s is said %s', (due, said) => expect(sayDue(at(due), at('2026-06-01T00:00:00'))).toBe(said))

test.each([
  [30_000, '不到 1 分钟'],
  [60_000, '1 分钟'],
  [59 * 60_000, '59 分钟'],
  [3_600_000, '1 小时'],
  [80 * 60_000, '1 小时 20 分'],
  [24 * 3_600_000, '1 天'],
  [51 * 3_600_000, '2 天 3 小时'],
])('%d ms: %s', (milliseconds, said) => expect(sayDuration(milliseconds)).toBe(said))

const WEEK = ['2026-11-25', '2026-11-26', '2026-11-27']
const FRIDAY_NIGHT = at('2026-11-28T00:00:00')
test.each([
  ['two whole days and three hours of today', '2026-11-25T21:00:00', WEEK, '还剩 2 个工作日 3 小时'],
  ['less than an hour of today is not counted', '2026-11-25T23:30:00', WEEK, '还剩 2 个工作日'],
  ['the last day', '2026-11-27T20:40:00', ['2026-11-27'], '还剩 3 小时 20 分'],
  ['the last minute', '2026-11-27T23:59:30', ['2026-11-27'], '还剩 不到 1 分钟'],
  ['running time', '2026-11-27T23:30:00', [], '还剩 30 分钟'],
  ['over', '2026-11-28T01:20:00', [], '已超时 1 小时 20 分'],
])('%s', (_what, now, days, said) => expect(sayRemaining(at(now), FRIDAY_NIGHT, days)).toBe(said))

test('on a day off the countdown stands still until the next working day', () => {
  const due = at('2026-12-01T00:00:00')
  expect(sayRemaining(at('2026-11-28T10:00:00'), due, ['2026-11-30'])).toBe('还剩 1 个工作日')
  expect(sayRemaining(at('2026-11-29T22:00:00'), due, ['2026-11-30'])).toBe('还剩 1 个工作日')
})
