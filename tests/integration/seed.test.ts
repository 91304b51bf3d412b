/** The demo's orders: something to look at for everybody, made by the rules alone, told to nobody. */
import {
  getOrder,
  listDeskOrders,
  listMyOrders,
  listUnits,
  lookUpOrder,
  ORDER_STATUSES,
} from '@jiesu/shared-types'
import { DEMO_CITIZEN } from '../../portal-api/src/demo/deeds'
import type { RecordedEvent } from '../../portal-api/src/orders/rules/events'
import { begin, evolveAll } from '../../portal-api/src/orders/rules/evolve'
import type { AppealFacts, Order } from '../../portal-api/src/orders/rules/order'
import { jiesu } from '../support/jiesu'
import { startPortal, type TestPortal } from '../support/portal'

jest.setTimeout(120_000)

const NOW = '2026-11-23T10:00:00+08:00'
const HOTLINE = ['operator', 'reviewer', 'supervisor', 'callback'] as const

let portal: TestPortal
beforeAll(async () => {
  portal = await startPortal(NOW)
  await portal.seedDemoOrders()
})
afterAll(() => portal.stop())

interface Stored {
  _id: string
  city: string
  status: string
  order: Order
  events: RecordedEvent[]
  outbox: unknown[]
  private: { contactSealed?: string; submissionId: string }
}
const stored = () => portal.connection.collection<Stored>('orders').find().toArray()

/** What was handed in, and nothing that came of it. */
const factsOf = (order: Order): AppealFacts => {
  const { city, requester, kind, category, facts, place, text } = order
  const { confidentiality, attachments, findings, insisted } = order
  const appeal = { city, requester, kind, category, facts, place, text }
  return { ...appeal, confidentiality, attachments, findings, insisted }
}

test('every stored order is what its events lead to, and nobody waits to be told', async () => {
  const all = await stored()
  expect(all.length).toBeGreaterThan(300)
  for (const { _id, order, events, outbox, private: secret } of all) {
    const replayed = evolveAll(begin(_id, factsOf(order), order.submittedAt), events)
    expect({ ...order, number: _id }).toEqual(replayed)
    expect(events.map((event) => event.id)).toEqual(events.map((_, i) => `${_id}-${i + 1}`))
    expect(events.at(-1)?.round).toBe(order.round)
    expect(outbox).toEqual([])
    expect(secret.submissionId).toMatch(/^demo-/)
    expect(secret.contactSealed ?? '').not.toMatch(/13800000|女士|先生/)
    if (order.confidentiality === 'anonymous') expect(secret.contactSealed).toBeUndefined()
  }
})

describe.each(['yantai', 'fuzhou'])('in %s', (city) => {
  test('every status and every queue has something', async () => {
    const all = (await stored()).filter((order) => order.city === city)
    expect(ORDER_STATUSES.filter((status) => !all.some((order) => order.status === status))).toEqual([])
    for (const role of HOTLINE) {
      const page = await portal.call(
        listDeskOrders,
        { query: { queue: 'mine', limit: 100 } },
        await portal.staff(`${city}-${role}`),
      )
      expect([role, page.orders.length > 0]).toEqual([role, true])
      // A page shows them all: an order that somebody sends now is not lost among them.
      expect(page.counts.mine).toBeLessThan(30)
    }
    const { units } = await portal.call(listUnits, {}, await portal.staff(`${city}-operator`))
    const busy = units.filter(({ id }) => all.some(({ order }) => order.assignment?.unitId === id))
    expect(busy.length).toBeGreaterThan(15)
    for (const account of [`${city}-water-supply`, `${city}-water-supply-manager`]) {
      const { counts } = await portal.call(
        listDeskOrders,
        { query: { queue: 'mine' } },
        await portal.staff(account),
      )
      expect(counts.mine).toBeGreaterThan(0)
    }
  })
})

test('the demo’s citizen finds own orders, and opens one by number and code', async () => {
  const me = await portal.citizen(DEMO_CITIZEN.phone)
  const { orders } = await portal.call(listMyOrders, { query: {} }, me)
  expect(orders.length).toBeGreaterThan(3)
  const number = orders[0]!.number
  expect((await portal.call(getOrder, { params: { number } }, me)).contact?.name).toMatch(/^王/)
  expect((await portal.refused(lookUpOrder, { body: { number, queryCode: '000000' } })).code).toBe(
    'wrong-number-or-code',
  )
})

test('a second time nothing is added or changed, and no message is sent', async () => {
  const before = await stored()
  portal.now = new Date('2026-11-23T10:05:00+08:00')
  expect(await portal.seedDemoOrders()).toBe(0)
  expect(await stored()).toEqual(before)
  const messages = portal.sms.calls('/v1/messages')
  await portal.tick()
  expect(portal.sms.calls('/v1/messages')).toBe(messages)
})

test('the command puts them into a running portal’s database, and says how to open them', async () => {
  const empty = await startPortal(NOW)
  try {
    const env = {
      MONGODB_URI: empty.database.uri,
      JIESU_SECRET: Buffer.alloc(32, 7).toString('base64'),
    }
    const first = await jiesu(['seed', '--demo'], { env })
    expect([first.code, first.stderr]).toEqual([0, ''])
    expect(first.stdout).toMatch(/^\d{16}\t\d{6}\tyantai\t/m)
    expect(await empty.connection.collection('orders').countDocuments()).toBeGreaterThan(300)
    const entries = empty.connection.collection('knowledgeEntries')
    const worked = await entries.find().sort({ _id: 1 }).toArray()
    expect(worked).toHaveLength(12)
    const second = await jiesu(['seed', '--demo'], { env })
    expect(second.stdout).toMatch(/^0 orders/m)
    expect(await entries.find().sort({ _id: 1 }).toArray()).toEqual(worked)
  } finally {
    await empty.stop()
  }
})
