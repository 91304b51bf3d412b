import type { Order } from '../../orders/rules/order'
import { after, at, city, OPERATOR, submitted, undecided } from '../../orders/rules/testSupport'
import { LEAST_REPORTERS, mayBeShown, publicLevel, summary } from './publicMatter'

const NOW = at('2026-11-23T09:00')
const yantai = city('yantai')
const shown = (order: Order, reporters = 1) => mayBeShown(order, reporters, yantai)

test('a leak that is being handled may be shown', () => {
  expect(shown(submitted(NOW))).toBe(true)
})

test.each<[string, Order]>([
  ['confidential', submitted(NOW, { confidentiality: 'confidential' })],
  ['anonymous', submitted(NOW, { confidentiality: 'anonymous' })],
  ['an enterprise’s', submitted(NOW, { requester: 'enterprise' })],
  ['not accepted yet', undecided(NOW)],
  ['taken against a rule’s advice', { ...submitted(NOW), insisted: true }],
  ['urgent public opinion', { ...submitted(NOW), facts: ['urgent-public-opinion'] }],
  ['withdrawn', after(submitted(NOW), { type: 'withdrawn', at: NOW, by: OPERATOR, reason: '' })],
  ['a family matter', submitted(NOW, { category: 'civil/women-children' })],
  ['wages', submitted(NOW, { category: 'labour/wages' })],
  ['no category of the city', { ...submitted(NOW), category: 'city/none' }],
])('never: %s', (_what, order) => {
  expect(shown(order, 100)).toBe(false)
})

test('before somebody’s door: only when several people have reported it, and without the street', () => {
  const noise = submitted(NOW, {
    category: 'noise/commercial',
    place: { district: '370602', street: '370602001', detail: '示范路 1 号' },
  })
  const accepted: Order = { ...noise, state: { status: 'awaiting-dispatch' } }
  expect(shown(accepted, LEAST_REPORTERS - 1)).toBe(false)
  expect(shown(accepted, LEAST_REPORTERS)).toBe(true)
  expect(summary(accepted, yantai, NOW, 'zh-CN').placeWords).toBe('芝罘区')
})

test('a summary has nothing that anybody wrote', () => {
  const order = submitted(NOW, {
    text: '王女士家漏水',
    place: { district: '370602', detail: '示范路 1 号 502' },
  })
  expect(summary(order, yantai, NOW, 'zh-CN')).toEqual({
    categoryName: '给水管道漏水',
    placeWords: '芝罘区',
    statusWords: '已派给承办单位',
    unitName: expect.any(String) as string,
    sinceWords: '2026年11月23日',
    dueWords: '11月30日（周一）24:00',
  })
})

test('what concerns one person is no public matter in any city', () => {
  const PRIVATE =
    /^(labour|insurance|health|epidemic|education|civil|police|housing|enterprise|other|market|safety|rural)\//
  for (const id of ['yantai', 'fuzhou']) {
    const marked = city(id)
      .categoryGroups.flatMap((group) => group.categories)
      .filter((category) => publicLevel(city(id), category.id) !== undefined)
      .map((category) => category.id)
    expect(marked.length).toBeGreaterThan(20)
    expect(marked.filter((one) => PRIVATE.test(one) || one === 'noise/neighbourhood')).toEqual([])
    // Noise always has somebody who makes it.
    for (const one of marked.filter((m) => m.startsWith('noise/')))
      expect(publicLevel(city(id), one)).toBe('district')
  }
})
