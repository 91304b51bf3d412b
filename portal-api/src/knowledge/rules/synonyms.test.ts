import { otherNames } from './synonyms'

const SYNONYMS = [
  ['医保', '医疗保险', '医疗保障'],
  ['狗咬', '犬伤'],
]

test('a name brings the other names of its thing, not itself', () => {
  expect(otherNames('医保怎么交', SYNONYMS)).toEqual(['医疗保险', '医疗保障'])
})

test('a name that is already said is not added again', () => {
  expect(otherNames('医保就是医疗保险吗', SYNONYMS)).toEqual(['医疗保障'])
})

test('full-width letters are names too', () => {
  expect(otherNames('ＷＩＦＩ 断了', [['wifi', '无线网']])).toEqual(['无线网'])
})

test('a text that names nothing of the list brings nothing', () => {
  expect(otherNames('床前明月光', SYNONYMS)).toEqual([])
})
