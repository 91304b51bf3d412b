/** Following an order in the compiled mini-program: the receipt, looking it up, its page, rating it; with refusals. */
import { receiveOrder, replyOrder, submitOrder } from '@jiesu/shared-types'
import path from 'node:path'
import { decodeQR } from 'qr/decode.js'
import { leakingMain } from '../support/appeals'
import { handlerOf } from '../support/handlerOf'
import { commandId, startPortal, type TestPortal } from '../support/portal'
import { launchMiniApp, type MiniApp } from './harness'
import type { LaunchSettings } from './harness/miniAppTypes'
import type { CanvasDrawing } from './harness/wx/canvas'

const DIST = path.join(__dirname, '../../miniapp/dist/weapp')
const LOOKUP = 'pages/progress/home/index'

let portal: TestPortal
let app: MiniApp
beforeAll(async () => {
  portal = await startPortal('2026-11-23T09:00:00+08:00')
})
afterEach(() => app.close())
afterAll(() => portal.stop())

const open = async (url: string, more: Partial<LaunchSettings> = {}) => {
  app = await launchMiniApp({ dist: DIST, baseUrl: portal.url, url, ...more })
}
const expectClean = () => {
  expect(app.warnings).toEqual([])
  expect(app.errors).toEqual([])
}
const tap = (id: string) => app.tap(app.view().byId(id))
const input = (id: string, text: string) => app.input(app.view().byId(id), text)
const seen = (id: string) => app.waitFor((view) => view.byId(id))
const says = (id: string, text: string) => app.waitFor((view) => view.byId(id).text.includes(text))
const valueOf = (id: string) => app.view().byId(id).attr['value']

interface Slip {
  number: string
  code: string
}

const submitted = async (): Promise<Slip> => {
  const { order, queryCode } = await portal.call(submitOrder, { body: leakingMain() })
  return { number: order.number, code: queryCode }
}

const replied = async (): Promise<Slip> => {
  const slip = await submitted()
  const unit = await portal.staff(await handlerOf(portal, slip.number))
  const params = { number: slip.number }
  await portal.call(receiveOrder, { params, body: { commandId: commandId() } }, unit)
  const answer = { publicReply: '管道接头已经更换，供水恢复正常。', internalAccount: '更换接头。' }
  await portal.call(replyOrder, { params, body: { commandId: commandId(), ...answer } }, unit)
  return slip
}

const lookUp = async ({ number, code }: Slip, more: Partial<LaunchSettings> = {}) => {
  await open(LOOKUP, more)
  await seen('lookup-number')
  await input('lookup-number', number)
  await input('lookup-code', code)
  await tap('lookup-open')
  await seen('order-sentence')
}

/** A code of WeChat's is good once, whoever's phone it is. */
let logins = 0

/** Writes and sends an appeal, up to the receipt. */
const send = async (more: Partial<LaunchSettings> = {}, signIn = false): Promise<Slip> => {
  await open(signIn ? 'pages/me/sign-in/index' : 'pages/submit/form/index', more)
  if (signIn) {
    app.answers.loginCode = () => `demo-weapp-following-${++logins}`
    await seen('sign-in-wechat')
    await tap('sign-in-wechat')
    const { storage } = app
    await app.waitFor(() => app.page.route !== 'pages/me/sign-in/index' || app.toasts.length > 0)
    app.close()
    await open('pages/submit/form/index', { ...more, storage })
  }
  await seen('submit-text')
  await input('submit-text', '门口的自来水主管道从昨晚开始漏水，路面已经积水，请尽快来修。')
  await tap('submit-kind-help')
  for (const [id, option] of [
    ['submit-category', 'city_water-main'],
    ['submit-district', '370602'],
  ] as const) {
    await tap(id)
    await seen(`${id}-option-${option}`)
    await tap(`${id}-option-${option}`)
  }
  await input('submit-detail', '示范路 1 号门口')
  await tap('submit-requester-citizen')
  await tap('submit-confidentiality-open')
  await input('submit-name', '王女士')
  await input('submit-phone', '13800000000')
  await tap('submit-send')
  const number = (await seen('sent-number')).text.replace(/\D/g, '')
  return { number, code: app.view().byId('sent-code').text.replace(/\D/g, '') }
}

/** The canvas as a photograph of it: what is black is black. */
const photographOf = ({ width, height, boxes }: CanvasDrawing) => {
  const data = new Uint8ClampedArray(width * height * 4).fill(255)
  for (const box of boxes.filter(({ fill }) => fill === '#000000'))
    for (let y = Math.round(box.y); y < Math.round(box.y + box.height); y++)
      for (let x = Math.round(box.x); x < Math.round(box.x + box.width); x++)
        data.set([0, 0, 0, 255], (y * width + x) * 4)
  return { width, height, data }
}

test('the receipt goes into the album: number, code and a QR code that names the number alone', async () => {
  const { number, code } = await send()
  await tap('sent-save-picture')
  await app.waitFor(() => app.album.length === 1)
  const [drawing] = app.drawings
  if (drawing === undefined) throw new Error('nothing was drawn')
  const words = drawing.texts.join('')
  expect(words).toContain(number)
  expect(words).toContain(code)
  for (const secret of ['王', '138', '示范路', '漏水']) expect(words).not.toContain(secret)
  const link = decodeQR(photographOf(drawing))
  expect(link).toMatch(new RegExp(`/lookup\\?number=${number}$`))
  expect(link).not.toContain(code)
  expect(app.toasts.map(({ title }) => title)).toContain('已存到手机相册')
  expect(JSON.stringify(app.view().byId('sent-qr').attr)).toContain('svg')
  expectClean()
})

test.each<[string, Partial<MiniApp['answers']>]>([
  ['the album', { album: () => false }],
  ['the privacy guide', { privacy: () => false }],
])('whoever refuses %s is shown the other ways, and tries again later', async (_, answers) => {
  const { code } = await send({ answers })
  await tap('sent-save-picture')
  await seen('sent-picture-refused')
  expect(app.album).toEqual([])
  expect(app.view().byId('sent-code').text).toContain(code)
  await tap('sent-picture-open')
  expect(app.calls('previewImage')).toHaveLength(1)
  await tap('sent-picture-settings')
  expect(app.calls('openSetting')).toHaveLength(1)
  await tap('sent-copy')
  expect(app.clipboard).toContain(code)

  Object.assign(app.answers, { album: () => true, privacy: () => true })
  await tap('sent-save-picture')
  await app.waitFor(() => app.album.length === 1)
  expect(app.view().find(({ id }) => id === 'sent-picture-refused')).toBeUndefined()
  expectClean()
})

test.each([
  ['reject', '没有开启微信通知，不影响办理'],
  ['accept', '微信会通知您'],
] as const)('WeChat’s message is asked for once, after saying what for: %s', async (answer, words) => {
  await send({ answers: { subscribe: () => answer } }, true)
  expect((await seen('sent-news')).text).toContain('微信通知您一次')
  expect(app.calls('requestSubscribeMessage')).toHaveLength(0)
  await tap('sent-subscribe')
  await says('sent-subscribed', words)
  expect(app.calls('requestSubscribeMessage')).toMatchObject([{ tmplIds: ['demo-template'] }])
  expect(app.view().find(({ id }) => id === 'sent-subscribe')).toBeUndefined()
  expectClean()
})

test('nobody who did not sign in with WeChat is asked for messages that could not come', async () => {
  await send()
  expect((await seen('sent-news')).text).toContain('会发短信到 138****0000')
  expect(app.view().find(({ id }) => id === 'sent-subscribe')).toBeUndefined()
})

test('cards that are shared say nothing personal and carry no query code', async () => {
  const slip = await send()
  expect(app.share()).toEqual({
    title: expect.any(String) as string,
    path: '/pages/home/index/index',
    imageUrl: '/design/share.png',
  })
  await tap('sent-order')
  await seen('order-sentence')
  const card = app.share() as { title: string; path: string; imageUrl: string }
  expect(card.path).toBe(`/pages/order/view/index?number=${slip.number}`)
  expect(card.imageUrl).toBe('/design/share.png')
  for (const secret of [slip.code, '王', '138', '示范路', '漏水', '自来水'])
    expect(JSON.stringify(card)).not.toContain(secret)
  expectClean()
})

test('a mistyped number: which group, and then the way in', async () => {
  const { number, code } = await submitted()
  await open(LOOKUP)
  await seen('lookup-number')
  const wrong = number.replace(
    /^(.{4})(.)/,
    (_, group: string, digit: string) => `${group}${(Number(digit) + 1) % 10}`,
  )
  await input('lookup-number', wrong)
  await says('lookup-number-error', '第 2 组数字好像不对')
  await input('lookup-code', code)
  await tap('lookup-open')
  expect(app.page.route).toBe(LOOKUP)
  await input('lookup-number', number)
  await tap('lookup-open')
  await seen('order-sentence')
  expectClean()
})

test('scanned or pasted, what the receipt says is filled in', async () => {
  const { number, code } = await submitted()
  const grouped = number.replace(/(\d{4})(?=\d)/g, '$1 ')
  await open(LOOKUP, { answers: { scan: () => `https://portal.example/lookup?number=${number}` } })
  await seen('lookup-scan')
  await tap('lookup-scan')
  await says('lookup-said', '编号已经填好')
  expect(valueOf('lookup-number')).toBe(grouped)
  expect(valueOf('lookup-code')).toBe('')

  app.answers.scan = () => 'https://elsewhere.example/'
  await tap('lookup-scan')
  await says('lookup-said', '没有读出回执上的二维码')
  app.answers.scan = () => null
  await tap('lookup-scan')
  expect(valueOf('lookup-number')).toBe(grouped)

  await input('lookup-number', `12345 工单编号 ${grouped}，查询码 ${code}`)
  expect([valueOf('lookup-number'), valueOf('lookup-code')]).toEqual([grouped, code])
  await tap('lookup-open')
  await seen('order-sentence')
  expectClean()
})

test('the last known state is there after a restart without a network, with its age and without the contact', async () => {
  const slip = await submitted()
  await lookUp(slip)
  expect(app.view().byId('order-content').text).toContain('138****0000')
  await app.waitFor(() => !app.network.busy)
  const { storage } = app
  app.close()

  await open(`pages/order/view/index?number=${slip.number}`, {
    storage,
    requestHandler: () => Promise.reject(new Error('no network')),
  })
  await seen('order-sentence')
  await app.waitFor((view) => view.text.includes('前的内容'))
  expect(app.view().byId('order-next').text).toContain('签收后开始办理')
  expect(app.view().byId('order-content').text).not.toContain('138')
})

test('when the key has run out the code is asked for again, and everything is where it was', async () => {
  const slip = await submitted()
  await lookUp(slip)
  await tap('order-do-supplement')
  await seen('order-supplement-text')
  await input('order-supplement-text', '水已经流到隔壁院子了。')
  await portal.connection.collection('sessions').deleteMany({})
  await app.pullDown()
  await seen('order-unlock')
  expect(valueOf('order-supplement-text')).toBe('水已经流到隔壁院子了。')
  await input('lookup-code', slip.code)
  await tap('lookup-open')
  await app.waitFor((view) => view.find(({ id }) => id === 'order-unlock') === undefined)
  expect(valueOf('order-supplement-text')).toBe('水已经流到隔壁院子了。')
  await tap('order-supplement-text-send')
  await says('order-content', '水已经流到隔壁院子了。')
  expectClean()
})

test('rating: what follows is said first, a restart loses nothing, a redo goes back to the unit', async () => {
  const slip = await replied()
  await lookUp(slip)
  await tap('order-rate')
  await seen('rate-send')
  await tap('rate-solved-unsolved')
  await tap('rate-satisfaction-dissatisfied')
  await tap('rate-redo-yes')
  await tap('rate-why-slow')
  await input('rate-reason', '还在漏水。')
  expect(app.view().byId('rate-after').text).toContain('马上退回承办单位重办')
  await app.waitFor(() => !app.network.busy)
  const { storage } = app
  app.close()

  await open(`pages/order/rate/index?number=${slip.number}`, { storage })
  await seen('rate-why-slow')
  expect(valueOf('rate-reason')).toBe('还在漏水。')
  await tap('rate-send')
  await app.waitFor(() => app.page.route !== 'pages/order/rate/index')
  app.close()

  await open(`pages/order/view/index?number=${slip.number}`, { storage })
  await says('order-timeline', '退回重办')
  expect(app.view().byId('order-timeline').text).toContain('办得太慢。还在漏水。')
  expect(app.view().byId('order-sentence').text).toContain('第 2 轮')
  expectClean()
})
