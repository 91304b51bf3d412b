/** What is sent to a search engine, and what becomes of its answers, whatever they are. */
import { OutsideServiceDown } from './outsideService'
import { makeSearchEngine, NoSuchIndex, QuestionRefused } from './searchEngine'
import { type Answer, json, standIn } from './testSupport'

const stand = standIn()
const failure = (type: string, reason: string, status: number) =>
  json({ error: { root_cause: [{ type, reason }], type, reason }, status }, status)
const soon = () => AbortSignal.timeout(30_000)
const question = { query: { match: { title: { query: '张三的电话' } } } }

test('asks below the address given, with user and password where there are some', async () => {
  stand.answer = json({ hits: [] })
  await makeSearchEngine(`${stand.url}/engine/`, '', '').search('now', question, soon())
  await makeSearchEngine(stand.url, 'jiesu', 'secret').bulk('now', '{"delete":{"_id":"a"}}\n', true)
  expect(stand.heard[0]).toMatchObject({
    method: 'POST',
    url: '/engine/now/_search',
    body: JSON.stringify(question),
  })
  expect(stand.heard[0]?.headers.authorization).toBeUndefined()
  expect(stand.heard[1]).toMatchObject({
    url: '/now/_bulk?require_alias=true',
    body: '{"delete":{"_id":"a"}}\n',
    headers: {
      'content-type': 'application/x-ndjson',
      authorization: `Basic ${Buffer.from('jiesu:secret').toString('base64')}`,
    },
  })
})

test('an index is looked for, made, and no error where it is there already', async () => {
  const engine = makeSearchEngine(stand.url, '', '')
  stand.answer = (response) => response.writeHead(404).end()
  expect(await engine.hasIndex('one')).toBe(false)
  stand.answer = (response) => response.writeHead(200).end()
  expect(await engine.hasIndex('one')).toBe(true)
  stand.answer = failure('resource_already_exists_exception', 'index [one] already exists', 400)
  await engine.createIndex('one', { mappings: {} })
  stand.answer = failure(
    'mapper_parsing_exception',
    'analyzer [smartcn] has not been configured in mappings',
    400,
  )
  await expect(engine.createIndex('one', {})).rejects.toThrow(
    'search engine: refuses the index one: mapper_parsing_exception: analyzer [smartcn] has not been configured',
  )
})

test('an alias is looked up, and moved in one step', async () => {
  const engine = makeSearchEngine(stand.url, '', '')
  stand.answer = json({ error: 'alias [now] missing', status: 404 }, 404)
  expect(await engine.aliasedTo('now')).toEqual([])
  stand.answer = json({ one: { aliases: { now: {} } } })
  expect(await engine.aliasedTo('now')).toEqual(['one'])
  stand.answer = json({ acknowledged: true })
  await engine.moveAlias('now', ['one'], 'two')
  expect(JSON.parse(stand.heard.at(-1)?.body ?? '')).toEqual({
    actions: [
      { remove: { index: 'one', alias: 'now' } },
      { add: { index: 'two', alias: 'now', is_write_index: true } },
    ],
  })
})

test.each<[string, Answer, string]>([
  [
    'has too much to do',
    failure('rejected_execution_exception', '张三', 429),
    'status 429 (rejected_execution_exception)',
  ],
  ['is broken', failure('x', '张三', 503), 'status 503 (x)'],
  ['knows nobody', json({ error: '张三' }, 401), 'status 401 (unexpected answer)'],
  ['hangs up', (response) => response.destroy(), 'ECONNRESET'],
])('an engine that %s is down, and what was asked is not in the message', async (_, given, reason) => {
  stand.answer = given
  const asked = makeSearchEngine(stand.url, '', '').search('now', question, soon())
  await expect(asked).rejects.toThrow(OutsideServiceDown)
  await expect(asked).rejects.toThrow(`search engine: ${reason}`)
})

test('so is one that is too slow', async () => {
  stand.answer = () => undefined
  const asked = makeSearchEngine(stand.url, '', '').search('now', question, AbortSignal.timeout(20))
  await expect(asked).rejects.toThrow('search engine: too slow')
})

test('a missing index, and a question that is refused, are told apart', async () => {
  const engine = makeSearchEngine(stand.url, '', '')
  stand.answer = failure('index_not_found_exception', 'no such index [now]', 404)
  await expect(engine.search('now', question, soon())).rejects.toThrow(NoSuchIndex)
  stand.answer = failure('parsing_exception', '张三', 400)
  await expect(engine.search('now', question, soon())).rejects.toThrow(QuestionRefused)
})
