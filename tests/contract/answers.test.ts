/** Every endpoint is served, nothing else is; and what each one answers is what its contract says, in both cities. */
import {
  type Attachment,
  checkScope,
  ENDPOINTS,
  type Endpoint,
  exchangeReceive,
  exchangeReply,
  getCity,
  getHealth,
  getKnowledge,
  getMe,
  getQueryCode,
  listCities,
  listDeadDeliveries,
  listDeskOrders,
  listExchangeEvents,
  listExchangeSystems,
  listHotlines,
  listMyOrders,
  listPersonalDataReads,
  listUnits,
  previewDeadlines,
  replayDelivery,
  replaySystem,
  revealContact,
  searchKnowledge,
  sendSmsCode,
  signInByPhone,
  signInByWechat,
  signInStaff,
  signOut,
  uploadAttachment,
} from '@jiesu/shared-types'
import { DEMO_PASSWORD } from '../../portal-api/src/cli/seed'
import { appealIn, contestedDecision, parkedCars } from '../support/appeals'
import { judgeAnswer } from '../support/contract'
import { deeds, INTERNAL_ACCOUNT, PUBLIC_REPLY } from '../support/deeds'
import { asSystem, CITY_MANAGEMENT, MARKET } from '../support/exchange'
import { handlerOf } from '../support/handlerOf'
import { PHOTOS, upload } from '../support/photos'
import { type As, commandId, startPortal, type TestPortal } from '../support/portal'

jest.setTimeout(60_000)

let portal: TestPortal
/** Ids of the endpoints that answered as they promise. */
const answered = new Set<string>()

beforeAll(async () => {
  const started = await startPortal('2026-11-23T09:00:00+08:00', {
    settings: { EXCHANGE_DEMO_URL: 'http://127.0.0.1:1' },
  })
  portal = {
    ...started,
    call: async (endpoint, input, as) => {
      const answer = await started.call(endpoint, input, as)
      answered.add(endpoint.id)
      return answer
    },
  }
})
afterAll(() => portal.stop())

test('every endpoint is served with its method, and every served address is an endpoint', () => {
  const inKoa = ({ method, path }: Endpoint) => `${method} ${path.replace(/\{(\w+)\}/g, ':$1')}`
  const served = portal.routes.filter((route) => route.includes(' /api/'))
  // Photos are opened by the signed address that comes with them, which nobody puts together by hand.
  expect(served.filter((route) => route !== 'GET /api/v1/attachments/:id').sort()).toEqual(
    ENDPOINTS.map(inKoa).sort(),
  )
})

describe.each(['yantai', 'fuzhou'])('in %s', (city) => {
  const place = () => appealIn(city).place
  const does = () => deeds(portal)
  let operator: As

  beforeAll(async () => {
    operator = await portal.staff(`${city}-operator`)
  })

  test('what anybody may read', async () => {
    await portal.call(getHealth, {})
    await portal.call(listCities, {})
    const profile = await portal.call(getCity, { params: { city } })
    await portal.call(listHotlines, { params: { city } })
    for (const { id: category } of profile.categories.flatMap((group) => group.categories))
      await portal.call(previewDeadlines, { query: { city, category } })
    for (const { id: kind } of profile.kinds)
      for (const requester of profile.requesterTypes)
        await portal.call(previewDeadlines, { query: { city, kind, requester } })
    for (const text of ['', '家里着火了快来人', '门口的路坏了', contestedDecision().text])
      await portal.call(checkScope, { body: { city, text } })
    const { hits, topics } = await portal.call(searchKnowledge, { query: { city } })
    for (const { id: topic } of topics) await portal.call(searchKnowledge, { query: { city, topic } })
    await portal.call(searchKnowledge, { query: { city, q: '停水了找谁' } })
    for (const { id } of hits) await portal.call(getKnowledge, { params: { id } })
  })

  test('an order whole: photo, dispatch, explanation, reply, redo, review, conclusion', async () => {
    const me = await portal.citizen(city === 'yantai' ? '13800000011' : '13800000012')
    expect((await portal.call(getMe, {}, me)).identity).toMatchObject({ kind: 'requester' })
    const sent = await portal.send('POST', uploadAttachment.path, upload(PHOTOS['image/png']))
    judgeAnswer(uploadAttachment, sent.body)
    answered.add(uploadAttachment.id)
    const { submit, ...act } = does()
    const enterprise = { name: '示范商贸有限公司', creditCode: '91370600MA3XXXXX0A' }
    const { number } = await submit(
      appealIn(city, { requester: 'enterprise', enterprise, attachments: [(sent.body as Attachment).id] }),
      me,
    )
    const unit = await portal.staff(await handlerOf(portal, number))
    await act.open(number, unit)
    await act.open(number, operator)
    await portal.call(revealContact, { params: { number }, body: { why: '核实地址' } }, operator)
    await portal.call(listPersonalDataReads, { params: { number } }, me)
    await portal.call(getQueryCode, { params: { number } }, me)
    await portal.call(listMyOrders, { query: {} }, me)
    await act.receive(number, unit)
    await act.explain(number, unit, '主管道接头老化破裂，正在抢修。')
    const supervisor = await portal.staff(`${city}-supervisor`)
    await act.askExtension(number, unit, 1, '等待配件到货')
    await act.open(number, supervisor)
    await act.refuseExtension(number, supervisor, '可以先临时供水')
    await act.askExtension(number, unit, 2, '配件明天下午才到货')
    await act.grantExtension(number, supervisor, '确需等待配件')
    await act.reply(number, unit)
    await act.rate(number, me, {
      solved: 'unsolved',
      satisfaction: 'dissatisfied',
      reason: '仍在漏水',
      asksRedo: true,
    })
    await act.reply(number, unit)
    await act.rate(number, me, {
      solved: 'partly',
      satisfaction: 'fair',
      reason: '路面没有修',
      asksRedo: true,
    })
    await act.redo(number, operator, '路面确实没有恢复，请继续办理。')
    await act.reply(number, unit)
    await act.rate(number, me, { solved: 'unsolved', satisfaction: 'fair' })
    await act.conclude(number, operator, '已现场核实，路面已恢复。')
    await act.read(number, me)
    for (const queue of ['mine', 'open', 'closed'] as const) {
      await portal.call(listDeskOrders, { query: { queue } }, operator)
      await portal.call(listDeskOrders, { query: { queue } }, unit)
    }
    await portal.call(signOut, {}, me)
    expect((await portal.call(getMe, {}, me)).identity).toBeNull()
  })

  test('the ways beside it: information, decline, withdrawal, an operator’s dispatch', async () => {
    const { submit, ...act } = does()
    const held = await submit(contestedDecision({ city, place: place(), insist: true }))
    await act.ask(held.number, operator, '请问处罚决定书是哪一天收到的？')
    await act.tell(held.number, held.own, '上个月 20 日收到的。')
    const why = { reason: '行政复议有专门的程序。', goTo: '司法局行政复议窗口', rule: 'reconsideration' }
    await act.decline(held.number, operator, why)
    await act.read(held.number, held.own)
    await act.contest(held.number, held.own, '我问的是窗口的态度，不是处罚本身。')
    await act.accept(held.number, await portal.staff(`${city}-operator-2`), '可以协调')
    const again = await submit(contestedDecision({ city, place: place(), insist: true }))
    await act.accept(again.number, operator, '可以协调')
    await act.withdraw(again.number, await act.lookUp(again), '自己解决了')
    const parked = await submit(parkedCars({ city, place: place(), confidentiality: 'anonymous' }))
    const { units } = await portal.call(listUnits, {}, operator)
    const { dispatchOptions } = await act.open(parked.number, operator)
    expect(units).toEqual(expect.arrayContaining(dispatchOptions.map((option) => option.unit)))
    await act.dispatch(parked.number, operator, dispatchOptions[0]!.unit.id, [dispatchOptions[1]!.unit.id])
    await act.read(parked.number, parked.own)
  })

  test('a unit’s system: feed, receipt, reply, and what could not be delivered to it', async () => {
    const { submit, ...act } = does()
    const [system, unit] =
      city === 'yantai' ? [CITY_MANAGEMENT, 'urban-management'] : [MARKET, 'market-regulation']
    const as = asSystem(system)
    const { number } = await submit(parkedCars({ city, place: place() }))
    await act.dispatch(number, operator, unit)
    await portal.tick()
    const { events } = await portal.call(listExchangeEvents, { query: {} }, as)
    expect(events).toContainEqual(expect.objectContaining({ number, type: 'dispatched' }))
    const params = { number }
    const answer = { publicReply: PUBLIC_REPLY, internalAccount: INTERNAL_ACCOUNT }
    await portal.call(exchangeReceive, { params, body: { commandId: commandId() } }, as)
    await portal.call(exchangeReply, { params, body: { commandId: commandId(), ...answer } }, as)
    // As many failed tries leave it.
    await portal.connection
      .collection('exchangeDeliveries')
      .updateMany({ system }, { $set: { state: 'dead', tries: 24 } })
    const supervisor = await portal.staff(`${city}-supervisor`)
    const { systems } = await portal.call(listExchangeSystems, {}, supervisor)
    const { deliveries } = await portal.call(listDeadDeliveries, { query: { system } }, supervisor)
    const view = systems.find(({ id }) => id === system)
    expect(view).toMatchObject({ dead: deliveries.length, waiting: 0, unit: { id: unit } })
    await portal.call(replayDelivery, { params: { delivery: deliveries[0]!.id } }, supervisor)
    await portal.call(replaySystem, { params: { system } }, supervisor)
  })

  test('signing in', async () => {
    const phone = city === 'yantai' ? '13800000013' : '13800000014'
    await portal.call(sendSmsCode, { body: { phone } })
    const code = portal.sms.sent(phone).at(-1)?.params['code'] ?? ''
    await portal.call(signInByPhone, { body: { phone, code } })
    await portal.call(signInByWechat, { body: { code: `demo-${city}-1` } })
    const { identity } = await portal.call(signInStaff, {
      body: { account: `${city}-operator`, password: DEMO_PASSWORD },
    })
    expect(identity).toMatchObject({ kind: 'staff', city, role: 'operator' })
    expect((await portal.call(getMe, {}, operator)).identity).toEqual(identity)
  })

  test('no endpoint was left out', () => {
    expect(ENDPOINTS.map((endpoint) => endpoint.id).filter((id) => !answered.has(id))).toEqual([])
    answered.clear()
  })
})
