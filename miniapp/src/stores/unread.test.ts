import type { Message } from '@jiesu/shared-types'
import { countUnread, isAfter } from './unread'

const message = (at: string): Message => ({
  id: '2611217130589164-2',
  number: '2611217130589164',
  type: 'accepted',
  at,
  text: '已受理。',
  cityName: '烟台',
})
const list = { messages: ['2026-11-23T10:00:00+08:00', '2026-11-23T09:00:00+08:00'].map(message) }

test.each([
  ['nothing was seen', '', 2],
  ['the older one was seen', '2026-11-23T09:00:00+08:00', 1],
  ['in another zone', '2026-11-23T01:30:00Z', 1],
  ['both were seen', '2026-11-23T10:00:00+08:00', 0],
])('%s', (_what, seen, unread) => {
  expect(countUnread(list, seen)).toBe(unread)
})

test('before anything was read there is nothing to count', () => {
  expect(countUnread(undefined, '')).toBe(0)
  expect(isAfter('2026-11-23T10:00:00+08:00', '')).toBe(true)
})
