import { earliestMoment } from './whoHears'

test.each([
  ['at night, wait until eight', '2026-11-21T03:00:00+08:00', '2026-11-21T08:00:00+08:00'],
  [
    'late in the evening, wait until tomorrow at eight',
    '2026-11-21T21:00:00+08:00',
    '2026-11-22T08:00:00+08:00',
  ],
  ['just before midnight', '2026-11-21T23:59:59+08:00', '2026-11-22T08:00:00+08:00'],
  ['at eight sharp, now', '2026-11-21T08:00:00+08:00', '2026-11-21T08:00:00+08:00'],
  ['in the afternoon, now', '2026-11-21T15:30:00+08:00', '2026-11-21T15:30:00+08:00'],
])('%s', (_what, now, expected) => {
  expect(earliestMoment(new Date(now))).toEqual(new Date(expected))
})
