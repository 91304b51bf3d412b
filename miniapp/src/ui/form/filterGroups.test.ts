import { filterGroups } from './filterGroups'

const groups = [
  {
    id: 'utilities',
    name: '水电气暖',
    options: [
      { id: 'utilities/water', name: '停水', hints: ['没水', '水压低'] },
      { id: 'utilities/power', name: '停电', hints: ['跳闸'] },
    ],
  },
  { id: 'labour', name: '劳动用工', options: [{ id: 'labour/wages', name: '拖欠工资', hints: ['欠薪'] }] },
]
const ids = (typed: string) => filterGroups(groups, typed).flatMap((group) => group.options.map((o) => o.id))

test.each([
  ['', ['utilities/water', 'utilities/power', 'labour/wages']],
  ['工资', ['labour/wages']],
  ['欠薪', ['labour/wages']],
  ['家里没水了', ['utilities/water']],
  ['水电', ['utilities/water', 'utilities/power']],
  ['停', ['utilities/water', 'utilities/power']],
  ['天气', []],
])('%s', (typed, found) => expect(ids(typed)).toEqual(found))

test('capitals do not matter', () => {
  const groups = [{ id: 'city', name: 'Streets', options: [{ id: 'main', name: 'Leaking water main' }] }]
  expect(filterGroups(groups, 'Water')[0]?.options[0]?.id).toBe('main')
  expect(filterGroups(groups, 'leaking')[0]?.options[0]?.id).toBe('main')
})

test('a hit by name stands before a hit by another word', () => {
  expect(
    filterGroups(
      [
        {
          id: 'g',
          name: '',
          options: [
            { id: 'a', name: '水质', hints: ['停电'] },
            { id: 'b', name: '停电' },
          ],
        },
      ],
      '停电',
    )[0]?.options.map((o) => o.id),
  ).toEqual(['b', 'a'])
})
