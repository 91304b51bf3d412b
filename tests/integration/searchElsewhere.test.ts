/** Portals that let an engine elsewhere search the knowledge: it follows what is published, and nobody is left without. */
import { getKnowledge, searchKnowledge, suggestKnowledge } from '@jiesu/shared-types'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startOpensearchMock, type RunningOpensearch } from '../../mock/opensearch/src/testing'
import { makeImportedEntries } from '../../portal-api/src/knowledge/imported.store'
import { jiesu, jsonLines } from '../support/jiesu'
import { knowledgeDeeds, PIPE_ENTRY } from '../support/knowledge'
import { type As, startPortal, type TestPortal } from '../support/portal'

jest.setTimeout(120_000)

const ALIAS = 'jiesu-knowledge'
const BULK = `/${ALIAS}/_bulk`

let engine: RunningOpensearch
let one: TestPortal
let two: TestPortal
let editor: As
let manager: As
let reviewer: As
beforeAll(async () => {
  engine = await startOpensearchMock({ user: 'jiesu', password: 'a-password-of-the-test' })
  const elsewhere = {
    SEARCH_URL: engine.url,
    SEARCH_USER: 'jiesu',
    SEARCH_PASSWORD: 'a-password-of-the-test',
  }
  const start = (more: Record<string, string> = {}) =>
    startPortal('2026-11-23T09:00:00+08:00', { settings: { ...elsewhere, ...more } })
  one = await start()
  two = await start({ MONGODB_URI: one.database.uri })
  editor = await one.staff('yantai-water-supply-editor')
  manager = await one.staff('yantai-water-supply-manager')
  reviewer = await one.staff('yantai-knowledge-reviewer')
})
afterAll(async () => {
  await two.stop()
  await one.stop()
  await engine.stop()
})

const search = (portal: TestPortal, q: string) =>
  portal.call(searchKnowledge, { query: { city: 'yantai', q } })
/** Asks, once a second of the portal's time, until the answer is right; fails by the test's own patience. */
const until = async (
  portal: TestPortal,
  q: string,
  isRight: (ids: readonly string[], limited: boolean) => boolean,
): Promise<void> => {
  for (;;) {
    const { hits, limited } = await search(portal, q)
    const ids = hits.map(({ id }) => id)
    if (isRight(ids, limited === true)) return
    portal.now = new Date(portal.now.getTime() + 1000)
    await portal.tick()
  }
}
const untilAnswered = (portal: TestPortal) => until(portal, '停水', (_, limited) => !limited)
const publish = async (id: string, why: string): Promise<void> => {
  const does = knowledgeDeeds(one)
  await does.move(id, editor, 'submit', { why })
  await does.move(id, manager, 'approve')
  await does.move(id, reviewer, 'approve')
}

test('the first portal fills the engine, the second has nothing to write; both find by it', async () => {
  await untilAnswered(one)
  const entries = engine.count(ALIAS)
  expect(entries).toBeGreaterThan(200)
  expect(engine.writes()).toBe(entries)
  await untilAnswered(two)
  await two.tick()
  expect(engine.writes()).toBe(entries)
  for (const portal of [one, two]) {
    const { hits } = await search(portal, '家里没水了')
    expect(hits[0]).toMatchObject({
      id: 'yantai-water-outage',
      highlights: expect.arrayContaining(['停水']) as string[],
    })
    expect((await search(portal, 'sbk')).meant).toBe('社保卡')
    expect((await search(portal, '红烧肉怎么做')).hits).toEqual([])
  }
  const { suggestions } = await one.call(suggestKnowledge, { query: { city: 'yantai', q: 'tings' } })
  expect(suggestions.map(({ text }) => text)).toContain('停水了怎么办')
})

test('what is published is found by every portal and written once; so is what changes, and what is withdrawn', async () => {
  const does = knowledgeDeeds(one)
  const { id } = await does.draft(PIPE_ENTRY, editor)
  const [writes, requests] = [engine.writes(), engine.calls(BULK)]
  await publish(id, '冬季常见问题')
  const isFirst = (ids: readonly string[], limited: boolean) => !limited && ids[0] === id
  await until(one, '水表冻裂了怎么办', isFirst)
  await until(two, '水表冻裂了怎么办', isFirst)
  // The second portal has read it from the database, and written the same.
  while (engine.calls(BULK) < requests + 2) await two.tick()
  expect(engine.writes()).toBe(writes + 1)

  await does.edit(
    id,
    {
      title: '智能燃气表不走字怎么办',
      phrasings: ['表不走字', '燃气表数字不动', '表坏了不计数', '计量表停了'],
    },
    editor,
  )
  await publish(id, '改写')
  await until(two, '燃气表不走字', isFirst)
  const gone = (ids: readonly string[], limited: boolean) => !limited && !ids.includes(id)
  await until(two, '水表冻裂了怎么办', gone)
  await does.move(id, reviewer, 'withdraw', { why: '不再需要' })
  await until(one, '燃气表不走字', gone)
  await until(two, '燃气表不走字', gone)
  // The engine knew before the second portal has looked into the database.
  two.now = new Date(two.now.getTime() + 1000)
  expect(await two.refused(getKnowledge, { params: { id } })).toMatchObject({ code: 'not-found' })
})

test('imported texts are found, and no more when they are taken out', async () => {
  const imports = makeImportedEntries(one.connection.useDb(one.connection.name))
  const text = {
    id: 'kite',
    title: '',
    body: '放风筝请到滨海广场指定区域，机场净空保护区内禁止放风筝。',
    similar: [],
  }
  await imports.save('yantai', [text])
  await until(two, '哪里可以放风筝', (ids, limited) => !limited && ids[0] === 'kite')
  await imports.remove('yantai', ['kite'])
  await until(two, '哪里可以放风筝', (ids, limited) => !limited && !ids.includes('kite'))
})

test.each<[string, () => void]>([
  ['fails', () => engine.setFaults({ status: 503 })],
  ['refuses everything', () => engine.setFaults({ status: 429 })],
  ['hangs up', () => engine.setFaults({ drop: true })],
  ['is slow', () => engine.setFaults({ latencyMs: 2_500 })],
])(
  'while it %s, the portal finds without it what units keep, also what is published meanwhile',
  async (name, fail) => {
    await untilAnswered(one)
    const does = knowledgeDeeds(one)
    const title = `水表箱盖丢失（${name}）怎么办`
    const { id } = await does.draft({ ...PIPE_ENTRY, title }, editor)
    const lines = one.log.length
    fail()
    const searches = engine.calls(`/${ALIAS}/_search`)
    expect(await search(one, '自来水停了')).toMatchObject({ limited: true })
    expect((await search(one, '家里没水了')).hits[0]?.id).toBe('yantai-water-outage')
    const { suggestions } = await one.call(suggestKnowledge, { query: { city: 'yantai', q: 'tingshui' } })
    expect(suggestions.map(({ text }) => text)).toContain('停水了怎么办')
    await publish(id, '常见问题')
    expect((await search(one, title)).hits[0]?.id).toBe(id)
    // Left alone: the first question asked for candidates and characters, the others nothing.
    expect(engine.calls(`/${ALIAS}/_search`) - searches).toBeLessThanOrEqual(4)
    engine.setFaults(null)
    await until(one, title, (ids, limited) => !limited && ids[0] === id)
    const said = one.log.slice(lines).join('')
    expect(said).toContain('the knowledge is searched without the search engine')
    expect(said).not.toMatch(/没水|水表箱盖|a-password/)
  },
)

test('the command asks the engine too, and says when it does not answer', async () => {
  await untilAnswered(one)
  const folder = mkdtempSync(join(tmpdir(), 'jiesu-search-'))
  const file = join(folder, 'queries.jsonl')
  writeFileSync(file, ['家里没水了', 'sbk', ''].map((q, id) => JSON.stringify({ id, q })).join('\n'))
  const run = () =>
    jiesu(['knowledge', 'search', '--city', 'yantai', '--in', file], {
      env: { SEARCH_URL: engine.url, SEARCH_USER: 'jiesu', SEARCH_PASSWORD: 'a-password-of-the-test' },
    })
  const ran = await run()
  expect(jsonLines(ran)).toMatchObject([
    { id: 0, hits: expect.arrayContaining(['yantai-water-outage']) as string[] },
    { id: 1, hits: expect.arrayContaining(['yantai-social-security-12333']) as string[] },
    { id: 2, hits: [] },
  ])
  engine.setFaults({ status: 503 })
  expect(await run()).toMatchObject({
    code: 1,
    stdout: '',
    stderr: expect.stringContaining('the search engine at SEARCH_URL does not answer') as string,
  })
  engine.setFaults(null)
  rmSync(folder, { recursive: true, force: true })
})

test('an index that somebody deleted is filled again', async () => {
  await untilAnswered(one)
  const [index] = engine.indexes()
  const authorization = `Basic ${Buffer.from('jiesu:a-password-of-the-test').toString('base64')}`
  await fetch(`${engine.url}/${String(index)}`, { method: 'DELETE', headers: { authorization } })
  expect(await search(one, '停水')).toMatchObject({ limited: true })
  await untilAnswered(one)
  expect(engine.count(ALIAS)).toBeGreaterThan(200)
})
