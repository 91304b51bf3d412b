/** Open pages in real browsers keep up with each other: what one does, the other sees without asking. */
import { raiseUrgency, redispatch } from '@jiesu/shared-types'
import { DESKTOP, PHONE, type Visitor } from '../support/browser'
import { leakingMain, parkedCars } from '../support/appeals'
import { deeds } from '../support/deeds'
import { handlerOf } from '../support/handlerOf'
import type { As } from '../support/portal'
import { lookUp } from './citizen'
import { openFromList, signInAtDesk } from './staff'
import { setStage } from './stage'

jest.setTimeout(120_000)

const stage = setStage()
let act: ReturnType<typeof deeds>
let operator: As
beforeAll(async () => {
  act = deeds(stage.portal)
  operator = await stage.portal.staff('yantai-operator')
})

/** Somebody at the workbench, whose page is kept up to date. */
const atDesk = async (account: string, size = DESKTOP): Promise<Visitor> => {
  const one = await stage.visitor(size)
  await one.open('/desk')
  await signInAtDesk(one, account)
  await one.sees('desk-live', '实时更新中')
  return one
}
const topOf = async (reader: Visitor, id: string): Promise<number> =>
  Math.round((await reader.at(id).boundingBox())?.y ?? NaN)
const isInSight = async (reader: Visitor, id: string): Promise<boolean> => {
  const box = await reader.at(id).boundingBox()
  const height = reader.page.viewportSize()?.height ?? 0
  return box !== null && box.y >= 0 && box.y + box.height <= height
}
const focusOf = (reader: Visitor) => reader.page.evaluate<string>('document.activeElement.id')
const waiting = async (reader: Visitor) =>
  Number((await reader.at('desk-queue-mine').innerText()).replace(/\D/g, ''))

test('one operator dispatches, the other, who is writing, sees it at once: text, focus and place stay', async () => {
  const { number } = await act.submit(parkedCars())
  const [writer, faster] = [await atDesk('yantai-operator-2'), await atDesk('yantai-operator')]
  await openFromList(writer, number)
  await writer.press('desk-dispatch')
  // The form is whole.
  await writer.sees('desk-dispatch-line')
  await writer.fill('desk-dispatch-reason', '占道停车由公安交管部门处理，')
  const before = await topOf(writer, 'desk-dispatch-reason')

  await openFromList(faster, number)
  await faster.press('desk-dispatch')
  await faster.press('desk-dispatch-option-0')
  await faster.fill('desk-dispatch-reason', '按派单目录。')
  await faster.press('desk-dispatch-send')
  await faster.sees('desk-next', '签收')

  await writer.sees('desk-news', '工单刚刚有了变化')
  await writer.sees('desk-news', '已派给')
  await writer.sees('desk-next', '签收')
  expect(await isInSight(writer, 'desk-news')).toBe(true)
  expect(await focusOf(writer)).toBe('desk-dispatch-reason')
  expect(await topOf(writer, 'desk-dispatch-reason')).toBe(before)
  await writer.page.keyboard.type('城管协助。')
  expect(await writer.at('desk-dispatch-reason').inputValue()).toBe('占道停车由公安交管部门处理，城管协助。')
  // What one did oneself is no news.
  await faster.misses('desk-news')

  await writer.press('desk-news-seen')
  await writer.misses('desk-dispatch-form')
  await writer.sees('desk-dispatch-kept', '城管协助')
})

test('a unit’s list takes in what comes and lets go what leaves; counts follow', async () => {
  const unit = await atDesk('yantai-public-security')
  const before = await waiting(unit)
  const { number } = await act.submit(parkedCars())
  await act.dispatch(number, operator, 'public-security')
  await unit.sees(`desk-order-${number}`)
  expect(await waiting(unit)).toBe(before + 1)

  await act.receive(number, await stage.portal.staff('yantai-public-security'))
  await openFromList(unit, number)
  await act.take(redispatch, number, operator, { unit: 'ecology', coUnits: [], reason: '职责分工' })
  await unit.misses(`desk-order-${number}`)
  expect(await waiting(unit)).toBe(before)
  await unit.sees('desk-gone', '已经转走')
  expect(await isInSight(unit, 'desk-gone')).toBe(true)
  await unit.misses('problem')
})

test('the card in the list on which the focus is keeps it when another overtakes it', async () => {
  const { number } = await act.submit(leakingMain())
  const other = await act.submit(leakingMain())
  const unit = await atDesk(await handlerOf(stage.portal, number))
  const [first, second] = [number, other.number].sort()
  await unit.at(`desk-order-${first}`).focus()
  expect(await topOf(unit, `desk-order-${first}`)).toBeLessThan(await topOf(unit, `desk-order-${second}`))
  await act.take(raiseUrgency, second!, operator, { reason: '多人反映，影响出行。' })
  await unit.sees(`desk-order-${second}`, '加急')
  expect(await topOf(unit, `desk-order-${first}`)).toBeGreaterThan(await topOf(unit, `desk-order-${second}`))
  expect(await focusOf(unit)).toBe(`desk-order-${first}`)
})

test('without a network the desk says so and can be refreshed by hand; with it, it catches up', async () => {
  const unit = await atDesk('yantai-public-security', PHONE)
  await unit.context.setOffline(true)
  await unit.sees('desk-live', '连接断开，正在重连')
  await unit.sees('desk-live-refresh')
  const { number } = await act.submit(parkedCars())
  await act.dispatch(number, operator, 'public-security')
  await unit.context.setOffline(false)
  await unit.sees('desk-live', '实时更新中')
  await unit.misses('desk-live-refresh')
  await unit.sees(`desk-order-${number}`)
})

test('a citizen’s open page shows what happens, and nothing jumps', async () => {
  const order = await act.submit(leakingMain())
  const unit = await stage.portal.staff(await handlerOf(stage.portal, order.number))
  const citizen = await stage.visitor(PHONE)
  await lookUp(citizen, { number: order.number, code: order.receipt.queryCode })
  await citizen.press('order-withdraw')
  await citizen.fill('order-withdraw-reason', '物业说今天来修')
  const before = await topOf(citizen, 'order-withdraw-reason')

  await act.receive(order.number, unit)
  const news = await citizen.sees('order-news', '刚刚有新进展')
  expect(await news.innerText()).toContain('承办单位已签收')
  await citizen.sees('order-timeline', '承办单位已签收')
  // In sight where the citizen is, and read out.
  expect(await isInSight(citizen, 'order-news')).toBe(true)
  expect(await news.locator('xpath=..').getAttribute('role')).toBe('status')
  expect(await topOf(citizen, 'order-withdraw-reason')).toBe(before)
  expect(await citizen.at('order-withdraw-reason').inputValue()).toBe('物业说今天来修')

  await citizen.press('order-news-seen')
  await citizen.misses('order-news')
  // The own step is no news.
  await citizen.press('order-withdraw-yes')
  await citizen.sees('order-timeline', '物业说今天来修')
  await citizen.misses('order-news')
})

test('a citizen whose connection is lost is told so, and catches up by itself', async () => {
  const order = await act.submit(leakingMain())
  const unit = await stage.portal.staff(await handlerOf(stage.portal, order.number))
  const citizen = await stage.visitor(PHONE)
  await lookUp(citizen, { number: order.number, code: order.receipt.queryCode })
  await citizen.context.setOffline(true)
  await citizen.sees('order-live', '连接断开，正在重连')
  await act.receive(order.number, unit)
  await citizen.context.setOffline(false)
  await citizen.sees('order-news', '承办单位已签收')
  await citizen.page.locator('[id="order-live"]', { hasText: '连接断开' }).waitFor({ state: 'detached' })
})
