import { at } from '../../orders/rules/testSupport'
import { firstWords, type Matter } from './matter'
import { makeSimilarIndex } from './similarIndex'

const matter = (id: string, body: string, changes: Partial<Matter> = {}): Matter => ({
  id,
  head: firstWords(body),
  body,
  at: at('2026-11-20T09:00'),
  ...changes,
})
const LEAK = '芝罘屯路路口自来水管漏水，路面积水很深。'
const OTHERS = [
  matter('noise', '泰和小区楼下工地半夜施工，吵得睡不着。'),
  matter('light', '观海路的路灯坏了一周，晚上很黑。'),
  matter('wages', '公司拖欠三个月工资，一直不发。'),
]
const indexOf = (...matters: readonly Matter[]) => {
  const index = makeSimilarIndex()
  index.add([...OTHERS, ...matters])
  return index
}
const ids = (index: ReturnType<typeof indexOf>, asked: Matter, limit = 3) =>
  index.search(asked, { limit }).map(({ id }) => id)

test('the same in other words comes first, and names the place that both name', () => {
  const [best] = indexOf(matter('same', '水管漏水好几天，芝罘屯路都是水，没人修。')).search(
    matter('q', LEAK),
    { limit: 1 },
  )
  expect(best).toMatchObject({ id: 'same', sharedPlaces: ['芝罘屯路'] })
})

test('the same thing elsewhere comes after the same place', () => {
  const elsewhere = matter('elsewhere', '大海阳路口水管漏水，路面积水。')
  const here = matter('here', '芝罘屯路上自来水管道漏水，积水影响出行。')
  expect(ids(indexOf(elsewhere, here), matter('q', LEAK), 2)).toEqual(['here', 'elsewhere'])
})

test.each<[string, Partial<Matter>, Partial<Matter>]>([
  ['nearer in time', { at: at('2026-11-19T09:00') }, { at: at('2025-11-19T09:00') }],
  ['the same street', { street: 's1' }, { street: 's2' }],
  ['the same district', { district: 'd1' }, { district: 'd2' }],
  ['the same category', { category: 'city/water-main' }, { category: 'city/roads' }],
  ['the same group of categories', { category: 'city/roads' }, { category: 'noise/commercial' }],
])('of equals, %s comes first', (_what, better, worse) => {
  const asked = matter('q', LEAK, { street: 's1', district: 'd1', category: 'city/water-main' })
  const both = [matter('a-worse', LEAK, worse), matter('b-better', LEAK, better)]
  expect(ids(indexOf(...both), asked, 2)).toEqual(['b-better', 'a-worse'])
})

test('what few wrote cannot be asked for', () => {
  const index = indexOf(
    matter('secret', '示范里王家漏水，张某某欠债不还。'),
    matter('plain', '示范里李家漏水，没人管。'),
  )
  const asked = matter('q', '张某某欠债')
  expect(index.search(asked, { limit: 3 })).not.toEqual([])
  expect(index.search(asked, { limit: 3, leastHolders: 3 })).toEqual([])
  const withNumber = ['a', 'b', 'c'].map((id) => matter(id, 'room502'))
  expect(indexOf(...withNumber).search(matter('q', 'room502'), { limit: 3, leastHolders: 3 })).toEqual([])
})

test('only among those that were named, never itself, nothing for no words', () => {
  const index = indexOf(matter('x', LEAK), matter('y', LEAK))
  expect(index.search(matter('x', LEAK), { limit: 5 }).map(({ id }) => id)).not.toContain('x')
  expect(
    index.search(matter('q', LEAK), { limit: 5, among: (id) => id === 'y' }).map(({ id }) => id),
  ).toEqual(['y'])
  expect(index.search(matter('q', '……'), { limit: 5 })).toEqual([])
})

test('one that is added again stays as it was', () => {
  const index = indexOf(matter('x', LEAK))
  const { size } = index
  index.add([matter('x', '完全不同的内容')])
  expect(index.size).toBe(size)
  expect(ids(index, matter('q', LEAK), 1)).toEqual(['x'])
})
