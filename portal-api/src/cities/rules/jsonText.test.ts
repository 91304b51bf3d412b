import fc from 'fast-check'
import { brokenLine, linesOf } from './jsonText'

const isJson = (text: string): boolean => {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}

test.each([
  ['', 1],
  ['{\n "units": [\n}', 3],
  ['{\n"a": 1,\n}', 3],
  ['[1,\n2', 2],
  ['[1\n2]', 2],
  ['{"a"\n1}', 2],
  ['\n{a: 1}', 2],
  ["{\n'a': 1}", 2],
  ['{"a":\n01}', 2],
  ['{"a":\ntru}', 2],
  ['{\n"a": "两\n行"}', 2],
  ['{"a": 1\n]', 2],
  ['{}\n{}', 2],
  ['{\n"a": “1”}', 2],
])('%j breaks in line %i', (text, line) => {
  expect(isJson(text)).toBe(false)
  expect(brokenLine(text)).toBe(line)
})

test('right JSON has no break, however it is spaced', () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.constantFrom(undefined, 1, '\t'), (value, space) => {
      expect(brokenLine(` ${JSON.stringify(value, null, space)}\r\n`)).toBeUndefined()
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
        expect([changed, brokenLine(changed) === undefined]).toEqual([changed, isJson(changed)])
      },
    ),
    { numRuns: 1000 },
  )
})

test('a long text is read to its end', () => {
  expect(brokenLine(JSON.stringify(['长'.repeat(300_000)]))).toBeUndefined()
  expect(brokenLine('[\n'.repeat(200_000))).toBe(200_001)
})

const TEXT = `{
  "rules": [
    { "id": "a", "when": {} },
    {
      "id": "b",
      "milestones": [
        { "amount": 1 },
        { "amount": "2" }
      ]
    }
  ],
  "lists": {
    "roads": ["路"]
  }
}`

test.each([
  ['rules', 2],
  ['rules[0].id', 3],
  ['rules[1]', 4],
  ['rules[1].id', 5],
  ['rules[1].milestones[1].amount', 8],
  ['lists.roads[0]', 13],
  // What is missing is missing from there.
  ['rules[1].milestones[0].unit', 7],
  ['rules[1].when.categories[2]', 4],
  ['startsAt', 1],
  ['lists.odd]name', 12],
  ['lists.[odd', 12],
  [']', 1],
  ['', undefined],
])('%s stands in line %p', (path, line) => {
  expect(linesOf(TEXT, [path])).toEqual([line])
})

test('of a text that breaks off, the lines up to there are known', () => {
  expect(linesOf(TEXT.slice(0, 60), ['rules[0].id', 'rules[1].id'])).toEqual([3, 4])
})

test('a nest without end costs no more than its length', () => {
  const deep = `{"rules":\n${'['.repeat(90_000)}\n1${']'.repeat(90_000)}}`
  expect(linesOf(deep, ['rules', `rules${'[0]'.repeat(20)}`])).toEqual([2, 2])
})
