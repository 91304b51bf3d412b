/** What an import would do to a base with entries of files, of units, and imported texts; and what an export gives back. */
import { join } from 'node:path'
import { loadCities } from '../../cities/loadCities'
import { lifeOfItem } from '../asLife'
import { loadKnowledge } from '../knowledgeData'
import type { Life } from '../rules/life'
import { ENTRY } from '../rules/testSupport'
import { asLines, asTable, readBase } from './exportBase'
import type { ImportedText } from './importLine'
import { inEnglish } from './importProblems'
import { countsOf, type ImportBase, planImport } from './planImport'
import { readImportFile } from './readImportFile'

const FOLDER = join(__dirname, '../../../cities')
const city = loadCities(FOLDER).get('yantai')!
const { items } = loadKnowledge(FOLDER, ['yantai'])
const NOW = new Date('2026-11-23T09:00:00+08:00')

const KITE: ImportedText = {
  id: 'kite',
  title: '哪里可以放风筝',
  body: '滨海广场。',
  similar: ['放风筝去哪'],
}
const PIPE: Life = {
  id: 'yantai-pipe',
  city: 'yantai',
  versions: [
    {
      number: 1,
      content: { ...ENTRY, unit: 'water-supply', title: '水表冻裂' },
      at: NOW,
      by: 'a',
      why: '新写',
    },
    { number: 2, content: { ...ENTRY, unit: 'water-supply', title: '水表冻裂怎么办' }, at: NOW, by: 'a' },
  ],
  live: 2,
  tasks: [{ id: 'c1', kind: 'correction', at: NOW, due: NOW, account: 'somebody', text: '错了' }],
  events: [{ type: 'published', at: NOW, by: 'a', version: 2, commandId: 'x' }],
}
const taken = lifeOfItem(items[0]!, city)
const TAKEN: Life = {
  ...taken,
  versions: [
    ...taken.versions,
    { number: 2, content: { ...taken.versions[0]!.content, shortAnswer: '改过的简答。' }, at: NOW },
  ],
  live: 2,
}
const BASE: ImportBase = {
  city,
  items,
  lives: [PIPE, TAKEN],
  imported: [KITE],
  elsewhere: new Set(['fuzhous']),
}
const EMPTY: ImportBase = { city, items, lives: [], imported: [], elsewhere: new Set() }

const plan = async (content: string, base = BASE, mayRestore = false) => {
  const file = await readImportFile('yantai', Buffer.from(content))
  if (typeof file === 'string') throw new Error(file)
  return planImport(file, base, content, { mayRestore, now: NOW })
}
const lines = (...values: object[]) => values.map((value) => JSON.stringify(value)).join('\n')
const exported = (base: ImportBase, history = false) =>
  readBase(
    {
      items: base.items,
      lives: { all: () => Promise.resolve(base.lives) },
      imports: { all: () => Promise.resolve(base.imported.map((text) => ({ ...text, city: 'yantai' }))) },
    },
    city,
    { history },
  )

test('added, changed with what changes, unchanged, refused', async () => {
  const { lines: planned, refused } = await plan(
    lines(
      { ...KITE, body: '滨海广场。\n机场附近不行。' },
      { id: 'bees', title: '怎么养蜂', body: '去备案。' },
      { id: items[1]!.id, title: '别的', body: '别的' },
      { id: PIPE.id, title: '别的', body: '别的' },
      { id: 'fuzhous', title: '别的', body: '别的' },
      { id: 'where', title: '哪儿', body: '别的', districts: ['芝罘区', '海淀区'] },
    ),
  )
  expect(planned).toMatchObject([
    {
      line: 1,
      outcome: 'changed',
      changes: [
        {
          field: 'sections',
          lines: expect.arrayContaining([{ mark: 'new', text: '机场附近不行。' }]) as unknown,
        },
      ],
    },
    { line: 2, outcome: 'added', changes: [] },
  ])
  expect(refused.map(({ line, problem }) => [line, inEnglish(problem)])).toEqual([
    [3, `"${items[1]!.id}" is an entry of the city’s files`],
    [4, '"yantai-pipe" is kept by its unit at the desk'],
    [5, '"fuzhous" belongs to another city'],
    [6, 'districts: there is no district "海淀区"'],
  ])
})

test('districts are named by name or id; the whole city is none of them', async () => {
  const { id, name } = city.districts[0]!
  const { texts } = await plan(
    lines(
      { id: 'a', body: '甲', districts: [name] },
      { id: 'b', body: '甲', districts: [id] },
      { id: 'c', body: '甲', districts: ['全市'] },
    ),
  )
  expect(texts.map(({ districts }) => districts)).toEqual([[id], [id], undefined])
})

test('the same question is pointed out: of the base in other words, of a unit, and twice in the file', async () => {
  const { lines: planned } = await plan(
    lines(
      { id: 'a', title: '请问，放风筝去哪呢？', body: '甲' },
      { id: 'b', title: '水表冻裂怎么办？', body: '甲' },
      { id: 'c', title: '全新的问题', body: '甲' },
      { id: 'd', title: '全新的 问题！', body: '甲' },
      { id: 'kite', title: '哪里可以放风筝', body: '甲', similar: ['放风筝去哪'] },
    ),
  )
  expect(planned.map(({ sameAs }) => sameAs?.id)).toEqual(['kite', 'yantai-pipe', undefined, 'c', undefined])
})

test('of lines with the same id the last one counts', async () => {
  const {
    lines: planned,
    refused,
    texts,
  } = await plan(lines({ id: 'a', body: '一' }, { id: 'a', body: '二' }))
  expect(texts).toMatchObject([{ body: '二' }])
  expect([planned.length, refused]).toEqual([1, [{ line: 1, problem: { code: 'repeated', what: '2' } }]])
})

test('the digest is of the file and of what it meets there', async () => {
  const file = lines({ ...KITE, body: '别的' })
  const { digest } = await plan(file)
  expect((await plan(file)).digest).toBe(digest)
  expect((await plan(`${file}\n`)).digest).not.toBe(digest)
  expect((await plan(file, { ...BASE, imported: [{ ...KITE, body: '又改了' }] })).digest).not.toBe(digest)
  // What has nothing to do with the file may change.
  expect((await plan(file, { ...BASE, imported: [KITE, { ...KITE, id: 'other' }] })).digest).toBe(digest)
})

test('what was exported changes nothing where it came from, as lines and as a table', async () => {
  for (const content of [
    asLines(await exported(BASE)),
    asLines(await exported(BASE, true), { history: true }),
    asTable(city, await exported(BASE)),
  ])
    expect([(await plan(content)).refused, countsOf(await plan(content))]).toEqual([
      [],
      { added: 0, changed: 0, unchanged: items.length + 2, refused: 0 },
    ])
})

test.each([
  ['as it is', false],
  ['with its history', true],
])('an export makes an equal base of an empty one, %s', async (_what, history) => {
  const file = asLines(await exported(BASE, history), { history })
  const done = await plan(file, EMPTY, true)
  expect(countsOf(done)).toEqual({ added: 2, changed: 1, unchanged: items.length - 1, refused: 0 })
  const again: ImportBase = { ...EMPTY, lives: done.lives, imported: done.texts }
  const sorted = (text: string) => text.split('\n').sort()
  expect(sorted(asLines(await exported(again, history), { history }))).toEqual(sorted(file))
  expect(countsOf(await plan(file, again, true))).toMatchObject({ added: 0, changed: 0, refused: 0 })
  // Who reported an error, and what is still being written, stay where they are.
  expect(file).not.toContain('somebody')
  expect(done.lives.flatMap(({ tasks }) => tasks)).toEqual([])
})

test('at the desk nobody puts entries of units back, nor over those of files', async () => {
  const { refused } = await plan(asLines(await exported(BASE)), EMPTY)
  expect(refused.map(({ problem }) => problem.code)).toEqual(['whole-entry', 'whole-entry'])
})

test('an older entry of files stays the present one, also for operators', async () => {
  const [first] = asLines(await exported(EMPTY)).split('\n')
  const older = JSON.parse(first!) as { entry: { shortAnswer: string } }
  older.entry.shortAnswer = '以前的简答。'
  expect((await plan(JSON.stringify(older), EMPTY, true)).refused).toMatchObject([
    { problem: { code: 'of-files' } },
  ])
})

test('a withdrawn entry is put back as such', async () => {
  const base = { ...BASE, lives: [{ ...TAKEN, live: undefined }] }
  const file = asLines(await exported(base, true), { history: true })
  const { lives } = await plan(file, EMPTY, true)
  expect(lives).toMatchObject([{ id: TAKEN.id, live: undefined, versions: [{}, {}] }])
  expect(countsOf(await plan(file, { ...EMPTY, lives }, true))).toMatchObject({
    added: 1,
    changed: 0,
    refused: 0,
  })
})
