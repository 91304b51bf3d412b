/**
 * `npm run screens`: a picture of every screen, on a phone (390 px) and a desktop (1280 px), in docs/screens. The
 * portal is the real one with a given time, so that a picture changes only when the screen does.
 */
import { submitOrder } from '@jiesu/shared-types'
import { mkdirSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { noWater, parkedCars } from '../support/appeals'
import { DEMO_CITIZEN } from '../../portal-api/src/demo/deeds'
import { builtH5, PHONE, startBrowser, type Visitor } from '../support/browser'
import { handlerOf } from '../support/handlerOf'
import { withDays } from '../support/ruleTexts'
import { startPortal } from '../support/portal'
import { LEAK, lookUp, type Receipt, sendAppeal, writeAppeal } from '../e2e/citizen'
import { changeRules, openFromList, sendReply, signInAtDesk, writeReply } from '../e2e/staff'
import { FOLDER, SIZES, take, watch } from './camera'
import { takeKnowledgeDesk } from './takeKnowledgeDesk'
import { takeStates } from './takeStates'

/** What needs many orders, which would crowd the other pictures: a portal of its own. */
const takeWithManyOrders = async (): Promise<void> => {
  const portal = await startPortal('2026-11-23T10:00:00+08:00', { settings: { JIESU_H5: builtH5() } })
  await portal.seedDemoOrders()
  const browser = await startBrowser(portal.url)
  for (const [size, viewport] of SIZES) {
    const supervisor = await browser.visitor(viewport)
    await supervisor.page.clock.setFixedTime(portal.now)
    await supervisor.open('/desk/board')
    await signInAtDesk(supervisor, 'yantai-supervisor')
    await supervisor.press('board-period-last30')
    await supervisor.sees('board-total')
    await take(supervisor, 'desk-board', size)
    await supervisor.context.close()

    const citizen = await browser.visitor(viewport)
    await citizen.page.clock.setFixedTime(portal.now)
    await citizen.open('/messages')
    await citizen.press('messages-sign-in')
    await citizen.sees('sign-in-phone')
    await citizen.fill('sign-in-phone', DEMO_CITIZEN.phone)
    await citizen.press('sign-in-get-code')
    await citizen.sees('sign-in-code-hint', '验证码已发出')
    await citizen.fill('sign-in-code', portal.sms.sent(DEMO_CITIZEN.phone).at(-1)?.params['code'] ?? '')
    await citizen.press('sign-in-send')
    await citizen.sees('messages-more')
    await citizen.page.locator('.toast').waitFor({ state: 'hidden' })
    await take(citizen, 'messages', size)
    await citizen.context.close()
    // Another code can be asked for after a minute.
    portal.now = new Date(portal.now.getTime() + 60_000)
  }
  await browser.stop()
  await portal.stop()
  if (browser.errors.length > 0) throw new Error(`the app complained:\n${browser.errors.join('\n')}`)
}

/** An appeal that does not get through, as the form and the list show it; it is thrown away again. */
const takeUnsent = async (citizen: Visitor, look: (name: string) => Promise<void>): Promise<void> => {
  await citizen.open('/submit')
  await writeAppeal(citizen, '小区东门的路灯坏了三天，晚上看不清路，老人出门不安全，麻烦尽快修好。')
  await citizen.page.route('**/api/v1/orders', (route) => route.abort('connectionreset'))
  await citizen.press('submit-send')
  await citizen.sees('waiting-title')
  await look('waiting')
  await citizen.open('/drafts')
  await citizen.page.getByRole('button', { name: /^查看：/ }).waitFor()
  await look('drafts')
  await citizen.page.getByRole('button', { name: /^删除：/ }).click()
  await citizen.page.getByRole('button', { name: '删除', exact: true }).click()
  await citizen.page.getByText('没有草稿').waitFor()
  await citizen.page.unroute('**/api/v1/orders')
}

const main = async (): Promise<void> => {
  mkdirSync(FOLDER, { recursive: true })
  for (const file of readdirSync(FOLDER)) if (file.endsWith('.png')) rmSync(join(FOLDER, file))
  const portal = await startPortal('2026-11-23T09:00:00+08:00', { settings: { JIESU_H5: builtH5() } })
  const browser = await startBrowser(portal.url)
  const visitors: Visitor[] = []
  /** The same time on the portal and on every device. */
  const at = async (shanghai: string) => {
    portal.now = new Date(`${shanghai}+08:00`)
    for (const { page } of visitors) await page.clock.setFixedTime(portal.now)
  }
  const visitor = async (viewport: typeof PHONE): Promise<Visitor> => {
    const one = await browser.visitor(viewport)
    visitors.push(one)
    watch(one.page)
    await one.page.clock.setFixedTime(portal.now)
    return one
  }

  for (const [size, viewport] of SIZES) {
    await at('2026-11-23T09:00:00')
    const citizen = await visitor(viewport)
    const look = (name: string, dark = false) => take(citizen, name, size, dark)
    await citizen.open('/')
    await citizen.sees('home-submit')
    await look('home')
    await look('home-dark', true)
    await citizen.open('/submit')
    await citizen.sees('submit-text')
    await look('submit')
    await citizen.press('submit-send')
    await citizen.sees('submit-text-error')
    await look('submit-missing')
    await citizen.fill('submit-text', '我想咨询，法院已经立案的欠款，我不服判决，能不能请热线帮我改判。')
    await citizen.sees('submit-findings')
    await look('submit-scope')
    await writeAppeal(citizen, LEAK)
    await citizen.misses('submit-findings')
    await look('submit-filled')
    const receipt: Receipt = await sendAppeal(citizen)
    await look('sent')
    await citizen.press('sent-order')
    await citizen.sees('order-clock')
    await look('order')
    await look('order-dark', true)
    await takeUnsent(citizen, look)

    const account = await handlerOf(portal, receipt.number)
    const unit = await visitor(viewport)
    await unit.open('/desk')
    await unit.sees('desk-account')
    await take(unit, 'desk-sign-in', size)
    await signInAtDesk(unit, account)
    await unit.sees(`desk-order-${receipt.number}`)
    await take(unit, 'desk-orders', size)
    await openFromList(unit, receipt.number)
    await take(unit, 'desk-order', size)
    await unit.press('desk-receive')
    await unit.sees('desk-next')
    await at('2026-11-23T15:00:00')
    await writeReply(
      unit,
      '我们已更换破损的管道接头，今天下午恢复供水，路面会在三日内修补。',
      '更换接头一处。',
    )
    await take(unit, 'desk-reply', size)
    await sendReply(unit)
    await take(unit, 'desk-replied', size)

    await at('2026-11-23T18:00:00')
    await lookUp(citizen, receipt)
    await look('order-replied')
    await citizen.press('order-rate')
    await citizen.sees('rate-send')
    await look('rate')
    for (const [name, path, id] of [
      ['lookup', '/lookup', 'lookup-number'],
      ['knowledge', '/knowledge', 'knowledge-search'],
      ['hotlines', '/hotlines', 'hotline-search'],
      ['me', '/me', 'me-sign-in'],
      ['sign-in', '/sign-in', 'sign-in-phone'],
      ['cities', '/cities', 'city-yantai'],
    ] as const) {
      await citizen.open(path)
      await citizen.sees(id)
      await look(name)
    }
    for (const { context } of visitors.splice(0)) await context.close()
  }

  // Enough orders for a report that says something; after the others, whose lists they would fill.
  for (const appeal of [parkedCars, noWater]) await portal.call(submitOrder, { body: appeal() })
  for (const [size, viewport] of SIZES) {
    const administrator = await visitor(viewport)
    await administrator.open('/desk/rules')
    await signInAtDesk(administrator, 'yantai-administrator')
    await changeRules(administrator, 'limits', (text) => text.replace('"amount": 30', '"amount": "半小时"'))
    await administrator.press('rules-run')
    await administrator.sees('rules-findings')
    await take(administrator, 'desk-rules-findings', size)
    await administrator.press('rules-restore')
    await changeRules(administrator, 'limits', withDays('yt-11-1-citizen', 3))
    await changeRules(administrator, 'scope', (text) =>
      text.replace(/"utilities\/water-outage", (?="utilities\/power-outage", "utilities\/heating)/, ''),
    )
    await changeRules(administrator, 'dispatch', (text) =>
      text
        .replace('"unit": "water-supply"', '"unit": "urban-management"')
        .replace('"coUnits": ["urban-management"]', '"coUnits": []'),
    )
    await administrator.press('rules-run')
    await administrator.sees('rules-part-clock')
    await take(administrator, 'desk-rules', size)
    await administrator.context.close()
  }
  await browser.stop()
  await portal.stop()
  await takeWithManyOrders()
  await takeKnowledgeDesk()
  await takeStates()
  if (browser.errors.length > 0) throw new Error(`the app complained:\n${browser.errors.join('\n')}`)
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`)
  process.exit(1)
})
