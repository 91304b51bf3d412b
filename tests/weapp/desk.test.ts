/** The compiled mini-program at the workbench and around it: answers, hotlines, signing in, and a unit's part of the loop. */
import { listRuleFiles, submitOrder } from '@jiesu/shared-types'
import path from 'node:path'
import { leakingMain } from '../support/appeals'
import { handlerOf } from '../support/handlerOf'
import { DEMO_PASSWORD } from '../../portal-api/src/demo/seedStaff'
import { withDays } from '../support/ruleTexts'
import { startPortal, type TestPortal } from '../support/portal'
import { launchMiniApp, type MiniApp } from './harness'

const DIST = path.join(__dirname, '../../miniapp/dist/weapp')

let portal: TestPortal
let app: MiniApp
beforeAll(async () => {
  portal = await startPortal('2026-11-23T09:00:00+08:00')
})
afterEach(() => app.close())
afterAll(() => portal.stop())

const launch = async (url: string) => {
  app = await launchMiniApp({ dist: DIST, baseUrl: portal.url, url })
}
const expectClean = () => {
  expect(app.warnings).toEqual([])
  expect(app.errors).toEqual([])
}
const tap = (id: string) => app.tap(app.view().byId(id))
const input = (id: string, text: string) => app.input(app.view().byId(id), text)
const seen = (id: string) => app.waitFor((view) => view.byId(id))
const said = (text: string) => app.waitFor((view) => view.text.includes(text))

test('finds an answer, reads it, and dials from it', async () => {
  await launch('pages/knowledge/search/index')
  await said('大家常问')
  await input('knowledge-search', '家里停暖了找谁')
  await tap((await app.waitFor((view) => view.byText('停暖怎么办').closest((node) => node.id !== ''))).id)
  await seen('short-answer')
  await tap('phone-12345')
  expect(app.calls('makePhoneCall')).toMatchObject([{ phoneNumber: '12345' }])
  expectClean()
})

test('finds a hotline by its number and dials what works now', async () => {
  await launch('pages/hotlines/list/index')
  await seen('hotline-12345')
  await input('hotline-search', '12350')
  await app.waitFor((view) => view.allByText('12345 热线').length === 0)
  await tap('dial-12350')
  expect(app.calls('makePhoneCall')).toMatchObject([{ phoneNumber: '12345' }])
  expectClean()
})

test('signs in by WeChat with one tap, and out again', async () => {
  await launch('pages/me/home/index')
  await seen('me-sign-in')
  await tap('me-sign-in')
  await seen('sign-in-wechat')
  await tap('sign-in-wechat')
  await app.waitFor((view) => view.byId('me-name').text.includes('微信用户'))
  await tap('me-sign-out')
  await tap('me-sign-out-yes')
  await app.waitFor((view) => view.byId('me-name').text.includes('还没有登录'))
  expectClean()
})

test('a unit receives and answers an order on the phone', async () => {
  const { order } = await portal.call(submitOrder, { body: leakingMain() })
  await launch('packages/desk/orders/index')
  await seen('desk-account')
  await input('desk-account', await handlerOf(portal, order.number))
  await input('desk-password', DEMO_PASSWORD)
  await tap('desk-sign-in')
  await seen(`desk-order-${order.number}`)
  await tap(`desk-order-${order.number}`)
  await seen('desk-receive')
  await tap('desk-receive')
  await seen('desk-reply')
  await tap('desk-reply')
  await seen('desk-reply-public')
  await input('desk-reply-public', '破损的管道接头已经更换，供水恢复正常，路面三日内修补。'.repeat(8))
  await input('desk-reply-internal', '更换 DN100 接头一处。')
  await tap('desk-reply-send')
  await said('等诉求人评价')
  expect(app.view().byId('desk-timeline').text).toContain('承办单位已签收')
  expectClean()
})

test('an administrator is led to the rules, changes a limit, and reads what would change', async () => {
  await portal.call(submitOrder, { body: leakingMain() })
  await launch('packages/desk/orders/index')
  await seen('desk-account')
  await input('desk-account', 'yantai-administrator')
  await input('desk-password', DEMO_PASSWORD)
  await tap('desk-sign-in')
  await seen('rules-file-limits')
  const { files } = await portal.call(listRuleFiles, {}, await portal.staff('yantai-administrator'))
  const limits = files.find((file) => file.name === 'limits.json')?.text ?? ''
  await input('rules-text', withDays('yt-11-1-citizen', 3)(limits))
  await tap('rules-run')
  await seen('rules-part-clock')
  expect(app.view().byId('rules-part-clock').text).toMatch(/的时限会变/)
  expectClean()
})
