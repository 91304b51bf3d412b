import { encode, Vocabulary } from './encode'
import { bestSentence, type FoundTerms, sameOrder } from './sentences'

const vocabulary = new Vocabulary()

/** The terms of `query` in `text`; every term weighs 1. */
const lookFor = (query: string, text: string): FoundTerms & { starts: Uint32Array; asked: number[] } => {
  const wanted = [...encode(query, vocabulary).terms].filter((term) => term >= 0)
  const distinct = [...new Set(wanted)]
  const { terms, sentences } = encode(text, vocabulary)
  const places = [...terms.keys()].filter((place) => distinct.includes(terms[place] ?? -1))
  return {
    places,
    slots: places.map((place) => distinct.indexOf(terms[place] ?? -1) + 1),
    weights: Float64Array.from([0, ...distinct.map(() => 1)]),
    starts: sentences,
    asked: wanted.map((term) => distinct.indexOf(term) + 1),
  }
}

test.each([
  ['sentences and lines', '停水通知。请储水；\n详询12345', [0, 4, 7]],
  ['blanks before Chinese words, where line breaks were lost', '停水通知 请储水 12345', [0, 4]],
  ['a bracket after a blank', '停水通知 （一）请储水', [0, 4]],
  ['no sentence where nothing is said', '。 ！', []],
])('a text begins a new sentence after %s', (_, text, starts) => {
  expect([...encode(text, vocabulary).sentences]).toEqual(starts)
})

test('the best sentence holds most of what is asked, each term once', () => {
  const { starts, ...found } = lookFor('停水储水', '停水停水停水停水。家家都要储水。明天停水，请储水。再见。')
  expect(bestSentence(found, starts)).toBe(2)
  expect(bestSentence({ places: [], slots: [], weights: new Float64Array(1) }, starts)).toBe(0)
})

test.each([
  ['the same order', '企业招工，给予补贴', 3],
  ['another order', '补贴给予招工企业', 1],
  ['the order of the sentence and the next', '企业如下。招工。给予补贴。', 2],
])('counts the terms in the order of the query: %s', (_, text, weight) => {
  const { starts, asked, ...found } = lookFor('企业，招工，补贴', text)
  expect(sameOrder(found, starts, 0, asked)).toBe(weight)
})
