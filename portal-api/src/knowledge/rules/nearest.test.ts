import { nearestAmong } from './nearest'

const named = (id: string, title: string, ...phrasings: string[]) => ({ id, title, phrasings })
const ENTRIES = [
  named('water', '停水了怎么办', '家里没水', '自来水停了'),
  named('meter', '水表不准怎么检定', '水表走得快'),
  named('heating', '暖气不热找谁', '供暖温度低'),
]
const ids = (words: string) => nearestAmong(ENTRIES)(words, 2).map(({ id }) => id)

test.each([
  ['水表坏了', ['meter']],
  ['自来水停了几天', ['water']],
  ['暖气不热', ['heating']],
  ['出国签证', []],
  ['', []],
])('%s is near to %j', (words, expected) => {
  expect(ids(words)).toEqual(expected)
})

test('gives no more than are wanted', () => {
  expect(nearestAmong(ENTRIES)('水表怎么办，停水了怎么办', 1)).toHaveLength(1)
})
