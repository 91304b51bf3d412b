/** 评价与重办: what a rating leads to, how often, until when. */
import { listDeskOrders, orderRedo, rateOrder } from '@jiesu/shared-types'
import { leakingMain } from '../support/appeals'
import { deeds, type Submitted } from '../support/deeds'
import { handlerOf } from '../support/handlerOf'
import { type As, commandId, startPortal, type TestPortal } from '../support/portal'

jest.setTimeout(60_000)

let portal: TestPortal
let operator: As
let act: ReturnType<typeof deeds>
beforeAll(async () => {
  portal = await startPortal('2026-11-23T09:00:00+08:00')
  operator = await portal.staff('yantai-operator')
  act = deeds(portal)
})
beforeEach(() => {
  portal.now = new Date('2026-11-23T09:00:00+08:00')
})
afterAll(() => portal.stop())

const replied = async (): Promise<Submitted & { unit: As }> => {
  const order = await act.submit(leakingMain())
  const unit = await portal.staff(await handlerOf(portal, order.number))
  await act.receive(order.number, unit)
  await act.reply(order.number, unit)
  return { ...order, unit }
}

const unsolved = {
  solved: 'unsolved',
  satisfaction: 'dissatisfied',
  reason: '还在漏水',
  asksRedo: true,
} as const

test('unsolved again and again: rounds as many as the city allows, then a person decides', async () => {
  const { number, own, unit, receipt } = await replied()
  const { maxRounds } = receipt.order
  expect(maxRounds).toBe(3)
  for (let round = 2; round <= maxRounds; round++) {
    const redone = await act.rate(number, own, unsolved)
    expect(redone).toMatchObject({ status: 'handling', round, allowed: ['withdraw', 'supplement', 'remind'] })
    // Each round has limits of its own.
    expect(redone.milestones.filter((m) => m.round === round).map((m) => m.state)).toEqual(['running'])
    await act.reply(number, unit)
  }
  const reviewed = await act.rate(number, own, unsolved)
  expect(reviewed).toMatchObject({ status: 'redo-review', round: maxRounds, allowed: ['remind'] })
  // Whoever handles it sees that it is being looked at, but not how it was rated.
  const seen = await act.open(number, unit)
  expect(seen.status).toBe('redo-review')
  expect(seen.rating).toBeUndefined()
  expect(seen.timeline.some((entry) => entry.type === 'rated')).toBe(false)

  // The rounds are used up: a supervisor knows, and alone may order one more.
  const supervisor = await portal.staff('yantai-supervisor')
  const { orders } = await portal.call(listDeskOrders, { query: { queue: 'mine', limit: 100 } }, supervisor)
  expect(orders.map((order) => order.number)).toContain(number)
  const refused = await act.refuse(orderRedo, number, operator, { reason: '现场仍有渗漏，请继续办理。' })
  expect(refused.detail).toContain(`最多办理 ${maxRounds} 轮`)
  const again = await act.redo(number, supervisor, '现场仍有渗漏，请继续办理。')
  expect(again).toMatchObject({ status: 'handling', round: maxRounds + 1 })
  await act.reply(number, unit)
  await act.rate(number, own, unsolved)
  expect((await act.open(number, supervisor)).allowed).toEqual(['conclude', 'supervise'])
  const concluded = await act.conclude(number, operator, '已到现场核实，渗漏点已经修好。')
  expect(concluded.status).toBe('concluded')
  const mine = await act.read(number, own)
  expect(mine.timeline[0]).toMatchObject({
    type: 'concluded',
    by: 'operator',
    text: '已到现场核实，渗漏点已经修好。',
  })
  expect(mine.sentence).toContain('经核实')
  // Concluded: now the unit learns from the rating.
  expect((await act.open(number, unit)).rating?.solved).toBe('unsolved')
})

test.each([
  ['solved and satisfied', {}, 'concluded'],
  [
    'solved though dissatisfied: no round for the sake of a number',
    { satisfaction: 'very-dissatisfied' },
    'concluded',
  ],
  ['solved, but asks for more: a person looks', { reason: '还有一处', asksRedo: true }, 'redo-review'],
  ['partly solved', { solved: 'partly', satisfaction: 'fair' }, 'concluded'],
  [
    'partly solved and asks for the rest',
    { solved: 'partly', reason: '还有一处', asksRedo: true },
    'redo-review',
  ],
  ['unsolved without asking', { solved: 'unsolved' }, 'redo-review'],
  ['unsolved and asks', unsolved, 'handling'],
] as const)('%s', async (_what, words, status) => {
  const { number, own } = await replied()
  expect((await act.rate(number, own, words)).status).toBe(status)
})

test('a rating is given once a round; the same one sent again changes nothing', async () => {
  const { number, own } = await replied()
  const body = {
    commandId: commandId(),
    solved: 'solved',
    satisfaction: 'satisfied',
    reason: '',
    asksRedo: false,
  } as const
  const first = await portal.call(rateOrder, { params: { number }, body }, own)
  const second = await portal.call(rateOrder, { params: { number }, body }, own)
  expect(second).toEqual(first)
  const other = { ...body, commandId: commandId(), satisfaction: 'dissatisfied' }
  const problem = await portal.refused(rateOrder, { params: { number }, body: other }, own)
  expect(problem).toMatchObject({ status: 409, code: 'not-allowed-now' })
  expect((await act.read(number, own)).rating?.satisfaction).toBe('satisfied')
})

test('after the window nothing can be rated, also before the clock has concluded the order', async () => {
  const order = await replied()
  const { number } = order
  const until = new Date((await act.read(number, order.own)).ratingOpenUntil ?? '')
  expect(until).toEqual(new Date('2026-12-01T00:00:00+08:00'))
  portal.now = new Date(until.getTime() - 1000)
  const own = await act.lookUp(order)
  portal.now = until
  const body = { commandId: commandId(), solved: 'solved', satisfaction: 'satisfied' }
  const problem = await portal.refused(rateOrder, { params: { number }, body }, own)
  expect(problem.detail).toContain('评价时间已经过了')
  await portal.tick()
  await portal.tick()
  const after = await act.read(number, own)
  expect(after.timeline.filter((entry) => entry.type === 'concluded')).toHaveLength(1)
  expect(after.rating).toBeUndefined()
})

test('asking for a redo without saying what is wrong is refused at that field', async () => {
  const { number, own } = await replied()
  const body = {
    commandId: commandId(),
    solved: 'unsolved',
    satisfaction: 'fair',
    reason: ' ',
    asksRedo: true,
  }
  const problem = await portal.refused(rateOrder, { params: { number }, body }, own)
  expect(problem.fields?.map((field) => field.path)).toEqual(['/reason'])
})

test('an operator cannot order a redo that nobody asked for, nor conclude a reply that can still be rated', async () => {
  const { number } = await replied()
  const problem = await portal.refused(
    orderRedo,
    { params: { number }, body: { commandId: commandId(), reason: '我觉得不行' } },
    operator,
  )
  expect(problem.code).toBe('not-allowed-now')
  await expect(act.conclude(number, operator, '可以办结了吧')).rejects.toThrow('not-allowed-now')
})
