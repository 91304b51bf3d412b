/** 朗读 and 关怀版 in a real browser, with a voice that says when it is asked to: Chromium without a screen has none. */
import { PHONE, type Visitor } from '../support/browser'
import { leakingMain } from '../support/appeals'
import { deeds } from '../support/deeds'
import { keep, knows } from '../support/people'
import { setStage } from './stage'

jest.setTimeout(120_000)

const stage = setStage()
let visitor: Visitor
beforeEach(async () => {
  visitor = await stage.visitor(PHONE)
})

/** What was asked to be said, in `heard`; `finish()` ends the sentence that is being said. */
const VOICE = `
  window.heard = []
  let saying = null
  window.finish = () => { const one = saying; saying = null; one?.onend?.() }
  window.SpeechSynthesisUtterance = class { constructor(text) { this.text = text } }
  Object.defineProperty(window, 'speechSynthesis', { value: {
    getVoices: () => [{ lang: 'zh-CN', name: '中文', localService: true }],
    addEventListener: () => undefined,
    speak: (one) => { saying = one; window.heard.push(one.text) },
    cancel: () => { saying = null },
  } })`

const heard = () => visitor.page.evaluate<string[]>('window.heard')
const finish = () => visitor.page.evaluate('window.finish()')
const marked = () => visitor.page.locator('[aria-current="true"]:visible').innerText()

test('an order is read sentence by sentence, paused, and gone on with', async () => {
  const order = await deeds(stage.portal).submit(leakingMain())
  await keep(visitor.context, knows(order))
  await visitor.page.addInitScript(VOICE)
  await visitor.open(`/order?number=${order.number}`)
  await visitor.press('order-read')
  await visitor.sees('order-read', '暂停')
  expect(await marked()).toContain('已派给')
  await finish()
  await visitor.page.locator('[aria-current="true"]:visible', { hasText: '时限' }).waitFor()
  expect(await heard()).toHaveLength(2)
  await visitor.press('order-read')
  await visitor.sees('order-read', '接着读')
  await visitor.press('order-read')
  const said = await heard()
  expect(said[2]).toBe(said[1])
  await visitor.press('order-read-stop')
  await visitor.misses('order-read-text')
})

test('leaving the page ends the reading', async () => {
  await visitor.page.addInitScript(VOICE)
  await visitor.open(`/knowledge?q=${encodeURIComponent('停暖')}`)
  await visitor.page.locator('[id^="hit-"]:visible').first().click()
  await visitor.press('entry-read')
  await visitor.sees('entry-read', '暂停')
  await visitor.press('entry-submit')
  await visitor.sees('submit-text')
  await finish()
  expect(await heard()).toHaveLength(1)
})

test('where no voice is, nothing offers to read', async () => {
  await visitor.open(`/knowledge?q=${encodeURIComponent('停暖')}`)
  await visitor.page.locator('[id^="hit-"]:visible').first().click()
  await visitor.sees('short-answer')
  expect(await visitor.page.locator('[id="entry-read"]').count()).toBe(0)
})

test('a browser with a large font is offered the elder view, once', async () => {
  await visitor.page.addInitScript(
    `document.addEventListener('readystatechange', () => { document.documentElement.style.fontSize = '125%' })`,
  )
  await visitor.open('/')
  await visitor.press('home-elder-yes')
  await visitor.sees('home-elder', '退出关怀版')
  await visitor.misses('home-elder-offer')
  await visitor.press('home-elder')
  await visitor.sees('home-elder', '关怀版')
  await visitor.page.reload()
  await visitor.sees('home-submit')
  expect(await visitor.page.locator('[id="home-elder-offer"]').count()).toBe(0)
})
