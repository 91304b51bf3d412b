/** 延期申请: the unit asks, a supervisor decides, the requester sees both and is told of the new limit. */
import { listDeskOrders } from '@jiesu/shared-types'
import { leakingMain } from '../support/appeals'
import { deeds } from '../support/deeds'
import { handlerOf } from '../support/handlerOf'
import { type As, startPortal, type TestPortal } from '../support/portal'

let portal: TestPortal
let supervisor: As
let act: ReturnType<typeof deeds>
beforeAll(async () => {
  portal = await startPortal('2026-09-28T09:00:00+08:00')
  supervisor = await portal.staff('yantai-supervisor')
  act = deeds(portal)
})
afterAll(() => portal.stop())

const waiting = async (as: As): Promise<string[]> =>
  (await portal.call(listDeskOrders, { query: { queue: 'mine' } }, as)).orders.map((order) => order.number)

const handled = async () => {
  const order = await act.submit(leakingMain())
  const unit = await portal.staff(await handlerOf(portal, order.number))
  await act.receive(order.number, unit)
  return { ...order, unit }
}

test('asked, seen in the supervisor’s queue, granted: the promise moves, with who and why', async () => {
  const { number, own, unit } = await handled()
  const before = await act.open(number, unit)
  expect(before).toMatchObject({ extensionOffer: { mostDays: 5, unit: 'working-days' } })
  expect(before.allowed).toContain('askExtension')
  expect(await waiting(supervisor)).not.toContain(number)

  const asked = await act.askExtension(number, unit, 2, '等待配件到货，国庆期间厂家不发货。')
  expect(asked.allowed).not.toContain('askExtension')
  expect(asked.extensionOffer).toBeUndefined()
  expect(await waiting(supervisor)).toEqual([number])
  const seen = await act.open(number, supervisor)
  expect(seen.allowed).toEqual(['grantExtension', 'refuseExtension', 'supervise'])
  expect(seen).toMatchObject({
    contactAvailable: false,
    extensionRequest: {
      days: 2,
      daysWords: '2 个工作日',
      reason: '等待配件到货，国庆期间厂家不发货。',
      dueWords: '10月10日（周六）24:00',
      newDueWords: '10月13日（周二）24:00',
    },
  })

  await act.grantExtension(number, supervisor, '确需等待配件，请先临时供水。')
  expect(await waiting(supervisor)).toEqual([])
  const mine = await act.read(number, own)
  expect(mine.milestones).toMatchObject([
    { dueAt: '2026-10-14T00:00:00+08:00', extendedFrom: ['2026-10-11T00:00:00+08:00'], limit: '7 个工作日' },
  ])
  expect(mine.timeline.slice(0, 2)).toMatchObject([
    {
      type: 'extension-granted',
      text: '时限改为 10月13日（周二）24:00（原来 10月10日（周六）24:00）。确需等待配件，请先临时供水。',
    },
    { type: 'extension-asked', text: '等待配件到货，国庆期间厂家不发货。' },
  ])
  await portal.tick()
  const told = portal.sms.sent('13800000000').filter((sms) => sms.template === 'order-extended')
  expect(told).toMatchObject([{ params: { due: '10月13日（周二）24:00' } }])
})

test('refused: the promise stays; more days than the city allows are refused at their field', async () => {
  const { number, own, unit } = await handled()
  const { milestones } = await act.read(number, own)
  await expect(act.askExtension(number, unit, 6, '等待配件到货')).rejects.toThrow(/"\/days"/)
  await act.askExtension(number, unit, 1, '等待配件到货')
  await act.refuseExtension(number, supervisor, '可以先临时供水')
  expect((await act.read(number, own)).milestones).toMatchObject([{ dueAt: milestones[0]!.dueAt }])
})
