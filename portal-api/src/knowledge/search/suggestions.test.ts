import { Suggestions } from './suggestions'

const suggestions = new Suggestions()
suggestions.put('card', ['身份证丢了、到期了怎么办', '临时身份证', '给孩子办身份证'])
suggestions.put('dog', ['被狗咬伤怎么办', '流浪狗太多'])
suggestions.put('water', ['停水了怎么办', '家里没水'])
suggestions.put('power', ['停电了怎么办'])
suggestions.put('hall', ['税务大厅电话'])
suggestions.put('document', ['关于印发某某市某某工作实施方案的通知'.repeat(3)])
const find = (typed: string): string[] => suggestions.find(typed, 8, () => true).map(({ text }) => text)

test.each([
  ['the beginning', '停', ['停水了怎么办', '停电了怎么办']],
  ['a word within', '流浪', ['流浪狗太多']],
  ['spaces and signs make no difference', '身份证 丢了，到期', ['身份证丢了、到期了怎么办']],
  ['pinyin, half typed', 'shenfenz', ['身份证丢了、到期了怎么办']],
  ['pinyin of a word within', 'liulangg', ['流浪狗太多']],
  ['initials', 'sfz', ['身份证丢了、到期了怎么办']],
  ['initials within', 'lsgt', []],
  ['a slip of the tongue', 'senfenzeng', ['身份证丢了、到期了怎么办']],
  ['characters that sound alike', '身分证', ['身份证丢了、到期了怎么办']],
  ['a word, which is not what it sounds like (厅电)', '停电', ['停电了怎么办']],
  ['nothing', '', []],
  ['a single letter', 's', []],
  ['what nobody asks', '红烧肉', []],
  ['the title of a document', '关于印发', []],
])('by %s: %s', (_, typed, expected) => {
  expect(find(typed)).toEqual(expected)
})

test('at most so many, those that begin so first', () => {
  const many = new Suggestions()
  for (let i = 0; i < 20; i += 1) many.put(String(i), [`小区停电${String(i)}`])
  many.put('first', ['停电了怎么办'])
  const found = many.find('停电', 8, () => true)
  expect(found).toHaveLength(8)
  expect(found[0]).toEqual({ id: 'first', text: '停电了怎么办' })
})

test('an entry that is gone or not wanted is not suggested', () => {
  const few = new Suggestions()
  few.put('a', ['停电了'])
  few.put('b', ['停电多久'])
  few.remove('a')
  expect(few.find('停电', 8, () => true)).toEqual([{ id: 'b', text: '停电多久' }])
  expect(few.find('停电', 8, (id) => id !== 'b')).toEqual([])
})
