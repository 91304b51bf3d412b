/** Following an order in the compiled mini-program: the receipt, looking it up, its page, rating it; with refusals. */
import { submitOrder } from '@jiesu/shared-types'
import { decodeQR } from 'qr/decode.js'
import { leakingMain } from '../support/appeals'
import { deeds } from '../support/deeds'
import { handlerOf } from '../support/handlerOf'
import { FORM, LOOKUP, lookUp, type Receipt, sendAppeal, writeAppeal, writeDetails } from './citizen'
import type { MiniApp } from './harness'
import type { CanvasDrawing } from './harness/wx/canvas'
import { setStage } from './stage'

const stage = setStage()
const { open, openAgain, seen, says, tap, input, valueOf } = stage

const submitted = async (): Promise<Receipt> => {
  const { order, queryCode } = await stage.portal.call(submitOrder, { body: leakingMain() })
  return { number: order.number, code: queryCode }
}

const replied = async (): Promise<Receipt> => {
  const slip = await submitted()
  const unit = await stage.portal.staff(await handlerOf(stage.portal, slip.number))
  const act = deeds(stage.portal)
  await act.receive(slip.number, unit)
  await act.reply(slip.number, unit)
  return slip
}

const openOrder = async (slip: Receipt) => {
  await open(LOOKUP)
  await lookUp(stage, slip)
}

/** Writes and sends an appeal, up to the receipt. */
const send = async () => {
  await writeAppeal(stage, '门口的自来水主管道从昨晚开始漏水，路面已经积水，请尽快来修。')
  await writeDetails(stage)
  return sendAppeal(stage)
}

/** A code of WeChat's is good once, whoever's phone it is. */
let logins = 0

const signIn = async () => {
  await open('pages/me/sign-in/index')
  stage.app.answers.loginCode = () => `demo-weapp-following-${++logins}`
  await seen('sign-in-wechat')
  await tap('sign-in-wechat')
  await stage.app.waitFor(
    () => stage.app.page.route !== 'pages/me/sign-in/index' || stage.app.toasts.length > 0,
  )
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
  await open(FORM)
  const { number, code } = await send()
  await tap('sent-save-picture')
  await stage.app.waitFor(() => stage.app.album.length === 1)
  const [drawing] = stage.app.drawings
  if (drawing === undefined) throw new Error('nothing was drawn')
  const words = drawing.texts.join('')
  expect(words).toContain(number)
  expect(words).toContain(code)
  for (const secret of ['王', '138', '示范路', '漏水']) expect(words).not.toContain(secret)
  const link = decodeQR(photographOf(drawing))
  expect(link).toMatch(new RegExp(`/lookup\\?number=${number}$`))
  expect(link).not.toContain(code)
  expect(stage.app.toasts.map(({ title }) => title)).toContain('已存到手机相册')
  expect(JSON.stringify(stage.app.view().byId('sent-qr').attr)).toContain('svg')
})

test.each<[string, Partial<MiniApp['answers']>]>([
  ['the album', { album: () => false }],
  ['the privacy guide', { privacy: () => false }],
])('whoever refuses %s is shown the other ways, and tries again later', async (_, answers) => {
  await open(FORM, { answers })
  const { code } = await send()
  await tap('sent-save-picture')
  await seen('sent-picture-refused')
  expect(stage.app.album).toEqual([])
  expect(stage.app.view().byId('sent-code').text).toContain(code)
  await tap('sent-picture-open')
  expect(stage.app.calls('previewImage')).toHaveLength(1)
  await tap('sent-picture-settings')
  expect(stage.app.calls('openSetting')).toHaveLength(1)
  await tap('sent-copy')
  expect(stage.app.clipboard).toContain(code)

  Object.assign(stage.app.answers, { album: () => true, privacy: () => true })
  await tap('sent-save-picture')
  await stage.app.waitFor(() => stage.app.album.length === 1)
  expect(stage.app.view().find(({ id }) => id === 'sent-picture-refused')).toBeUndefined()
})

test.each([
  ['reject', '没有开启微信通知，不影响办理'],
  ['accept', '微信会通知您'],
] as const)('WeChat’s message is asked for once, after saying what for: %s', async (answer, words) => {
  await signIn()
  await openAgain(FORM, { answers: { subscribe: () => answer } })
  await send()
  expect((await seen('sent-news')).text).toContain('微信通知您一次')
  expect(stage.app.calls('requestSubscribeMessage')).toHaveLength(0)
  await tap('sent-subscribe')
  await says('sent-subscribed', words)
  expect(stage.app.calls('requestSubscribeMessage')).toMatchObject([{ tmplIds: ['demo-template'] }])
  expect(stage.app.view().find(({ id }) => id === 'sent-subscribe')).toBeUndefined()
})

test('nobody who did not sign in with WeChat is asked for messages that could not come', async () => {
  await open(FORM)
  await send()
  expect((await seen('sent-news')).text).toContain('会发短信到 138****0000')
  expect(stage.app.view().find(({ id }) => id === 'sent-subscribe')).toBeUndefined()
})

test('cards that are shared say nothing personal and carry no query code', async () => {
  await open(FORM)
  const slip = await send()
  expect(stage.app.share()).toEqual({
    title: expect.any(String) as string,
    path: '/pages/home/index/index',
    imageUrl: '/design/share.png',
  })
  await tap('sent-order')
  await seen('order-sentence')
  const card = stage.app.share() as { title: string; path: string; imageUrl: string }
  expect(card.path).toBe(`/pages/order/view/index?number=${slip.number}`)
  expect(card.imageUrl).toBe('/design/share.png')
  for (const secret of [slip.code, '王', '138', '示范路', '漏水', '自来水'])
    expect(JSON.stringify(card)).not.toContain(secret)
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
  expect(stage.app.page.route).toBe(LOOKUP)
  await input('lookup-number', number)
  await tap('lookup-open')
  await seen('order-sentence')
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

  stage.app.answers.scan = () => 'https://elsewhere.example/'
  await tap('lookup-scan')
  await says('lookup-said', '没有读出回执上的二维码')
  stage.app.answers.scan = () => null
  await tap('lookup-scan')
  expect(valueOf('lookup-number')).toBe(grouped)

  await input('lookup-number', `12345 工单编号 ${grouped}，查询码 ${code}`)
  expect([valueOf('lookup-number'), valueOf('lookup-code')]).toEqual([grouped, code])
  await tap('lookup-open')
  await seen('order-sentence')
})

test('the last known state is there after a restart without a network, with its age and without the contact', async () => {
  const slip = await submitted()
  await openOrder(slip)
  expect(stage.app.view().byId('order-content').text).toContain('138****0000')
  await stage.app.waitFor(() => !stage.app.network.busy)

  await openAgain(`pages/order/view/index?number=${slip.number}`, {
    requestHandler: () => Promise.reject(new Error('no network')),
  })
  await seen('order-sentence')
  await stage.app.waitFor((view) => view.text.includes('前的内容'))
  expect(stage.app.view().byId('order-next').text).toContain('签收后开始办理')
  expect(stage.app.view().byId('order-content').text).not.toContain('138')
})

test('when the key has run out the code is asked for again, and everything is where it was', async () => {
  const slip = await submitted()
  await openOrder(slip)
  await tap('order-do-supplement')
  await seen('order-supplement-text')
  await input('order-supplement-text', '水已经流到隔壁院子了。')
  await stage.portal.connection.collection('sessions').deleteMany({})
  await stage.app.pullDown()
  await seen('order-unlock')
  expect(valueOf('order-supplement-text')).toBe('水已经流到隔壁院子了。')
  await input('lookup-code', slip.code)
  await tap('lookup-open')
  await stage.app.waitFor((view) => view.find(({ id }) => id === 'order-unlock') === undefined)
  expect(valueOf('order-supplement-text')).toBe('水已经流到隔壁院子了。')
  await tap('order-supplement-text-send')
  await says('order-content', '水已经流到隔壁院子了。')
})

test('rating: what follows is said first, a restart loses nothing, a redo goes back to the unit', async () => {
  const slip = await replied()
  await openOrder(slip)
  await tap('order-rate')
  await seen('rate-send')
  await tap('rate-solved-unsolved')
  await tap('rate-satisfaction-dissatisfied')
  await tap('rate-redo-yes')
  await tap('rate-why-slow')
  await input('rate-reason', '还在漏水。')
  expect(stage.app.view().byId('rate-after').text).toContain('马上退回承办单位重办')
  await stage.app.waitFor(() => !stage.app.network.busy)

  await openAgain(`pages/order/rate/index?number=${slip.number}`)
  await seen('rate-why-slow')
  expect(valueOf('rate-reason')).toBe('还在漏水。')
  await tap('rate-send')
  await stage.app.waitFor(() => stage.app.page.route !== 'pages/order/rate/index')

  await openAgain(`pages/order/view/index?number=${slip.number}`)
  await says('order-timeline', '退回重办')
  expect(stage.app.view().byId('order-timeline').text).toContain('办得太慢。还在漏水。')
  expect(stage.app.view().byId('order-sentence').text).toContain('第 2 轮')
})
