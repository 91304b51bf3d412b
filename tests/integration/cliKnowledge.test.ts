/** `jiesu knowledge` beside two running portals: what is imported is found by both, and by the command itself. */
import type { KnowledgeEntry, KnowledgeSearchAnswer } from '@jiesu/shared-types'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { jiesu, jsonLines } from '../support/jiesu'
import { type House, makeHouse } from '../support/processes'

// Each run is a process of its own, which takes its time on a busy machine.
jest.setTimeout(120_000)

let house: House
let folder: string
let portals: string[]
beforeAll(async () => {
  house = makeHouse()
  folder = mkdtempSync(join(tmpdir(), 'jiesu-knowledge-'))
  await house.startDatabase()
  portals = [(await house.startPortal()).ready, (await house.startPortal()).ready]
})
afterAll(async () => {
  await house.tearDown()
  rmSync(folder, { recursive: true, force: true })
})

const file = (name: string, lines: readonly unknown[]): string => {
  const path = join(folder, name)
  writeFileSync(
    path,
    lines.map((line) => (typeof line === 'string' ? line : JSON.stringify(line))).join('\n'),
  )
  return path
}
const knowledge = (...args: string[]) =>
  jiesu(['knowledge', ...args], { env: { JIESU_DATA: house.data, JIESU_BENCH_DATA: '' } })
const get = async <T>(portal: string, path: string): Promise<T> =>
  (await (await fetch(`${portal}${path}`)).json()) as T
/** Asks until the entry is found; fails by the test's own patience. */
const untilFound = async (portal: string, q: string, id: string): Promise<KnowledgeSearchAnswer> => {
  for (;;) {
    const answer = await get<KnowledgeSearchAnswer>(
      portal,
      `/api/v1/knowledge?city=yantai&q=${encodeURIComponent(q)}`,
    )
    if (answer.hits.some((hit) => hit.id === id)) return answer
  }
}

const untilGone = async (portal: string, id: string): Promise<void> => {
  while ((await fetch(`${portal}/api/v1/knowledge/${id}`)).status !== 404);
}

const TEXTS = [
  { id: 'kite', title: '', body: '放风筝请到滨海广场指定区域，机场净空保护区内禁止放风筝。', similar: [] },
  { id: 7, title: '养蜂怎么备案', body: '到所在地农业农村部门备案。', similar: ['蜂农登记'], unknown: 1 },
]

test('imports, names lines that are not right, and changes nothing the second time', async () => {
  await untilFound(portals[1] ?? '', '停水', 'yantai-water-outage')
  const path = file('texts.jsonl', [
    ...TEXTS,
    'no json',
    { id: 'empty', title: '无', body: ' ' },
    { id: 'yantai-what-is-12345', body: '别的' },
  ])
  const first = await knowledge('import', '--city', 'yantai', path)
  expect(first).toMatchObject({
    code: 1,
    stdout: 'yantai: 2 added, 0 changed, 0 unchanged, 3 not imported\n',
  })
  expect(first.stderr.split('\n')).toEqual([
    'line 3: is no JSON',
    'line 4: body: must not be empty',
    'line 5: "yantai-what-is-12345" is an entry of the city’s files',
    '',
  ])
  const again = await knowledge('import', '--city', 'yantai', file('same.jsonl', TEXTS))
  expect(again).toMatchObject({
    code: 0,
    stdout: 'yantai: 0 added, 0 changed, 2 unchanged, 0 not imported\n',
  })
  const elsewhere = await knowledge('import', '--city', 'fuzhou', file('same.jsonl', TEXTS))
  expect(elsewhere).toMatchObject({
    code: 1,
    stderr: '"kite" belongs to another city\n"7" belongs to another city\n',
  })

  for (const portal of portals) {
    const answer = await untilFound(portal, '哪里可以放风筝', 'kite')
    expect(answer.topics.at(-1)).toEqual({ id: 'imported', name: '更多资料', count: 2 })
    const entry = await get<KnowledgeEntry>(portal, '/api/v1/knowledge/7')
    expect(entry).toMatchObject({ title: '养蜂怎么备案', sections: [{ text: '到所在地农业农村部门备案。' }] })
  }
})

test('a changed text is found by its new words', async () => {
  const changed = [{ id: 'kite', title: '', body: '无人机飞行须先在平台登记。' }]
  const ran = await knowledge('import', '--city', 'yantai', file('changed.jsonl', changed))
  expect(ran.stdout).toBe('yantai: 0 added, 1 changed, 0 unchanged, 0 not imported\n')
  for (const portal of portals) await untilFound(portal, '无人机登记', 'kite')
})

test('takes texts out, and puts them in again', async () => {
  const removed = await knowledge('remove', '--city', 'yantai', 'kite', 'never-there', 'yantai-what-is-12345')
  expect(removed).toMatchObject({
    code: 1,
    stdout: 'yantai: 1 removed\n',
    stderr:
      'there is no imported entry "never-there" in yantai\n' +
      '"yantai-what-is-12345" is an entry of the city’s files: take it out there\n',
  })
  for (const portal of portals) {
    await untilGone(portal, 'kite')
    const answer = await get<KnowledgeSearchAnswer>(portal, '/api/v1/knowledge?city=yantai')
    expect(answer.topics.at(-1)).toMatchObject({ id: 'imported', count: 1 })
  }
  const again = await knowledge('import', '--city', 'yantai', file('again.jsonl', TEXTS.slice(0, 1)))
  expect(again.stdout).toBe('yantai: 1 added, 0 changed, 0 unchanged, 0 not imported\n')
  for (const portal of portals) await untilFound(portal, '哪里可以放风筝', 'kite')
})

test('answers a file of queries line by line', async () => {
  const ran = await knowledge(
    'search',
    '--city',
    'yantai',
    '--in',
    file('queries.jsonl', [{ id: 1, q: '蜂农怎么登记' }, { id: 'b', q: '' }, '{}', { id: 'c', q: '停水了' }]),
  )
  expect(ran).toMatchObject({ code: 1, stderr: 'line 3: is not {"id","q"}\n' })
  const [bees, empty, water] = jsonLines(ran) as { id: unknown; hits: string[] }[]
  expect(bees).toMatchObject({ id: 1 })
  expect(bees?.hits[0]).toBe('7')
  expect(empty).toEqual({ id: 'b', hits: [] })
  expect(water).toMatchObject({ id: 'c' })
  expect(water?.hits[0]).toBe('yantai-water-outage')
})
