import { asCsv, withoutFormulaMark } from './csv'

test.each([
  ['=HYPERLINK("http://x")', '"\'=HYPERLINK(""http://x"")"'],
  ['+1', "'+1"],
  ['-1', "'-1"],
  ['@SUM(A1)', "'@SUM(A1)"],
  ['\t=1', "'\t=1"],
  ['＝1', "'＝1"],
])('%j is a text for spreadsheets, and itself again when it is read', (text, cell) => {
  expect(asCsv([[text]])).toBe(`\ufeff${cell}\r\n`)
  expect(withoutFormulaMark(`'${text}`)).toBe(text)
})

test('numbers stay numbers; quotes, commas and lines in a cell are kept apart; empty rows stay', () => {
  expect(asCsv([['甲', -1, 2.5], [], ['a,b', 'c"d', 'e\nf'], ['']])).toBe(
    '\ufeff甲,-1,2.5\r\n\r\n"a,b","c""d","e\nf"\r\n\r\n',
  )
})

test('an apostrophe of somebody’s own stays', () => {
  expect(withoutFormulaMark("'引号'")).toBe("'引号'")
})
