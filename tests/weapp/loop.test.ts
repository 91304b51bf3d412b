/** The compiled mini-program, run against the real API: an order is submitted, looked up, answered and rated. */
import { receiveOrder, replyOrder } from '@jiesu/shared-types'
import path from 'node:path'
import { handlerOf } from '../support/handlerOf'
import { commandId, startPortal, type TestPortal } from '../support/portal'
import { launchMiniApp, type MiniApp } from './harness'

const DIST = path.join(__dirname, '../../miniapp/dist/weapp')

let portal: TestPortal
let app: MiniApp
beforeAll(async () => {
  portal = await startPortal('2026-11-23T09:00:00+08:00')
})
afterEach(() => app.close())
afterAll(() => portal.stop())

/** Nothing went wrong that a person would not see: lost templates, exceptions, too large setData. */
const expectClean = () => {
  expect(app.warnings).toEqual([])
  expect(app.errors).toEqual([])
}
const tap = (id: string) => app.tap(app.view().byId(id))
const input = (id: string, text: string) => app.input(app.view().byId(id), text)
const seen = (id: string) => app.waitFor((view) => view.byId(id))

const chooseCity = async (name: string) => {
  await seen('submit-city')
  if (app.view().byId('submit-city').text.includes(name)) return
  await tap('submit-city')
  const row = await app.waitFor((view) => view.byText(name))
  await app.tap(row)
  await app.waitFor((view) => view.byId('submit-city').text.includes(name))
}

const pick = async (id: string, option: string) => {
  await tap(id)
  await seen(`${id}-option-${option}`)
  await tap(`${id}-option-${option}`)
}

const ordersWith = (text: string) =>
  portal.connection.collection('orders').countDocuments({ 'order.text': text })

const fillIn = async (text: string) => {
  await seen('submit-city')
  await chooseCity('烟台')
  await seen('submit-text')
  await input('submit-text', text)
  await tap('submit-kind-help')
  await pick('submit-category', 'city_water-main')
  await pick('submit-district', '370602')
  await input('submit-detail', '示范路 1 号门口')
  await tap('submit-requester-citizen')
  await tap('submit-confidentiality-open')
  await input('submit-name', '王女士')
  await input('submit-phone', '13800000000')
}

test('submits an order, shows number, code and promise, and looks it up on another phone', async () => {
  app = await launchMiniApp({ dist: DIST, baseUrl: portal.url, url: 'pages/submit/form/index' })
  await fillIn('门口的自来水主管道从昨晚开始漏水，路面已经积水，请尽快来修。')
  await tap('submit-send')
  const number = (await seen('sent-number')).text.replace(/\D/g, '')
  const code = app.view().byId('sent-code').text.replace(/\D/g, '')
  expect(number).toMatch(/^\d{16}$/)
  expect(code).toMatch(/^\d{6}$/)
  expect(app.view().text).toContain('11月30日（周一）24:00')
  const heard = app.view().find(({ attr }) => String(attr['ariaLabel']).startsWith('还剩'))
  expect(heard?.attr).toMatchObject({
    ariaRole: 'img',
    ariaLabel: expect.stringMatching(
      /^还剩 5 个工作日 1[45] 小时，11月30日（周一）24:00 前办理完毕并答复，时限 5 个工作日$/,
    ) as string,
  })
  expectClean()
  app.close()

  const unit = await portal.staff(await handlerOf(portal, number))
  const params = { number }
  await portal.call(receiveOrder, { params, body: { commandId: commandId() } }, unit)
  const answer = {
    publicReply: '管道接头已经更换，供水恢复正常，路面三日内修补。',
    internalAccount: '更换接头。',
  }
  await portal.call(replyOrder, { params, body: { commandId: commandId(), ...answer } }, unit)

  app = await launchMiniApp({ dist: DIST, baseUrl: portal.url, url: 'pages/progress/home/index' })
  await seen('lookup-number')
  await input('lookup-number', number)
  await input('lookup-code', code)
  await tap('lookup-open')
  const reply = await seen('order-reply')
  expect(reply.text).toContain('管道接头已经更换')
  expectClean()
})

test('without a network: the app dies, is opened again, and has sent it once', async () => {
  app = await launchMiniApp({ dist: DIST, baseUrl: portal.url, url: 'pages/submit/form/index' })
  const text = '小区门口的自来水主管道漏水三天了，水一直往外冒，请派人修理。'
  await fillIn(text)
  app.network.set('none')
  await tap('submit-send')
  await app.waitFor((view) => view.byId('waiting-title').text.includes('网络恢复后自动提交'))
  expect(app.calls('getRandomValues')).toHaveLength(1)
  const earlier = app.storage
  app.close()

  app = await launchMiniApp({ dist: DIST, baseUrl: portal.url, storage: earlier })
  const row = await app.waitFor((view) => view.byText('您的诉求已经提交成功'))
  // The same command as before: its id was kept with the words.
  expect(app.calls('getRandomValues')).toHaveLength(0)
  await app.tap(row)
  expect((await seen('sent-code')).text).toMatch(/^\d{6}$/)
  expect(await ordersWith(text)).toBe(1)
  expectClean()
})

test('every page opens without a lost template or an error', async () => {
  const pages = [
    'home/index/index',
    'progress/home/index',
    'knowledge/search/index',
    'hotlines/list/index',
    'me/home/index',
    'cities/choose/index',
    'submit/drafts/index',
    'me/sign-in/index',
  ]
  for (const page of pages) {
    app = await launchMiniApp({ dist: DIST, baseUrl: portal.url, url: `pages/${page}` })
    await app.waitFor((view) => view.text.length > 10 && !app.network.busy)
    expectClean()
    app.close()
  }
  app = await launchMiniApp({ dist: DIST, baseUrl: portal.url, url: 'packages/desk/sign-in/index' })
  await app.waitFor((view) => view.text.length > 5)
  expectClean()
})
