import { asPhrase } from '../rules/relevance'
import { terms } from '../rules/tokens'
import { judge, type Judged, storyTerms } from './judge'
import type { Candidate } from './readAnswers'

const candidate = (id: string, score: number, title: string, more: Partial<Candidate> = {}): Candidate => ({
  key: `yantai/${id}`,
  score,
  title,
  phrasings: [],
  shortAnswer: '',
  matched: new Set(terms(title).map((term) => `term ${term}`)),
  ...more,
})
/** A city of a hundred entries in which every term and character is rare, but for those that are named. */
const judged = (text: string, candidates: Candidate[], more: Partial<Judged> = {}): Judged => {
  const phrase = asPhrase(text)
  const signs = new Set(candidates.flatMap(({ title, phrasings }) => [...title, ...phrasings.join('')]))
  return {
    text,
    phrase,
    nameTerms: [],
    candidates,
    counts: { total: 100, holders: new Map(phrase.terms.map((term) => [term, 1])) },
    characters: new Map([...signs].map((sign) => [sign, 2])),
    ...more,
  }
}
const ids = (given: Judged, limit = 10) =>
  judge(given, limit, (key) => key.replace('yantai/', '')).map(({ id }) => id)

test('best first; what holds more of the question goes before what the engine likes a little better', () => {
  const candidates = [candidate('half', 10, '停水了'), candidate('whole', 9, '停水通知在哪看')]
  expect(ids(judged('停水通知在哪看', candidates))).toEqual(['whole', 'half'])
  expect(ids(judged('停水通知在哪看', candidates), 1)).toEqual(['whole'])
})

test('what shares only everyday words is not shown', () => {
  const given = judged('宇宙飞船怎么办', [candidate('a', 10, '停水了怎么办')])
  const holders = new Map([
    ['怎么', 90],
    ['么办', 90],
  ])
  expect(
    ids({
      ...given,
      counts: { total: 100, holders },
      characters: new Map([
        ['怎', 90],
        ['办', 90],
      ]),
    }),
  ).toEqual([])
})

test('beside a good hit, a poor one is noise', () => {
  const candidates = [candidate('good', 10, '停水通知'), candidate('poor', 1.9, '停水通知')]
  expect(ids(judged('停水通知', candidates))).toEqual(['good'])
})

test('a term counts wherever the engine says it stands, another name only in the question', () => {
  const inBody = candidate('body', 5, '缴费', { matched: new Set(['term 停水', 'term 水通', 'term 通知']) })
  expect(ids(judged('停水通知', [inBody]))).toEqual(['body'])
  const nameTerms = ['医疗', '疗保', '保险']
  const named = candidate('named', 5, '医疗保险怎么报')
  expect(judge(judged('医保', [named], { nameTerms }), 5, (key) => key)[0]?.found).toEqual(new Set(nameTerms))
  expect(ids(judged('医保', [candidate('other', 5, '缴费')], { nameTerms }))).toEqual([])
})

test('a number half typed finds what goes on like it, in the question or in the answer', () => {
  const inTitle = candidate('title', 5, '12315 还能打吗', { matched: new Set(['longer']) })
  const inBody = candidate('body', 4, '买到假货', { matched: new Set(['longer']) })
  const hits = judge(judged('1231', [inTitle, inBody]), 5, (key) => key)
  expect(hits.map(({ id, found }) => [id, found.has('12315')])).toEqual([
    ['yantai/title', true],
    ['yantai/body', false],
  ])
})

describe('a story', () => {
  const signs = Array.from({ length: 90 }, (_, i) => String.fromCharCode(0x5000 + i)).join('')
  const story = `${signs}，小区停电没人管`
  const told = candidate('told', 5, '停电没人管', { phrasings: ['燃气泄漏'] })

  test('is compared with the phrasings that it tells nearly whole; only their terms have to be counted', () => {
    const given = judged(story, [told])
    expect(storyTerms(given)).toEqual(['停电', '电没', '没人', '人管'])
    expect(ids(given)).toEqual(['told'])
  })
  test('of something else has no answer', () => {
    const given = judged(signs, [told])
    expect(storyTerms(given)).toEqual([])
    expect(ids(given)).toEqual([])
  })
  test('a question is none', () => {
    expect(storyTerms(judged('停电没人管', [told]))).toEqual([])
  })
})
