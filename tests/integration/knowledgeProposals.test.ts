/** What people ask in vain becomes a proposal, an entry, and an answer; what is one person's is never kept in words. */
import {
  answerDirectly,
  countKnowledgeSearch,
  exportBoard,
  getBoard,
  listKnowledgeProposals,
  moveKnowledgeProposal,
  searchKnowledge,
} from '@jiesu/shared-types'
import { parkedCars } from '../support/appeals'
import { deeds } from '../support/deeds'
import { knowledgeDeeds, PIPE_ENTRY } from '../support/knowledge'
import { type As, commandId, startPortal, type TestPortal } from '../support/portal'

jest.setTimeout(60_000)

const START = '2026-11-23T09:00:00+08:00'
let portal: TestPortal
let does: ReturnType<typeof knowledgeDeeds>
let editor: As
let manager: As
let reviewer: As
let supervisor: As
const signIn = async () => {
  editor = await portal.staff('yantai-water-supply-editor')
  manager = await portal.staff('yantai-water-supply-manager')
  reviewer = await portal.staff('yantai-knowledge-reviewer')
  supervisor = await portal.staff('yantai-supervisor')
}
beforeEach(async () => {
  portal = await startPortal(START, { settings: { JIESU_TRUST_PROXY: '1' } })
  does = knowledgeDeeds(portal)
  await signIn()
})
afterEach(() => portal.stop())

const ask = async (q: string, from: number, outcome: 'asked' | 'unsolved' = 'asked') => {
  const body = { city: 'yantai', q, outcome }
  const headers = { 'x-forwarded-for': `198.51.100.${from}` }
  const answer = await portal.send('POST', countKnowledgeSearch.path, body, headers)
  expect(answer.status).toBe(204)
}
const askedByThree = async (q: string) => {
  for (const from of [11, 12, 13]) await ask(q, from)
}
const proposals = async (as: As) => (await portal.call(listKnowledgeProposals, {}, as)).proposals
const move = (
  id: string,
  as: As,
  body: { action: 'begin' | 'add-phrasing' | 'assign' | 'dismiss' } & Record<string, string>,
) => portal.call(moveKnowledgeProposal, { params: { id }, body: { commandId: commandId(), ...body } }, as)
/** Everything that the database holds, to look for what must not be there. */
const stored = async (): Promise<string> => {
  const { db } = portal.connection
  const collections = (await db?.collections()) ?? []
  const all = await Promise.all(collections.map((one) => one.find().toArray()))
  return JSON.stringify(all)
}
const publish = async (id: string) => {
  await does.move(id, editor, 'submit', { why: '群众常问' })
  await does.move(id, manager, 'approve')
  await does.move(id, reviewer, 'approve')
}

test('three askers make a proposal of a question, the unit an entry, and the same words then find it', async () => {
  await ask('水箱冻裂了怎么办', 11)
  await ask('水箱冻裂了怎么办', 11)
  await ask('请问冻裂的水箱', 12)
  expect(await proposals(reviewer)).toEqual([])
  // Nothing to read of what fewer have asked, in any words.
  expect(await stored()).not.toContain('冻裂')
  await ask('水箱冻裂', 13)
  await ask('水箱冻裂了怎么办', 14)
  const [proposal, ...others] = await proposals(editor)
  expect(others).toEqual([])
  expect(proposal).toMatchObject({
    kind: 'question',
    words: '水箱冻裂',
    otherWords: ['水箱冻裂了怎么办'],
    askers: 4,
    times: 5,
    since: '2026-11-23',
    last: '2026-11-23',
    actions: ['begin', 'add-phrasing'],
  })
  const kept = await stored()
  expect(portal.log.join('\n')).not.toContain('冻裂')
  for (const from of [11, 12, 13, 14]) expect(kept).not.toContain(`198.51.100.${from}`)

  const { id } = proposal!
  const { entry = '' } = await move(id, editor, { action: 'begin' })
  const draft = await does.open(entry, editor)
  expect(draft).toMatchObject({
    stage: 'draft',
    content: { title: '水箱冻裂', phrasings: ['水箱冻裂了怎么办'], unit: 'water-supply' },
    events: [{ type: 'edited', why: '来自知识库建议：至少 4 人问过“水箱冻裂”，没有查到解答' }],
  })
  expect(await proposals(reviewer)).toMatchObject([{ id, entry, actions: ['dismiss'] }])
  await does.edit(entry, PIPE_ENTRY, editor)
  await publish(entry)
  expect(await proposals(reviewer)).toEqual([])
  const { hits } = await portal.call(searchKnowledge, { query: { city: 'yantai', q: '水箱冻裂' } })
  expect(hits[0]?.id).toBe(entry)
  // What has an answer is asked, and proposed no more.
  await askedByThree('水箱冻裂')
  expect(await proposals(reviewer)).toEqual([])
})

test('a phrasing is all that lacks: it is added to the unit’s own entry', async () => {
  const { id: entry } = await does.draft(PIPE_ENTRY, editor)
  await publish(entry)
  await askedByThree('表井结冰')
  await askedByThree('水箱冰坏')
  for (const from of [11, 12, 13]) await ask('水箱冻坏谁出钱', from, 'unsolved')
  const found = await proposals(editor)
  const one = found.find(({ words }) => words === '水箱冻坏谁出钱')
  expect(one).toMatchObject({ actions: ['begin', 'add-phrasing'] })
  expect(one?.nearest[0]).toMatchObject({ id: entry, own: true })
  expect(await move(one!.id, editor, { action: 'add-phrasing', entry })).toEqual({ entry })
  expect((await does.open(entry, editor)).content.phrasings).toEqual([
    ...PIPE_ENTRY.phrasings,
    '水箱冻坏谁出钱',
  ])
  expect((await proposals(editor)).map(({ id, entry: taken }) => id === one?.id && taken)).toContain(entry)
  await publish(entry)
  expect((await proposals(editor)).map(({ words }) => words)).not.toContain('水箱冻坏谁出钱')
  const { hits } = await portal.call(searchKnowledge, { query: { city: 'yantai', q: '社保卡' } })
  const body = { commandId: commandId(), action: 'add-phrasing', entry: hits[0]!.id }
  const other = (await proposals(editor))[0]!
  const refused = await portal.refused(moveKnowledgeProposal, { params: { id: other.id }, body }, editor)
  expect(refused).toMatchObject({ code: 'not-yours' })
})

test('who gives up the draft gives the proposal back', async () => {
  for (const from of [11, 12, 13, 14, 15]) await ask('水箱生锈', from)
  const one = (await proposals(editor)).find(({ words }) => words === '水箱生锈')!
  const { entry = '' } = await move(one.id, editor, { action: 'begin' })
  const now = async () => (await proposals(editor)).find(({ id }) => id === one.id)
  expect(await now()).toMatchObject({ entry })
  await does.move(entry, editor, 'discard')
  expect(await now()).toMatchObject({ actions: one.actions })
  expect(await now()).not.toHaveProperty('entry')
})

test('the hotline gives it to a unit, or dismisses it for good', async () => {
  await askedByThree('宠物狗上牌')
  const [{ id } = { id: '' }] = await proposals(reviewer)
  const stranger = await portal.staff('yantai-ecology-editor')
  await move(id, reviewer, { action: 'assign', unit: 'water-supply' })
  expect(await proposals(stranger)).toEqual([])
  expect(await proposals(editor)).toMatchObject([
    { assigned: true, unit: 'water-supply', actions: ['begin', 'add-phrasing', 'dismiss'] },
  ])
  expect(await proposals(supervisor)).toMatchObject([{ actions: [] }])
  const bare = { params: { id }, body: { commandId: commandId(), action: 'dismiss' } }
  expect(await portal.refused(moveKnowledgeProposal, bare, editor)).toMatchObject({ code: 'invalid-input' })
  await move(id, editor, { action: 'dismiss', why: '不属于热线受理范围' })
  await askedByThree('宠物狗怎么上牌')
  expect(await proposals(reviewer)).toEqual([])
  expect(await portal.refused(moveKnowledgeProposal, bare, reviewer)).toMatchObject({ code: 'not-found' })
})

test('who was slower is told so; the same command twice acts once', async () => {
  await askedByThree('水箱冻裂')
  const [{ id } = { id: '' }] = await proposals(editor)
  const begin = { params: { id }, body: { commandId: commandId(), action: 'begin' as const } }
  const once = await portal.call(moveKnowledgeProposal, begin, editor)
  expect(await portal.call(moveKnowledgeProposal, begin, editor)).toEqual(once)
  const late = { params: { id }, body: { commandId: commandId(), action: 'begin' } }
  expect(await portal.refused(moveKnowledgeProposal, late, editor)).toMatchObject({ code: 'moved-on' })
})

test.each([
  ['one with an answer', '家里停水了怎么办'],
  ['a telephone number', '13800000000欠费'],
  ['an address', '示范路1号停水通知'],
  ['a story', '我家住在学校旁边的老小区里每天晚上十点以后楼下都有人打球喊叫影响休息怎么处理才好'],
])('%s is never proposed', async (_what, q) => {
  await askedByThree(q)
  expect(await proposals(reviewer)).toEqual([])
  expect(await stored()).not.toContain(q)
})

test('what nobody has asked for long is no proposal any more, and strangers see none', async () => {
  await askedByThree('水箱冻裂')
  expect(await proposals(reviewer)).toHaveLength(1)
  portal.now = new Date('2027-02-22T09:00:00+08:00')
  await signIn()
  expect(await proposals(reviewer)).toEqual([])
  const operator = await portal.staff('yantai-operator')
  expect(await portal.refused(listKnowledgeProposals, {}, operator)).toMatchObject({ code: 'not-yours' })
})

test('what the hotline answers itself again and again is proposed by its category, without anybody’s words', async () => {
  const act = deeds(portal)
  const operator = await portal.staff('yantai-operator')
  const publicReply = '王女士，您好！夜间可以停在公共停车场，免费。您登记的 13800000000 已记录。'
  const numbers: string[] = []
  const answer = async (confidentiality: 'open' | 'confidential') => {
    const { number } = await act.submit(parkedCars({ kind: 'consult', confidentiality }))
    await act.take(answerDirectly, number, operator, { publicReply })
    numbers.unshift(number)
  }
  await answer('confidential')
  await answer('open')
  await answer('open')
  expect(await proposals(reviewer)).toEqual([])
  await answer('open')
  const [proposal] = await proposals(reviewer)
  expect(proposal).toMatchObject({
    kind: 'orders',
    words: '停车难与乱停车',
    askers: 3,
    replies: ['夜间可以停在公共停车场，免费。'],
    orders: [],
    actions: ['assign', 'dismiss'],
  })
  const [forSupervisor] = await proposals(supervisor)
  expect([...(forSupervisor?.orders ?? [])].sort()).toEqual(numbers.slice(0, 3).sort())
  const { id } = proposal!
  await move(id, reviewer, { action: 'assign', unit: 'water-supply' })
  const { entry = '' } = await move(id, editor, { action: 'begin' })
  expect((await does.open(entry, editor)).content.sections).toMatchObject([
    { text: '夜间可以停在公共停车场，免费。' },
  ])
  await does.edit(entry, { ...PIPE_ENTRY, title: '夜间停车在哪里' }, editor)
  portal.now = new Date('2026-11-23T10:00:00+08:00')
  await publish(entry)
  expect(await proposals(reviewer)).toEqual([])
  // Two more are not enough to ask again.
  portal.now = new Date('2026-11-23T11:00:00+08:00')
  await answer('open')
  await answer('open')
  expect(await proposals(reviewer)).toEqual([])
})

test('the board counts what is asked, and what of it found nothing', async () => {
  const period = { query: { from: '2026-11-23', to: '2026-11-23' } }
  const asking = async (as: As) => (await portal.call(getBoard, period, as)).asking
  expect(await asking(supervisor)).toEqual({ unanswered: { part: 0, of: 0 }, proposals: [] })
  await askedByThree('水箱冻裂')
  await ask('家里停水了怎么办', 11)
  expect(await asking(supervisor)).toEqual({
    unanswered: { part: 3, of: 4, percent: 75 },
    proposals: [{ words: '水箱冻裂', kind: 'question', askers: 3 }],
  })
  const csv = await portal.call(exportBoard, period, supervisor)
  expect(csv).toContain('知识库查询,没有查到,查询次数,没有查到（%）\r\n,3,4,75\r\n')
  portal.now = new Date('2026-11-24T09:00:00+08:00')
  await signIn()
  expect((await asking(supervisor))?.unanswered.of).toBe(4)
})
