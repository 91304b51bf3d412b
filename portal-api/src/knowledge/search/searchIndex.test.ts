import type { SearchableEntry } from '../knowledgeSearch'
import { createSearchIndex } from './searchIndex'

const entry = (id: string, title: string, more: Partial<SearchableEntry> = {}): SearchableEntry => ({
  id,
  city: 'yantai',
  topic: 'utilities',
  title,
  phrasings: [],
  shortAnswer: '',
  body: '',
  ...more,
})

const ENTRIES = [
  entry('water', '停水了怎么办', {
    phrasings: ['家里水龙头不出水'],
    body: '问供水企业或物业，也可以拨 12345。',
  }),
  entry('power', '停电了怎么办', { phrasings: ['整栋楼断电'], body: '报修拨 95598，也可以拨 12345。' }),
  entry('consumer', '12315 还能打吗', {
    topic: 'consumer',
    phrasings: ['买到假货找谁投诉'],
    body: '拨 12345。',
  }),
  entry('river', '环境污染怎样举报', { topic: 'living', phrasings: ['河水发臭'], body: '拨 12345。' }),
  entry('insurance', '医疗保险怎么报销', { topic: 'health', body: '拨 12345。' }),
  entry('elsewhere', '停水了怎么办', { city: 'fuzhou' }),
]
const index = createSearchIndex(ENTRIES, () => [['医保', '医疗保险']])
const found = (query: string, scope: { city?: string; topic?: string; limit?: number } = {}): string[] =>
  index.search(query, { city: 'yantai', limit: 10, ...scope }).map((hit) => hit.id)

test.each([
  ['the words of the question', '停水了没人管怎么办', 'water'],
  ['words of a phrasing', '水龙头不出水', 'water'],
  ['a number in the answer', '95598', 'power'],
  ['a half-typed number', '1231', 'consumer'],
  ['full-width digits', '１２３１５', 'consumer'],
  ['another name of the thing', '医保', 'insurance'],
  ['characters without a common pair', '河里的水又黑又臭', 'river'],
])('finds by %s: %s', (_, query, expected) => {
  expect(found(query)[0]).toBe(expected)
})

test.each(['', '   ', '。。。', 'qwerty', '红烧肉怎么烧'])('finds nothing for %p', (query) => {
  expect(found(query)).toEqual([])
})

test('a subject that a hundred entries share is found by its name', () => {
  const many = createSearchIndex([
    ...ENTRIES,
    ...Array.from({ length: 120 }, (_, i) =>
      entry(`fund-${String(i)}`, `住房公积金缴存常见问题（${String(i)}）`),
    ),
  ])
  const scope = { city: 'yantai', limit: 10 }
  expect(many.search('公积金', scope)).toHaveLength(10)
  expect(many.search('gjj', scope)).toHaveLength(10)
})

test('a number alone asks first about the line that is named by it', () => {
  const lines = createSearchIndex([
    ...ENTRIES,
    entry('list', '哪些热线还保留', {
      phrasings: ['12348和12333还在用吗'],
      shortAnswer: '12333、12348 照常接听。',
    }),
    entry('line', '社保、就业的事打哪个电话（12333）', { body: '社保、就业、工资的事，都可以打这个电话。' }),
  ])
  const first = (query: string) => lines.search(query, { city: 'yantai', limit: 2 })[0]?.id
  expect(first('12333')).toBe('line')
  expect(first('12348')).toBe('list')
})

test('looks in the asked city only', () => {
  expect(found('停水', { city: 'fuzhou' })).toEqual(['elsewhere'])
  expect(found('停水', { city: 'nowhere' })).toEqual([])
})

test('looks in the asked topic only', () => {
  expect(found('停水', { topic: 'consumer' })).toEqual([])
  expect(found('停水', { topic: 'utilities' })).toContain('water')
})

test('gives no more hits than asked for', () => {
  expect(found('停水停电怎么办', { limit: 1 })).toHaveLength(1)
})

test('scores fall from the first hit to the last, and ties have one order', () => {
  const hits = index.search('停水停电怎么办', { city: 'yantai', limit: 10 })
  const scores = hits.map((hit) => hit.score)
  expect(scores).toEqual([...scores].sort((a, b) => b - a))
  expect(index.search('停水停电怎么办', { city: 'yantai', limit: 10 })).toEqual(hits)
})

test('entries without question and phrasings are found by their text', () => {
  const bare = createSearchIndex([
    entry('a', '', { body: '对受疫情影响的中小企业减免房租三个月。' }),
    entry('b', '', { body: '开通网上挂号，减少到院人数。' }),
  ])
  expect(bare.search('中小企业减免房租吗', { city: 'yantai', limit: 5 }).map((hit) => hit.id)).toEqual(['a'])
})
