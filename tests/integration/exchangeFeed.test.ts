/** 信息共享, pulling: a unit's feed has every event of its orders once, in one order, whoever writes and reads meanwhile. */
import { listExchangeEvents } from '@jiesu/shared-types'
import { leakingMain } from '../support/appeals'
import { deeds } from '../support/deeds'
import {
  asSystem,
  CITY_MANAGEMENT,
  type ExchangeWorld,
  MARKET,
  startExchange,
  WATER,
} from '../support/exchange'
import type { As } from '../support/portal'

jest.setTimeout(60_000)

let world: ExchangeWorld
let act: ReturnType<typeof deeds>
let unit: As
const water = asSystem(WATER)
beforeAll(async () => {
  world = await startExchange('2026-11-23T08:00:00+08:00')
  act = deeds(world.portal)
  unit = await world.portal.staff('yantai-water-supply')
})
beforeEach(() => {
  // A minute later pulls are counted anew.
  world.portal.now = new Date(world.portal.now.getTime() + 60_000)
})
afterAll(() => world.stop())

const pull = (query: Partial<Record<'after' | 'limit', string>>, as: As = water) =>
  world.portal.call(listExchangeEvents, { query }, as)

/** From a cursor to the end: the ids of all events, and where it ended. */
const pullAll = async (limit: string, from?: string, as: As = water) => {
  const ids: string[] = []
  let after = from
  for (;;) {
    const page = await pull({ limit, ...(after === undefined ? {} : { after }) }, as)
    ids.push(...page.events.map(({ id }) => id))
    after = page.next
    if (!page.more) return { ids, next: after }
  }
}

/** Ids of the events that concern the unit, as they stand in its orders; what is withheld left out. */
const inOrders = async (unitId: string): Promise<string[]> => {
  const docs = await world.portal.connection
    .collection<{ events: { id: string; type: string }[] }>('orders')
    .find({ city: 'yantai', units: unitId })
    .toArray()
  return docs.flatMap(({ events }) => {
    const from = events.findIndex(({ type }) => type === 'dispatched')
    return events.slice(from).flatMap(({ id, type }) => (type === 'rated' ? [] : [id]))
  })
}

test('pages have every event once while portals write and orders go on; the second look is the same', async () => {
  const { portal } = world
  const seen: string[] = []
  let after: string | undefined
  let writing = true
  const reader = async () => {
    // Reads on to the end of what is there, and once more when nothing is written any more.
    for (let last = false; !last;) {
      last = !writing
      const read = await pullAll('7', after)
      seen.push(...read.ids)
      after = read.next
      portal.now = new Date(portal.now.getTime() + 10_000)
    }
  }
  const writer = async () => {
    for (let i = 0; i < 6; i++) {
      const sent = await Promise.all(Array.from({ length: 4 }, () => act.submit(leakingMain())))
      await Promise.all([portal.tick(), portal.tickRestarted({}), portal.tick()])
      await Promise.all(sent.map(({ number }) => act.receive(number, unit)))
      await Promise.all(
        sent.map(async ({ number, own }, k) => {
          await act.reply(number, unit)
          if (k % 2 === 0) await act.rate(number, own)
        }),
      )
      await Promise.all([portal.tick(), portal.tickRestarted({})])
    }
    writing = false
  }
  await Promise.all([writer(), reader()])

  expect(new Set(seen).size).toBe(seen.length)
  expect([...seen].sort()).toEqual((await inOrders('water-supply')).sort())
  expect(seen).toHaveLength(6 * (4 * 3 + 2))
  // Of one order, in its order.
  for (const number of new Set(seen.map((id) => id.split('-')[0]))) {
    const sequence = seen
      .filter((id) => id.startsWith(`${number ?? ''}-`))
      .map((id) => Number(id.split('-')[1]))
    expect(sequence).toEqual([...sequence].sort((a, b) => a - b))
  }
  expect((await pullAll('500')).ids).toEqual(seen)
  const again = await pullAll('1', '10')
  expect(again.ids).toEqual(seen.slice(10))
  // The co-unit has a feed of its own with the same events.
  expect((await pullAll('500', undefined, asSystem(CITY_MANAGEMENT))).ids.sort()).toEqual([...seen].sort())
  expect((await pullAll('500', undefined, asSystem(MARKET))).ids).toEqual([])
})

test('at the end a page is empty and says where to go on; asked again with its tag it is a 304', async () => {
  const { next } = await pullAll('500')
  const path = `${listExchangeEvents.path}?after=${next}`
  const headers = { authorization: `Bearer ${water.session ?? ''}` }
  const empty = await world.portal.send('GET', path, undefined, headers)
  expect(empty).toMatchObject({ status: 200, body: { events: [], next, more: false } })
  const tag = empty.headers.get('etag') ?? ''
  expect(tag).not.toBe('')
  const same = { ...headers, 'if-none-match': tag }
  expect(await world.portal.send('GET', path, undefined, same)).toMatchObject({ status: 304, body: '' })
  const { number } = await act.submit(leakingMain())
  await world.portal.tick()
  const grown = await world.portal.send('GET', path, undefined, same)
  expect(grown).toMatchObject({
    status: 200,
    body: { events: [{ number, type: 'dispatched' }], more: false },
  })
})

test('orders from before there was an exchange come into the feed, too', async () => {
  const { portal } = world
  const old = await act.submit(leakingMain())
  await act.receive(old.number, unit)
  await portal.connection
    .collection<{ _id: string }>('orders')
    .updateOne({ _id: old.number }, { $unset: { exchanged: 1, exchangeAt: 1 } })
  const { next } = await pullAll('500')
  await portal.tick()
  const { events } = await pull({ after: next })
  expect(events.map(({ number, type }) => [number, type])).toEqual([
    [old.number, 'dispatched'],
    [old.number, 'received'],
  ])
})

test('one order that cannot be read does not keep the others out', async () => {
  const { portal } = world
  const broken = await act.submit(leakingMain())
  const orders = portal.connection.collection<{ _id: string; events: object[] }>('orders')
  const { events } = (await orders.findOne({ _id: broken.number }))!
  const wrong = events.map((event) => ({ ...event, coUnitIds: null }))
  await orders.updateOne({ _id: broken.number }, { $set: { events: wrong } })
  const right = await act.submit(leakingMain())
  const { next } = await pullAll('500')
  await portal.tick()
  expect((await pull({ after: next })).events.map(({ number }) => number)).toEqual([right.number])
  expect(portal.log.some((line) => line.includes('order cannot be exchanged'))).toBe(true)
  await orders.updateOne({ _id: broken.number }, { $set: { events } })
  await world.later(300)
  expect((await pull({ after: next })).events.map(({ number }) => number)).toEqual([
    right.number,
    broken.number,
  ])
})

test.each([
  ['more than 500 at once', { limit: '501' }, '/limit'],
  ['none at all', { limit: '0' }, '/limit'],
  ['a cursor that is none', { after: 'yesterday' }, '/after'],
  ['a cursor of another feed', { after: '999999' }, '/after'],
])('%s is refused', async (_what, query, path) => {
  const problem = await world.portal.refused(listExchangeEvents, { query }, water)
  expect(problem).toMatchObject({ status: 422, code: 'invalid-input', fields: [{ path }] })
})

test('without a right token there is no feed, and the token opens nothing else', async () => {
  const { portal } = world
  const wrong = [{}, { session: 'x'.repeat(43) }, unit, await portal.staff('yantai-administrator')]
  for (const as of wrong)
    expect(await portal.refused(listExchangeEvents, {}, as)).toMatchObject({
      status: 401,
      code: 'wrong-credentials',
    })
  const headers = { authorization: `Bearer ${water.session ?? ''}` }
  for (const path of ['/api/v1/desk/orders', '/api/v1/desk/exchange/systems', '/api/v1/orders'])
    expect((await portal.send('GET', path, undefined, headers)).status).toBe(401)
})

test('who pulls without pause is asked to wait', async () => {
  for (let i = 0; i < 120; i++) await pull({ limit: '1' }, asSystem(MARKET))
  const problem = await world.portal.refused(listExchangeEvents, {}, asSystem(MARKET))
  expect(problem).toMatchObject({ status: 429, code: 'too-many-attempts' })
  await pull({ limit: '1' })
  world.portal.now = new Date(world.portal.now.getTime() + 60_000)
  await pull({ limit: '1' }, asSystem(MARKET))
})
