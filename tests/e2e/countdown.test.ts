/** How much time is left, in a real browser: heard as one sentence, by the portal's clock, without asking the portal. */
import { PHONE, type Visitor } from '../support/browser'
import { noWater } from '../support/appeals'
import { deeds } from '../support/deeds'
import { lookUp, sendAppeal, writeAppeal } from './citizen'
import { setStage } from './stage'

jest.setTimeout(120_000)

const stage = setStage()
let citizen: Visitor
/** Questions to the portal so far. */
let asked: number
beforeEach(async () => {
  stage.portal.now = new Date('2026-11-23T09:00:00+08:00')
  citizen = await stage.visitor(PHONE)
  asked = 0
  citizen.page.on('request', (request) => {
    if (request.url().includes('/api/')) asked++
  })
  // The phone's own clock is hours slow.
  await citizen.page.clock.install({ time: new Date('2026-11-23T04:30:00+08:00') })
})

const heard = (sentence: RegExp) => citizen.page.getByRole('img', { name: sentence }).first().waitFor()
const MINUTE = 60_000

test('the receipt counts down minute by minute, and asks the portal nothing', async () => {
  await citizen.open('/submit')
  await writeAppeal(citizen, noWater().text)
  await citizen.press('submit-category')
  await citizen.press('submit-category-option-utilities_water-outage')
  await sendAppeal(citizen)
  await heard(/^还剩 (30|29) 分钟，11月23日（周一）09:30 前先行答复，时限 30 分钟$/)
  const before = asked
  await citizen.page.clock.fastForward(10 * MINUTE)
  await heard(/^还剩 19 分钟，/)
  await citizen.page.clock.fastForward(20 * MINUTE)
  await heard(/^已超时 (不到 )?\d+ 分钟，应在 11月23日（周一）09:30 前先行答复/)
  expect(asked).toBe(before)
})

test('the order’s page goes on counting, also while the portal cannot be reached', async () => {
  const order = await deeds(stage.portal).submit(noWater())
  await lookUp(citizen, { number: order.number, code: order.receipt.queryCode })
  await heard(/^还剩 (30|29) 分钟，/)
  await citizen.context.setOffline(true)
  await citizen.page.clock.fastForward(12 * MINUTE)
  await heard(/^还剩 17 分钟，/)
})
