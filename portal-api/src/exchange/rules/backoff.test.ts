import { at } from '../../orders/rules/testSupport'
import { afterFailure, MOST_TRIES, waitAfter } from './backoff'

const NOW = at('2026-11-23T09:00')
const SECOND = 1000

test.each([
  [1, 5],
  [2, 10],
  [3, 20],
  [4, 40],
  [9, 1280],
  [10, 2560],
  [11, 3600],
  [12, 3600],
  [23, 3600],
])('after try %i it waits %i seconds', (tries, seconds) => {
  expect(waitAfter(tries)).toBe(seconds * SECOND)
  expect(afterFailure(tries, NOW)).toEqual({ nextAt: new Date(NOW.getTime() + seconds * SECOND) })
})

test('the last failed try is the end, and a night has passed until then', () => {
  expect(afterFailure(MOST_TRIES, NOW)).toBe('dead')
  expect(afterFailure(MOST_TRIES + 1, NOW)).toBe('dead')
  const waits = Array.from({ length: MOST_TRIES - 1 }, (_, i) => waitAfter(i + 1))
  const hours = waits.reduce((sum, wait) => sum + wait, 0) / 3_600_000
  expect(hours).toBeGreaterThan(14)
  expect(hours).toBeLessThan(24)
})
