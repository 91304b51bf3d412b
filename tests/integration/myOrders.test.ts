/** The list of whoever is signed in: whole however long it is, sorted onto shelves, and what a receipt says of news. */
import { listMyOrders, ORDER_SHELVES, type OrderShelf, submitOrder, withdrawOrder } from '@jiesu/shared-types'
import { AGENT, leakingMain, parkedCars } from '../support/appeals'
import { deeds } from '../support/deeds'
import { handlerOf } from '../support/handlerOf'
import { type As, commandId, startPortal, type TestPortal } from '../support/portal'

let portal: TestPortal
beforeAll(async () => {
  portal = await startPortal('2026-11-23T09:00:00+08:00')
})
afterAll(() => portal.stop())

const submit = async (as: As, changes = {}) =>
  (await portal.call(submitOrder, { body: leakingMain(changes) }, as)).order.number

const wholeList = async (as: As, shelf?: OrderShelf) => {
  const numbers: string[] = []
  let after: string | undefined
  do {
    const page = await portal.call(
      listMyOrders,
      { query: { ...(shelf && { shelf }), ...(after && { after }) } },
      as,
    )
    numbers.push(...page.orders.map(({ number }) => number))
    after = page.next
  } while (after !== undefined)
  return numbers
}

test('more than a hundred orders are all there, each once and on one shelf', async () => {
  const me = await portal.citizen('13800000021')
  const withdrawn: string[] = []
  for (let at = 0; at < 104; at++) {
    const number = await submit(me)
    if (at % 3 !== 0) continue
    const body = { commandId: commandId(), reason: '' }
    await portal.call(withdrawOrder, { params: { number }, body }, me)
    withdrawn.push(number)
  }
  const replied = await submit(me)
  const unit = await portal.staff(await handlerOf(portal, replied))
  const act = deeds(portal)
  await act.receive(replied, unit)
  await act.reply(replied, unit)

  const all = await wholeList(me)
  expect(new Set(all).size).toBe(105)
  expect(all).toHaveLength(105)
  const shelves = Object.fromEntries(
    await Promise.all(ORDER_SHELVES.map(async (shelf) => [shelf, await wholeList(me, shelf)] as const)),
  )
  expect(shelves['to-rate']).toEqual([replied])
  expect(shelves['closed']?.sort()).toEqual(withdrawn.sort())
  expect(Object.values(shelves).flat().sort()).toEqual([...all].sort())
})

test('an unknown shelf is refused with the ones that there are', async () => {
  const me = await portal.citizen('13800000022')
  const refusal = await portal.refused(listMyOrders, { query: { shelf: 'nowhere' } }, me)
  expect(refusal.fields).toEqual([{ path: '/shelf', message: '可用的筛选：open、to-rate、closed' }])
})

test('orders submitted for somebody else are marked for their submitter', async () => {
  const me = await portal.citizen('13800000023')
  const own = await submit(me)
  const agency = await submit(me, { agent: AGENT })
  const { orders } = await portal.call(listMyOrders, { query: {} }, me)
  const marks = Object.fromEntries(orders.map(({ number, byAgent }) => [number, byAgent]))
  expect(marks).toEqual({ [agency]: true, [own]: undefined })
})

describe('the receipt says how its reader will hear of it', () => {
  const newsOf = async (changes: object, as: As = {}) =>
    (await portal.call(submitOrder, { body: parkedCars(changes) }, as)).news

  test('by text message to a mobile phone that was left', async () => {
    expect(await newsOf({})).toEqual({ sms: true })
    expect(await newsOf({ contact: { name: '王女士', phone: '0535-1234567' } })).toEqual({ sms: false })
    expect(await newsOf({ confidentiality: 'anonymous', contact: undefined })).toEqual({ sms: false })
  })

  test('by WeChat for whoever signed in with it, and for nobody else', async () => {
    const signIn = await portal.send('POST', '/api/v1/sessions/wechat', { code: 'demo-weapp-news' })
    const me = { session: (signIn.body as { token: string }).token }
    const body = parkedCars()
    const first = await portal.call(submitOrder, { body }, me)
    expect(first.news).toEqual({ sms: true, wechatTemplate: 'demo-template' })
    const somebody = await portal.citizen('13800000024')
    expect((await portal.call(submitOrder, { body }, somebody)).news).toEqual({ sms: true })
    expect(await newsOf({}, somebody)).toEqual({ sms: true })
  })
})
