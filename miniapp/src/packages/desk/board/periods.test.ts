import { periodOf } from './periods'

test.each([
  ['thisMonth', '2026-11-23T10:00:00+08:00', '2026-11-01', '2026-11-23'],
  ['thisMonth', '2026-11-01T00:00:00+08:00', '2026-11-01', '2026-11-01'],
  // Still October in London.
  ['thisMonth', '2026-10-31T16:30:00Z', '2026-11-01', '2026-11-01'],
  ['lastMonth', '2026-11-23T10:00:00+08:00', '2026-10-01', '2026-10-31'],
  ['lastMonth', '2027-01-05T10:00:00+08:00', '2026-12-01', '2026-12-31'],
  ['lastMonth', '2028-03-31T23:00:00+08:00', '2028-02-01', '2028-02-29'],
  ['last30', '2026-11-23T10:00:00+08:00', '2026-10-25', '2026-11-23'],
] as const)('%s on %s is from %s to %s', (name, now, from, to) => {
  expect(periodOf(name, new Date(now))).toEqual({ from, to })
})
