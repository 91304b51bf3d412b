import { ObjectId } from 'bson'
import { typedDoc } from '../tests/support'
import { createSorter, parseSort, sortBy } from './sort'

const sorted = (spec: object, docs: readonly object[]): unknown[] => {
  const items = docs.map((doc) => ({ doc, stored: typedDoc(doc) }))
  const sorter = createSorter(parseSort(typedDoc(spec)))
  sortBy(items, ({ stored }) => sorter.keyOf(stored), sorter)
  return items.map(({ doc }) => doc)
}

test('types come in MongoDB’s order; missing sorts as null, an empty array before it', () => {
  const docs = [
    { a: [] },
    { a: null },
    {},
    { a: -1 },
    { a: 'x' },
    { a: { b: 1 } },
    { a: new ObjectId('507f1f77bcf86cd799439011') },
    { a: false },
    { a: new Date(0) },
  ]
  expect(sorted({ a: 1 }, [...docs].reverse())).toEqual([docs[0], docs[2], docs[1], ...docs.slice(3)])
  expect(sorted({ a: -1 }, docs)).toEqual([...docs.slice(3).reverse(), docs[1], docs[2], docs[0]])
})

test.each([
  [
    'ascending an array counts by its smallest element',
    { a: 1 },
    [{ a: [2, 9] }, { a: [1, 10] }, { a: 3 }],
    [1, 0, 2],
  ],
  ['descending by its largest', { a: -1 }, [{ a: [2, 9] }, { a: [1, 10] }, { a: 3 }], [1, 0, 2]],
  ['a path through an array', { 'a.b': 1 }, [{ a: [{ b: 5 }] }, { a: [{ b: 9 }, { b: 1 }] }], [1, 0]],
  ['the second key decides ties', { a: 1, b: -1 }, [{ a: 1, b: 1 }, { a: 1, b: 2 }, { a: 0 }], [2, 1, 0]],
])('%s', (_, spec, docs: object[], order) => {
  expect(sorted(spec, docs)).toEqual(order.map((position) => docs[position]))
})

test.each([
  [{ a: 2 }, 'Location15975'],
  [{ a: 'asc' }, 'Location15975'],
  [{ a: { $meta: 'textScore' } }, 'CommandNotSupported'],
])('refuses %j as %s', (spec, codeName) => {
  expect(() => parseSort(typedDoc(spec))).toThrow(expect.objectContaining({ codeName }) as Error)
})
