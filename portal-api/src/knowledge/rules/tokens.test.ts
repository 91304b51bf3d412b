import { characters, terms, tokenize } from './tokens'

describe('terms', () => {
  test.each([
    ['pairs of neighbouring characters', '停水怎么办', ['停水', '水怎', '办']],
    ['a particle divides, so that both spellings share their terms', '停水了吗', ['停水']],
    ['a single character stands for itself', '水', ['水']],
    ['numbers and Latin words stay whole', '打12345问WiFi', ['打', '12345', '问', 'wifi']],
    ['full-width digits are digits', '１２３４５热线', ['12345', '热线']],
    ['punctuation and line breaks divide', '停水，\n停电。', ['停水', '停电']],
    ['repetition is kept: the engine counts it', '停水停水', ['停水', '水停', '停水']],
    ['nothing but signs', '…！？', []],
    ['the empty text', '', []],
  ])('%s: %s', (_, text, expected) => {
    expect(terms(text)).toEqual(expected)
  })

  test('every token stands where it says, whatever the width of the signs before it', () => {
    const text = '𠮷野家Ａ１号，停水了12345'
    for (const { term, start, end } of tokenize(text)) {
      expect(text.slice(start, end).normalize('NFKC').toLowerCase()).toBe(term)
    }
    expect(tokenize(text).map((token) => token.term)).toEqual(['𠮷野', '野家', 'a1', '号', '停水', '12345'])
  })
})

test('characters are distinct, Han, and without particles', () => {
  expect(characters('停水了，停电了吗12345')).toEqual(['停', '水', '电'])
})
