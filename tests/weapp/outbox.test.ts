/** The compiled mini-program without a network, against the real API: nothing is lost, nothing is sent twice. */
import path from 'node:path'
import { startPortal, type TestPortal } from '../support/portal'
import { launchMiniApp, type MiniApp } from './harness'
import type { MpRequest } from './harness/http'

const DIST = path.join(__dirname, '../../miniapp/dist/weapp')
const FORM = 'pages/submit/form/index'
const LEAK = '门口的自来水主管道从昨晚开始漏水，路面已经积水，请尽快来修。'

let portal: TestPortal
let app: MiniApp
/** Appeals that the app has tried to bring to the portal. */
let posts: MpRequest[]
beforeAll(async () => {
  portal = await startPortal('2026-11-23T09:00:00+08:00')
})
afterEach(() => {
  app.close()
  portal.database.mend()
})
afterAll(() => portal.stop())

const launch = async (url: string, storage?: MiniApp['storage']) => {
  posts = []
  app = await launchMiniApp({
    dist: DIST,
    baseUrl: portal.url,
    url,
    ...(storage === undefined ? {} : { storage }),
    requestHandler: (request, send) => {
      if (request.method === 'POST' && request.url.endsWith('/api/v1/orders')) posts.push(request)
      return send(request)
    },
  })
}
const seen = (id: string) => app.waitFor((view) => view.byId(id))
const tap = async (id: string) => app.tap(await seen(id))
const input = async (id: string, text: string) => app.input(await seen(id), text)
const ordersWith = (text: string) =>
  portal.connection.collection('orders').countDocuments({ 'order.text': text })
const expectClean = () => {
  expect(app.warnings).toEqual([])
  expect(app.errors).toEqual([])
}

const write = async (text: string) => {
  await input('submit-text', text)
  await tap('submit-kind-help')
  await tap('submit-category')
  await tap('submit-category-option-city_water-main')
  await tap('submit-district')
  await tap('submit-district-option-370602')
  await tap('submit-confidentiality-open')
  await input('submit-name', '王女士')
  await input('submit-phone', '13800000000')
}

test('sent without a network, then with one: by itself, once, with its photo', async () => {
  const text = `${LEAK}（断网）`
  await launch(FORM)
  await write(text)
  app.network.set('none')
  await tap('submit-photo-add')
  await app.waitFor((view) => view.byText('已存在手机里，有网络时自动上传'))
  await tap('submit-send')
  await app.waitFor((view) => view.byId('waiting-title').text.includes('等网络恢复后自动提交'))
  expect(await ordersWith(text)).toBe(0)

  app.network.set('wifi')
  expect((await seen('sent-number')).text.replace(/\D/g, '')).toMatch(/^\d{16}$/)
  const stored = await portal.connection
    .collection<{ order: { text: string; attachments: string[] } }>('orders')
    .findOne({ 'order.text': text })
  expect(stored?.order.attachments).toHaveLength(1)
  expect([posts.length, await ordersWith(text)]).toEqual([1, 1])
  // The photo is forgotten here once the portal has it.
  expect(app.storage.files.size).toBe(0)
  expectClean()
})

test('the portal is away: the app tries again when it is looked at once more, and sends once', async () => {
  const text = `${LEAK}（系统恢复）`
  await launch(FORM)
  await write(text)
  portal.database.cut()
  await tap('submit-send')
  await app.waitFor((view) => view.byId('waiting-title').text.includes('系统恢复后自动提交'))
  portal.database.mend()
  await tap('waiting-now')
  await seen('sent-number')
  expect(await ordersWith(text)).toBe(1)
  expectClean()
})

test('the app is killed while writing: words and photo are there again', async () => {
  const text = `${LEAK}（被关掉）`
  await launch(FORM)
  app.network.set('none')
  await input('submit-text', text)
  await tap('submit-photo-add')
  await app.waitFor((view) => view.byText('已存在手机里，有网络时自动上传'))
  const { storage } = app
  app.close()

  await launch('pages/home/index/index', storage)
  await tap('home-draft')
  await app.waitFor((view) => view.byId('submit-text').attr['value'] === text)
  await app.waitFor((view) => view.byText('已上传'))
  expect(posts).toEqual([])
  expectClean()
})

test('several drafts: a second one begins empty, the list leads back to the first, one is thrown away', async () => {
  await launch(FORM)
  await input('submit-text', `${LEAK}（第一件）`)
  await tap('submit-another')
  await app.waitFor((view) => view.byId('submit-text').attr['value'] === '')
  await input('submit-text', '小区路灯坏了三天，晚上看不清路。')
  await tap('submit-drafts')
  const cards = () => app.view().findAll(({ attr }) => /^draft-open-/.test(String(attr['id'])))
  await app.waitFor(() => cards().length === 2)
  await app.tap(cards()[1])
  await app.waitFor((view) => String(view.byId('submit-text').attr['value']).includes('第一件'))
  await app.back()
  const removals = () => app.view().findAll(({ attr }) => /^draft-remove-[^]*$/.test(String(attr['id'])))
  await app.waitFor(() => removals().length === 2)
  await app.tap(removals()[0])
  await app.tap(
    await app.waitFor((view) => view.find(({ attr }) => /^draft-remove-.*-yes$/.test(String(attr['id'])))),
  )
  await app.waitFor(() => cards().length === 1)
  expect(app.view().text).toContain('第一件')
  expectClean()
})
