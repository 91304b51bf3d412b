import { withoutFillers } from '../search/queryShape'
import { isAnswered, askedKey } from './askedQuestion'

const SYNONYMS = [
  ['医保', '医疗保险'],
  ['社保卡', '社会保障卡'],
]
const key = (text: string) => askedKey(text, withoutFillers(text), SYNONYMS)

test.each([
  ['水表冻裂了怎么办', '冻裂的水表'],
  ['水表冻裂', '请问 水表 冻裂了吗？'],
  ['医保怎么转', '医疗保险如何转'],
  ['补办社会保障卡', '社保卡补办'],
  ['ＷＩＦＩ覆盖', 'wifi 覆盖'],
])('%s and %s are one question', (one, other) => {
  expect(key(one)).toBeDefined()
  expect(key(one)).toBe(key(other))
})

test.each([
  ['水表冻裂', '水管冻裂'],
  ['医保转出', '社保卡转出'],
])('%s and %s are two', (one, other) => {
  expect(key(one)).not.toBe(key(other))
})

test.each([
  ['an address', '示范路1号停水'],
  ['a story', '我家住在学校旁边的老小区里每天晚上十点以后楼下都有人打球喊叫影响休息'],
  ['only words that ask', '怎么办'],
  ['one character', '水'],
  ['one letter', 'a'],
  ['nothing', '？？'],
])('%s is not kept', (_what, text) => {
  expect(key(text)).toBeUndefined()
})

test.each<[string, string, boolean]>([
  ['水表冻裂了', '水表冻坏怎么报修', true],
  ['医疗保险断缴', '医保断缴有什么影响', true],
  ['火星旅游签证', '旅游纠纷打哪个电话', false],
])('%s is answered by %s: %s', (asked, title, answered) => {
  expect(isAnswered(withoutFillers(asked), [title], SYNONYMS)).toBe(answered)
})

test('a number that was found is answered; nothing found answers nothing', () => {
  expect(isAnswered('96119', ['什么时候打 96119'], [])).toBe(true)
  expect(isAnswered('96119', [], [])).toBe(false)
  expect(isAnswered('水表冻裂', [], [])).toBe(false)
})
