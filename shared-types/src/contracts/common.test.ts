import { Day, Instant, MobilePhone, Phone } from './common'

test.each([
  ['13800000000', '13800000000'],
  [' 138 0000 0000 ', '13800000000'],
  ['138-0000-0000', '13800000000'],
  ['+86 138 0000 0000', '13800000000'],
  ['+8613800000000', '13800000000'],
  ['008613800000000', '13800000000'],
  ['１３８００００００００', '13800000000'],
])('a mobile number typed as %j is kept as %s', (typed, kept) => {
  expect(Phone.parse(typed)).toBe(kept)
  expect(MobilePhone.parse(typed)).toBe(kept)
})

test.each([
  ['0535-6000000', '0535-6000000'],
  ['0535 6000000', '05356000000'],
  ['（0535）6000000', '05356000000'],
  ['0591–60000000', '0591-60000000'],
])('a landline typed as %j is kept as %s, and cannot receive a code', (typed, kept) => {
  expect(Phone.parse(typed)).toBe(kept)
  expect(MobilePhone.safeParse(typed).success).toBe(false)
})

test.each([
  '',
  '12345',
  '6000000',
  '12800000000',
  '138000000001',
  '+1 138 0000 0000',
  '13800000000 转 8',
  'a13800000000',
])('%j is no telephone number', (typed) => {
  expect(Phone.safeParse(typed).success).toBe(false)
})

test.each([
  ['2026-02-28T10:00:00+08:00', true],
  ['2028-02-29T10:00:00+08:00', true],
  ['2026-02-29T10:00:00+08:00', false],
  ['2026-02-31T10:00:00+08:00', false],
  ['2026-11-31T10:00:00Z', false],
  ['2026-13-01T10:00:00Z', false],
  ['2026-11-22T25:00:00+08:00', false],
])('%s is a moment of the calendar: %s', (instant, good) => {
  expect(Instant.safeParse(instant).success).toBe(good)
})

test.each([
  ['2026-11-21', true],
  ['2028-02-29', true],
  ['2026-02-29', false],
  ['2026-11-31', false],
  ['2026-13-01', false],
  ['1999-12-31', false],
  ['2026-11-21T09:00', false],
  ['昨天', false],
])('%s as a day: %p', (day, good) => {
  expect(Day.safeParse(day).success).toBe(good)
})
