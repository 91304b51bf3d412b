import { hasNoWords, isWord } from './dictionary'

test.each(['停水', '摩托车', '社保卡', '高速', '房价', '居住证'])('%s is a word', (word) => {
  expect(isWord(word)).toBe(true)
})
test.each(['设保卡', '噪因', '打学', '样注', '水', '', 'wifi', '公积金贷款怎么办'])('%s is none', (word) => {
  expect(isWord(word)).toBe(false)
})

test.each([
  ['拖欠工姿', true],
  ['设保卡补办', true],
  ['停水了怎么办', false],
  ['公积金怎么提取', false],
  ['身分证', false],
  ['社保卡丢了', false],
  ['wifi 12345', false],
  ['', false],
])('%s: some of it in no word: %s', (text, expected) => {
  expect(hasNoWords(text)).toBe(expected)
})
