import fc from 'fast-check'
import { terms } from '../rules/tokens'
import { encode, Vocabulary } from './encode'

const SIGNS = ['停', '水', '的', '了', 'A', 'b', '１', '2', '，', ' ', '\n', '電', '-', 'é', '⼀']

test('gives the terms of rules/tokens, whatever the text', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...SIGNS), { maxLength: 30 }), (signs) => {
      const text = signs.join('')
      const vocabulary = new Vocabulary()
      const { terms: ids, characters } = encode(text, vocabulary)
      expect([...ids].filter((id) => id >= 0)).toEqual(terms(text).map((term) => vocabulary.known(term)))
      expect(characters).toHaveLength(ids.length)
    }),
  )
})

test('knows what has been read, and words by their beginning', () => {
  const vocabulary = new Vocabulary()
  encode('拨12315或12345，wifi', vocabulary)
  expect(vocabulary.known('停水')).toBe(-1)
  expect(vocabulary.known('wifi')).toBeGreaterThanOrEqual(0)
  expect(vocabulary.longer('123')).toEqual(['12315', '12345'])
  expect(vocabulary.longer('12345')).toEqual([])
})
