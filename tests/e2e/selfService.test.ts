/** What people find out by themselves, in a real browser: answers, hotlines, their own orders. */
import { submitOrder } from '@jiesu/shared-types'
import { DESKTOP, PHONE, type Visitor } from '../support/browser'
import { leakingMain } from '../support/appeals'
import { importTexts } from '../support/knowledge'
import { setStage } from './stage'

jest.setTimeout(120_000)

const stage = setStage()
let visitor: Visitor
beforeEach(async () => {
  visitor = await stage.visitor(PHONE)
})

const later = (seconds: number) => {
  stage.portal.now = new Date(stage.portal.now.getTime() + seconds * 1000)
}

test('finds an answer in own words, with the words marked, and reads it with its source', async () => {
  await visitor.open('/knowledge')
  await visitor.page.getByText('大家常问').waitFor()
  await visitor.fill('knowledge-search', '家里停暖了找谁')
  const hit = visitor.page.locator('[id^="hit-"]:visible', { hasText: '停暖' }).first()
  await hit.waitFor()
  expect(await hit.locator('[class*="marked"]').first().innerText()).not.toBe('')
  await hit.click()
  await visitor.sees('short-answer', '12345')
  await visitor.sees('checked-on', '核对过')
  await visitor.sees('phone-12345')
  await visitor.press('entry-submit')
  await visitor.sees('submit-text')
})

test('suggests questions while typing, by characters and by pinyin, for fingers and for keys', async () => {
  await visitor.open('/knowledge')
  const entry = await visitor.sees('knowledge-search')
  await visitor.fill('knowledge-search', '身份')
  await visitor.sees('knowledge-suggestion-0', '身份证')
  expect(await entry.getAttribute('aria-expanded')).toBe('true')
  await entry.press('ArrowDown')
  await entry.press('ArrowDown')
  expect(await entry.getAttribute('aria-activedescendant')).toBe('knowledge-suggestion-1')
  const second = await visitor.page.locator('#knowledge-suggestion-1').innerText()
  await entry.press('Enter')
  expect(await entry.inputValue()).toBe(second)
  await visitor.misses('knowledge-suggestions')

  await visitor.fill('knowledge-search', 'shenfenz')
  await visitor.sees('knowledge-suggestion-0', '身份证')
  await entry.press('Escape')
  await visitor.misses('knowledge-suggestions')
  expect(await entry.inputValue()).toBe('shenfenz')
  await visitor.fill('knowledge-search', 'gouyao')
  await visitor.sees('knowledge-suggestion-0', '狗咬')
  await visitor.press('knowledge-suggestion-0')
  await visitor.sees('hit-yantai-dog-bite')
})

test('finds by everyday words and by initials, and asks what was meant', async () => {
  await visitor.open('/knowledge?q=被没拴绳的狗咬了一口')
  await visitor.sees('hit-yantai-dog-bite', '被狗咬伤')
  await visitor.open('/knowledge?q=sbk')
  await visitor.sees('hit-yantai-social-security-12333')
  await visitor.sees('knowledge-meant', '您要找的是不是“社保卡”')
  await visitor.press('knowledge-meant')
  expect(await (await visitor.sees('knowledge-search')).inputValue()).toBe('社保卡')
})

test('what is not found leads on to people', async () => {
  await visitor.open('/knowledge?q=zzzz')
  await visitor.page.getByText('没有查到“zzzz”').waitFor()
  await visitor.sees('knowledge-call')
  await visitor.press('knowledge-submit')
  await visitor.sees('submit-text')
})

test('answers for enterprises: chosen, kept by a reload, taken back', async () => {
  await visitor.open('/knowledge')
  await visitor.press('knowledge-filters')
  await visitor.press('knowledge-audience-enterprise')
  await visitor.sees('knowledge-filtered', '只看适用于企业的')
  await visitor.sees('hit-yantai-late-payment')
  await visitor.misses('hit-yantai-heating-outage')
  await visitor.page.reload()
  await visitor.sees('knowledge-filtered', '只看适用于企业的')
  await visitor.sees('hit-yantai-late-payment')
  // What is for everybody is found as well, what is for workers is not.
  await visitor.fill('knowledge-search', '被辞退怎么补偿')
  await visitor.misses('hit-yantai-late-payment')
  await visitor.misses('hit-yantai-dismissal')
  await visitor.press('knowledge-filters-clear')
  await visitor.sees('hit-yantai-dismissal')
  expect(visitor.page.url()).not.toContain('audience')
})

test('what was searched for is in the address: after a reload, on the way back, and for others', async () => {
  const { page } = visitor
  await visitor.open('/knowledge')
  await visitor.press('topic-utilities')
  await page.waitForURL('**/knowledge?topic=utilities')
  await visitor.fill('knowledge-search', '停暖了找谁')
  await page.waitForURL(`**/knowledge?q=${encodeURIComponent('停暖了找谁')}&topic=utilities`)
  const address = page.url()
  await page.getByText(/^找到 \d+ 条$/).waitFor()
  const hit = page.locator('[id^="hit-"]:visible').first()
  const first = await hit.getAttribute('id')
  const isShown = async (at: typeof visitor) => {
    await at.sees(first ?? '')
    expect(await (await at.sees('knowledge-search')).inputValue()).toBe('停暖了找谁')
    expect(await (await at.sees('topic-utilities')).getAttribute('aria-pressed')).toBe('true')
    expect(at.page.url()).toBe(address)
  }
  await hit.click()
  await visitor.sees('short-answer')
  await page.goBack()
  await isShown(visitor)
  await hit.click()
  await visitor.sees('short-answer')
  await page.reload()
  await visitor.sees('short-answer')
  await page.goBack()
  await isShown(visitor)
  await page.reload()
  await isShown(visitor)
  const another = await stage.visitor(PHONE)
  await another.open(address.slice(stage.portal.url.length))
  await isShown(another)

  // Other tabs have addresses of their own.
  const tab = (name: string) => page.locator('nav a:visible', { hasText: name }).click()
  await tab('我的')
  await page.waitForURL('**/me')
  await visitor.sees('me-city')
  await tab('知识')
  await isShown(visitor)
})

test('a link to a topic that is not there shows every topic', async () => {
  await visitor.open('/knowledge?topic=no-such')
  await visitor.page.waitForURL('**/knowledge')
  await visitor.sees('topic-all')
  await visitor.page.getByText('大家常问').waitFor()
})

test('where nothing is found, and while nothing can be searched, there are numbers to call', async () => {
  await visitor.open(`/knowledge?q=${encodeURIComponent('<script>alert(1)</script>')}`)
  await visitor.page.getByText('没有查到').waitFor()
  for (const number of ['110', '119', '120', '122']) await visitor.sees(`knowledge-urgent-${number}`)
  await visitor.misses('knowledge-call-instead')
  await visitor.page.route('**/api/v1/knowledge?*', (route) => route.abort())
  await visitor.fill('knowledge-search', '停暖了找谁')
  await visitor.sees('knowledge-call-instead', '12345')
  stage.browser.forget()
})

test('of a short text that was imported nothing is shown twice, and nothing that it does not say', async () => {
  await importTexts(stage.portal, '问题,解答\n哪里可以放生,请先联系渔业部门。\n')
  later(1)
  await visitor.open('/knowledge?q=哪里可以放生')
  await visitor.page.locator('[id^="hit-"]:visible', { hasText: '哪里可以放生' }).first().click()
  await visitor.sees('short-answer', '请先联系渔业部门。')
  const text = await visitor.page.locator('body').innerText()
  expect(text.split('请先联系渔业部门').length).toBe(2)
  for (const word of ['Invalid', '核对过', '解答单位', '依据']) expect(text).not.toContain(word)
  await visitor.press('entry-wrong')
  await visitor.fill('entry-wrong-text', '电话错了')
  await visitor.press('entry-wrong-send')
  await visitor.sees('entry-wrong-done', '12345 热线会在')
})

test('a merged hotline says which number works now', async () => {
  await visitor.open('/hotlines')
  await visitor.sees('hotline-12345')
  await visitor.fill('hotline-search', '12350')
  await visitor.sees('hotline-12350', '号码已停用')
  await visitor.sees('dial-12350', '12345')
  await visitor.misses('hotline-12345')
  await visitor.press('plan-12350')
  await visitor.sees('hotline-12350', '烟政办发〔2021〕3号')
})

test('another city has other hotlines', async () => {
  await visitor.open('/me')
  await visitor.press('me-city')
  await visitor.press('city-fuzhou')
  await visitor.sees('me-city', '福州')
  await visitor.press('me-hotlines')
  await visitor.sees('hotline-12345', '福州')
})

test('signs in by a code on the phone, sees the own orders, and signs out', async () => {
  const phone = '13800000001'
  const { order } = await stage.portal.call(
    submitOrder,
    { body: leakingMain() },
    await stage.portal.citizen(phone),
  )
  later(90)
  await visitor.open('/me')
  await visitor.press('me-sign-in')
  await visitor.fill('sign-in-phone', phone)
  await visitor.press('sign-in-get-code')
  await visitor.sees('sign-in-code-hint', '验证码已发出')
  await visitor.sees('sign-in-get-code', '秒后可重发')
  const code = stage.portal.sms.sent(phone).at(-1)?.params['code'] ?? ''

  await visitor.fill('sign-in-code', code === '000000' ? '000001' : '000000')
  await visitor.press('sign-in-send')
  await visitor.sees('problem', '验证码不对')
  await visitor.fill('sign-in-code', code)
  await visitor.press('sign-in-send')
  await visitor.sees('me-name', '138****0001')
  await visitor.press('me-orders')
  await visitor.sees(`order-${order.number}`, '给水管道漏水')

  await visitor.open('/me')
  await visitor.press('me-sign-out')
  await visitor.press('me-sign-out-yes')
  await visitor.sees('me-name', '还没有登录')
  await visitor.press('me-orders')
  await visitor.sees('progress-sign-in')
  await visitor.misses(`order-${order.number}`)
})

test('a number that cannot be right is named at its field before anything is sent', async () => {
  await visitor.open('/sign-in')
  await visitor.sees('sign-in-phone')
  await visitor.fill('sign-in-phone', '1380000')
  await visitor.press('sign-in-get-code')
  await visitor.sees('sign-in-phone-error', '11 位手机号')
  expect(stage.portal.sms.sent('1380000')).toEqual([])
})

test('a wrong code tells nothing of the order, and the misread group is named', async () => {
  const { order } = await stage.portal.call(submitOrder, { body: leakingMain() })
  await visitor.open('/lookup')
  await visitor.sees('lookup-number')
  const wrong = `${order.number.slice(0, 4)}${order.number[4] === '9' ? '8' : '9'}${order.number.slice(5)}`
  await visitor.fill('lookup-number', wrong)
  await visitor.sees('lookup-number-error', '第 2 组数字好像不对')
  await visitor.fill('lookup-number', order.number)
  await visitor.fill('lookup-code', '000000')
  await visitor.press('lookup-open')
  await visitor.sees('problem', '对不上')
})

test.each([PHONE, DESKTOP])('an address without a page says so and leads home (%o)', async (size) => {
  const stranger = await stage.visitor(size)
  await stranger.open('/no/such/page')
  await stranger.press('lost-home')
  await stranger.sees('home-submit')
  await stranger.context.close()
})

test('a page whose code could not be fetched without a network is shown when the network is back', async () => {
  await visitor.open('/')
  await visitor.sees('home-hotlines')
  await visitor.context.setOffline(true)
  const failed = visitor.page.waitForEvent('pageerror')
  await visitor.press('home-hotlines')
  expect((await failed).message).toMatch(/^Loading (CSS )?chunk/)
  stage.browser.forget()
  await visitor.context.setOffline(false)
  await visitor.sees('hotline-12345')
  expect(new URL(visitor.page.url()).pathname).toBe('/hotlines')
})
