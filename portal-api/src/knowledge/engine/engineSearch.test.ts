/** Who answers when, and that nobody notices an engine that fails. */
import { OutsideServiceDown } from '../../platform/outside/outsideService'
import { NoSuchIndex, QuestionRefused } from '../../platform/outside/searchEngine'
import type { SearchScope } from '../knowledgeSearch'
import { makeEngineSearch } from './engineSearch'

const scope: SearchScope = { city: 'yantai', limit: 5 }
const OWN = { hits: [{ id: 'own', score: 1, found: new Set<string>() }] }
const SUGGESTED = [{ id: 'own', text: '停水了怎么办' }]

/** Finds one entry for everything, and knows its questions. */
const works = (_target: string, body: object): Promise<unknown> =>
  Promise.resolve({
    timed_out: false,
    _shards: { failed: 0 },
    hits: {
      hits: [
        {
          _id: 'yantai/water',
          _score: 3,
          _source: { title: '停水了怎么办', phrasings: ['家里没水'], shortAnswer: '' },
          matched_queries: ['term 停水'],
        },
      ],
    },
    aggregations: {
      everywhere: { city: { doc_count: 50, holders: { buckets: { 停水: { doc_count: 1 } } } } },
      characters: { buckets: [] },
    },
    asked: body,
  })

const make = (search: typeof works) => {
  const time = { now: 0 }
  const lines: unknown[] = []
  const asked: string[] = []
  let compared = 0
  let changes = 0
  const made = makeEngineSearch({
    engine: {
      search: (target, body) => {
        asked.push(`${target} ${JSON.stringify(body)}`)
        return search(target, body)
      },
    },
    alias: 'now',
    index: {
      compareAgain: () => {
        compared += 1
      },
      changes: () => changes,
    },
    own: { search: () => Promise.resolve(OWN), suggest: () => Promise.resolve(SUGGESTED) },
    synonymsOf: () => [],
    log: {
      warn: (...line: unknown[]) => void lines.push(line),
      info: (...line: unknown[]) => void lines.push(line),
    },
    now: () => time.now,
  })
  return {
    ...made,
    time,
    lines,
    asked,
    compared: () => compared,
    change: () => {
      changes += 1
    },
  }
}
const ids = async (made: ReturnType<typeof make>, query = '停水') => {
  const { hits, limited } = await made.search(query, scope)
  return [...hits.map(({ id }) => id), ...(limited ? ['limited'] : [])]
}

test('the engine answers, by entry and by question', async () => {
  const made = make(works)
  expect(await ids(made)).toEqual(['water'])
  expect(await made.suggest('停水', scope)).toEqual([{ id: 'water', text: '停水了怎么办' }])
  expect(made.asked.every((one) => one.startsWith('now '))).toBe(true)
})

test('nothing typed is asked of nobody', async () => {
  const made = make(works)
  expect(await made.search(' 。', scope)).toEqual({ hits: [] })
  expect(await made.suggest(' ', scope)).toEqual([])
  expect(made.asked).toEqual([])
})

test('how common characters are is asked once in a while, and when entries have changed', async () => {
  const made = make(works)
  const tables = () => made.asked.filter((one) => one.includes('"field":"characters"')).length
  await ids(made)
  await ids(made)
  expect(tables()).toBe(1)
  made.change()
  await ids(made)
  expect(tables()).toBe(2)
  made.time.now = 30_000
  await ids(made)
  expect(tables()).toBe(3)
})

test('full-width signs are asked as usual ones, and of an appeal no number by which somebody is found', async () => {
  const made = make(works)
  await ids(made, '１２３４５')
  expect(made.asked[0]).toContain('"query":"12345"')
  const appeal = Array.from({ length: 90 }, (_, i) => String.fromCharCode(0x5000 + i)).join('')
  await ids(made, `${appeal}，电话13800000031`)
  expect(made.asked.join('')).not.toContain('13800000031')
  expect(made.asked.join('')).toContain(`${appeal},电话…`)
})

test.each<[string, () => Promise<unknown>]>([
  ['fails', () => Promise.reject(new OutsideServiceDown('search engine', 'status 503'))],
  ['answers nonsense', () => Promise.resolve({ rows: [] })],
])(
  'an engine that %s is left alone for a while; the own one answers, and the log has no word of it',
  async (_, fail) => {
    const state = { search: fail as typeof works }
    const made = make((target, body) => state.search(target, body))
    expect(await ids(made)).toEqual(['own', 'limited'])
    expect(await made.suggest('停水', scope)).toEqual(SUGGESTED)
    const asked = made.asked.length
    made.time.now = 2_999
    expect(await ids(made)).toEqual(['own', 'limited'])
    expect(made.asked).toHaveLength(asked)
    expect(made.compared()).toBe(1)
    state.search = works
    made.time.now = 3_000
    expect(await ids(made)).toEqual(['water'])
    expect(made.lines).toHaveLength(2)
    expect(JSON.stringify(made.lines)).not.toContain('停水')
  },
)

test('while the index is not there yet the own engine answers, and the next question is asked again', async () => {
  const made = make(() => Promise.reject(new NoSuchIndex()))
  expect(await ids(made)).toEqual(['own', 'limited'])
  const asked = made.asked.length
  expect(await ids(made)).toEqual(['own', 'limited'])
  expect(made.asked.length).toBeGreaterThan(asked)
  expect(made.compared()).toBe(2)
})

test('a question that the engine refuses keeps nobody else from asking', async () => {
  const state = { search: works }
  const made = make((target, body) => state.search(target, body))
  state.search = () => Promise.reject(new QuestionRefused('search engine', 'refused (parsing_exception)'))
  expect(await ids(made)).toEqual(['own', 'limited'])
  state.search = works
  expect(await ids(made)).toEqual(['water'])
})
