import { createSearchIndex } from './searchIndex'
import { Sounds } from './sounds'

const sounds = new Sounds()
for (const question of ['医保怎么报销', '社保卡丢了怎么补办', '医保关系转移', '12345 是什么'])
  sounds.learn(question)

test.each([
  ['yibao', '医保'],
  ['Yi Bao', '医保'],
  ["yi'bao", '医保'],
  ['sbk', '社保卡'],
  ['yibaobaoxiao', '医保 报销'],
])('%s sounds like %s', (letters, word) => {
  expect(sounds.read(letters)[0]).toBe(word)
})

test.each(['', 'qwerty', 'y', '医保', '12345', 'x'.repeat(500)])(
  '%.20s is the sound of nothing',
  (letters) => {
    expect(sounds.read(letters)).toEqual([])
  },
)

test.each([
  ['设保卡补办', '社保卡补办'],
  ['医宝报销', '医保报销'],
])('%s is meant as %s', (query, meant) => {
  expect(sounds.respell(query)).toBe(meant)
})

test.each(['医保报销', '红烧肉', 'wifi', ''])('%s stays as it is', (query) => {
  expect(sounds.respell(query)).toBeUndefined()
})

test.each([
  ['社保下丢', '社保卡丢'],
  ['医保关系换移', '医保关系转移'],
  ['红烧肉', undefined],
  ['医保', undefined],
  ['wifi', undefined],
])('one slip away from %s is %s', (query, meant) => {
  expect(sounds.oneSlip(query)).toBe(meant)
})

describe('the index', () => {
  const titles = [
    '医保怎么报销',
    '社保卡丢了怎么补办',
    '停水了怎么办',
    'wifi 信号不好找谁',
    '路灯不亮',
    '噪音扰民',
  ]
  const index = createSearchIndex(
    titles.map((title) => ({
      id: title,
      city: 'a',
      topic: 't',
      title,
      phrasings: [],
      shortAnswer: '',
      body: '',
    })),
  )
  test.each([
    ['yibao', '医保怎么报销'],
    ['sbk', '社保卡丢了怎么补办'],
    ['tingshui', '停水了怎么办'],
    ['wifi', 'wifi 信号不好找谁'],
    ['设保卡', '社保卡丢了怎么补办'],
    ['挺水', '停水了怎么办'],
    ['噪因扰民', '噪音扰民'],
  ])('%s finds %s', (query, expected) => {
    expect(index.search(query, { city: 'a', limit: 5 })[0]?.id).toBe(expected)
  })
  test.each([
    ['sbk', '社保卡'],
    ['设保卡', '社保卡'],
    ['停水', undefined],
    ['asdfghjkl', undefined],
  ])('%s is asked back as %s', (query, meant) => {
    expect(index.answer(query, { city: 'a', limit: 5 }).meant).toBe(meant)
  })
  test.each(['asdfghjkl', 'test', '挺好'])('%s finds nothing', (query) => {
    expect(index.search(query, { city: 'a', limit: 5 })).toEqual([])
  })
})
