/** A base moves to another machine: what an export with its history says, an empty base says afterwards. */
import { type As, startPortal, type TestPortal } from '../support/portal'
import { exportKnowledgeLines, getKnowledge, getKnowledgeDesk } from '@jiesu/shared-types'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { jiesu } from '../support/jiesu'
import { knowledgeDeeds, PIPE_ENTRY } from '../support/knowledge'

jest.setTimeout(120_000)

let from: TestPortal
let to: TestPortal
let folder: string
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'jiesu-move-'))
  from = await startPortal('2026-11-23T09:00:00+08:00')
  to = await startPortal('2026-11-24T09:00:00+08:00')
})
afterAll(async () => {
  await from.stop()
  await to.stop()
  rmSync(folder, { recursive: true, force: true })
})

const run = (portal: TestPortal, ...args: string[]) =>
  jiesu(['knowledge', ...args], { env: { MONGODB_URI: portal.database.uri, JIESU_DATA: folder } })

const publish = async (portal: TestPortal, id: string, editor: As, unit: string): Promise<void> => {
  const act = knowledgeDeeds(portal)
  await act.move(id, editor, 'submit', { why: '改好了' })
  await act.move(id, await portal.staff(`yantai-${unit}-manager`), 'approve')
  await act.move(id, await portal.staff('yantai-knowledge-reviewer'), 'approve')
}

test('entries of units with their versions, those that they took from files, and imported texts', async () => {
  const act = knowledgeDeeds(from)
  const writer = await from.staff('yantai-water-supply-editor')
  const { id } = await act.draft(PIPE_ENTRY, writer)
  await publish(from, id, writer, 'water-supply')
  await act.edit(id, { title: '水表冻裂以后怎么办' }, writer)
  await publish(from, id, writer, 'water-supply')
  const keeper = await from.staff('yantai-urban-management-editor')
  await act.edit('yantai-garbage', { shortAnswer: '请分类投放；没有人清运的，拨打 12345。' }, keeper)
  await publish(from, 'yantai-garbage', keeper, 'urban-management')
  const texts = join(folder, 'texts.jsonl')
  writeFileSync(texts, JSON.stringify({ id: 'kite', title: '哪里可以放风筝', body: '滨海广场。' }))
  expect((await run(from, 'import', '--city', 'yantai', texts)).stdout).toContain('1 added')

  const file = join(folder, 'all.jsonl')
  expect((await run(from, 'export', '--city', 'yantai', '--history', '--out', file)).code).toBe(0)
  const moved = await run(to, 'import', '--city', 'yantai', file)
  expect(moved).toMatchObject({ code: 0, stderr: '' })
  expect(moved.stdout).toMatch(/^yantai: 2 added, 1 changed, \d+ unchanged, 0 not imported\n$/)
  expect((await run(to, 'import', '--city', 'yantai', file)).stdout).toContain(' 0 added, 0 changed,')

  for (const portal of [from, to]) portal.now = new Date(portal.now.getTime() + 1000)
  for (const entry of [id, 'yantai-garbage', 'kite'])
    expect(await to.call(getKnowledge, { params: { id: entry } })).toEqual(
      await from.call(getKnowledge, { params: { id: entry } }),
    )
  const desk = async (portal: TestPortal) =>
    portal.call(getKnowledgeDesk, { params: { id } }, await portal.staff('yantai-knowledge-reviewer'))
  expect((await desk(to)).versions).toEqual((await desk(from)).versions)
  const lines = async (portal: TestPortal) =>
    (await portal.call(exportKnowledgeLines, {}, await portal.staff('yantai-knowledge-reviewer')))
      .split('\n')
      .sort()
  expect(await lines(to)).toEqual(await lines(from))
})
