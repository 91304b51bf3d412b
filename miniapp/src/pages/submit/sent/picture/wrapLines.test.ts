import type { Measure } from './drawing'
import { wrapLines } from './wrapLines'

/** Chinese characters are as wide as they are high, the others half of that. */
const measure: Measure = (text, { size }) =>
  [...text].reduce((width, letter) => width + (letter.charCodeAt(0) > 0x2e80 ? size : size / 2), 0)
const wrap = (text: string, letters: number) =>
  wrapLines(text, letters * 10, { size: 10, bold: false }, measure)

test('a text falls into full lines, and nothing of it is lost', () => {
  const lines = wrap('工作人员会先看您写的内容决定是否受理', 8)
  expect(lines).toEqual(['工作人员会先看您', '写的内容决定是否', '受理'])
})

test('no line begins with a mark that closes, none ends with one that opens', () => {
  expect(wrap('没有解决或者不满意，可以要求重办。', 9)).toEqual(['没有解决或者不满', '意，可以要求重办。'])
  expect(wrap('最迟十一月三十日（周一）答复', 9)).toEqual(['最迟十一月三十日', '（周一）答复'])
})

test('figures and Latin words stay whole', () => {
  expect(wrap('请在11月27日17:30前', 6)).toEqual(['请在11月27日', '17:30前'])
  expect(wrap('We have received your request', 7)).toEqual(['We have', 'received your', 'request'])
})

test('what is wider than a line is cut rather than lost', () => {
  expect(wrap('https://portal.example/lookup', 6).join('')).toBe('https://portal.example/lookup')
  expect(wrap('', 6)).toEqual([])
})
