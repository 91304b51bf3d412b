/** Pages that are kept up to date: who hears of what, over real HTTP, at beats whose moments are given. */
import {
  followDesk,
  followOrder,
  getMe,
  type OrderReceipt,
  redispatch,
  signOut,
  submitOrder,
  supervise,
  withdrawOrder,
} from '@jiesu/shared-types'
import { request } from 'node:http'
import { leakingMain, parkedCars } from '../support/appeals'
import { deeds } from '../support/deeds'
import { handlerOf } from '../support/handlerOf'
import { type Listener, listen } from '../support/listen'
import { type As, commandId, headersFor, startPortal, type TestPortal } from '../support/portal'
import { makeHouse } from '../support/processes'

// The last one starts processes, which take their time on a busy machine.
jest.setTimeout(120_000)

let portal: TestPortal
let act: ReturnType<typeof deeds>
let operator: As
/** Of a steady clock that only these tests move. */
let steady = 0
const opened: Listener[] = []

beforeAll(async () => {
  portal = await startPortal('2026-11-23T09:00:00+08:00', { settings: { JIESU_LIVE_CONNECTIONS: '14' } })
  act = deeds(portal)
  operator = await portal.staff('yantai-operator')
})
afterEach(async () => {
  for (const listener of opened.splice(0)) {
    listener.leave()
    await listener.ended
  }
})
afterAll(() => portal.stop())

const remember = async (listening: Promise<Listener>): Promise<Listener> => {
  const listener = await listening
  opened.push(listener)
  return listener
}
const atDesk = (as: As) => remember(listen(portal, followDesk, {}, as))
const atOrder = (number: string, as: As) => remember(listen(portal, followOrder, { params: { number } }, as))
/** Time goes on by so many seconds, and the portal does what is due. */
const beat = (seconds = 1) => portal.beat((steady += seconds * 1000))
const refusalOf = (listening: Promise<unknown>): Promise<string> =>
  listening.then(
    () => 'nothing',
    (error: unknown) => (error as Error).message,
  )
const of = (number: string) => (listener: Listener) => listener.heard.filter((one) => one.number === number)

test('one commits a step, the other hears of it; another unit and another city do not', async () => {
  const colleague = await portal.staff('yantai-operator-2')
  const { number } = await act.submit(parkedCars())
  const listeners = await Promise.all([
    atDesk(colleague),
    atDesk(await portal.staff('yantai-public-security')),
    atDesk(await portal.staff('yantai-ecology')),
    atDesk(await portal.staff('fuzhou-operator')),
  ])
  const [hotline, unit, otherUnit, otherCity] = listeners
  await act.dispatch(number, operator, 'public-security')
  await beat()
  const version = (await act.open(number, operator)).version
  const news = { number, version }
  for (const one of [hotline, unit]) {
    await one.until((l) => of(number)(l).length > 0)
    expect(of(number)(one)).toEqual([news])
  }
  // Both could have heard by now: the same beat told the others.
  await beat(15)
  for (const one of [otherUnit, otherCity]) {
    await one.until((l) => l.comments > 0)
    expect(of(number)(one)).toEqual([])
  }
})

test('a unit that loses an order hears that it is gone, and the next one that it has come', async () => {
  const { number } = await act.submit(parkedCars())
  await act.dispatch(number, operator, 'public-security')
  await act.receive(number, await portal.staff('yantai-public-security'))
  const [before, after] = await Promise.all([
    atDesk(await portal.staff('yantai-public-security')),
    atDesk(await portal.staff('yantai-ecology')),
  ])
  await act.take(redispatch, number, operator, { unit: 'ecology', coUnits: [], reason: '职责分工' })
  await beat()
  await before.until((l) => of(number)(l).length > 0)
  await after.until((l) => of(number)(l).length > 0)
  expect(of(number)(before)).toEqual([{ number }])
  expect(of(number)(after)).toEqual([{ number, version: expect.any(Number) as number }])
})

test('the requester hears of the own order, first of its version; cards and callbacks are not to be guessed', async () => {
  const { number, own } = await act.submit(leakingMain())
  const unit = await portal.staff(await handlerOf(portal, number))
  const [mine, theirs] = [await atOrder(number, own), await atDesk(unit)]
  const { version } = await act.read(number, own)
  await mine.until((l) => l.heard.length === 1)
  expect(mine.heard).toEqual([{ number, version }])

  await act.receive(number, unit)
  await beat()
  await mine.until((l) => l.heard.length === 2)
  await act.take(supervise, number, await portal.staff('yantai-supervisor'), {
    form: 'notice',
    text: '请三日内办结',
  })
  await beat()
  await theirs.until((l) => of(number)(l).length === 2)
  await act.explain(number, unit, '主管道接头老化破裂，正在抢修。')
  await beat()
  await mine.until((l) => l.heard.length === 3)
  expect(mine.heard.map((one) => one.version)).toEqual([version, version + 1, version + 3])
})

test('nobody listens without showing that they may', async () => {
  const { number } = await act.submit(leakingMain())
  const stranger = await act.submit(leakingMain())
  expect(await refusalOf(atDesk({}))).toContain('sign-in-required')
  expect(await refusalOf(atDesk({ session: 'x'.repeat(43) }))).toContain('session-expired')
  expect(await refusalOf(atDesk(await portal.citizen('13800000021')))).toContain('sign-in-required')
  expect(await refusalOf(atDesk(await portal.staff('yantai-administrator')))).toContain('not-yours')
  expect(await refusalOf(atOrder(number, {}))).toContain('sign-in-required')
  expect(await refusalOf(atOrder(number, stranger.own))).toContain('not-found')
  expect(await refusalOf(atOrder('2611237130589161', stranger.own))).toContain('invalid-input')
})

test('whoever signs out hears nothing more: the connection ends, others go on', async () => {
  const leaving = await portal.staff('yantai-reviewer')
  const [mine, other] = [await atDesk(leaving), await atDesk(await portal.staff('yantai-reviewer'))]
  await beat()
  await portal.call(signOut, {}, leaving)
  await beat(30)
  await mine.ended
  await act.submit(leakingMain())
  await beat()
  await other.until((l) => l.heard.length > 0)
})

test('a session that runs out, and a seat that changes, end the connection', async () => {
  const before = portal.now
  const account = await atDesk(await portal.staff('yantai-callback'))
  await beat()
  portal.now = new Date(before.getTime() + 11 * 3_600_000)
  await beat(30)
  await account.ended
  portal.now = before

  const staff = portal.connection.collection<{ _id: string; role: string }>('staff')
  const moved = await atDesk(await portal.staff('yantai-auditor'))
  await beat()
  await staff.updateOne({ _id: 'yantai-auditor' }, { $set: { role: 'callback' } })
  await beat(30)
  await moved.ended
  await staff.updateOne({ _id: 'yantai-auditor' }, { $set: { role: 'auditor' } })
})

test('silence is broken every 15 s, and after ten minutes the connection ends', async () => {
  const { number, own } = await act.submit(leakingMain())
  const listener = await atOrder(number, own)
  await beat()
  await beat(15)
  await listener.until((l) => l.comments === 1)
  await beat(15)
  await listener.until((l) => l.comments === 2)
  await beat(570)
  await listener.ended
})

test('answers are sent as they come: not packed, not cached, not held back by a proxy', async () => {
  const { headers } = await atDesk(operator)
  expect(headers.get('content-encoding')).toBeNull()
  expect(headers.get('cache-control')).toBe('no-store, no-transform')
  expect(headers.get('x-accel-buffering')).toBe('no')
  expect(headers.get('connection')).toBe('close')
})

/** Statuses of so many connections that are opened at once. */
const refusedOf = (listening: Promise<Listener>[]): Promise<string[]> =>
  Promise.all(listening.map(refusalOf)).then((all) => all.filter((text) => text !== 'nothing'))

test('connections are counted, for each person and in all; who leaves makes room', async () => {
  const own = await refusedOf(Array.from({ length: 14 }, () => atDesk(operator)))
  expect(own).toHaveLength(2)
  expect(own[0]).toContain('too-many-connections')
  const others = ['yantai-reviewer', 'yantai-callback', 'yantai-auditor'].map((name) => portal.staff(name))
  const all = await refusedOf((await Promise.all(others)).map(atDesk))
  expect(all).toHaveLength(1)

  const first = opened[0]!
  first.leave()
  await first.ended
  // The portal learns of it when the socket is closed, which is not at once.
  let refusal = ''
  do refusal = await refusalOf(atDesk(operator))
  while (refusal.includes('too-many-connections'))
  expect(refusal).toBe('nothing')
})

test('HEAD opens nothing that stays open', async () => {
  const answers = Array.from({ length: 20 }, () =>
    portal.send('HEAD', followDesk.path, undefined, { authorization: `Bearer ${operator.session ?? ''}` }),
  )
  for (const { status } of await Promise.all(answers)) expect(status).toBe(200)
  await atDesk(operator)
})

test('a reader that asks and hangs up at once leaves nothing behind', async () => {
  const hangUp = () =>
    new Promise<void>((resolve) => {
      const asking = request(`${portal.url}${followDesk.path}`, {
        headers: { authorization: `Bearer ${operator.session ?? ''}` },
      })
      asking.on('error', () => resolve())
      asking.on('close', () => resolve())
      asking.end(() => setImmediate(() => asking.destroy()))
    })
  for (let i = 0; i < 20; i++) await hangUp()
  await portal.call(getMe, {}, operator)
  let refusal = ''
  do refusal = await refusalOf(atDesk(operator))
  while (refusal.includes('too-many-connections'))
  expect(refusal).toBe('nothing')
})

test('the database goes away and comes back: nobody is sent away, and what happened is told', async () => {
  const patient = await startPortal('2026-11-23T09:00:00+08:00', { patience: { find: 500, answer: 500 } })
  const staff = await patient.staff('yantai-operator')
  const listener = await listen(patient, followDesk, {}, staff)
  await patient.beat(0)
  patient.database.cut()
  await patient.beat(31_000)
  await listener.until((l) => l.comments === 1)
  patient.database.mend()
  while ((await patient.send('GET', '/healthz')).status !== 200) await patient.send('GET', '/api/v1/cities')
  await deeds(patient).submit(leakingMain())
  await patient.beat(32_000)
  await listener.until((l) => l.heard.length > 0)
  await patient.stop()
  // The portal that stops ends everybody’s connection.
  await listener.ended
})

test('a change by another portal on the same database is heard of', async () => {
  const { number, own } = await act.submit(leakingMain())
  const listener = await atOrder(number, own)
  await beat()
  // Written as another process would, past this one.
  await portal.connection.collection<{ _id: string }>('orders').updateOne(
    { _id: number },
    {
      $inc: { version: 1 },
      $set: { changedAt: portal.now },
      $push: { events: { type: 'received', at: portal.now } } as never,
    },
  )
  await beat()
  await listener.until((l) => l.heard.length === 2)
})

test('a running portal tells by itself what happened, and ends everybody’s connection when it is told to stop', async () => {
  const house = makeHouse()
  try {
    await house.startDatabase()
    const running = await house.startPortal()
    const post = async <T>(path: string, body: unknown, as: As = {}): Promise<T> => {
      const headers = { 'content-type': 'application/json', ...headersFor(as) }
      const answer = await fetch(running.ready + path, {
        method: 'POST',
        headers,
        body: JSON.stringify(body),
      })
      return (await answer.json()) as T
    }
    const { order, accessToken } = await post<OrderReceipt>(submitOrder.path, leakingMain())
    const own = { orderAccess: accessToken }
    const listener = await listen(
      { url: running.ready },
      followOrder,
      { params: { number: order.number } },
      own,
    )
    await listener.until((l) => l.heard.length === 1)
    await post(
      withdrawOrder.path.replace('{number}', order.number),
      { commandId: commandId(), reason: '' },
      own,
    )
    await listener.until((l) => l.heard.length === 2)
    const [code] = await Promise.all([running.end('SIGTERM'), listener.ended])
    expect(code).toBe(0)
  } finally {
    await house.tearDown()
  }
})
