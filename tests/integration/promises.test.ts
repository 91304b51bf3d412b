/** 时限 in real orders: what is promised at acceptance, and what became of it. */
import { previewDeadlines } from '@jiesu/shared-types'
import { appealIn, leakingMain, noWater } from '../support/appeals'
import { deeds } from '../support/deeds'
import { handlerOf } from '../support/handlerOf'
import { type As, startPortal, type TestPortal } from '../support/portal'

jest.setTimeout(60_000)

let portal: TestPortal
let act: ReturnType<typeof deeds>
beforeAll(async () => {
  portal = await startPortal('2026-11-23T09:00:00+08:00')
  act = deeds(portal)
})
afterAll(() => portal.stop())

const at = (time: string) => {
  portal.now = new Date(`2026-11-${time}:00+08:00`)
}
const unitOf = async (number: string): Promise<As> => portal.staff(await handlerOf(portal, number))

test.each([
  ['at the last second', '23T09:30', 'met'],
  ['a minute too late', '23T09:31', 'met-late'],
])('no water: the cause explained within half an hour, %s', async (_what, time, state) => {
  at('23T09:00')
  const { number, receipt, own } = await act.submit(noWater())
  expect(receipt.order.milestones).toMatchObject([
    { type: 'explain', limit: '30 分钟', dueAt: '2026-11-23T09:30:00+08:00', state: 'running' },
    { type: 'finish', limit: '3 个工作日', dueAt: '2026-11-27T00:00:00+08:00', state: 'running' },
  ])
  expect(receipt.order.nextMilestone?.type).toBe('explain')
  const unit = await unitOf(number)
  at('23T09:25')
  expect((await act.read(number, own)).milestones[0]).toMatchObject({
    state: 'due-soon',
    remainingWords: '还剩 5 分钟',
  })
  at(time)
  // Half an hour leaves no time for two steps: the explanation receives the order as well.
  const explained = await act.explain(number, unit, '检修主管道，预计 12 点恢复供水。')
  expect(explained).toMatchObject({ status: 'handling' })
  const mine = await act.read(number, own)
  expect(mine.milestones.map((m) => m.state)).toEqual([state, 'running'])
  expect(mine.nextMilestone?.type).toBe('finish')
  expect(mine.timeline.slice(0, 2).map((entry) => entry.type)).toEqual(['cause-explained', 'received'])
  expect(mine.timeline[0]).toMatchObject({ text: '检修主管道，预计 12 点恢复供水。' })
})

test('当天 late in the evening: the end of that day stays the limit, and the requester reads how long that is', async () => {
  at('23T23:50')
  const gas = leakingMain({
    category: 'safety/gas',
    text: '楼道里堆着好几个液化气瓶，存在安全隐患，请来检查。',
  })
  const length = '“当天”从起算到 24:00 为止（10 分钟）。'
  const preview = await portal.call(previewDeadlines, {
    query: { city: 'yantai', requester: 'citizen', kind: 'help', category: 'safety/gas' },
  })
  expect(preview.milestones[0]?.reason.text).toContain(length)
  const { number, receipt, own } = await act.submit(gas)
  const [first, finish] = receipt.order.milestones
  expect(first).toMatchObject({
    type: 'explain',
    limit: '当天',
    dueWords: '11月23日（周一）24:00',
    remainingWords: '还剩 10 分钟',
    state: 'due-soon',
  })
  expect(first?.reason.text).toContain(length)
  expect(finish?.reason.text).not.toContain('10 分钟')
  at('24T00:00')
  const late = (await act.read(number, own)).milestones[0]
  expect(late).toMatchObject({ state: 'late', dueAt: '2026-11-24T00:00:00+08:00' })
  expect(late?.reason.text).toContain(length)
})

test('a reply after the last day is met late, and says so for ever', async () => {
  at('23T09:00')
  const order = await act.submit(noWater())
  const account = await handlerOf(portal, order.number)
  await act.explain(order.number, await portal.staff(account), '检修主管道，预计 12 点恢复供水。')
  at('27T00:00')
  const late = await act.read(order.number, await act.lookUp(order))
  expect(late.milestones[1]).toMatchObject({
    state: 'late',
    remainingWords: expect.stringMatching(/^已超时/) as string,
  })
  expect(late.sentence).toContain('已经超时')
  at('27T09:00')
  await act.reply(order.number, await portal.staff(account))
  const replied = await act.read(order.number, await act.lookUp(order))
  expect(replied.milestones.map((m) => m.state)).toEqual(['met', 'met-late'])
})

test.each([
  ['yantai', 'citizen', 5, '2026-12-01T00:00:00+08:00', true],
  ['yantai', 'enterprise', 15, '2026-12-15T00:00:00+08:00', true],
  ['fuzhou', 'citizen', 10, '2026-12-08T00:00:00+08:00', false],
  ['fuzhou', 'enterprise', 10, '2026-12-08T00:00:00+08:00', false],
] as const)('%s, %s: %i working days', async (city, requester, amount, dueAt, stated) => {
  at('23T09:00')
  const enterprise = requester === 'enterprise' ? { enterprise: { name: '示范商贸有限公司' } } : {}
  const { receipt } = await act.submit(appealIn(city, { requester, ...enterprise }))
  expect(receipt.order.milestones).toMatchObject([
    { type: 'finish', unit: 'working-days', amount, dueAt, reason: { statedByDocument: stated } },
  ])
})

test('the promise stays as it was made, whatever the time of looking', async () => {
  at('23T09:00')
  const order = await act.submit(leakingMain())
  const promised = order.receipt.order.milestones.map(({ dueAt, startAt, reason }) => ({
    dueAt,
    startAt,
    reason,
  }))
  at('30T23:00')
  const later = await act.read(order.number, await act.lookUp(order))
  expect(later.milestones.map(({ dueAt, startAt, reason }) => ({ dueAt, startAt, reason }))).toEqual(promised)
})
