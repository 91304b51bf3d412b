/** In a real browser without a network: what was sent waits on the device, goes by itself, once, and leaves a receipt. */
import { burning } from '../support/appeals'
import { PHONE, type Visitor } from '../support/browser'
import { PHOTOS, VIDEOS } from '../support/photos'
import { LEAK, readReceipt, writeAppeal } from './citizen'
import { setStage } from './stage'

jest.setTimeout(120_000)

const stage = setStage()
let citizen: Visitor
beforeEach(async () => {
  citizen = await stage.visitor(PHONE)
  // By way of the first page, whose code is then there without a network too.
  await citizen.open('/')
  await citizen.press('home-submit')
})
afterEach(() => {
  stage.portal.database.mend()
})

const offline = (off: boolean) => citizen.context.setOffline(off)
const ordersWith = (text: string) =>
  stage.portal.connection.collection('orders').countDocuments({ 'order.text': text })
const sendWithoutNetwork = async (text: string) => {
  await writeAppeal(citizen, text)
  await offline(true)
  await citizen.press('submit-send')
  await citizen.sees('waiting-title', '已保存，等网络恢复后自动提交')
}
const backHome = async () => {
  await citizen.page.getByRole('button', { name: '返回' }).locator('visible=true').last().click()
  await citizen.sees('home-submit')
}

test('sent by itself when the network is back, and the receipt comes up', async () => {
  const text = `${LEAK}（断网）`
  await sendWithoutNetwork(text)
  await offline(false)
  const { number, code } = await readReceipt(citizen)
  expect([number.length, code.length]).toEqual([16, 6])
  expect(await ordersWith(text)).toBe(1)
})

test('elsewhere in the app: sent in the background, number and code are on the first page until they were seen', async () => {
  const text = `${LEAK}（后台）`
  await sendWithoutNetwork(text)
  await backHome()
  await citizen.sees('home-waiting', '1 件诉求等待提交')
  await offline(false)
  await citizen.page.getByText('您的诉求已经提交成功').waitFor()
  await citizen.misses('home-waiting')
  // The code is not lost with the page.
  await citizen.open('/')
  const row = citizen.page.locator('[id^="home-sent-"]:visible')
  await row.click()
  const { code } = await readReceipt(citizen)
  expect(code).toMatch(/^\d{6}$/)
  await citizen.press('sent-home')
  await citizen.sees('home-submit')
  await row.waitFor({ state: 'hidden' })
  expect(await ordersWith(text)).toBe(1)
})

test('sent after the browser was closed and opened again', async () => {
  const text = `${LEAK}（重启）`
  await sendWithoutNetwork(text)
  await citizen.page.close()
  await offline(false)
  const later = await citizen.context.newPage()
  await later.goto('/')
  await later.getByText('您的诉求已经提交成功').waitFor()
  expect(await ordersWith(text)).toBe(1)
})

// What one tab has written the other may read a moment later: it may ask again, after the answer, and hears the same.
test('two tabs that hear of the network at the same time do not send at the same time, and one order comes of it', async () => {
  const text = `${LEAK}（两个标签页）`
  await writeAppeal(citizen, text)
  const other = await citizen.context.newPage()
  await other.goto('/')
  await offline(true)
  await citizen.press('submit-send')
  await citizen.sees('waiting-title')
  await other.getByText('1 件诉求等待提交').waitFor()
  let underWay = 0
  let most = 0
  await citizen.context.route('**/api/v1/orders', async (route) => {
    most = Math.max(most, ++underWay)
    const response = await route.fetch()
    underWay--
    await route.fulfill({ response })
  })
  await offline(false)
  await readReceipt(citizen)
  await other.getByText('1 件诉求等待提交').waitFor({ state: 'hidden' })
  expect([most, await ordersWith(text)]).toEqual([1, 1])
})

test('what waits can be changed and is then sent as it is', async () => {
  await sendWithoutNetwork(`${LEAK}（先写的）`)
  await citizen.press('waiting-edit')
  const changed = `${LEAK}（改过的）`
  await citizen.fill('submit-text', changed)
  await offline(false)
  // It is a draft again: the network alone does not send it.
  await citizen.page.reload()
  await citizen.sees('submit-text')
  expect(await ordersWith(changed)).toBe(0)
  await citizen.press('submit-send')
  await readReceipt(citizen)
  expect([await ordersWith(changed), await ordersWith(`${LEAK}（先写的）`)]).toEqual([1, 0])
})

test('what the portal refuses in the background comes back with what to do', async () => {
  await citizen.page.route('**/api/v1/scope-checks', (route) => route.abort('connectionreset'))
  await sendWithoutNetwork(burning().text)
  await backHome()
  await citizen.page.unroute('**/api/v1/scope-checks')
  await offline(false)
  await citizen.sees('home-to-correct', '情况紧急，请先打电话')
  await citizen.press('home-to-correct')
  await citizen.sees('problem', '情况紧急，请先打电话')
  await citizen.press('submit-insist')
  await citizen.press('submit-send')
  await readReceipt(citizen)
})

test('a photo chosen without a network is kept, and travels with the appeal', async () => {
  const text = `${LEAK}（照片）`
  await writeAppeal(citizen, text)
  await offline(true)
  const chooser = citizen.page.waitForEvent('filechooser')
  await citizen.press('submit-photo-add')
  await (await chooser).setFiles({ name: 'a.jpg', mimeType: 'image/jpeg', buffer: PHOTOS['image/jpeg'] })
  await citizen.sees('submit-photos', '已存在手机里，有网络时自动上传')
  await citizen.press('submit-send')
  await citizen.sees('waiting-title')
  await citizen.page.close()
  await offline(false)
  const later = await citizen.context.newPage()
  await later.goto('/')
  await later.getByText('您的诉求已经提交成功').waitFor()
  const stored = await stage.portal.connection
    .collection<{ order: { text: string; attachments: string[] } }>('orders')
    .findOne({ 'order.text': text })
  expect(stored?.order.attachments).toHaveLength(1)
})

test('a short video goes with the appeal and can be played on its page; a second one is not offered', async () => {
  await writeAppeal(citizen, `${LEAK}（视频）`)
  const chooser = citizen.page.waitForEvent('filechooser')
  await citizen.press('submit-video-add')
  await (await chooser).setFiles({ name: 'a.mp4', mimeType: 'video/mp4', buffer: VIDEOS['video/mp4'] })
  await citizen.sees('submit-photos', '已上传')
  await citizen.misses('submit-video-add')
  await citizen.press('submit-send')
  await readReceipt(citizen)
  await citizen.press('sent-order')
  const video = citizen.page.locator('video[aria-label="诉求人拍的视频"]')
  await video.waitFor()
  const answer = await citizen.page.request.get((await video.getAttribute('src')) ?? '', {
    headers: { range: 'bytes=0-1' },
  })
  expect([answer.status(), answer.headers()['content-type']]).toEqual([206, 'video/mp4'])
})

test('a photo of many megabytes travels small and upright', async () => {
  const text = `${LEAK}（大照片）`
  await writeAppeal(citizen, text)
  // 3000 by 1500 pixels of noise, which no JPEG makes small, marked by EXIF as lying on its side.
  const drawn = await citizen.page.evaluate<string>(`(async () => {
    const canvas = document.createElement('canvas')
    canvas.width = 3000
    canvas.height = 1500
    const context = canvas.getContext('2d')
    const pixels = context.createImageData(3000, 1500)
    let seed = 1
    for (let i = 0; i < pixels.data.length; i++) pixels.data[i] = i % 4 === 3 ? 255 : (seed = (seed * 16807) % 2147483647) & 255
    context.putImageData(pixels, 0, 0)
    return canvas.toDataURL('image/jpeg', 0.9).split(',')[1]
  })()`)
  const jpeg = Buffer.from(drawn, 'base64')
  const turned = Buffer.concat([
    jpeg.subarray(0, 2),
    Buffer.from(
      '\xff\xe1\x00\x22Exif\0\0MM\0*\0\0\0\b\0\x01\x01\x12\0\x03\0\0\0\x01\0\x06\0\0\0\0\0\0',
      'latin1',
    ),
    jpeg.subarray(2),
  ])
  const chooser = citizen.page.waitForEvent('filechooser')
  await citizen.press('submit-photo-add')
  await (await chooser).setFiles({ name: 'a.jpg', mimeType: 'image/jpeg', buffer: turned })
  await citizen.sees('submit-photos', '已上传')
  await citizen.press('submit-send')
  await readReceipt(citizen)
  await citizen.press('sent-order')
  const image = citizen.page.locator('#order-content img:visible')
  await image.waitFor()
  await image.evaluate((one) => (one as unknown as { decode: () => Promise<void> }).decode())
  const size = await image.evaluate((one) => [
    (one as unknown as { naturalWidth: number }).naturalWidth,
    (one as unknown as { naturalHeight: number }).naturalHeight,
  ])
  expect(size).toEqual([1000, 2000])
})

test('several drafts: each goes on where it was, one is thrown away after a question', async () => {
  await writeAppeal(citizen, `${LEAK}（第一件）`)
  await citizen.press('submit-another')
  await citizen.page.waitForURL(/draft=/)
  await citizen.sees('submit-missing', '还差')
  await citizen.fill('submit-text', '小区路灯坏了三天，晚上看不清路。')
  await citizen.press('submit-drafts')
  const cards = citizen.page.locator('[id^="draft-"][class*="card"]:visible')
  await cards.nth(1).waitFor()
  const [lamp, leak] = await cards.allInnerTexts()
  expect([lamp, leak].map((words) => words?.includes('已保存'))).toEqual([true, true])
  expect([lamp?.includes('路灯'), leak?.includes('第一件')]).toEqual([true, true])
  const width = await citizen.page.evaluate('document.documentElement.scrollWidth')
  expect(width).toBeLessThanOrEqual(PHONE.width)

  await citizen.page.getByRole('button', { name: /^接着写：门口/ }).click()
  await citizen.sees('submit-missing', '都填好了')
  expect(await citizen.at('submit-name').inputValue()).toBe('王女士')
  await citizen.page.goBack()
  await citizen.page.getByRole('button', { name: /^删除：小区路灯/ }).click()
  await citizen.page.getByText('删除后找不回来').waitFor()
  await citizen.page.getByRole('button', { name: '删除', exact: true }).click()
  await cards.nth(1).waitFor({ state: 'hidden' })
  expect(await cards.allInnerTexts()).toHaveLength(1)
})

test('ten are kept; for another one of them has to go first, and nothing is thrown away by itself', async () => {
  await citizen.sees('submit-text')
  await citizen.page.evaluate(`
    for (let i = 0; i < 10; i++) localStorage.setItem('jiesu:draft:submission:kept-' + i, JSON.stringify({
      data: { value: { text: '第 ' + i + ' 件', photos: [] }, savedAt: Date.now() - i,
        progress: { state: 'waiting', pressedAt: Date.now(), city: 'yantai', insist: false, tries: 1,
          notBefore: Date.now() + 1e7, unreached: false } } }))`)
  await citizen.open('/submit')
  await citizen.page.getByText('这台设备上已经存了 10 份').waitFor()
  await citizen.press('submit-to-drafts')
  await citizen.page.getByText('第 9 件').waitFor()
  expect(await citizen.page.getByText('另写一件').count()).toBe(0)
})
