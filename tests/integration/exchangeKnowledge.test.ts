/** 共建共享: a unit's system pushes entries; they go the way of what people write, and touch nobody else's. */
import {
  exchangePushKnowledge,
  getKnowledgeDesk,
  listKnowledgeDesk,
  type PushedLineResult,
  searchKnowledge,
} from '@jiesu/shared-types'
import { startDepartmentsMock } from '../../mock/departments/src/testing'
import { asSystem, CITY_MANAGEMENT, MARKET, WATER } from '../support/exchange'
import { knowledgeDeeds, PIPE_ENTRY } from '../support/knowledge'
import { type As, startPortal, type TestPortal } from '../support/portal'

jest.setTimeout(60_000)

const { unit: _unit, phrasings: _phrasings, links: _links, related: _related, ...ENTRY } = PIPE_ENTRY
const water = asSystem(WATER)

let portal: TestPortal
let act: ReturnType<typeof knowledgeDeeds>
let editor: As
let manager: As
let reviewer: As
beforeAll(async () => {
  portal = await startPortal('2026-11-23T09:00:00+08:00', {
    settings: { EXCHANGE_DEMO_URL: 'http://127.0.0.1:1' },
  })
  act = knowledgeDeeds(portal)
  editor = await portal.staff('yantai-water-supply-editor')
  manager = await portal.staff('yantai-water-supply-manager')
  reviewer = await portal.staff('yantai-knowledge-reviewer')
})
afterAll(() => portal.stop())

const push = async (lines: readonly unknown[], as = water): Promise<PushedLineResult[]> =>
  (await portal.call(exchangePushKnowledge, { body: { lines: [...lines] } }, as)).results
const pushOne = async (line: unknown, as = water): Promise<PushedLineResult> => (await push([line], as))[0]!

test('lines are judged one by one: added, refused with the field, doubtful; again they change nothing', async () => {
  const lines = [
    { id: 'K-1', entry: ENTRY, why: '新写' },
    { id: 'K-2', entry: { ...ENTRY, shortAnswer: '', phones: [{ name: '假号', number: '99999' }] } },
    { id: 'K-3', entry: { ...ENTRY, title: 7 } },
    { id: 'K-4', entry: { ...ENTRY, unit: 'ecology' } },
    { id: 'K-5' },
    'no line',
    { entry: ENTRY },
  ]
  const results = await push(lines)
  expect(results).toMatchObject([
    {
      id: 'K-1',
      entry: expect.stringMatching(/^yantai-[0-9a-f]{12}$/) as string,
      result: 'added',
      stage: 'unit-review',
      live: false,
      findings: [{ field: 'phrasings' }],
    },
    {
      id: 'K-2',
      result: 'refused',
      code: 'findings',
      fields: [{ path: '/entry/shortAnswer' }, { path: '/entry/phones' }],
    },
    { id: 'K-3', result: 'refused', code: 'invalid', fields: [{ path: '/entry/title' }] },
    { id: 'K-4', result: 'refused', code: 'not-yours' },
    { id: 'K-5', result: 'refused', code: 'invalid', fields: [{ path: '/entry' }] },
    { id: null, result: 'refused', code: 'invalid' },
    { id: null, result: 'refused', code: 'invalid', fields: [{ path: '/id' }] },
  ])
  const again = await push(lines)
  expect(again.map(({ result }) => result)).toEqual(['unchanged', ...Array<string>(6).fill('refused')])
  expect(again[0]?.entry).toBe(results[0]?.entry)
  const { versions, events } = await act.open(results[0]!.entry!, editor)
  expect([versions, events.map(({ type }) => type)]).toEqual([[], ['submitted', 'edited']])
})

test('it is found by people once the unit’s manager and the hotline have approved, and not before', async () => {
  const line = {
    id: 'K-6',
    entry: { ...ENTRY, title: '水压太低怎么办', shortAnswer: '先看是不是检修降压。' },
  }
  const { entry = '' } = await pushOne(line)
  const found = async () =>
    (await portal.call(searchKnowledge, { query: { city: 'yantai', q: '水压太低' } })).hits.map(
      ({ id }) => id,
    )
  expect(await found()).not.toContain(entry)
  expect(
    (await portal.call(listKnowledgeDesk, { query: {} }, manager)).entries.map(({ id }) => id),
  ).toContain(entry)
  await act.move(entry, manager, 'approve')
  await act.move(entry, reviewer, 'approve')
  expect(await found()).toContain(entry)
  expect(await pushOne(line)).toMatchObject({ result: 'unchanged', stage: 'none', live: true })
})

test('an entry of the city’s files is named by its id; another unit’s, another city’s is not the system’s', async () => {
  const { content } = await act.open('yantai-garbage', await portal.staff('yantai-urban-management-editor'))
  const changed = { ...content, shortAnswer: '请按分类投放；没有人清运的，拨打 12345。' }
  expect(await pushOne({ id: 'yantai-garbage', entry: changed }, asSystem(CITY_MANAGEMENT))).toMatchObject({
    entry: 'yantai-garbage',
    result: 'changed',
    stage: 'unit-review',
    live: true,
  })
  expect(await pushOne({ id: 'yantai-garbage', entry: ENTRY })).toMatchObject({ code: 'not-yours' })
  const theirs = await push([
    { id: 'yantai-what-is-12345', entry: ENTRY },
    { id: 'yantai-what-is-12345', withdraw: true, why: '试试' },
  ])
  expect(theirs).toMatchObject([
    { result: 'refused', code: 'not-yours' },
    { result: 'refused', code: 'not-yours' },
  ])
  expect(JSON.stringify(theirs)).not.toContain('"stage"')
  // In another city the same id is a name of the other system's own.
  const elsewhere = await pushOne({ id: 'yantai-garbage', entry: ENTRY }, asSystem(MARKET))
  expect(elsewhere.entry).not.toBe('yantai-garbage')
})

test('what a person is writing is not overwritten; what the manager returned is said', async () => {
  const line = (title: string) => ({ id: 'K-7', entry: { ...ENTRY, title } })
  const { entry = '' } = await pushOne(line('水质发黄怎么办'))
  await act.move(entry, manager, 'return', { why: '请写明原因' })
  expect(await pushOne(line('水质发黄怎么办'))).toMatchObject({
    result: 'unchanged',
    stage: 'draft',
    returned: '请写明原因',
  })
  await act.edit(entry, { title: '水质发黄怎么办（人工修改）' }, editor)
  expect(await pushOne(line('水质发黄怎么办，推送'))).toMatchObject({
    result: 'refused',
    code: 'being-edited',
    stage: 'draft',
  })
  const { content } = await portal.call(getKnowledgeDesk, { params: { id: entry } }, editor)
  expect(content.title).toBe('水质发黄怎么办（人工修改）')
})

test('a line may ask for a withdrawal: the hotline decides, once for a version', async () => {
  const { entry = '' } = await pushOne({ id: 'K-8', entry: { ...ENTRY, title: '旧的收费标准' } })
  const withdraw = { id: 'K-8', withdraw: true, why: '文件已废止' }
  expect(await pushOne(withdraw)).toMatchObject({ result: 'refused', code: 'not-public' })
  await act.move(entry, manager, 'approve')
  await act.move(entry, reviewer, 'approve')
  expect(await pushOne(withdraw)).toMatchObject({ result: 'changed', live: true })
  expect(await pushOne(withdraw)).toMatchObject({ result: 'unchanged', live: true })
  const { tasks } = await act.open(entry, reviewer)
  expect(tasks).toMatchObject([{ kind: 'correction', text: '责任单位的业务系统申请下架：文件已废止' }])
  await act.move(entry, reviewer, 'withdraw', { why: '文件已废止' })
  expect(await pushOne(withdraw)).toMatchObject({ result: 'unchanged', live: false })
  expect(await pushOne({ id: 'never-there', withdraw: true, why: '无' })).toMatchObject({
    result: 'unchanged',
  })
  expect(await pushOne({ id: 'K-8', withdraw: true })).toMatchObject({ fields: [{ path: '/why' }] })
})

test('the demo’s systems push what they keep; the unfinished line alone is refused', async () => {
  const departments = await startDepartmentsMock()
  const ask = async () => {
    const answer = await fetch(`${departments.url}/_mock/knowledge`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ portal: portal.url }),
    })
    const said = (await answer.json()) as Record<string, { results: PushedLineResult[] }>
    return Object.values(said).flatMap(({ results }) => results.map(({ result }) => result))
  }
  expect(await ask()).toEqual(['added', 'refused', 'added'])
  expect(await ask()).toEqual(['unchanged', 'refused', 'unchanged'])
  await departments.stop()
})

test('a hundred lines at most, the same entry ten times at once is one entry', async () => {
  const many = Array.from({ length: 101 }, (_, i) => ({ id: `M-${String(i)}`, entry: ENTRY }))
  expect(await portal.refused(exchangePushKnowledge, { body: { lines: many } }, water)).toMatchObject({
    status: 422,
    fields: [{ path: '/lines' }],
  })
  const line = { id: 'K-9', entry: { ...ENTRY, title: '同时推送' } }
  const all = await Promise.all(Array.from({ length: 10 }, () => pushOne(line)))
  expect(all.map(({ result }) => result).sort()).toEqual(['added', ...Array<string>(9).fill('unchanged')])
  const { events } = await act.open(all[0]!.entry!, editor)
  expect(events).toHaveLength(2)
})
