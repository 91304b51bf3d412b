/** 信息共享, pushing: every event of a unit's order reaches the unit's system once and in order, whatever goes wrong. */
import {
  type Endpoint,
  listDeadDeliveries,
  listExchangeSystems,
  replayDelivery,
  replaySystem,
  returnOrder,
  upholdReturn,
} from '@jiesu/shared-types'
import { noWater, leakingMain, parkedCars } from '../support/appeals'
import { deeds, PUBLIC_REPLY } from '../support/deeds'
import {
  CITY_MANAGEMENT,
  eventOf,
  type ExchangeWorld,
  MARKET,
  startExchange,
  WATER,
} from '../support/exchange'
import { type As, commandId } from '../support/portal'

jest.setTimeout(60_000)

let world: ExchangeWorld
let act: ReturnType<typeof deeds>
let unit: As
let administrator: As
beforeAll(async () => {
  world = await startExchange('2026-11-23T08:00:00+08:00')
  act = deeds(world.portal)
})
beforeEach(async () => {
  world.departments.setFaults(null)
  // What another test left to be delivered is delivered now.
  await settle()
  await signIn()
})
afterAll(() => world.stop())

/** Sessions of the staff are over after ten hours. */
const signIn = async () => {
  unit = await world.portal.staff('yantai-water-supply')
  administrator = await world.portal.staff('yantai-administrator')
}
/** Hours go by until nothing waits any more. */
const settle = async () => {
  const deliveries = world.portal.connection.collection('exchangeDeliveries')
  await world.portal.tick()
  for (let i = 0; i < 48 && (await deliveries.countDocuments({ state: 'waiting' })) > 0; i++)
    await world.later(3600)
  expect(await deliveries.countDocuments({ state: 'waiting' })).toBe(0)
}
const events = (system: string, number: string) =>
  world.departments
    .received(system)
    .filter((event) => event.number === number)
    .map((event) => eventOf(event.raw))
const outcome = async (system: string) => {
  const { systems } = await world.portal.call(listExchangeSystems, {}, administrator)
  return systems.find(({ id }) => id === system)!
}
const EVENTS_PATH = `/systems/${WATER}/events`

test('a case whole, for the main unit and the co-unit: everything they may see, ratings at the end', async () => {
  const { number, own } = await act.submit(leakingMain())
  await act.receive(number, unit)
  await act.reply(number, unit)
  await act.rate(number, own, {
    solved: 'unsolved',
    satisfaction: 'dissatisfied',
    reason: '还在漏水',
    asksRedo: true,
  })
  await act.reply(number, unit)
  await act.rate(number, own, { reason: '这次修好了' })
  await world.portal.tick()

  for (const system of [WATER, CITY_MANAGEMENT]) {
    const got = events(system, number)
    expect(got.map(({ type }) => type)).toEqual([
      'dispatched',
      'received',
      'replied',
      'redo-ordered',
      'replied',
      'concluded',
    ])
    expect(got.map(({ order }) => order?.status)).toEqual([
      'dispatched',
      'handling',
      'replied',
      'handling',
      'replied',
      'concluded',
    ])
    expect(got.map(({ round }) => round)).toEqual([1, 1, 1, 2, 2, 2])
    for (const { order } of got.slice(0, -1)) expect(order).not.toHaveProperty('ratings')
    expect(got.at(-1)?.order?.ratings).toMatchObject([
      { round: 1, solved: 'unsolved', satisfaction: 'dissatisfied' },
      { round: 2, solved: 'solved', reason: '这次修好了' },
    ])
    expect(got[0]).toMatchObject({
      number,
      city: 'yantai',
      order: {
        kind: 'help',
        categoryName: '给水管道漏水',
        text: leakingMain().text,
        unit: { id: 'water-supply' },
        coUnits: [{ id: 'urban-management' }],
        milestones: [{ type: 'finish', round: 1, dueAt: expect.any(String) as string }],
        replies: [],
      },
    })
    expect(got[3]?.text).toBe('还在漏水')
    expect(got.at(-1)?.order?.replies).toMatchObject([
      { round: 1, publicReply: PUBLIC_REPLY },
      { round: 2, publicReply: PUBLIC_REPLY },
    ])
  }
  expect(world.got(MARKET, number)).toEqual([])
  expect(world.departments.repeats()).toBe(0)
})

test('what the last event says is the order as it stands', async () => {
  const { number } = await act.submit(noWater())
  await act.receive(number, unit)
  await act.explain(number, unit, '管网检修，今天 18 点恢复供水。')
  await world.portal.tick()
  const view = await act.open(number, unit)
  const order = events(WATER, number).at(-1)?.order
  expect(order).toMatchObject({ status: view.status, place: view.place, text: view.text, round: view.round })
  expect(order?.milestones.map(({ type, dueAt, metAt }) => ({ type, dueAt, metAt }))).toEqual(
    view.milestones.map(({ type, dueAt, metAt }) => ({ type, dueAt, metAt })),
  )
})

test('nothing of the requester is in any byte, even where the requester wrote it into the text', async () => {
  const name = '王示范'
  const phone = '13800000077'
  const company = '示范商贸有限公司'
  const { number, own } = await act.submit(
    leakingMain({
      requester: 'enterprise',
      enterprise: { name: company, creditCode: '91370600XXXXXXXXXM' },
      contact: { name, phone },
      text: `我是${company}的${name}，门口漏水，请打 138-0000-0077 找我。`,
      place: { district: '370602', detail: `${company}门口` },
    }),
  )
  await act.receive(number, unit)
  await act.reply(number, unit)
  await act.rate(number, own, { reason: `谢谢，我是${name}，１３８０００００７７ 或 13800000077` })
  await world.portal.tick()
  const got = world.departments.received(WATER).filter((event) => event.number === number)
  expect(got).toHaveLength(4)
  for (const { raw } of got) {
    expect(raw).toContain('门口漏水')
    for (const secret of [name, phone, '138-0000-0077', company, '91370600XXXXXXXXXM', '138****0077', '王**'])
      expect(raw).not.toContain(secret)
    // Of the order number's own digits nothing was taken away.
    expect(raw).toContain(number)
  }
  for (const line of world.portal.log) expect(line).not.toMatch(/王示范|13800000077/)
})

test('what the petition system said stays with the hotline', async () => {
  const { portal } = world
  const text = '示范村村口水管漏了半年了，路面积水结冰，村民摔倒多次，请来修。'
  const phone = '13800000078'
  const petition = { number: 'SF-2026-000078', city: 'yantai', registeredOn: '2026-09-01', phone, text }
  portal.petition.register({ ...petition, stage: 'handling' })
  const { number, receipt } = await act.submit(leakingMain({ text, contact: { name: '王示范', phone } }))
  expect(receipt.order.status).toBe('submitted')
  await act.accept(number, await portal.staff('yantai-operator'))
  await portal.tick()
  portal.petition.clear()
  const got = world.departments.received(WATER).filter((event) => event.number === number)
  expect(got.map(({ type }) => type)).toEqual(['dispatched'])
  for (const { raw } of got) {
    expect(raw).not.toContain('SF-2026')
    expect(raw).not.toMatch(/petition|信访/)
  }
})

test.each([
  ['answers every second time with 500', { status: 500, everyNth: 2 }],
  ['cuts the line before the work', { drop: true, everyNth: 3 }],
  ['does the work and loses the answer', { drop: 'after', everyNth: 2 }],
  ['is too busy', { status: 503, times: 7 }],
] as const)('a system that %s gets every event once, in order', async (_what, plan) => {
  world.departments.setFaults(plan)
  const sent = []
  for (let i = 0; i < 6; i++) {
    const { number } = await act.submit(leakingMain())
    await world.portal.tick()
    await act.receive(number, unit)
    await act.reply(number, unit)
    sent.push(number)
    await world.later(3)
  }
  await settle()
  for (const number of sent)
    for (const system of [WATER, CITY_MANAGEMENT])
      expect(events(system, number).map(({ type }) => type)).toEqual(['dispatched', 'received', 'replied'])
  expect(world.portal.log.some((line) => line.includes('out_of_order'))).toBe(false)
})

test('a system that answers too late is asked again, and takes each event once', async () => {
  const before = world.departments.repeats()
  world.departments.setFaults({ path: EVENTS_PATH, latencyMs: 5_200, times: 1 })
  const { number } = await act.submit(leakingMain())
  await world.portal.tick()
  expect((await outcome(WATER)).lastFailure?.why).toBe('no answer within 5 s')
  await settle()
  expect(world.got(WATER, number)).toHaveLength(1)
  expect(world.departments.repeats() - before).toBeLessThanOrEqual(1)
})

test('a later event never overtakes one that failed; other orders go on meanwhile', async () => {
  world.departments.setFaults({ path: EVENTS_PATH, status: 500, times: 1 })
  const held = await act.submit(leakingMain())
  await world.portal.tick()
  await act.receive(held.number, unit)
  const other = await act.submit(leakingMain())
  await world.portal.tick()
  expect(world.got(WATER, held.number)).toEqual([])
  expect(world.got(WATER, other.number)).toHaveLength(1)
  expect(world.got(CITY_MANAGEMENT, held.number)).toHaveLength(2)
  await world.later(4)
  expect(world.got(WATER, held.number)).toEqual([])
  await world.later(1)
  expect(events(WATER, held.number).map(({ type }) => type)).toEqual(['dispatched', 'received'])
})

test('several portals at once push every event once and in order', async () => {
  const { departments, portal } = world
  const before = { calls: departments.calls(EVENTS_PATH), received: departments.received(WATER).length }
  const sent = await Promise.all(Array.from({ length: 8 }, () => act.submit(leakingMain())))
  await Promise.all(sent.map(({ number }) => act.receive(number, unit)))
  await Promise.all([portal.tick(), portal.tickRestarted({}), portal.tick(), portal.tickRestarted({})])
  await settle()
  for (const { number } of sent)
    expect(events(WATER, number).map(({ type }) => type)).toEqual(['dispatched', 'received'])
  expect(departments.received(WATER).length - before.received).toBe(16)
  expect(departments.calls(EVENTS_PATH) - before.calls).toBe(16)
})

test('what is given up is seen, holds what comes after it, and goes out when it is replayed', async () => {
  const { portal } = world
  world.departments.setFaults({ path: EVENTS_PATH, status: 500 })
  const one = await act.submit(leakingMain())
  const two = await act.submit(leakingMain())
  await settleDead(2)
  await act.receive(one.number, unit)
  await portal.tick()
  world.departments.setFaults(null)
  await world.later(7200)
  expect(world.got(WATER, one.number)).toEqual([])

  expect(await outcome(WATER)).toMatchObject({
    dead: 2,
    waiting: 1,
    lastFailure: { why: expect.stringMatching(/^HTTP 500/) as string },
  })
  expect(await outcome(CITY_MANAGEMENT)).toMatchObject({ dead: 0, waiting: 0 })
  const first = await portal.call(listDeadDeliveries, { query: { limit: 1 } }, administrator)
  const second = await portal.call(listDeadDeliveries, { query: { after: first.next ?? '' } }, administrator)
  const dead = [...first.deliveries, ...second.deliveries]
  expect(dead.map(({ number }) => number).sort()).toEqual([one.number, two.number].sort())
  expect(dead[0]).toMatchObject({ system: WATER, type: 'dispatched', tries: 24 })

  const ofOne = dead.find(({ number }) => number === one.number)!
  const replayed = await portal.call(replayDelivery, { params: { delivery: ofOne.id } }, administrator)
  expect(replayed).toEqual({ replayed: 1 })
  await portal.tick()
  expect(events(WATER, one.number).map(({ type }) => type)).toEqual(['dispatched', 'received'])
  expect(world.got(WATER, two.number)).toEqual([])
  expect(await portal.call(replaySystem, { params: { system: WATER } }, administrator)).toEqual({
    replayed: 1,
  })
  await portal.tick()
  expect(world.got(WATER, two.number)).toHaveLength(1)
  expect(await outcome(WATER)).toMatchObject({
    dead: 0,
    waiting: 0,
    lastSuccessAt: expect.any(String) as string,
  })
})

/** Hours go by until so many deliveries were given up. */
const settleDead = async (count: number) => {
  const deliveries = world.portal.connection.collection('exchangeDeliveries')
  for (let i = 0; i < 60 && (await deliveries.countDocuments({ state: 'dead' })) < count; i++)
    await world.later(3600)
  expect(await deliveries.countDocuments({ state: 'dead' })).toBe(count)
  await signIn()
}

test('whoever does not look after the exchange, or does it elsewhere, sees and moves nothing', async () => {
  const { portal } = world
  world.departments.setFaults({ path: EVENTS_PATH, status: 500 })
  await act.submit(leakingMain())
  await settleDead(1)
  const { deliveries } = await portal.call(listDeadDeliveries, { query: {} }, administrator)
  const delivery = deliveries[0]!.id
  for (const account of ['yantai-operator', 'yantai-water-supply']) {
    const as = await portal.staff(account)
    for (const endpoint of [listExchangeSystems, listDeadDeliveries, replayDelivery, replaySystem]) {
      const problem = await portal.refused(endpoint, { params: { delivery, system: WATER } }, as)
      expect(problem).toMatchObject({ status: 403, code: 'not-yours' })
    }
  }
  const elsewhere = await portal.staff('fuzhou-administrator')
  expect((await portal.call(listExchangeSystems, {}, elsewhere)).systems.map(({ id }) => id)).toEqual([
    MARKET,
  ])
  expect((await portal.call(listDeadDeliveries, { query: { system: WATER } }, elsewhere)).deliveries).toEqual(
    [],
  )
  for (const endpoint of [replayDelivery, replaySystem]) {
    const problem = await portal.refused(endpoint, { params: { delivery, system: WATER } }, elsewhere)
    expect(problem).toMatchObject({ status: 404, code: 'not-found' })
  }
  await portal.call(replayDelivery, { params: { delivery } }, administrator)
  const again = await portal.refused(replayDelivery, { params: { delivery } }, administrator)
  expect(again).toMatchObject({ status: 404 })
})

test('a system that does not know our signature takes nothing', async () => {
  const { portal } = world
  const systems = portal.connection.collection<{ _id: string; secretSealed: string }>('exchangeSystems')
  const [water, other] = await Promise.all([WATER, CITY_MANAGEMENT].map((_id) => systems.findOne({ _id })))
  // Sealed about another system: it cannot even be opened.
  await systems.updateOne({ _id: WATER }, { $set: { secretSealed: other!.secretSealed } })
  const { number } = await act.submit(leakingMain())
  await portal.tick()
  expect(world.got(WATER, number)).toEqual([])
  expect(world.got(CITY_MANAGEMENT, number)).toHaveLength(1)
  await systems.updateOne({ _id: WATER }, { $set: { secretSealed: water!.secretSealed } })
  await settle()
  expect(world.got(WATER, number)).toHaveLength(1)
})

test('a unit that an operator chooses is told from then on; before it nobody is', async () => {
  const operator = await world.portal.staff('yantai-operator')
  const { number } = await act.submit(parkedCars())
  await world.portal.tick()
  expect(world.got(CITY_MANAGEMENT, number)).toEqual([])
  await act.dispatch(number, operator, 'urban-management')
  await world.portal.tick()
  expect(events(CITY_MANAGEMENT, number)).toMatchObject([
    { type: 'dispatched', text: '按职责分工派单', order: { acceptedAt: expect.any(String) as string } },
  ])
})

test('a unit that gives an order back is told that it is gone, and nothing more', async () => {
  const { portal } = world
  const take = (endpoint: Endpoint, as: As, body: object) =>
    portal.send(
      'POST',
      endpoint.path.replace('{number}', number),
      { commandId: commandId(), ...body },
      { authorization: `Bearer ${as.session ?? ''}` },
    )
  const operator = await portal.staff('yantai-operator')
  const { number } = await act.submit(leakingMain())
  const why = { reason: '不是本单位的职责。', evidence: '三定方案第五条' }
  const returned = await take(returnOrder, await portal.staff('yantai-water-supply-manager'), why)
  const upheld = await take(upholdReturn, await portal.staff('yantai-reviewer'), {
    reason: '理由成立，改派。',
  })
  expect([returned.status, upheld.status]).toEqual([200, 200])
  await act.dispatch(number, operator, 'urban-management')
  await portal.tick()
  expect(events(WATER, number).map(({ type, order }) => [type, order?.status])).toEqual([
    ['dispatched', 'dispatched'],
    ['returned', 'return-review'],
    ['return-upheld', undefined],
  ])
  expect(events(CITY_MANAGEMENT, number).map(({ type, order }) => [type, order?.unit.id])).toEqual([
    ['dispatched', 'water-supply'],
    ['returned', 'water-supply'],
    ['return-upheld', undefined],
    ['dispatched', 'urban-management'],
  ])
})
