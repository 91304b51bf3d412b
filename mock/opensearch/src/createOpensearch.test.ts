import { startOpensearchMock, type RunningOpensearch } from './testing'

let engine: RunningOpensearch
beforeEach(async () => {
  engine = await startOpensearchMock()
})
afterEach(() => engine.stop())

type Json = Record<string, unknown>
interface Answer {
  readonly status: number
  readonly body: Json
}

const send = async (
  method: string,
  path: string,
  body?: unknown,
  headers: Record<string, string> = {},
): Promise<Answer> => {
  const lines = Array.isArray(body) ? body.map((line) => `${JSON.stringify(line)}\n`).join('') : undefined
  const answer = await fetch(`${engine.url}${path}`, {
    method,
    headers: {
      'content-type': lines === undefined ? 'application/json' : 'application/x-ndjson',
      ...headers,
    },
    ...(body === undefined
      ? {}
      : { body: lines ?? (typeof body === 'string' ? body : JSON.stringify(body)) }),
  })
  const text = await answer.text()
  return { status: answer.status, body: text === '' ? {} : (JSON.parse(text) as Json) }
}

const DEFINITION = {
  settings: {
    number_of_shards: 1,
    refresh_interval: '3600s',
    analysis: {
      char_filter: { stops: { type: 'mapping', mappings: ['了 => \\u0020'] } },
      analyzer: {
        pairs: {
          type: 'custom',
          char_filter: ['stops'],
          tokenizer: 'standard',
          filter: ['cjk_width', 'lowercase', 'cjk_bigram'],
        },
      },
    },
  },
  mappings: {
    dynamic: false,
    properties: {
      city: { type: 'keyword' },
      tags: { type: 'keyword' },
      signs: { type: 'keyword', split_queries_on_whitespace: true },
      title: {
        type: 'text',
        analyzer: 'smartcn',
        fields: { pairs: { type: 'text', analyzer: 'pairs' } },
        copy_to: 'all',
      },
      body: { type: 'text', analyzer: 'smartcn', copy_to: 'all' },
      all: { type: 'text', analyzer: 'pairs', index_options: 'freqs' },
      secret: { type: 'keyword', index: false, doc_values: false },
    },
  },
}
const upsert = (id: string, doc: Json): Json[] => [{ update: { _id: id } }, { doc, doc_as_upsert: true }]
const DOCUMENTS = [
  ...upsert('water', {
    city: 'a',
    title: '停水了怎么办',
    body: '拨 12345。',
    signs: ['停', '水'],
    tags: ['home', 'water'],
    secret: 'x',
  }),
  ...upsert('power', {
    city: 'a',
    title: '停电了怎么办',
    body: '停水也一样。',
    signs: ['停', '电'],
    tags: [],
  }),
  ...upsert('other', { city: 'b', title: '停水公告', body: '', signs: ['停', '水'] }),
]
const fill = async (): Promise<void> => {
  await send('PUT', '/one', DEFINITION)
  await send('POST', '/one/_bulk', DOCUMENTS)
  await send('POST', '/one/_refresh')
}
const search = (body: Json) => send('POST', '/one/_search', body)
const found = async (query: Json): Promise<string[]> => {
  const { body } = await search({ query })
  return (body as { hits: { hits: { _id: string }[] } }).hits.hits.map(({ _id }) => _id)
}
const typeOf = ({ body }: Answer): unknown => (body['error'] as Json)['type']

test('an index is made once, known from then on, and deleted with its aliases', async () => {
  expect(await send('HEAD', '/one')).toMatchObject({ status: 404 })
  expect(await send('PUT', '/one', DEFINITION)).toEqual({
    status: 200,
    body: { acknowledged: true, shards_acknowledged: true, index: 'one' },
  })
  expect(await send('HEAD', '/one')).toMatchObject({ status: 200 })
  const again = await send('PUT', '/one', DEFINITION)
  expect({ status: again.status, type: typeOf(again) }).toEqual({
    status: 400,
    type: 'resource_already_exists_exception',
  })
  await send('POST', '/_aliases', { actions: [{ add: { index: 'one', alias: 'now' } }] })
  expect(await send('DELETE', '/now')).toMatchObject({ status: 200 })
  expect(await send('HEAD', '/now')).toMatchObject({ status: 404 })
  expect(await send('GET', '/_alias/now')).toMatchObject({ status: 404 })
})

test('an analyser that is not installed is refused, as are fields and settings that the mock does not know', async () => {
  const [title] = [DEFINITION.mappings.properties.title]
  const withTitle = (field: Json): Json => ({
    ...DEFINITION,
    mappings: { ...DEFINITION.mappings, properties: { title: { ...title, ...field } } },
  })
  expect(typeOf(await send('PUT', '/x', withTitle({ analyzer: 'jieba' })))).toBe('mapper_parsing_exception')
  expect(typeOf(await send('PUT', '/x', withTitle({ type: 'date' })))).toBe('parsing_exception')
  expect(typeOf(await send('PUT', '/x', { ...DEFINITION, settings: { codec: 'best' } }))).toBe(
    'parsing_exception',
  )
  expect(typeOf(await send('PUT', '/X', DEFINITION))).toBe('invalid_index_name_exception')
  expect(engine.indexes()).toEqual([])
})

test('an alias moves from one index to the other in one step, all or nothing', async () => {
  await send('PUT', '/one', DEFINITION)
  await send('PUT', '/two', DEFINITION)
  const move = (actions: Json[]) => send('POST', '/_aliases', { actions })
  expect(await send('GET', '/_alias/now')).toEqual({
    status: 404,
    body: { error: 'alias [now] missing', status: 404 },
  })
  await move([{ add: { index: 'one', alias: 'now' } }])
  expect((await send('GET', '/_alias/now')).body).toEqual({ one: { aliases: { now: {} } } })
  const half = await move([
    { add: { index: 'two', alias: 'later' } },
    { remove: { index: 'two', alias: 'now' } },
  ])
  expect({ status: half.status, type: typeOf(half) }).toEqual({
    status: 404,
    type: 'aliases_not_found_exception',
  })
  expect((await send('GET', '/_alias/later')).status).toBe(404)
  await move([
    { remove: { index: 'one', alias: 'now' } },
    { add: { index: 'two', alias: 'now', is_write_index: true } },
  ])
  expect((await send('GET', '/_alias/now')).body).toEqual({ two: { aliases: { now: {} } } })
})

describe('bulk', () => {
  beforeEach(() => send('PUT', '/one', DEFINITION))
  const items = async (lines: Json[], path = '/one/_bulk') => {
    const { body } = await send('POST', path, lines)
    return (body['items'] as Json[]).map((item) => {
      const [[kind, { status, result, error }]] = Object.entries(item) as [[string, Json]]
      return [kind, status, result ?? (error as Json)['type']]
    })
  }

  test('writes what is new or different only, and says so item by item', async () => {
    expect(await items(upsert('a', { title: '停水' }))).toEqual([['update', 201, 'created']])
    expect(await items(upsert('a', { title: '停水' }))).toEqual([['update', 200, 'noop']])
    expect(await items(upsert('a', { title: '停电' }))).toEqual([['update', 200, 'updated']])
    expect(await items([{ delete: { _id: 'a' } }, { delete: { _id: 'a' } }])).toEqual([
      ['delete', 200, 'deleted'],
      ['delete', 404, 'not_found'],
    ])
    expect(engine.writes()).toBe(3)
  })

  test('refuses single items when told to', async () => {
    engine.strikeItems({ status: 429, times: 1 })
    expect(await items([...upsert('a', { title: '停水' }), ...upsert('b', { title: '停电' })])).toEqual([
      ['update', 429, 'rejected_execution_exception'],
      ['update', 201, 'created'],
    ])
    engine.strikeItems({ status: 400, times: 5, id: 'b' })
    expect(await items([...upsert('a', { title: '停水' }), ...upsert('b', { title: '停气' })])).toEqual([
      ['update', 201, 'created'],
      ['update', 400, 'mapper_parsing_exception'],
    ])
  })

  test('where an alias is asked for, an index is none', async () => {
    const path = '/one/_bulk?require_alias=true'
    expect(await items(upsert('a', { title: '停水' }), path)).toEqual([
      ['update', 404, 'index_not_found_exception'],
    ])
    await send('POST', '/_aliases', { actions: [{ add: { index: 'one', alias: 'now' } }] })
    expect(await items(upsert('a', { title: '停水' }), '/now/_bulk?require_alias=true')).toEqual([
      ['update', 201, 'created'],
    ])
  })

  test.each<[string, unknown, number, string]>([
    ['another action', [{ index: { _id: 'a' } }, {}], 400, 'parsing_exception'],
    ['no newline at the end', '{"delete":{"_id":"a"}}', 400, 'illegal_argument_exception'],
    ['no JSON', 'a\n', 400, 'illegal_argument_exception'],
    ['an update that does not insert', [{ update: { _id: 'a' } }, { doc: {} }], 400, 'parsing_exception'],
    ['a long id', upsert('长'.repeat(171), {}), 400, 'action_request_validation_exception'],
  ])('refuses %s', async (_, lines, status, type) => {
    const answer = await send('POST', '/one/_bulk', lines)
    expect({ status: answer.status, type: typeOf(answer) }).toEqual({ status, type })
  })

  test('makes no index by itself', async () => {
    expect((await send('POST', '/none/_bulk', upsert('a', {}))).status).toBe(400)
    expect(engine.indexes()).toEqual(['one'])
  })
})

test('what was written is found after a refresh', async () => {
  await send('PUT', '/one', DEFINITION)
  await send('POST', '/one/_bulk', DOCUMENTS)
  expect(await found({ match_all: {} })).toEqual([])
  await send('POST', '/one/_refresh')
  expect(await found({ match_all: {} })).toEqual(['water', 'power', 'other'])
  await send('POST', '/one/_bulk', [{ delete: { _id: 'water' } }])
  expect(await found({ match_all: {} })).toContain('water')
  await send('POST', '/one/_refresh')
  expect(await found({ match_all: {} })).toEqual(['power', 'other'])
})

describe('search', () => {
  beforeEach(fill)

  test.each<[Json, string[]]>([
    [{ term: { city: 'b' } }, ['other']],
    [{ terms: { city: ['b', 'c'] } }, ['other']],
    [{ exists: { field: 'tags' } }, ['water']],
    [{ prefix: { tags: { value: 'wat' } } }, ['water']],
    [{ term: { all: '1234' } }, []],
    [{ term: { all: '12345' } }, ['water']],
    [{ term: { all: '水了' } }, []],
    [{ match: { 'title.pairs': { query: '停电？' } } }, ['power']],
    [{ match: { signs: { query: '电 气' } } }, ['power']],
    [{ multi_match: { query: '停水公告', type: 'phrase', fields: ['title.pairs'] } }, ['other']],
    [{ multi_match: { query: '公告停水', type: 'phrase', fields: ['title.pairs'] } }, []],
    [{ match: { nowhere: { query: '停水' } } }, []],
    [{ bool: { filter: [{ term: { city: 'a' } }], must_not: [{ exists: { field: 'tags' } }] } }, ['power']],
    [
      {
        bool: {
          should: [{ term: { tags: 'home' } }, { term: { tags: 'water' } }, { term: { city: 'b' } }],
          minimum_should_match: 2,
        },
      },
      ['water'],
    ],
    [
      {
        more_like_this: {
          fields: ['title.pairs'],
          like: '公告，公告',
          min_term_freq: 1,
          min_doc_freq: 1,
          max_query_terms: 5,
          minimum_should_match: '1',
        },
      },
      ['other'],
    ],
  ])('%j finds %j', async (query, ids) => {
    expect(await found(query)).toEqual(ids)
  })

  test('a word in the title counts what it is boosted, a rare word more than a common one', async () => {
    expect(
      await found({
        multi_match: { query: '停水', type: 'most_fields', fields: ['title.pairs^3', 'all'] },
      }),
    ).toEqual(['other', 'water', 'power'])
    const { body } = await search({ query: { term: { city: { value: 'b', boost: 0 } } } })
    expect(body).toMatchObject({ hits: { max_score: 0, hits: [{ _id: 'other', _score: 0 }] } })
  })

  test('answers in the engine’s shape, with the names of what matched', async () => {
    const { body } = await search({
      size: 1,
      _source: ['city'],
      query: { term: { city: { value: 'b', _name: 'of b' } } },
    })
    expect(body).toEqual({
      took: 1,
      timed_out: false,
      _shards: { total: 1, successful: 1, skipped: 0, failed: 0 },
      hits: {
        total: { value: 1, relation: 'eq' },
        max_score: expect.any(Number) as number,
        hits: [
          {
            _index: 'one',
            _id: 'other',
            _score: expect.any(Number) as number,
            _source: { city: 'b' },
            matched_queries: ['of b'],
          },
        ],
      },
    })
  })

  test('counts what is asked, whatever was found', async () => {
    const { body } = await search({
      size: 0,
      track_total_hits: false,
      query: { term: { city: 'b' } },
      aggs: {
        everywhere: {
          global: {},
          aggs: {
            a: {
              filter: { term: { city: 'a' } },
              aggs: {
                held: {
                  filters: { filters: { 停水: { term: { all: '停水' } }, 气: { term: { all: '气' } } } },
                },
              },
            },
          },
        },
        signs: { terms: { field: 'signs', size: 1 } },
      },
    })
    expect(body).toMatchObject({
      hits: { hits: [] },
      aggregations: {
        everywhere: {
          doc_count: 3,
          a: { doc_count: 2, held: { buckets: { 停水: { doc_count: 2 }, 气: { doc_count: 0 } } } },
        },
        signs: { sum_other_doc_count: 1, buckets: [{ key: '停', doc_count: 1 }] },
      },
    })
  })

  test('gives pages in the order of a field', async () => {
    const page = { size: 1, query: { match_all: {} }, sort: [{ city: 'asc' }] }
    expect((await search(page)).body).toMatchObject({ hits: { hits: [{ _score: null, sort: ['a'] }] } })
    expect((await search({ ...page, search_after: ['a'] })).body).toMatchObject({
      hits: { hits: [{ _id: 'other', sort: ['b'] }] },
    })
  })

  test.each<[string, Json]>([
    ['a query it does not know', { query: { fuzzy: { title: '停水' } } }],
    ['a part of a query it does not know', { query: { match: { title: { query: '停水', fuzziness: 1 } } } }],
    ['a part of the body it does not know', { knn: {} }],
    ['an aggregation it does not know', { aggs: { a: { avg: { field: 'city' } } } }],
    ['to search what is not indexed', { query: { term: { secret: 'x' } } }],
    ['to count what has no values', { aggs: { a: { terms: { field: 'title' } } } }],
    ['more hits than the window holds', { size: 10_001 }],
    ['too many clauses', { query: { terms: { tags: Array.from({ length: 1025 }, String) } } }],
  ])('refuses %s', async (_, body) => {
    const answer = await search(body)
    expect(answer.status).toBe(400)
    expect(answer.body).toMatchObject({
      status: 400,
      error: { root_cause: [{}], type: expect.any(String) as string },
    })
  })

  test('of an index that is not there is refused', async () => {
    const answer = await send('POST', '/none/_search', {})
    expect({ status: answer.status, type: typeOf(answer) }).toEqual({
      status: 404,
      type: 'index_not_found_exception',
    })
  })
})

test('fails as the other stand-ins do, in its own words', async () => {
  await fill()
  engine.setFaults({ status: 503, times: 1 })
  const failed = await search({})
  expect({ status: failed.status, type: typeOf(failed) }).toEqual({
    status: 503,
    type: 'unavailable_shards_exception',
  })
  expect((await search({})).status).toBe(200)
  expect((await send('POST', '/one/_search', '{')).status).toBe(400)
  expect(engine.searches()).toHaveLength(1)
  expect(engine.calls('/one/_search')).toBe(3)
})

test('asks for user and password where it has some', async () => {
  const guarded = await startOpensearchMock({ user: 'jiesu', password: 'secret' })
  try {
    const ask = (headers: Record<string, string>) => fetch(`${guarded.url}/_alias/now`, { headers })
    expect((await ask({})).status).toBe(401)
    const authorization = `Basic ${Buffer.from('jiesu:secret').toString('base64')}`
    expect((await ask({ authorization })).status).toBe(404)
  } finally {
    await guarded.stop()
  }
})
