import { createSearchIndex } from './searchIndex'
import { Sounds } from './sounds'

const sounds = new Sounds()
for (const question of [
  '医保怎么报销',
  '社保卡丢了怎么补办',
  '医保关系转移',
  '12345 是什么',
  '拨打学校电话',
  '放假有没有工资',
  '告诉我进度',
])
  sounds.learn(question)

test.each([
  ['yibao', '医保'],
  ['Yi Bao', '医保'],
  ['ｙｉｂａｏ', '医保'],
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
  ['拖欠工姿', '拖欠工资'],
])('%s is meant as %s', (query, meant) => {
  expect(sounds.respell(query)).toBe(meant)
})

// 大学 sounds like 打学 of 拨打学校, which is no word; 高速 and 房价 are words themselves.
test.each(['医保报销', '红烧肉', 'wifi', '', '大学', '高速', '房价'])('%s stays as it is', (query) => {
  expect(sounds.respell(query)).toBeUndefined()
})

describe('one slip', () => {
  const asked = new Sounds()
  for (const question of [
    '公积金怎么取出来',
    '公积金贷款咨询',
    '单位不交公积金',
    '医保关系转移',
    '医保关系转移要多久',
    '骗人怎么投诉',
    '社保卡丢了',
    '医保卡丢了',
    '银行卡丢了',
  ])
    asked.learn(question)

  test.each([
    ['a word of three that is asked for again and again', '公积全', '公积金'],
    ['a word of four that is asked for twice', '医保关西转移', '医保关系转移'],
    ['characters that met once are no word', '聋人怎么打', undefined],
    ['where several words would do, none is chosen', '饭保卡丢了', undefined],
    ['what nobody asks', '红烧肉', undefined],
    ['too short to tell', '医保', undefined],
    ['letters', 'wifi', undefined],
  ])('%s: %s', (_, query, meant) => {
    expect(asked.oneSlip(query)).toBe(meant)
  })
})

test('characters that often meet over the end of a word do not make a slip right', () => {
  const outages = new Sounds()
  for (const question of ['停水怎么办', '断水怎么办', '没水怎么办']) outages.learn(question)
  expect(outages.respell('挺水怎么办')).toBe('停水怎么办')
})

test('what is asked again and again is meant, also where it is spelt in another right way', () => {
  const identity = new Sounds()
  for (const question of ['身份证丢了', '补办身份证', '身份证到期']) identity.learn(question)
  expect(identity.respell('身分证')).toBe('身份证')
})

describe('the index', () => {
  const titles = [
    '医保怎么报销',
    '社保卡丢了怎么补办',
    '停水了怎么办',
    'wifi 信号不好找谁',
    '路灯不亮',
    '噪音扰民',
    '单位拖欠工资',
    '拖欠货款',
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
    ['拖欠工姿', '单位拖欠工资'],
    ['工資拖欠', '单位拖欠工资'],
  ])('%s finds %s', (query, expected) => {
    expect(index.search(query, { city: 'a', limit: 5 })[0]?.id).toBe(expected)
  })
  test.each([
    ['sbk', '社保卡'],
    ['设保卡', '社保卡'],
    ['停水', undefined],
    ['拖欠工姿', '拖欠工资'],
    ['拖欠工资', undefined],
    ['asdfghjkl', undefined],
  ])('%s is asked back as %s', (query, meant) => {
    expect(index.answer(query, { city: 'a', limit: 5 }).meant).toBe(meant)
  })
  test.each(['asdfghjkl', 'test', '挺好'])('%s finds nothing', (query) => {
    expect(index.search(query, { city: 'a', limit: 5 })).toEqual([])
  })
})
