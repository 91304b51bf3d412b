/** The index follows what it is given, whatever the engine does meanwhile. */
import { OutsideServiceDown } from '../../platform/outside/outsideService'
import { NoSuchIndex, type SearchEngine } from '../../platform/outside/searchEngine'
import type { SearchableEntry } from '../knowledgeSearch'
import { digestOf } from './asDocument'
import { makeKeptIndex } from './keepIndex'

const entry = (id: string, title = id, city = 'yantai'): SearchableEntry => ({
  id,
  city,
  topic: 'living',
  title,
  phrasings: [],
  shortAnswer: '',
  body: '',
})

interface Line {
  readonly update?: { readonly _id: string }
  readonly delete?: { readonly _id: string }
  readonly doc?: { readonly title: string; readonly digest: string }
}
type Item = { status: number; result?: string; error?: { type: string } }

/** An engine in memory: index → key → title and digest. */
const makeEngine = () => {
  const indexes = new Map<string, Map<string, { title: string; digest: string }>>()
  const aliases = new Map<string, string>()
  const calls: string[] = []
  /** Keys that were sent, batch by batch. */
  const batches: string[][] = []
  const state: { fails?: Error | undefined; strike?: (key: string) => Item | undefined } = {}
  const held = (target: string) => {
    const index = indexes.get(aliases.get(target) ?? target)
    if (index === undefined) throw new NoSuchIndex()
    return index
  }
  const did = (what: string): Promise<void> => {
    calls.push(what)
    return state.fails === undefined ? Promise.resolve() : Promise.reject(state.fails)
  }
  const engine: SearchEngine = {
    search: async (target, body) => {
      await did(`search ${target}`)
      const { search_after: [after = ''] = [], size } = body as { search_after?: string[]; size: number }
      const hits = [...held(target)]
        .filter(([key]) => key > after)
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .slice(0, size)
        .map(([key, { digest }]) => ({ _id: key, _score: null, _source: { key, digest } }))
      return { timed_out: false, _shards: { failed: 0 }, hits: { hits } }
    },
    bulk: async (target, text, isAlias) => {
      await did(`bulk ${target}${isAlias ? ' as alias' : ''}`)
      const lines = text
        .split('\n')
        .filter(Boolean)
        .map((line) => JSON.parse(line) as Line)
      const items: object[] = []
      batches.push([])
      lines.forEach((line, i) => {
        const key = line.update?._id ?? line.delete?._id
        if (key === undefined) return
        batches.at(-1)?.push(key)
        const struck = state.strike?.(key)
        const doc = lines[i + 1]?.doc
        if (struck === undefined && line.update && doc) held(target).set(key, doc)
        if (struck === undefined && line.delete) held(target).delete(key)
        items.push({ update: { _id: key, ...(struck ?? { status: 200, result: 'updated' }) } })
      })
      return { items }
    },
    refresh: (target) => did(`refresh ${target}`),
    hasIndex: async (name) => {
      await did(`has ${name}`)
      return indexes.has(name)
    },
    createIndex: async (name) => {
      await did(`create ${name}`)
      indexes.set(name, new Map())
    },
    aliasedTo: async (alias) => {
      await did(`alias ${alias}`)
      const of = aliases.get(alias)
      return of === undefined ? [] : [of]
    },
    moveAlias: async (alias, from, to) => {
      await did(`move ${alias} from ${from.join(',') || 'nowhere'} to ${to}`)
      aliases.set(alias, to)
    },
  }
  const titles = (target = 'now') =>
    Object.fromEntries([...held(target)].map(([key, { title }]) => [key, title]))
  return { engine, indexes, aliases, calls, batches, state, titles }
}

const make = (made = makeEngine(), name = 'first') => {
  const time = { now: 0 }
  const pauses: number[] = []
  const said: unknown[][] = []
  const index = makeKeptIndex({
    engine: made.engine,
    alias: 'now',
    name,
    definition: {},
    cities: ['yantai'],
    log: { warn: (...line: unknown[]) => void said.push(line), info: () => undefined },
    now: () => time.now,
    pause: (milliseconds) => {
      pauses.push(milliseconds)
      return Promise.resolve()
    },
  })
  return { ...made, index, time, pauses, said }
}
const down = new OutsideServiceDown('search engine', 'status 503')

test('the first time an index is made, filled, and only then put in place', async () => {
  const { index, calls, titles } = make()
  index.put([entry('a'), entry('b')])
  expect(calls).toEqual([])
  await index.keepUp()
  expect(calls).toEqual([
    'has first',
    'create first',
    'alias now',
    'search first',
    'bulk first',
    'refresh first',
    'move now from nowhere to first',
  ])
  expect(titles()).toEqual({ 'yantai/a': 'a', 'yantai/b': 'b' })
})

test('from then on changes are written at once, and found at once', async () => {
  const { index, calls, batches, titles } = make()
  await index.keepUp()
  const before = index.changes()
  calls.length = 0
  index.put([entry('a')])
  await index.keepUp()
  expect(calls).toEqual(['bulk now as alias', 'refresh now'])
  expect(index.changes()).toBeGreaterThan(before)
  index.put([entry('a')])
  index.remove('yantai', ['never-there'])
  await index.keepUp()
  expect(batches).toEqual([['yantai/a']])
  index.put([entry('a', 'another')])
  await index.keepUp()
  expect(titles()).toEqual({ 'yantai/a': 'another' })
  index.remove('yantai', ['a'])
  await index.keepUp()
  expect(titles()).toEqual({})
})

test('after a restart only what differs is written, and what is gone is taken out', async () => {
  const made = makeEngine()
  const first = make(made)
  first.index.put([entry('same'), entry('changed'), entry('gone')])
  await first.index.keepUp()
  made.batches.length = 0
  const second = make(made)
  second.index.put([entry('same'), entry('changed', 'differently'), entry('new')])
  await second.index.keepUp()
  expect(made.batches.flat().sort()).toEqual(['yantai/changed', 'yantai/gone', 'yantai/new'])
  expect(made.titles()).toEqual({
    'yantai/same': 'same',
    'yantai/changed': 'differently',
    'yantai/new': 'new',
  })
})

test('a new definition is filled beside the old index, which answers until then', async () => {
  const made = makeEngine()
  const old = make(made)
  old.index.put([entry('a')])
  await old.index.keepUp()
  made.calls.length = 0
  const next = make(made, 'second')
  next.index.put([entry('a'), entry('b')])
  await next.index.keepUp()
  expect(made.calls.slice(-3)).toEqual(['bulk second', 'refresh second', 'move now from first to second'])
  expect(made.titles('first')).toEqual({ 'yantai/a': 'a' })
  // The portal of the old version goes on in the new index.
  old.index.put([entry('c')])
  await old.index.keepUp()
  expect(made.titles()).toEqual({ 'yantai/a': 'a', 'yantai/b': 'b', 'yantai/c': 'c' })
})

test('many entries go in batches, and are compared page by page', async () => {
  const made = makeEngine()
  const many = Array.from({ length: 4500 }, (_, i) => entry(`e${String(i)}`))
  const { index } = make(made)
  index.put(many)
  await index.keepUp()
  expect(made.batches.map(({ length }) => length)).toEqual(Array.from({ length: 45 }, () => 100))
  made.calls.length = 0
  const again = make(made)
  again.index.put(many)
  await again.index.keepUp()
  expect(made.calls.filter((call) => call.startsWith('search'))).toHaveLength(3)
  expect(made.batches).toHaveLength(45)
})

test('what the engine has no room for is written again, later and later; the rest is done', async () => {
  const { index, state, pauses, batches, titles } = make()
  await index.keepUp()
  let refusals = 3
  state.strike = (key) =>
    key === 'yantai/a' && refusals-- > 0
      ? { status: 429, error: { type: 'rejected_execution_exception' } }
      : undefined
  index.put([entry('a'), entry('b')])
  await index.keepUp()
  expect(pauses).toEqual([250, 500, 1000])
  expect(batches).toEqual([['yantai/a', 'yantai/b'], ['yantai/a'], ['yantai/a'], ['yantai/a']])
  expect(titles()).toEqual({ 'yantai/a': 'a', 'yantai/b': 'b' })
})

test('what the engine will never take is told and left', async () => {
  const { index, state, said, batches } = make()
  await index.keepUp()
  state.strike = () => ({ status: 400, error: { type: 'mapper_parsing_exception' } })
  index.put([entry('a')])
  await index.keepUp()
  await index.keepUp()
  expect(batches).toEqual([['yantai/a']])
  expect(said).toEqual([
    [{ entry: 'yantai/a', why: 'mapper_parsing_exception' }, 'the search engine refuses an entry'],
  ])
})

test('an engine that is away is left alone longer and longer, told of once, and then compared anew', async () => {
  const { index, state, said, calls, time, titles } = make()
  await index.keepUp()
  state.fails = down
  index.put([entry('a')])
  await index.keepUp()
  expect(said).toEqual([
    [{ reason: 'search engine: status 503' }, 'the search engine cannot be brought up to date'],
  ])
  calls.length = 0
  time.now = 999
  index.put([entry('b')])
  await index.keepUp()
  expect(calls).toEqual([])
  time.now = 1000
  await index.keepUp()
  expect(calls).toEqual(['has first'])
  time.now = 2999
  await index.keepUp()
  expect(calls).toHaveLength(1)
  state.fails = undefined
  time.now = 3000
  await index.keepUp()
  expect(titles()).toEqual({ 'yantai/a': 'a', 'yantai/b': 'b' })
  expect(said).toHaveLength(1)
})

test('an index that somebody deleted is made again and filled whole', async () => {
  const { index, indexes, aliases, time, titles } = make()
  index.put([entry('a'), entry('b')])
  await index.keepUp()
  indexes.clear()
  aliases.clear()
  index.put([entry('c')])
  await index.keepUp()
  time.now = 1000
  await index.keepUp()
  expect(titles()).toEqual({ 'yantai/a': 'a', 'yantai/b': 'b', 'yantai/c': 'c' })
})

test('what searches say of the engine makes it be compared', async () => {
  const made = makeEngine()
  const { index, titles } = make(made)
  index.put([entry('a')])
  await index.keepUp()
  made.indexes.get('first')?.set('yantai/a', { title: 'from an old backup', digest: 'old' })
  await index.keepUp()
  expect(titles()).toEqual({ 'yantai/a': 'from an old backup' })
  index.compareAgain()
  await index.keepUp()
  expect(titles()).toEqual({ 'yantai/a': 'a' })
  expect(made.indexes.get('first')?.get('yantai/a')?.digest).toBe(digestOf(entry('a')))
})
