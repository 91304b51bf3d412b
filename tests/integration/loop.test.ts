/** The main job: submitted, dispatched by the catalogue, received, replied, rated, redone, concluded. */
import {
  getDeskOrder,
  getOrder,
  listMyOrders,
  lookUpOrder,
  rateOrder,
  receiveOrder,
  replyOrder,
  submitOrder,
} from '@jiesu/shared-types'
import { leakingMain } from '../support/appeals'
import { handlerOf } from '../support/handlerOf'
import { type As, commandId, startPortal, type TestPortal } from '../support/portal'

let portal: TestPortal
beforeAll(async () => {
  portal = await startPortal('2026-09-30T10:00:00+08:00')
})
afterAll(() => portal.stop())

const at = (shanghai: string) => {
  portal.now = new Date(`${shanghai}+08:00`)
}

test('the loop closes by hands, and the timeline shows each step', async () => {
  const receipt = await portal.call(submitOrder, { body: leakingMain() })
  const { number } = receipt.order
  /** The access of an anonymous requester lasts a day; number and query code open the order again. */
  const lookedUp = async (): Promise<As> => {
    const found = await portal.call(lookUpOrder, { body: { number, queryCode: receipt.queryCode } })
    return { orderAccess: found.accessToken }
  }
  expect(number).toMatch(/^\d{16}$/)
  expect(receipt.queryCode).toMatch(/^\d{6}$/)
  expect(receipt.order.status).toBe('dispatched')
  // Five working days from 30 September, over National Day with its worked Saturday.
  expect(receipt.order.milestones).toMatchObject([
    { type: 'finish', dueAt: '2026-10-14T00:00:00+08:00', state: 'running' },
  ])
  expect(receipt.order.sentence).toContain('10月13日（周二）24:00')

  const account = await handlerOf(portal, number)
  let unit = await portal.staff(account)
  at('2026-09-30T10:20:00')
  const opened = await portal.call(getDeskOrder, { params: { number } }, unit)
  expect(opened.timeline[0]?.type).toBe('first-viewed')
  expect(opened.allowed).toContain('receive')
  await portal.call(receiveOrder, { params: { number }, body: { commandId: commandId() } }, unit)

  at('2026-10-08T15:00:00')
  unit = await portal.staff(account)
  await portal.call(
    replyOrder,
    {
      params: { number },
      body: {
        commandId: commandId(),
        publicReply: '我们已更换破损的管道接头，今天下午恢复供水，路面会在三日内修补。',
        internalAccount: '抢修班组更换 DN100 接头一处。',
      },
    },
    unit,
  )
  const replied = await portal.call(getOrder, { params: { number } }, await lookedUp())
  expect(replied.status).toBe('replied')
  expect(replied.milestones[0]).toMatchObject({ state: 'met', metAt: '2026-10-08T15:00:00+08:00' })
  expect(replied.reply?.text).toContain('更换破损')
  expect(JSON.stringify(replied)).not.toContain('抢修班组')

  at('2026-10-08T17:00:00')
  const redone = await portal.call(
    rateOrder,
    {
      params: { number },
      body: {
        commandId: commandId(),
        solved: 'unsolved',
        satisfaction: 'dissatisfied',
        reason: '还在漏水，路面又积水了',
        asksRedo: true,
      },
    },
    await lookedUp(),
  )
  expect(redone).toMatchObject({ status: 'handling', round: 2 })
  expect(redone.milestones.at(-1)).toMatchObject({ round: 2, dueAt: '2026-10-15T00:00:00+08:00' })
  const deskView = await portal.call(getDeskOrder, { params: { number } }, unit)
  expect(deskView.timeline.map((entry) => entry.type)).not.toContain('rated')
  expect(deskView.rating).toBeUndefined()

  at('2026-10-12T11:00:00')
  unit = await portal.staff(account)
  await portal.call(
    replyOrder,
    {
      params: { number },
      body: {
        commandId: commandId(),
        publicReply: '昨夜重新开挖，找到第二处破损并更换，现场已试压一小时无渗漏。',
        internalAccount: '第二处破损在阀门井东侧。',
      },
    },
    unit,
  )
  const concluded = await portal.call(
    rateOrder,
    {
      params: { number },
      body: {
        commandId: commandId(),
        solved: 'solved',
        satisfaction: 'satisfied',
        reason: '',
        asksRedo: false,
      },
    },
    await lookedUp(),
  )
  expect(concluded.status).toBe('concluded')
  expect(concluded.timeline.map((entry) => entry.type).reverse()).toEqual([
    'submitted',
    'accepted',
    'dispatched',
    'first-viewed',
    'received',
    'replied',
    'rated',
    'redo-ordered',
    'replied',
    'rated',
    'concluded',
  ])
  expect(concluded.allowed).toEqual([])
})

test('the same submission twice is the same order, with the same query code', async () => {
  at('2026-11-23T09:00:00')
  const appeal = leakingMain()
  const [first, second] = await Promise.all([
    portal.call(submitOrder, { body: appeal }),
    portal.call(submitOrder, { body: appeal }),
  ])
  expect(second.order.number).toBe(first.order.number)
  expect(second.queryCode).toBe(first.queryCode)
})

test('a command sent again acts once', async () => {
  const { order } = await portal.call(submitOrder, { body: leakingMain() })
  const unit = await portal.staff(await handlerOf(portal, order.number))
  const body = { commandId: commandId() }
  const [a, b] = await Promise.all([
    portal.call(receiveOrder, { params: { number: order.number }, body }, unit),
    portal.call(receiveOrder, { params: { number: order.number }, body }, unit),
  ])
  expect(a.version).toBe(b.version)
  expect(a.timeline.filter((entry) => entry.type === 'received')).toHaveLength(1)
})

test('number and query code open the order; the token opens that one only', async () => {
  const mine = await portal.call(submitOrder, { body: leakingMain() })
  const other = await portal.call(submitOrder, { body: leakingMain() })
  const found = await portal.call(lookUpOrder, {
    body: { number: mine.order.number, queryCode: mine.queryCode },
  })
  expect(found.order.number).toBe(mine.order.number)
  const spaced = mine.order.number.replace(/(\d{4})/g, '$1 ')
  await portal.call(lookUpOrder, { body: { number: spaced, queryCode: mine.queryCode } })
  const refused = await portal.refused(
    getOrder,
    { params: { number: other.order.number } },
    { orderAccess: found.accessToken },
  )
  expect(refused.code).toBe('not-found')
})

test('orders of a signed-in citizen are listed to them, newest first, and to nobody else', async () => {
  const me = await portal.citizen('13800000001')
  const other = await portal.citizen('13800000002')
  at('2026-11-23T10:00:00')
  const first = await portal.call(submitOrder, { body: leakingMain() }, me)
  at('2026-11-23T10:01:00')
  const second = await portal.call(submitOrder, { body: leakingMain() }, me)
  const mine = await portal.call(listMyOrders, { query: {} }, me)
  expect(mine.orders.map((order) => order.number)).toEqual([second.order.number, first.order.number])
  expect((await portal.call(listMyOrders, { query: {} }, other)).orders).toEqual([])
  expect((await portal.refused(getOrder, { params: { number: first.order.number } }, other)).code).toBe(
    'not-found',
  )
})

test('a reply that nobody rates concludes when the window is over', async () => {
  at('2026-11-23T11:00:00')
  const { order, accessToken, queryCode } = await portal.call(submitOrder, { body: leakingMain() })
  const unit = await portal.staff(await handlerOf(portal, order.number))
  const params = { number: order.number }
  await portal.call(receiveOrder, { params, body: { commandId: commandId() } }, unit)
  const reply = { publicReply: '管道已经修好，供水恢复正常，请查看。', internalAccount: '更换接头。' }
  await portal.call(replyOrder, { params, body: { commandId: commandId(), ...reply } }, unit)
  const waiting = await portal.call(getOrder, { params }, { orderAccess: accessToken })
  const until = new Date(waiting.ratingOpenUntil ?? '')

  portal.now = new Date(until.getTime() - 1)
  await portal.tick()
  const before = await portal.call(lookUpOrder, { body: { number: order.number, queryCode } })
  expect(before.order.status).toBe('replied')
  portal.now = until
  await portal.tick()
  const after = await portal.call(getOrder, { params }, { orderAccess: before.accessToken })
  expect(after.status).toBe('concluded')
  expect(after.timeline[0]).toMatchObject({ type: 'concluded', by: 'system' })
})
