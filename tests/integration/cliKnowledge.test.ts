/** `jiesu knowledge` beside two running portals: what is imported is found by both, and by the command itself. */
import type { KnowledgeEntry, KnowledgeSearchAnswer } from '@jiesu/shared-types'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
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
    stderr: 'line 1: "kite" belongs to another city\nline 2: "7" belongs to another city\n',
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

test('a table of an office is looked at first, then imported; the same table changes nothing', async () => {
  const path = join(folder, 'faq.csv')
  // 问题,解答 / 放风筝去哪里好,看天气。 / 哪里办养犬证,公安机关。, as Excel writes it in China.
  const gb =
    'cecacce22cbde2b4f02cbfb4b9fd0d0ab7c5b7e7f3ddc8a5c4c4c0efbac32cbfb4ccecc6f8a1a32c310d0ac4c4c0efb0ecd1f8c8aed6a42cb9abb0b2bbfab9d8a1a32c320d0a'
  writeFileSync(path, Buffer.from(gb, 'hex'))
  const look = await knowledge('import', '--city', 'yantai', '--preview', path)
  expect(look).toMatchObject({ code: 0, stderr: '' })
  expect(look.stdout).toMatch(
    /^\+ line 2: yantai-q-\w+ 放风筝去哪里好\n\+ line 3: yantai-q-\w+ 哪里办养犬证\ncolumns left aside: 看过\nyantai: 2 to add, 0 to change, 0 unchanged, 0 not imported\n$/,
  )
  const run = () => knowledge('import', '--city', 'yantai', path)
  expect((await run()).stdout).toBe('yantai: 2 added, 0 changed, 0 unchanged, 0 not imported\n')
  expect((await run()).stdout).toBe('yantai: 0 added, 0 changed, 2 unchanged, 0 not imported\n')
})

test('a preview shows what changes, and writes nothing', async () => {
  const path = file('look.jsonl', [
    { ...TEXTS[1], title: '养蜂备案', body: '到所在地农业农村部门备案。\n带身份证。' },
  ])
  const look = await knowledge('import', '--city', 'yantai', '--preview', path)
  expect(look.stdout).toBe(
    '~ line 1: 7 养蜂备案\n' +
      '    标准问题\n      - 养蜂怎么备案\n      + 养蜂备案\n' +
      '    详细解答\n      + 带身份证。\n' +
      'yantai: 0 to add, 1 to change, 0 unchanged, 0 not imported\n',
  )
  const entry = await get<KnowledgeEntry>(portals[0] ?? '', '/api/v1/knowledge/7')
  expect(entry.title).toBe('养蜂怎么备案')
})

test('what cannot be read is one line', async () => {
  const path = join(folder, 'old.xls')
  writeFileSync(path, Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1]))
  expect(await knowledge('import', '--city', 'yantai', path)).toMatchObject({
    code: 1,
    stderr: `jiesu: ${path}: this is an old Excel file (.xls): save it as .xlsx or CSV\n`,
  })
  expect(await knowledge('export', '--city', 'yantai', '--format', 'doc')).toMatchObject({
    code: 1,
    stderr: 'jiesu: --format: jsonl, csv, xlsx\n',
  })
})

test('everything is exported, and changes nothing when it comes back, in each of the three formats', async () => {
  const first = await knowledge('export', '--city', 'yantai')
  const entries = jsonLines(first) as { id: string; from?: string }[]
  expect(entries.filter(({ from }) => from === undefined).map(({ id }) => id)).toEqual(
    expect.arrayContaining(['7', 'kite']),
  )
  expect(entries.find(({ id }) => id === 'yantai-water-outage')).toMatchObject({
    from: 'files',
    entry: { unit: expect.any(String) as string, sections: expect.any(Array) as unknown[] },
  })
  for (const format of ['jsonl', 'csv', 'xlsx']) {
    const out = join(folder, `all.${format}`)
    const written = await knowledge('export', '--city', 'yantai', '--out', out)
    expect(written.stdout).toBe(`yantai: ${entries.length} entries in ${out}\n`)
    if (format === 'jsonl') expect(readFileSync(out, 'utf8')).toBe(first.stdout)
    if (format === 'csv') expect(readFileSync(out, 'utf8')).toMatch(/^\ufeff编号,问题,相似问法,简答,解答,/)
    expect(await knowledge('import', '--city', 'yantai', out)).toMatchObject({
      code: 0,
      stdout: `yantai: 0 added, 0 changed, ${entries.length} unchanged, 0 not imported\n`,
    })
  }
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

test('what is wrong with a file, a city or the database is said in one line', async () => {
  const path = file('one.jsonl', [TEXTS[1]])
  expect(await knowledge('import', '--city', 'yantai', folder)).toMatchObject({
    code: 1,
    stderr: `jiesu: cannot read ${folder}: it is a folder\n`,
  })
  const away = join(folder, 'no-such', 'all.csv')
  expect(await knowledge('export', '--city', 'yantai', '--out', away)).toMatchObject({
    code: 1,
    stderr: `jiesu: cannot write ${away}: there is no such file or folder\n`,
  })
  expect(await knowledge('import', '--city', 'nowhere', path)).toMatchObject({
    code: 1,
    stderr: 'jiesu: there is no city "nowhere"; known: fuzhou, yantai\n',
  })
  const elsewhere = await jiesu(['knowledge', 'import', '--city', 'yantai', path], {
    env: { JIESU_DATA: join(folder, 'empty') },
  })
  expect(elsewhere.code).toBe(1)
  expect(elsewhere.stderr).toContain('set JIESU_DATA=<dir>')
  expect(elsewhere.stderr.trim().split('\n')).toHaveLength(1)
})
