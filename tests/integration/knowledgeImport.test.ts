/** Files into the knowledge at the desk, and the knowledge into files: who may, and that what was seen is what happens. */
import {
  exportKnowledgeLines,
  exportKnowledgeTable,
  getKnowledge,
  getKnowledgeChoices,
  importKnowledge,
  type KnowledgeImportPreview,
  listKnowledgeDesk,
  previewKnowledgeImport,
  type Problem,
  reportKnowledgeError,
  searchKnowledge,
} from '@jiesu/shared-types'
import { asWorkbook } from '../../portal-api/src/platform/tables/writeWorkbook'
import { knowledgeDeeds, PIPE_ENTRY } from '../support/knowledge'
import { upload } from '../support/photos'
import { type Answer, type As, commandId, startPortal, type TestPortal } from '../support/portal'

jest.setTimeout(60_000)

let portal: TestPortal
let reviewer: As
beforeAll(async () => {
  portal = await startPortal('2026-11-23T09:00:00+08:00')
  reviewer = await portal.staff('yantai-knowledge-reviewer')
})
afterAll(() => portal.stop())

const bearer = ({ session = '' }: As) => ({ authorization: `Bearer ${session}` })
const look = (content: Buffer, as = reviewer) =>
  portal.send('POST', previewKnowledgeImport.path, upload(content, 'file', '问题.xlsx'), bearer(as))
const run = (content: Buffer, digest: string, as = reviewer) =>
  portal.send('POST', importKnowledge.path.replace('{digest}', digest), upload(content), bearer(as))
const previewOf = async (content: Buffer): Promise<KnowledgeImportPreview> => {
  const answer: Answer<unknown> = await look(content)
  expect(answer.status).toBe(200)
  return answer.body as KnowledgeImportPreview
}
const lines = (...values: object[]): Buffer =>
  Buffer.from(values.map((one) => JSON.stringify(one)).join('\n'))
const find = async (q: string) =>
  (await portal.call(searchKnowledge, { query: { city: 'yantai', q } })).hits.map(({ id }) => id)

test('a workbook is looked at, then imported; nothing is written before', async () => {
  const file = await asWorkbook(
    '常见问题',
    ['常见问题一览'],
    [
      ['编号', '问题', '解答', '核对日期', '点击量'],
      ['sea', '哪里可以赶海', '看潮汐表，注意安全。', '2026年3月1日', 7],
      ['', '放生要不要审批', '向渔业部门报告。', '', 1],
      ['', '', '只有解答', '', ''],
    ],
    [],
  )
  const preview = await previewOf(file)
  expect(preview).toMatchObject({
    counts: { added: 2, changed: 0, unchanged: 0, refused: 1 },
    leftAside: ['点击量'],
    lines: [
      { line: 3, id: 'sea', outcome: 'added' },
      { line: 4, title: '放生要不要审批', answer: '向渔业部门报告。', outcome: 'added' },
    ],
    refused: [{ line: 5, text: '编号和问题至少要填一个。' }],
  })
  expect(await find('哪里可以赶海')).not.toContain('sea')
  const done = await run(file, preview.digest)
  expect(done).toMatchObject({ status: 200, body: { added: 2, changed: 0, unchanged: 0, refused: 1 } })
  portal.now = new Date(portal.now.getTime() + 1000)
  expect((await find('哪里可以赶海'))[0]).toBe('sea')
  expect(await previewOf(file)).toMatchObject({ counts: { added: 0, changed: 0, unchanged: 2 } })
  expect(portal.log.join('\n')).toContain('knowledge imported')
})

test('what changed since the preview stops the import: another file, and another base', async () => {
  const file = lines({ id: 'change', title: '旧的问题', body: '旧的解答。' })
  const { digest } = await previewOf(file)
  const other = await run(lines({ id: 'change', title: '别的', body: '别的' }), digest)
  expect(other).toMatchObject({ status: 409, body: { code: 'moved-on' } })
  // Somebody imports another text of this id meanwhile.
  const theirs = lines({ id: 'change', title: '他人的问题', body: '他人的解答。' })
  await run(theirs, (await previewOf(theirs)).digest)
  const late = await run(file, digest)
  expect(late).toMatchObject({ status: 409, body: { code: 'moved-on' } })
  expect((late.body as Problem).detail).toContain('请重新预览')
  const again = await previewOf(file)
  expect(again.lines).toMatchObject([
    { outcome: 'changed', changes: [{ field: 'title' }, { field: 'sections' }] },
  ])
  expect(await run(file, again.digest)).toMatchObject({ status: 200, body: { changed: 1 } })
})

test('what cannot be read is said in a sentence', async () => {
  for (const [content, said] of [
    [Buffer.from([0xd0, 0xcf, 0x11, 0xe0]), '旧版 Excel'],
    [Buffer.from('甲,乙'), '表头'],
    [Buffer.alloc(0), '空的'],
  ] as const) {
    const answer = await look(content)
    expect(answer).toMatchObject({
      status: 422,
      body: { code: 'invalid-input', fields: [{ path: '/file' }] },
    })
    expect((answer.body as Problem).detail).toContain(said)
  }
  expect(await look(Buffer.alloc(10 * 1024 * 1024 + 1, 'a'))).toMatchObject({
    status: 413,
    body: { code: 'body-too-large', detail: '文件超过 10 MB，请分成几个文件导入。' },
  })
  const send = (body: string | FormData, headers: object = {}) =>
    portal.send('POST', previewKnowledgeImport.path, body, { ...bearer(reviewer), ...headers })
  expect(await send(upload(Buffer.from('a'), 'other'))).toMatchObject({ status: 400 })
  expect(await send('{}', { 'content-type': 'application/json' })).toMatchObject({ status: 415 })
  expect(await send('--x', { 'content-type': 'multipart/form-data; boundary=x' })).toMatchObject({
    status: 400,
  })
})

test('only the reviewer imports; reviewer and managers export, a manager what is the unit’s', async () => {
  const file = lines({ id: 'mine', title: '甲', body: '乙' })
  for (const account of ['yantai-water-supply-editor', 'yantai-water-supply-manager', 'yantai-operator']) {
    const as = await portal.staff(account)
    expect(await look(file, as)).toMatchObject({ status: 403 })
    expect(await run(file, 'x'.repeat(43), as)).toMatchObject({ status: 403 })
  }
  expect((await portal.send('POST', previewKnowledgeImport.path, upload(file))).status).toBe(401)
  const operator = await portal.staff('yantai-operator')
  expect(await portal.refused(exportKnowledgeTable, {}, operator)).toMatchObject({ status: 403 })

  const act = knowledgeDeeds(portal)
  const editor = await portal.staff('yantai-water-supply-editor')
  const manager = await portal.staff('yantai-water-supply-manager')
  const { id } = await act.draft(PIPE_ENTRY, editor)
  const own = () => portal.call(exportKnowledgeLines, {}, manager)
  // What is not public is not exported.
  expect(await own()).not.toContain(id)
  await act.move(id, editor, 'submit', { why: '新写' })
  await act.move(id, manager, 'approve')
  await act.move(id, reviewer, 'approve')
  const units = (await own())
    .trim()
    .split('\n')
    .map((line) => (JSON.parse(line) as { entry: { unit: string } }).entry.unit)
  expect(new Set(units)).toEqual(new Set(['water-supply']))
  expect(await own()).toContain(id)
  const all = await portal.call(exportKnowledgeTable, {}, reviewer)
  expect(all).toMatch(/^编号,问题,/)
  expect(all).toContain(PIPE_ENTRY.title)
  expect(all).toContain('哪里可以赶海')
  expect(portal.log.filter((line) => line.includes('knowledge exported')).join('\n')).toContain(
    '"format":"csv"',
  )
})

test('an entry that a unit has taken up is not changed by a file', async () => {
  const file = lines({ id: 'sea', title: '哪里可以赶海', body: '别的解答。' })
  const act = knowledgeDeeds(portal)
  const { content } = await act.open('sea', reviewer)
  const editor = await portal.staff(`yantai-${content.unit}-editor`)
  await act.edit('sea', { shortAnswer: '看潮汐表。' }, editor)
  expect(await previewOf(file)).toMatchObject({
    counts: { changed: 0, refused: 1 },
    refused: [{ line: 1, text: '这一条已由责任单位在工作台维护，没有导入。' }],
  })
  const entry = await portal.call(getKnowledge, { params: { id: 'sea' } })
  expect(entry.sections[0]?.text).toBe('看潮汐表，注意安全。')
})

test('of a table with questions and answers alone nothing else is claimed', async () => {
  const act = knowledgeDeeds(portal)
  const file = Buffer.from('问题,解答\n海边拾贝要注意什么,看潮汐表。\n')
  const preview = await previewOf(file)
  await run(file, preview.digest)
  portal.now = new Date(portal.now.getTime() + 1000)
  const id = preview.lines[0]!.id
  const facts = { title: '海边拾贝要注意什么', shortAnswer: '看潮汐表。', phones: [], links: [] }
  const read = () => portal.call(getKnowledge, { params: { id } })
  const before = await read()
  expect(before).toMatchObject(facts)
  expect(Object.keys(before)).toEqual(expect.not.arrayContaining(['unitName', 'source', 'checkedOn']))

  // A reader's report makes it an entry of the desk; what nobody knows stays unknown.
  const body = { commandId: commandId(), text: '潮汐表在哪里看，请写明。' }
  await portal.call(reportKnowledgeError, { params: { id }, body })
  expect(await read()).toEqual(before)
  const atDesk = await act.open(id, reviewer)
  expect(atDesk.content).not.toHaveProperty('checkedOn')
  expect(atDesk.content).not.toHaveProperty('unitName')
  expect(atDesk).toMatchObject({
    unitName: '烟台市 12345 政务服务便民热线',
    content: { source: { document: '', item: '' } },
  })
  expect(atDesk.findings).toContainEqual(expect.objectContaining({ code: 'missing-checked-on', must: true }))
  const [opened, broughtIn] = atDesk.events
  expect(opened?.type).toBe('task-opened')
  expect(broughtIn).toMatchObject({ type: 'brought-in', version: 1, at: atDesk.versions[0]!.at })
  // When it was written, by the database's own clock.
  expect(broughtIn!.at > '2026').toBe(true)
})

test('an imported text is found among all entries by its title, and can be withdrawn', async () => {
  const act = knowledgeDeeds(portal)
  const file = lines({ id: 'WX 7', title: '露营地在哪里', body: '见各区市公告。' })
  await run(file, (await previewOf(file)).digest)
  portal.now = new Date(portal.now.getTime() + 1000)
  const listed = async (as: As) =>
    (await portal.call(listKnowledgeDesk, { query: { queue: 'all', q: '露营地' } }, as)).entries
  expect(await listed(reviewer)).toEqual([
    expect.objectContaining({ id: 'WX 7', title: '露营地在哪里', stage: 'none', live: true }),
  ])
  expect(await listed(await portal.staff('yantai-water-supply-editor'))).toEqual([])
  const { topics } = await portal.call(getKnowledgeChoices, {}, reviewer)
  expect(topics).toContainEqual({ id: (await act.open('WX 7', reviewer)).content.topic, name: '更多资料' })

  await act.move('WX 7', reviewer, 'withdraw', { why: '内容过时' })
  expect(await find('露营地在哪里')).not.toContain('WX 7')
  expect((await portal.refused(getKnowledge, { params: { id: 'WX 7' } })).status).toBe(404)
  expect(await listed(reviewer)).toEqual([expect.objectContaining({ id: 'WX 7', live: false })])
})
