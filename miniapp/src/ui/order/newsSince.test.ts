import type { TimelineEntry } from '@jiesu/shared-types'
import { newsForRequester, newsSince } from './newsSince'

const entry = (id: string, by: TimelineEntry['by']): TimelineEntry => ({
  id,
  type: 'received',
  at: '2026-11-23T09:00:00+08:00',
  by,
  byWords: '',
  title: id,
  round: 1,
})
const submitted = entry('1', 'requester')
const dispatched = entry('2', 'operator')
const received = entry('3', 'handler')
const added = entry('4', 'requester')

test('what was not there yet is news, newest first', () => {
  expect(newsSince([submitted], [received, dispatched, submitted])).toEqual([received, dispatched])
  expect(newsSince([received, submitted], [received, submitted])).toEqual([])
})

test('what became visible afterwards is news wherever it stands', () => {
  expect(newsSince([received, submitted], [received, dispatched, submitted])).toEqual([dispatched])
})

test('the requester’s own steps are no news to them', () => {
  expect(newsForRequester([submitted], [added, received, submitted])).toEqual([received])
})
