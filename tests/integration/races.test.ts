/** The same thing twice, two people at once, and command ids that somebody else has used. */
import {
  acceptOrder,
  declineOrder,
  dispatchOrder,
  getDeskOrder,
  giveInformation,
  listMyOrders,
  receiveOrder,
  submitOrder,
  withdrawOrder,
} from '@jiesu/shared-types'
import { contestedDecision, leakingMain, parkedCars } from '../support/appeals'
import { deeds } from '../support/deeds'
import { handlerOf } from '../support/handlerOf'
import { type As, commandId, startPortal, type TestPortal } from '../support/portal'

jest.setTimeout(60_000)

let portal: TestPortal
let operator: As
let act: ReturnType<typeof deeds>
beforeAll(async () => {
  portal = await startPortal('2026-11-23T09:00:00+08:00', { settings: { JIESU_HOURLY_SUBMISSIONS: '40' } })
  operator = await portal.staff('yantai-operator')
  act = deeds(portal)
})
beforeEach(() => {
  portal.now = new Date(portal.now.getTime() + 3_600_000)
})
afterAll(() => portal.stop())

const at = (path: string, number: string) => path.replace('{number}', number)
const desk = { authorization: () => `Bearer ${operator.session ?? ''}` }

test('one submission sent twenty times at once is one order with one code', async () => {
  const appeal = leakingMain()
  const receipts = await Promise.all(
    Array.from({ length: 20 }, () => portal.call(submitOrder, { body: appeal })),
  )
  expect(new Set(receipts.map((receipt) => receipt.order.number)).size).toBe(1)
  expect(new Set(receipts.map((receipt) => receipt.queryCode)).size).toBe(1)
  const kept = await portal.connection
    .collection('orders')
    .countDocuments({ 'private.submissionId': appeal.commandId })
  expect(kept).toBe(1)
})

test('a phone may repeat its submission freely, also when its address has sent too many new ones', async () => {
  const appeal = leakingMain()
  const { order } = await portal.call(submitOrder, { body: appeal })
  for (let i = 0; i < 39; i++) await portal.call(submitOrder, { body: leakingMain() })
  const refused = await portal.refused(submitOrder, { body: leakingMain() })
  expect(refused).toMatchObject({ code: 'too-many-attempts', status: 429 })
  expect((await portal.call(submitOrder, { body: appeal })).order.number).toBe(order.number)
})

test('two operators at once: one decides, the other is told that it has moved on', async () => {
  for (let i = 0; i < 5; i++) {
    const { number } = await act.submit(contestedDecision({ insist: true }))
    const [accepted, declined] = await Promise.all([
      portal.send(
        'POST',
        at(acceptOrder.path, number),
        { commandId: commandId() },
        { authorization: desk.authorization() },
      ),
      portal.send(
        'POST',
        at(declineOrder.path, number),
        { commandId: commandId(), reason: '有专门的程序处理。', goTo: '复议机关' },
        { authorization: desk.authorization() },
      ),
    ])
    expect([accepted.status, declined.status].sort()).toEqual([200, 409])
    const { timeline } = await act.open(number, operator)
    expect(timeline.filter((entry) => ['accepted', 'declined'].includes(entry.type))).toHaveLength(1)
  }
})

test('two operators dispatch at once: the order has one main unit', async () => {
  const { number } = await act.submit(parkedCars())
  const units = ['traffic-police', 'urban-management', 'housing-construction', 'transport']
  const answers = await Promise.all(
    units.map((unit) =>
      portal.send(
        'POST',
        at(dispatchOrder.path, number),
        { commandId: commandId(), unit, coUnits: [], reason: '按职责' },
        { authorization: desk.authorization() },
      ),
    ),
  )
  expect(answers.map((answer) => answer.status).sort()).toEqual([200, 409, 409, 409])
  const { timeline } = await act.open(number, operator)
  expect(timeline.filter((entry) => entry.type === 'dispatched')).toHaveLength(1)
})

test('one command sent ten times at once is carried out once, and everybody hears its outcome', async () => {
  const { number } = await act.submit(leakingMain())
  const unit = await portal.staff(await handlerOf(portal, number))
  const body = { commandId: commandId() }
  const answers = await Promise.all(
    Array.from({ length: 10 }, () => portal.call(receiveOrder, { params: { number }, body }, unit)),
  )
  expect(new Set(answers.map((answer) => answer.version)).size).toBe(1)
  expect(new Set(answers.map((answer) => answer.status))).toEqual(new Set(['handling']))
  expect(answers[0]?.timeline.filter((entry) => entry.type === 'received')).toHaveLength(1)
})

test('the requester withdraws while the unit receives: one story, whoever was first', async () => {
  for (let i = 0; i < 5; i++) {
    const { number, own } = await act.submit(leakingMain())
    const unit = await portal.staff(await handlerOf(portal, number))
    await Promise.allSettled([act.withdraw(number, own), act.receive(number, unit)])
    const { status, timeline } = await act.read(number, own)
    // A withdrawal is possible before and after the receipt, so it always stands in the end.
    expect(status).toBe('withdrawn')
    expect(timeline[0]?.type).toBe('withdrawn')
  }
})

test('looking at an order at once records its first view once', async () => {
  const { number } = await act.submit(leakingMain())
  const unit = await portal.staff(await handlerOf(portal, number))
  const looks = await Promise.all(
    Array.from({ length: 8 }, () => portal.call(getDeskOrder, { params: { number } }, unit)),
  )
  for (const look of looks)
    expect(look.timeline.filter((entry) => entry.type === 'first-viewed')).toHaveLength(1)
})

test('nobody uses up another’s command ids, nor those of the portal', async () => {
  const parked = await act.submit(parkedCars())
  await act.ask(parked.number, operator, '请问是哪一个小区门口？')
  const params = { number: parked.number }
  const shared = `first-view-${parked.number}-1-traffic-police`
  await portal.call(
    giveInformation,
    { params, body: { commandId: shared, text: '示范小区东门。' } },
    parked.own,
  )
  const dispatched = await portal.call(
    dispatchOrder,
    { params, body: { commandId: shared, unit: 'traffic-police', reason: '按职责' } },
    operator,
  )
  expect(dispatched.status).toBe('dispatched')
  const unit = await portal.staff('yantai-traffic-police')
  expect((await act.open(parked.number, unit)).timeline[0]?.type).toBe('first-viewed')
  const received = await portal.call(receiveOrder, { params, body: { commandId: shared } }, unit)
  expect(received.status).toBe('handling')
  const withdrawn = await portal.call(withdrawOrder, { params, body: { commandId: shared } }, parked.own)
  expect(withdrawn.status).toBe('withdrawn')
})

test('orders of one moment are all on one page or the other, none on both', async () => {
  const me = await portal.citizen('13800000001')
  const sent = await Promise.all(Array.from({ length: 25 }, () => act.submit(leakingMain(), me)))
  const first = await portal.call(listMyOrders, { query: {} }, me)
  expect(first.orders).toHaveLength(20)
  const second = await portal.call(listMyOrders, { query: { after: first.next ?? '' } }, me)
  expect(second.next).toBeUndefined()
  const listed = [...first.orders, ...second.orders].map((order) => order.number)
  expect(listed.sort()).toEqual(sent.map((order) => order.number).sort())
})

test.each(['1795395600000', '9999999999999999-2611217130589164', 'x'])(
  '"%s" is no place in a list',
  async (after) => {
    const me = await portal.citizen('13800000002')
    const problem = await portal.refused(listMyOrders, { query: { after } }, me)
    expect(problem).toMatchObject({ status: 422, fields: [{ path: '/after' }] })
    portal.now = new Date(portal.now.getTime() + 60_000)
  },
)
