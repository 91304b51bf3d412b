/** 未送达: news that could not be told is not tried for ever, is seen by somebody, and can be tried again or let go. */
import { composeOrderNumber, dropNews, listUndelivered, retryNews } from '@jiesu/shared-types'
import { leakingMain } from '../support/appeals'
import { deeds } from '../support/deeds'
import { type As, startPortal, type TestPortal } from '../support/portal'

jest.setTimeout(60_000)

let portal: TestPortal
let act: ReturnType<typeof deeds>
let phones = 0
let phone: string

beforeAll(async () => {
  portal = await startPortal('2026-11-23T09:00:00+08:00')
  act = deeds(portal)
})
beforeEach(() => {
  portal.now = new Date('2026-11-23T09:00:00+08:00')
  phone = `138000003${String(phones++).padStart(2, '0')}`
})
afterEach(async () => {
  portal.sms.setFaults(null)
  const as = await keeper()
  const { news } = await portal.call(listUndelivered, { query: {} }, as)
  if (news.length > 0) await portal.call(dropNews, { body: { news: news.map(({ id }) => id) } }, as)
})
afterAll(() => portal.stop())

const keeper = (): Promise<As> => portal.staff('yantai-administrator')
const list = async () => portal.call(listUndelivered, { query: {} }, await keeper())
const told = () => portal.sms.sent(phone).map((message) => message.template)
const contact = () => ({ contact: { name: '王女士', phone } })

/** The clock goes on by so many hours, and looks often enough. */
const hours = async (count: number): Promise<void> => {
  for (let minutes = 0; minutes < count * 60; minutes += 10) {
    portal.now = new Date(portal.now.getTime() + 600_000)
    await portal.tick()
  }
}

/** News that a dead gateway kept from its requester for a day. */
const undelivered = async () => {
  portal.sms.setFaults({ status: 503 })
  const order = await act.submit(leakingMain(contact()))
  for (let i = 0; i < 12; i++) {
    portal.now = new Date(portal.now.getTime() + 60_000)
    await portal.tick()
  }
  expect((await list()).news).toEqual([])
  await hours(26)
  return order
}

test('after about a day of tries it is listed, and the gateway is left alone', async () => {
  const { number } = await undelivered()
  const { news, orders } = await list()
  expect(orders).toBe(1)
  expect(news).toEqual([
    {
      id: `${number}-2`,
      number,
      type: 'accepted',
      channel: 'sms',
      reason: 'service-down',
      tries: 32,
      since: '2026-11-23T09:00:00+08:00',
      givenUpAt: expect.stringMatching(/^2026-11-24T0[6-9]/) as string,
    },
  ])
  const calls = portal.sms.calls('/v1/messages')
  await hours(3)
  expect(portal.sms.calls('/v1/messages')).toBe(calls)
  expect(told()).toEqual([])
})

test('tried again by a person it is told once, and the list is empty', async () => {
  const { number } = await undelivered()
  portal.sms.setFaults(null)
  const as = await keeper()
  const body = { news: [`${number}-2`] }
  expect(await portal.call(retryNews, { body }, as)).toEqual({ done: 1 })
  // Pressed twice, or by two: nothing more happens.
  expect(await portal.call(retryNews, { body }, as)).toEqual({ done: 0 })
  await portal.tick()
  await portal.tick()
  expect(told()).toEqual(['order-accepted'])
  expect((await list()).news).toEqual([])
})

test('let go, nobody is told any more', async () => {
  const { number } = await undelivered()
  portal.sms.setFaults(null)
  const as = await keeper()
  const body = { news: [`${number}-2`, `${number}-2`] }
  expect(await portal.call(dropNews, { body }, as)).toEqual({ done: 1 })
  expect(await portal.call(retryNews, { body }, as)).toEqual({ done: 0 })
  await hours(1)
  expect(told()).toEqual([])
  expect((await list()).news).toEqual([])
  expect(
    portal.log.some((line) => line.includes('news dropped') && line.includes('yantai-administrator')),
  ).toBe(true)
})

test('what the gateway refuses for good is listed at once', async () => {
  portal.sms.setFaults({ status: 400 })
  const { number } = await act.submit(leakingMain(contact()))
  await portal.tick()
  expect((await list()).news).toMatchObject([{ number, reason: 'refused', channel: 'sms', tries: 1 }])
})

test('a message that the gateway had taken before counts as told', async () => {
  portal.sms.setFaults({ status: 409, times: 1 })
  await act.submit(leakingMain(contact()))
  await portal.tick()
  expect((await list()).news).toEqual([])
})

test('a command on the order takes nothing off the list', async () => {
  const order = await undelivered()
  portal.sms.setFaults(null)
  await act.withdraw(order.number, await act.lookUp(order))
  expect((await list()).news).toMatchObject([{ number: order.number, type: 'accepted' }])
})

test.each([
  'operator',
  'reviewer',
  'supervisor',
  'auditor',
  'callback',
  'water-supply',
  'water-supply-manager',
])('%s is refused', async (account) => {
  const as = await portal.staff(`yantai-${account}`)
  expect((await portal.refused(listUndelivered, { query: {} }, as)).code).toBe('not-yours')
  for (const endpoint of [retryNews, dropNews])
    expect(
      (
        await portal.refused(
          endpoint,
          { body: { news: [`${composeOrderNumber('261121', '730589')}-1`] } },
          as,
        )
      ).code,
    ).toBe('not-yours')
})

test('another city’s administrator neither sees nor touches it', async () => {
  const { number } = await undelivered()
  const other = await portal.staff('fuzhou-administrator')
  expect(await portal.call(listUndelivered, { query: {} }, other)).toEqual({ news: [], orders: 0 })
  for (const endpoint of [retryNews, dropNews])
    expect(await portal.call(endpoint, { body: { news: [`${number}-2`] } }, other)).toEqual({ done: 0 })
  expect((await list()).news).toHaveLength(1)
})

test('many are read page by page, by an index', async () => {
  const { number } = await undelivered()
  const orders = portal.connection.collection<{ _id: string; submissionId: string }>('orders')
  const one = await orders.findOne({ _id: number })
  if (one === null) throw new Error('not stored')
  const copies = Array.from({ length: 120 }, (_, i) => {
    const copy = String(1_000_000_000_000_000 + i)
    return { ...one, _id: copy, submissionId: `copy-${copy}` }
  })
  await orders.insertMany(copies)
  const as = await keeper()
  const seen: string[] = []
  let after: string | undefined
  do {
    const page = await portal.call(listUndelivered, { query: after === undefined ? {} : { after } }, as)
    expect(page.orders).toBe(121)
    seen.push(...page.news.map((news) => news.number))
    after = page.next
  } while (after !== undefined)
  expect(seen).toHaveLength(121)
  expect(new Set(seen).size).toBe(121)
  const { queryPlanner } = await orders
    .find({ undelivered: true, city: 'yantai' } as object)
    .sort({ _id: -1 })
    .limit(50)
    .explain()
  expect(JSON.stringify(queryPlanner)).toMatch(/undelivered_1_city_1__id_-1/)
  expect(JSON.stringify(queryPlanner)).not.toMatch(/COLLSCAN|"SORT"/)
  await orders.deleteMany({ _id: { $in: copies.map(({ _id }) => _id) } })
})
