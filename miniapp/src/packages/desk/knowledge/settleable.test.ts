import type { KnowledgeDeskEntry } from '@jiesu/shared-types'
import { settleable } from './settleable'

const task = (
  id: string,
  kind: 'correction' | 'recheck',
  more = {},
): KnowledgeDeskEntry['tasks'][number] => ({
  id,
  kind,
  at: '2026-11-23T09:00:00+08:00',
  due: '2026-11-27T00:00:00+08:00',
  late: false,
  told: false,
  mayUrge: false,
  ...more,
})

test('offered are open reports, and rechecks that the publication does not close by itself', () => {
  const tasks = [
    task('report', 'correction'),
    task('recheck', 'recheck'),
    task('over', 'correction', { closedAt: '2026-11-24T09:00:00+08:00', outcome: '已经更正。' }),
  ]
  const of = (checkedOn: string) =>
    settleable({ tasks, content: { checkedOn } as KnowledgeDeskEntry['content'] }).map(({ id }) => id)
  expect(of('2026-11-22')).toEqual(['report', 'recheck'])
  expect(of('2026-11-23')).toEqual(['report'])
})
