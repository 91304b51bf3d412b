import { sayDay, sayDue, sayDuration, sayMoment, sayRemaining, limitWords, sayAgent } from './english'
import { vocabularyIn } from './inLanguage'

const at = (shanghai: string) => new Date(`${shanghai}+08:00`)

test.each([
  ['2026-11-27T17:30:00', 'Fri 27 Nov, 17:30'],
  ['2027-01-04T09:05:00', 'Mon 4 Jan 2027, 09:05'],
])('%s is said %s', (moment, said) => expect(sayMoment(at(moment), at('2026-06-01T00:00:00'))).toBe(said))

test('the end of a day is said with that day', () => {
  expect(sayDue(at('2026-11-28T00:00:00'))).toBe('Fri 27 Nov, 24:00')
  expect(sayDue(at('2027-01-01T00:00:00'), at('2026-12-20T00:00:00'))).toBe('Thu 31 Dec, 24:00')
  expect(sayDay('2026-11-21')).toBe('21 Nov 2026')
})

test.each([
  [30_000, 'less than a minute'],
  [60_000, '1 minute'],
  [3_600_000, '1 hour'],
  [80 * 60_000, '1 hour 20 minutes'],
  [24 * 3_600_000, '1 day'],
  [51 * 3_600_000 + 60_000, '2 days 3 hours'],
])('%d ms: %s', (milliseconds, said) => expect(sayDuration(milliseconds)).toBe(said))

const WEEK = ['2026-11-25', '2026-11-26', '2026-11-27']
test.each([
  ['2026-11-25T21:00:00', WEEK, '2 working days 3 hours left'],
  ['2026-11-26T23:30:00', WEEK, '1 working day left'],
  ['2026-11-27T20:40:00', ['2026-11-27'], '3 hours 20 minutes left'],
  ['2026-11-27T23:30:00', [], '30 minutes left'],
  ['2026-11-28T01:20:00', [], 'overdue by 1 hour 20 minutes'],
])('at %s', (now, days, said) => expect(sayRemaining(at(now), at('2026-11-28T00:00:00'), days)).toBe(said))

test.each([
  ['working-days', 1, '1 working day'],
  ['working-days', 5, '5 working days'],
  ['same-day', 1, 'the same day'],
  ['immediate', 5, 'at once'],
] as const)('%s %d', (unit, amount, said) => expect(limitWords({ unit, amount })).toBe(said))

test('an agent is named by relation', () => {
  expect(sayAgent('family')).toBe('submitted on their behalf by a family member')
  expect(sayAgent('other')).toBe('submitted on their behalf')
})

test('both languages have the same words, and English no Chinese ones', () => {
  const zh = vocabularyIn('zh-CN')
  const en = vocabularyIn('en')
  for (const [name, words] of Object.entries(zh)) {
    const other: unknown = en[name as keyof typeof en]
    expect(typeof other).toBe(typeof words)
    if (typeof words === 'object')
      expect(Object.keys(other as object).sort()).toEqual(Object.keys(words).sort())
  }
  expect(JSON.stringify(en)).not.toMatch(/[\u3000-\u9fff\uff00-\uffef]/)
})
