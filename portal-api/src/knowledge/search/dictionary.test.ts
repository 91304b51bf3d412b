import { isWord } from './dictionary'

test.each(['停水', '摩托车', '社保卡', '高速', '房价', '居住证'])('%s is a word', (word) => {
  expect(isWord(word)).toBe(true)
})
test.each(['设保卡', '噪因', '打学', '样注', '水', '', 'wifi', '公积金贷款怎么办'])('%s is none', (word) => {
  expect(isWord(word)).toBe(false)
})
