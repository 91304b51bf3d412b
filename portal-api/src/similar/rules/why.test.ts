import { whySimilar } from './why'

const a = { category: 'city/roads', place: { district: 'd1', street: 's1', detail: '' } }

test.each([
  ['everything', a, ['芝罘屯路'], ['类别相同', '同一街道', '都写到“芝罘屯路”']],
  [
    'the district alone',
    { ...a, category: 'city/parks', place: { district: 'd1', detail: '' } },
    [],
    ['同一区市'],
  ],
  ['a street of that id elsewhere', { ...a, place: { ...a.place, district: 'd2' } }, [], ['类别相同']],
  [
    'many places: three are enough',
    a,
    ['甲路', '乙路', '丙路', '丁路'],
    ['类别相同', '同一街道', '都写到“甲路”“乙路”“丙路”'],
  ],
])('%s', (_what, b, places, expected) => {
  expect(whySimilar(a, b, places)).toEqual(expected)
})
