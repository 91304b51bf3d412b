/** Following an order in a real browser, on the phone and at the desk: receipt, lookup, its page, rating, the list. */
import { submitOrder } from '@jiesu/shared-types'
import { readFileSync } from 'node:fs'
import { decodeQR } from 'qr/decode.js'
import { leakingMain } from '../support/appeals'
import { DESKTOP, PHONE, type Visitor } from '../support/browser'
import { deeds } from '../support/deeds'
import { handlerOf } from '../support/handlerOf'
import { LEAK, lookUp, type Receipt, sendAppeal, writeAppeal } from './citizen'
import { setStage } from './stage'

jest.setTimeout(120_000)

const HOUR_MS = 3_600_000
const stage = setStage()
let visitor: Visitor

const grouped = (number: string) => number.replace(/(\d{4})(?=\d)/g, '$1 ')
const valueOf = async (id: string) => (await visitor.sees(id)).inputValue()
const submitted = async (): Promise<Receipt> => {
  const { order, queryCode } = await stage.portal.call(submitOrder, { body: leakingMain() })
  return { number: order.number, code: queryCode }
}
const replied = async (): Promise<Receipt> => {
  const receipt = await submitted()
  const unit = await stage.portal.staff(await handlerOf(stage.portal, receipt.number))
  const act = deeds(stage.portal)
  await act.receive(receipt.number, unit)
  await act.reply(receipt.number, unit)
  return receipt
}

/** The pixels of a PNG, by a browser's own reading of it. */
const pixelsOf = async (png: Buffer) => {
  const read = await visitor.page.evaluate<{ width: number; height: number; grey: string }>(`(async () => {
    const bytes = Uint8Array.from(atob('${png.toString('base64')}'), (letter) => letter.charCodeAt(0))
    const image = await createImageBitmap(new Blob([bytes], { type: 'image/png' }))
    const canvas = new OffscreenCanvas(image.width, image.height)
    const pen = canvas.getContext('2d')
    pen.drawImage(image, 0, 0)
    const { data } = pen.getImageData(0, 0, image.width, image.height)
    let grey = ''
    for (let at = 0; at < data.length; at += 4) grey += String.fromCharCode(data[at + 1] >> 1)
    return { width: image.width, height: image.height, grey: btoa(grey) }
  })()`)
  const grey = Buffer.from(read.grey, 'base64')
  const data = new Uint8ClampedArray(grey.length * 4).fill(255)
  grey.forEach((value, at) => data.fill(value * 2, at * 4, at * 4 + 3))
  return { width: read.width, height: read.height, data }
}

describe.each([
  ['390', PHONE],
  ['1280', DESKTOP],
] as const)('%s px', (_, size) => {
  beforeEach(async () => {
    visitor = await stage.visitor(size)
  })

  test('the saved picture is a PNG whose code leads to the order, and is read in again', async () => {
    await visitor.open('/submit')
    await writeAppeal(visitor, LEAK)
    const { number, code } = await sendAppeal(visitor)
    await visitor.sees('sent-news', '会发短信到 138****0000')
    const download = visitor.page.waitForEvent('download')
    await visitor.press('sent-save-picture')
    const file = await download
    expect(file.suggestedFilename()).toBe(`12345工单${number}.png`)
    const png = readFileSync(await file.path())
    expect(png.subarray(1, 4).toString()).toBe('PNG')
    const link = `${stage.portal.url}/lookup?number=${number}`
    expect(decodeQR(await pixelsOf(png))).toBe(link)
    await visitor.press('sent-picture-close')
    expect(visitor.page.url()).not.toContain(code)
    await visitor.context.close()

    visitor = await stage.visitor(size)
    await visitor.open('/lookup')
    await visitor.sees('lookup-scan')
    const chooser = visitor.page.waitForEvent('filechooser')
    await visitor.press('lookup-scan')
    await (await chooser).setFiles({ name: '回执.png', mimeType: 'image/png', buffer: png })
    await visitor.sees('lookup-said', '编号已经填好')
    expect([await valueOf('lookup-number'), await valueOf('lookup-code')]).toEqual([grouped(number), ''])
    await visitor.fill('lookup-code', code)
    await visitor.press('lookup-open')
    await visitor.sees('order-sentence')
  })

  test('a picture without a code says so, and nothing that was typed is lost', async () => {
    await visitor.open('/lookup')
    await visitor.sees('lookup-scan')
    await visitor.fill('lookup-code', '482913')
    const chooser = visitor.page.waitForEvent('filechooser')
    await visitor.press('lookup-scan')
    const blank = await visitor.page.screenshot({ clip: { x: 0, y: 0, width: 60, height: 40 } })
    await (await chooser).setFiles({ name: '别的.png', mimeType: 'image/png', buffer: blank })
    await visitor.sees('lookup-said', '没有读出回执上的二维码')
    expect(await valueOf('lookup-code')).toBe('482913')
  })

  test('what the receipt copied is pasted into both fields', async () => {
    await visitor.context.grantPermissions(['clipboard-read', 'clipboard-write'])
    await visitor.open('/submit')
    await writeAppeal(visitor, LEAK)
    const { number, code } = await sendAppeal(visitor)
    await visitor.press('sent-copy')
    await visitor.page.getByText('已复制').waitFor()
    await visitor.open('/lookup')
    await visitor.sees('lookup-paste')
    await visitor.press('lookup-paste')
    await visitor.sees('lookup-said', '都填好了')
    expect([await valueOf('lookup-number'), await valueOf('lookup-code')]).toEqual([grouped(number), code])

    // By hand into the first field, it is taken apart as well.
    await visitor.fill('lookup-code', '')
    await visitor.fill('lookup-number', `12345 工单编号 ${grouped(number)}，查询码 ${code}`)
    expect([await valueOf('lookup-number'), await valueOf('lookup-code')]).toEqual([grouped(number), code])
  })

  test('the link of the code fills in the number; on a device that has the key it opens the order', async () => {
    const receipt = await submitted()
    await visitor.open(`/lookup?number=${receipt.number}`)
    expect(await valueOf('lookup-number')).toBe(grouped(receipt.number))
    await visitor.fill('lookup-code', receipt.code)
    await visitor.press('lookup-open')
    await visitor.sees('order-sentence')
    expect(visitor.page.url()).not.toContain(receipt.code)
    await visitor.open(`/lookup?number=${receipt.number}`)
    await visitor.sees('order-sentence')
  })

  test('when the key has run out the code is asked for in place, and what was being written is there', async () => {
    const receipt = await submitted()
    await lookUp(visitor, receipt)
    await visitor.sees('order-next', '签收后开始办理')
    await visitor.press('order-do-supplement')
    await visitor.fill('order-supplement-text', '水已经流到隔壁院子了。')
    stage.portal.now = new Date(stage.portal.now.getTime() + 25 * HOUR_MS)
    await visitor.press('order-refresh')
    await visitor.sees('order-unlock', '请再填一次查询码')
    expect(await valueOf('order-supplement-text')).toBe('水已经流到隔壁院子了。')
    await visitor.fill('lookup-code', receipt.code)
    await visitor.press('lookup-open')
    await visitor.misses('order-unlock')
    expect(await valueOf('order-supplement-text')).toBe('水已经流到隔壁院子了。')
    await visitor.press('order-supplement-text-send')
    await visitor.sees('order-content', '水已经流到隔壁院子了。')
  })

  test('without a network the last known state stays, with its age', async () => {
    await lookUp(visitor, await submitted())
    await visitor.context.setOffline(true)
    await visitor.press('order-refresh')
    await visitor.page.getByText('前的内容').waitFor()
    await visitor.sees('order-next', '接下来')
    await visitor.context.setOffline(false)
    await visitor.page.getByText('前的内容').waitFor({ state: 'hidden' })
  })

  test('rating: reasons fit the answers, what follows is said, a reload keeps all of it, the unit gets it', async () => {
    const receipt = await replied()
    await lookUp(visitor, receipt)
    await visitor.sees('order-next', '没有评价的，自动办结')
    await visitor.press('order-rate')
    await visitor.sees('rate-send')
    await visitor.press('rate-solved-solved')
    await visitor.press('rate-why-quick')
    await visitor.press('rate-solved-unsolved')
    await visitor.misses('rate-why-quick')
    await visitor.press('rate-satisfaction-dissatisfied')
    await visitor.press('rate-redo-yes')
    await visitor.press('rate-why-slow')
    await visitor.fill('rate-reason', '还在漏水。')
    await visitor.sees('rate-after', '马上退回承办单位重办')
    await visitor.press('rate-how')
    await visitor.page.getByText('这是第 1 轮答复').waitFor()

    await visitor.page.reload()
    expect(await valueOf('rate-reason')).toBe('还在漏水。')
    expect(await (await visitor.sees('rate-why-slow')).getAttribute('aria-checked')).toBe('true')
    await visitor.press('rate-send')
    await visitor.misses('rate-send')
    await visitor.open(`/order?number=${receipt.number}`)
    await visitor.sees('order-timeline', '办得太慢。还在漏水。')
    await visitor.sees('order-sentence', '第 2 轮')
  })

  test('my orders stand on shelves, and an empty one says so', async () => {
    await lookUp(visitor, await submitted())
    const other = await replied()
    await lookUp(visitor, other)
    await visitor.open('/lookup')
    await visitor.sees('progress-filter-to-rate')
    await visitor.press('progress-filter-to-rate')
    await visitor.sees(`order-${other.number}`, '待评价')
    expect(await visitor.page.locator('a[id^="order-"]:visible').count()).toBe(1)
    await visitor.press('progress-filter-closed')
    await visitor.page.getByText('没有已办结的工单').waitFor()
    await visitor.press('progress-all')
    await visitor.sees(`order-${other.number}`)
    const wide = await visitor.page.evaluate('document.documentElement.scrollWidth')
    expect(wide).toBeLessThanOrEqual(size.width)
  })
})
