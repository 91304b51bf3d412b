import fc from 'fast-check'
import { jsonBreak } from './jsonBreak'

const isJson = (text: string): boolean => {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}

test.each([
  ['', 0],
  ['{ "units": [ }', 13],
  ['{"a": 1,}', 8],
  ['[1, 2', 5],
  ['[1 2]', 3],
  ['{"a" 1}', 5],
  ['{a: 1}', 1],
  ["{'a': 1}", 1],
  ['{"a": 01}', 7],
  ['{"a": tru}', 6],
  ['{"a": "两\n行"}', 6],
  ['{"a": 1]', 7],
  ['{} {}', 3],
  ['{"a": “1”}', 6],
])('%j breaks at %i', (text, at) => {
  expect(isJson(text)).toBe(false)
  expect(jsonBreak(text)).toBe(at)
})

test('right JSON has no break, however it is spaced', () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.constantFrom(undefined, 1, '\t'), (value, space) => {
      expect(jsonBreak(` ${JSON.stringify(value, null, space)}\r\n`)).toBeUndefined()
    }),
  )
})

test('with one character more, less or other, it says the same as the engine', () => {
  fc.assert(
    fc.property(
      fc.jsonValue({ maxDepth: 3 }),
      fc.nat(),
      fc.constantFrom('', '{', '}', '[', ']', ',', ':', '"', '1', 'e', '\\', '\n', ' ', '，'),
      fc.nat(1),
      (value, place, put, taken) => {
        const text = JSON.stringify(value)
        const at = place % text.length
        const changed = text.slice(0, at) + put + text.slice(at + taken)
        expect([changed, jsonBreak(changed) === undefined]).toEqual([changed, isJson(changed)])
      },
    ),
    { numRuns: 1000 },
  )
})

test('a long text is read to its end', () => {
  expect(jsonBreak(JSON.stringify(['长'.repeat(300_000)]))).toBeUndefined()
  expect(jsonBreak('['.repeat(300_000))).toBe(300_000)
})
