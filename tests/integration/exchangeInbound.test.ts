/** 信息共享, posting back: a unit's system receives and replies as the unit's people do, and is refused as they are. */
import {
  exchangeProgress,
  exchangeReceive,
  exchangeReply,
  exchangeTransferIn,
  lookUpOrder,
  receiveOrder,
} from '@jiesu/shared-types'
import { composeOrderNumber } from '@jiesu/shared-types/vocabulary'
import { appealIn, leakingMain, parkedCars } from '../support/appeals'
import { deeds, INTERNAL_ACCOUNT, PUBLIC_REPLY } from '../support/deeds'
import {
  asSystem,
  CITY_MANAGEMENT,
  type ExchangeWorld,
  MARKET,
  startExchange,
  WATER,
} from '../support/exchange'
import { commandId } from '../support/portal'

jest.setTimeout(60_000)

let world: ExchangeWorld
let act: ReturnType<typeof deeds>
const water = asSystem(WATER)
beforeAll(async () => {
  world = await startExchange('2026-11-23T09:00:00+08:00')
  act = deeds(world.portal)
})
afterEach(() => world.departments.setAnswering(null))
afterAll(() => world.stop())

const reply = () => ({
  commandId: commandId(),
  publicReply: PUBLIC_REPLY,
  internalAccount: INTERNAL_ACCOUNT,
})

test('a system receives and replies; people see the unit, the desk its account', async () => {
  const { portal } = world
  const { number, own } = await act.submit(leakingMain())
  const params = { number }
  const received = await portal.call(exchangeReceive, { params, body: { commandId: commandId() } }, water)
  expect(received).toMatchObject({ number, order: { status: 'handling', unit: { id: 'water-supply' } } })
  const replied = await portal.call(exchangeReply, { params, body: reply() }, water)
  expect(replied.order).toMatchObject({ status: 'replied', replies: [{ publicReply: PUBLIC_REPLY }] })
  expect(JSON.stringify(replied)).not.toContain(INTERNAL_ACCOUNT)

  const view = await act.read(number, own)
  expect(view).toMatchObject({ status: 'replied', reply: { text: PUBLIC_REPLY } })
  expect(view.timeline.slice(0, 2)).toMatchObject([
    { type: 'replied', by: 'handler', byWords: expect.stringContaining('承办单位') as string },
    { type: 'received', by: 'handler' },
  ])
  expect(JSON.stringify(view)).not.toContain('system:')
  const desk = await act.open(number, await portal.staff('yantai-water-supply'))
  expect(desk.internalNotes).toMatchObject([{ text: INTERNAL_ACCOUNT }])
  const stored = await portal.connection
    .collection<{ _id: string; events: { type: string; by: object }[] }>('orders')
    .findOne({ _id: number })
  expect(stored?.events.find(({ type }) => type === 'received')?.by).toEqual({
    role: 'handler',
    id: `system:${WATER}`,
    unitId: 'water-supply',
  })
})

test('a command that is sent again happens once, ten times at once too', async () => {
  const { portal } = world
  const { number, own } = await act.submit(leakingMain())
  const params = { number }
  const body = { commandId: commandId() }
  await Promise.all(Array.from({ length: 10 }, () => portal.call(exchangeReceive, { params, body }, water)))
  const answer = reply()
  await portal.call(exchangeReply, { params, body: answer }, water)
  expect((await portal.call(exchangeReply, { params, body: answer }, water)).order.status).toBe('replied')
  expect((await portal.call(exchangeReceive, { params, body }, water)).order.status).toBe('replied')
  const { timeline } = await act.read(number, own)
  expect(timeline.filter(({ type }) => type === 'received')).toHaveLength(1)
  expect(timeline.filter(({ type }) => type === 'replied')).toHaveLength(1)
})

test('the id of a person’s command is not the system’s, nor the other way', async () => {
  const { portal } = world
  const { number } = await act.submit(leakingMain())
  const unit = await portal.staff('yantai-water-supply')
  const body = { commandId: commandId() }
  await portal.call(receiveOrder, { params: { number }, body }, unit)
  const problem = await portal.refused(exchangeReceive, { params: { number }, body }, water)
  expect(problem).toMatchObject({ status: 409, code: 'not-allowed-now' })
})

test('what people are refused, systems are refused: too early, co-unit, over', async () => {
  const { portal } = world
  const { number, own } = await act.submit(leakingMain())
  const params = { number }
  expect(await portal.refused(exchangeReply, { params, body: reply() }, water)).toMatchObject({
    status: 409,
    code: 'not-allowed-now',
  })
  const body = { commandId: commandId() }
  expect(await portal.refused(exchangeReceive, { params, body }, asSystem(CITY_MANAGEMENT))).toMatchObject({
    status: 403,
    code: 'not-yours',
  })
  await act.withdraw(number, own)
  expect(await portal.refused(exchangeReceive, { params, body }, water)).toMatchObject({ status: 409 })
  expect(await portal.refused(exchangeReply, { params, body: { commandId: 'x' } }, water)).toMatchObject({
    status: 422,
    fields: [{ path: '/commandId' }, { path: '/publicReply' }, { path: '/internalAccount' }],
  })
})

test('another unit’s order, another city’s and none at all look the same', async () => {
  const { portal } = world
  const others = await act.submit(leakingMain())
  const nobodys = await act.submit(parkedCars())
  const none = composeOrderNumber('261123', '000001')
  const problems = []
  for (const number of [others.number, nobodys.number, none]) {
    const body = { commandId: commandId() }
    const as = asSystem(MARKET)
    const { instance, ...problem } = await portal.refused(exchangeReceive, { params: { number }, body }, as)
    expect(instance).toContain(number)
    problems.push(problem)
  }
  expect(problems[0]).toMatchObject({ status: 404, code: 'not-found' })
  expect(problems[1]).toEqual(problems[0])
  expect(problems[2]).toEqual(problems[0])
})

test('a wrong token, and one that was removed, move nothing', async () => {
  const { portal } = world
  const { number, own } = await act.submit(leakingMain())
  const systems = portal.connection.collection<{ _id: string }>('exchangeSystems')
  const tries = async () => {
    const body = { commandId: commandId() }
    for (const as of [{}, { session: 'y'.repeat(43) }, water])
      expect(await portal.refused(exchangeReceive, { params: { number }, body }, as)).toMatchObject({
        status: 401,
        code: 'wrong-credentials',
      })
  }
  await systems.updateOne({ _id: WATER }, { $set: { active: false } })
  await tries().finally(() => systems.updateOne({ _id: WATER }, { $set: { active: true } }))
  expect((await act.read(number, own)).status).toBe('dispatched')
})

test('progress: what the main unit writes for the requester, and what stays inside', async () => {
  const { portal } = world
  const { number, own } = await act.submit(leakingMain())
  const params = { number }
  await portal.call(exchangeReceive, { params, body: { commandId: commandId() } }, water)
  const note = (text: string, visible: boolean) => ({
    params,
    body: { commandId: commandId(), text, visible },
  })
  await portal.call(exchangeProgress, note('抢修班组已经到场。', true), water)
  await portal.call(exchangeProgress, note('配件要到明天才有。', false), water)
  await portal.call(exchangeProgress, note('路面由我们恢复。', false), asSystem(CITY_MANAGEMENT))
  const refused = await portal.refused(
    exchangeProgress,
    note('路面由我们恢复。', true),
    asSystem(CITY_MANAGEMENT),
  )
  expect(refused).toMatchObject({ status: 403, code: 'not-yours' })
  const { timeline } = await act.read(number, own)
  expect(timeline.filter(({ type }) => type === 'progress-noted').map(({ text }) => text)).toEqual([
    '抢修班组已经到场。',
  ])
  const desk = await act.open(number, await portal.staff('yantai-water-supply'))
  expect(desk.internalNotes.map(({ text }) => text)).toEqual(['配件要到明天才有。', '路面由我们恢复。'])
})

/** The clock strikes until it is so. */
const until = async (isSo: () => Promise<boolean>) => {
  while (!(await isSo())) await world.portal.tick()
}

test.each([
  ['once', {}, ['receive 200', 'reply 200']],
  ['everything twice', { twice: true }, ['receive 200', 'receive 200', 'reply 200', 'reply 200']],
  ['too early first', { replyFirst: true }, ['reply 409', 'receive 200', 'reply 200']],
])('a system that answers by itself, %s', async (_what, plan, posted) => {
  const { departments, portal } = world
  departments.setAnswering({ portal: portal.url, afterSeconds: 0, ...plan })
  const { number, own } = await act.submit(leakingMain())
  const own_ = () => departments.posted().filter((one) => one.number === number)
  await until(() => Promise.resolve(own_().length === posted.length))
  expect(own_().map(({ what, status }) => `${what} ${status}`)).toEqual(posted)
  expect(own_().every(({ system }) => system === WATER)).toBe(true)
  const { status, timeline } = await act.read(number, own)
  expect(status).toBe('replied')
  expect(timeline.filter(({ type }) => type === 'replied')).toHaveLength(1)
  await until(() => Promise.resolve(world.got(WATER, number).length === 3))
  expect(world.got(CITY_MANAGEMENT, number)).toEqual(world.got(WATER, number))
})

describe('热线联动: what came in on another line and belongs here', () => {
  const market = asSystem(MARKET)
  const transfer = (changes: object = {}) => ({
    line: '12315',
    reference: 'FZ12315-0001',
    appeal: appealIn('fuzhou', {
      category: 'city/streetlights',
      text: '鼓楼示范路的路灯坏了一整排，晚上很黑。',
    }),
    ...changes,
  })

  test('it becomes an order that says where it came from, once however often it is sent', async () => {
    const { portal } = world
    const body = transfer()
    const first = await portal.call(exchangeTransferIn, { body }, market)
    expect(await portal.call(exchangeTransferIn, { body }, market)).toEqual(first)
    const { order } = await portal.call(lookUpOrder, {
      body: { number: first.number, queryCode: first.queryCode },
    })
    expect(order.timeline.at(-1)?.title).toMatch(/^由 12315 .*转来$/)
    // The submission's own id belongs to whoever submits with it, not to the system that knows it.
    const own = await act.submit(body.appeal)
    expect(own.number).not.toBe(first.number)
  })

  test('what a rule would stop waits for a person of the hotline', async () => {
    const { portal } = world
    const body = transfer({
      appeal: appealIn('fuzhou', {
        category: 'other/other',
        text: '城管的处罚决定我不服，我要申请行政复议。',
      }),
    })
    expect((await portal.call(exchangeTransferIn, { body }, market)).statusWords).toBe('待受理')
  })

  test.each([
    ['a line of another unit', { line: '12348' }, 'not-yours'],
    ['a line without seats of its own', { line: '12369' }, 'not-yours'],
    ['an appeal to another city', { appeal: leakingMain() }, 'invalid-input'],
  ])('%s is refused', async (_name, changes, code) => {
    const problem = await world.portal.refused(exchangeTransferIn, { body: transfer(changes) }, market)
    expect(problem.code).toBe(code)
  })
})
