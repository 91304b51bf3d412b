/** Writing an appeal in a real browser: nothing that was written gets lost, and the rules speak while it is written. */
import { PHONE, type Visitor } from '../support/browser'
import { burning } from '../support/appeals'
import { OTHERS, PHOTOS } from '../support/photos'
import { LEAK, readReceipt, sendAppeal, writeAppeal } from './citizen'
import { setStage } from './stage'

jest.setTimeout(120_000)

const stage = setStage()
let citizen: Visitor
beforeEach(async () => {
  citizen = await stage.visitor(PHONE)
  await citizen.open('/submit')
})
afterEach(() => {
  stage.portal.database.mend()
})

const ordersWith = (text: string) =>
  stage.portal.connection.collection('orders').countDocuments({ 'order.text': text })
const written = async (id: string) => (await citizen.sees(id)).inputValue()

test('the words stay over a reload', async () => {
  const text = `${LEAK}（重新打开）`
  await writeAppeal(citizen, text)
  await citizen.page.reload()
  expect(await written('submit-text')).toBe(text)
  expect(await written('submit-name')).toBe('王女士')
  await citizen.sees('submit-category', '给水管道漏水')
  const { number } = await sendAppeal(citizen)
  expect(number).toMatch(/^\d{16}$/)
  expect(await ordersWith(text)).toBe(1)
})

test('an answer that is lost on the way does not make a second order', async () => {
  const text = `${LEAK}（回音丢了）`
  await writeAppeal(citizen, text)
  await citizen.page.route('**/api/v1/orders', async (route) => {
    // The portal has the order; the phone never hears of it.
    await route.fetch()
    await route.abort('connectionreset')
  })
  await citizen.press('submit-send')
  await citizen.sees('waiting-title', '已保存')
  expect(await ordersWith(text)).toBe(1)
  await citizen.page.unroute('**/api/v1/orders')
  await citizen.press('waiting-now')
  await readReceipt(citizen)
  expect(await ordersWith(text)).toBe(1)
})

test('words changed after a try that had counted stay in the form and can be sent on their own', async () => {
  const text = `${LEAK}（两个页面）`
  await writeAppeal(citizen, text)
  const elsewhere = await citizen.context.newPage()
  await elsewhere.goto('/submit')
  const later = elsewhere.locator('[id="submit-text"]:visible')
  await later.waitFor()
  const changed = `${text}第二个页面补写的话。`
  await later.fill(changed)
  const { number } = await sendAppeal(citizen)

  const send = elsewhere.locator('[id="submit-send"]:visible')
  const shown = elsewhere.locator('[id="sent-number"]:visible')
  await send.click()
  expect((await shown.innerText()).replace(/\D/g, '')).toBe(number)
  await elsewhere.getByText('还保存在“提诉求”里').waitFor()
  expect(await ordersWith(changed)).toBe(0)

  await elsewhere.goto('/submit')
  await later.waitFor()
  expect(await later.inputValue()).toBe(changed)
  await send.click()
  expect((await shown.innerText()).replace(/\D/g, '')).not.toBe(number)
  expect(await ordersWith(changed)).toBe(1)
})

test('while the database is away the words stay, and are taken when it is back', async () => {
  const text = `${LEAK}（正在恢复）`
  await writeAppeal(citizen, text)
  stage.portal.database.cut()
  await citizen.press('submit-send')
  await citizen.sees('waiting-title', '系统恢复后自动提交')
  stage.portal.database.mend()
  await citizen.press('waiting-now')
  await readReceipt(citizen)
  expect(await ordersWith(text)).toBe(1)
})

test('after sending, a screen reader goes on at the heading of the receipt', async () => {
  await writeAppeal(citizen, `${LEAK}（读屏）`)
  await citizen.at('submit-send').focus()
  await citizen.page.keyboard.press('Enter')
  await citizen.sees('sent-title', '我们已经收到')
  await citizen.page.locator('#sent-title:focus').waitFor()
  expect(await citizen.page.evaluate('document.activeElement?.tagName')).toBe('H1')
  // The first key from there leads to what can be done on the page.
  await citizen.page.keyboard.press('Tab')
  expect(await citizen.page.evaluate('document.activeElement?.id')).toBe('sent-save-picture')
})

test('for somebody else: what is missing is named, the draft survives, the order says who acts', async () => {
  const text = `${LEAK}（代办）`
  await writeAppeal(citizen, text)
  await citizen.press('submit-confidentiality-anonymous')
  await citizen.press('submit-for-another')
  await citizen.misses('submit-confidentiality-anonymous')
  // What was typed as one's own stays one's own.
  expect([await written('submit-name'), await written('submit-agent-name')]).toEqual(['', '王女士'])
  await citizen.press('submit-confidentiality-open')
  await citizen.fill('submit-name', '赵奶奶')
  await citizen.fill('submit-phone', '13800000077')
  await citizen.fill('submit-agent-name', '李女士')
  await citizen.fill('submit-agent-phone', '13900000000')
  await citizen.sees('submit-missing', '还差 2 项，接下来：您和当事人的关系')
  await citizen.press('submit-agent-relation-family')
  await citizen.sees('submit-missing', '还差：当事人同意')
  await citizen.press('submit-send')
  await citizen.sees('submit-agent-consent-error', '请先征得当事人同意')
  await citizen.press('submit-agent-consent')
  await citizen.sees('submit-missing', '都填好了')

  await citizen.page.reload()
  expect(await written('submit-agent-phone')).toBe('13900000000')
  expect(await (await citizen.sees('submit-agent-consent')).getAttribute('aria-checked')).toBe('true')
  const width = await citizen.page.evaluate('document.documentElement.scrollWidth')
  expect(width).toBeLessThanOrEqual(PHONE.width)
  await sendAppeal(citizen)
  await citizen.press('sent-order')
  await citizen.sees('order-content', '由家人代办：李** 139****0000')
  await citizen.sees('order-content', '赵** 138****0077')
})

test('what is missing is said at its field', async () => {
  await citizen.sees('submit-text')
  await citizen.fill('submit-text', '漏水')
  await citizen.press('submit-send')
  await citizen.sees('submit-text-error', '诉求内容请至少写 5 个字')
  await citizen.sees('submit-category-error', '请选择问题类别')
  await citizen.sees('submit-confidentiality-error', '请选择')
})

test('the bar says that all is well only when nothing is open', async () => {
  await writeAppeal(citizen, `${LEAK}（都填好了）`)
  await citizen.sees('submit-missing', '都填好了')
  await citizen.press('submit-requester-enterprise')
  await citizen.sees('submit-missing', '还差：企业名称')
  await citizen.fill('submit-enterprise', '示范商贸有限公司')
  await citizen.fill('submit-credit-code', '9137 0600 xxxx xxxx xk')
  await citizen.fill('submit-phone', '123')
  await citizen.press('submit-send')
  await citizen.sees('submit-credit-code-error', '好像有一位不对')
  await citizen.sees('submit-missing', '请先看一下：统一社会信用代码、联系电话')
  await citizen.press('submit-requester-citizen')
  await citizen.sees('submit-missing', /^请先看一下：联系电话$/)
  await citizen.fill('submit-phone', '13800000000')
  await citizen.sees('submit-missing', '都填好了')
})

const addPhoto = async (name: string, content: Buffer) => {
  const chooser = citizen.page.waitForEvent('filechooser')
  await citizen.press('submit-photo-add')
  await (await chooser).setFiles({ name, mimeType: 'image/*', buffer: content })
}
const onPhoto = (name: string) => citizen.page.getByRole('button', { name })

test('a photo that is not taken can only be removed; one that the network lost is sent again', async () => {
  await writeAppeal(citizen, `${LEAK}（照片）`)
  await addPhoto('动画.gif', OTHERS['an animation'])
  await citizen.sees('submit-photos', '这种格式暂时收不了：请上传 JPG')
  await citizen.sees('submit-missing', '请先看一下：照片')
  expect(await onPhoto('重新上传第 1 张照片').count()).toBe(0)
  await citizen.press('submit-send')
  await citizen.sees('submit-photos-error', '请移除后再提交')
  await onPhoto('移除第 1 张照片').click()
  await citizen.sees('submit-missing', '都填好了')
  expect(await citizen.at('submit-photos').innerText()).not.toContain('请移除后再提交')

  await citizen.page.route('**/api/v1/attachments', (route) => route.abort('connectionreset'))
  await addPhoto('路面.jpg', PHOTOS['image/jpeg'])
  await citizen.sees('submit-photos', '已存在手机里，有网络时自动上传')
  await citizen.sees('submit-missing', '都填好了')
  await citizen.page.unroute('**/api/v1/attachments')
  await onPhoto('重新上传第 1 张照片').click()
  await citizen.sees('submit-photos', '已上传')
  await citizen.sees('submit-missing', '都填好了')
})

test('a matter for another procedure is pointed out while typing; insisting hands it to a person', async () => {
  await writeAppeal(citizen, '城管的处罚决定我不服，我要申请行政复议，请你们处理。')
  await citizen.sees('submit-findings', '行政复议')
  await citizen.sees('submit-missing', '请先看一下：诉求内容下面的提示')
  await citizen.press('submit-send')
  await citizen.sees('submit-findings-error', '仍要提交')
  await citizen.press('submit-insist')
  await citizen.sees('submit-missing', '都填好了')
  const { number } = await sendAppeal(citizen)
  await citizen.press('sent-order')
  await citizen.sees('order-sentence', '再决定是否受理')
  const stored = await stage.portal.connection
    .collection<{ _id: string; order: { insisted: boolean } }>('orders')
    .findOne({ _id: number })
  expect(stored?.order.insisted).toBe(true)
})

test('an emergency is asked once whether somebody was called, in words of its own', async () => {
  await writeAppeal(citizen, burning().text)
  await citizen.sees('submit-findings', '请先拨打 119')
  await citizen.sees('submit-missing', '请先看一下：诉求内容下面的提示')
  expect(await citizen.at('submit-insist').innerText()).toBe('已拨打或不用拨打，留下文字')
  await citizen.press('submit-send')
  await citizen.sees('submit-findings-error', '情况紧急请先拨打上面的电话')
  await citizen.press('submit-insist')
  await citizen.sees('submit-findings', '这里不能代替报警')
  expect(await citizen.page.locator('body').innerText()).not.toContain('仍要提交')
  await sendAppeal(citizen)
  await citizen.sees('sent-emergency-fire', '还没有打电话的，请现在就拨打')
  await citizen.page.getByRole('button', { name: '119' }).waitFor()
})

test('an emergency that the phone did not know of is asked after the portal said no', async () => {
  await citizen.page.route('**/api/v1/scope-checks', (route) => route.abort('connectionreset'))
  await writeAppeal(citizen, burning().text)
  await citizen.page.unroute('**/api/v1/scope-checks')
  await citizen.press('submit-send')
  await citizen.sees('problem', '情况紧急，请先打电话')
  await citizen.press('submit-insist')
  await sendAppeal(citizen)
})

test('an answer that exists already is offered while typing', async () => {
  await citizen.sees('submit-text')
  await citizen.fill('submit-text', '家里暖气不热，停暖两天了')
  const hint = citizen.page.locator('[id^="hint-"]:visible').first()
  await hint.waitFor()
  await hint.click()
  await citizen.sees('short-answer')
})
