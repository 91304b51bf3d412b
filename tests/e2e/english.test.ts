/** The app in English: chosen once, kept, and nothing written is lost on the way from one language to the other. */
import { DESKTOP, PHONE, type Visitor } from '../support/browser'
import { lookUp, readReceipt, writeAppeal } from './citizen'
import { setStage } from './stage'

jest.setTimeout(120_000)

const TEXT = 'The water main outside the gate has been leaking since last night and the road is flooded.'

const stage = setStage()
let citizen: Visitor
beforeEach(async () => {
  citizen = await stage.visitor(PHONE)
})

const documentLanguage = () => citizen.page.locator('html').getAttribute('lang')

test('an appeal from the first word to the order, in English', async () => {
  await citizen.open('/')
  await citizen.press('home-language')
  await citizen.sees('home-submit', 'Submit an appeal')
  expect(await documentLanguage()).toBe('en')
  expect(await citizen.page.title()).toBe('Jiesu · 12345 Hotline')

  await citizen.press('home-submit')
  await citizen.sees('submit-text')
  expect(await citizen.page.title()).toBe('Submit an appeal')
  await citizen.sees('submit-language', '12345')
  await citizen.press('submit-send')
  await citizen.sees('submit-text-error', 'Your appeal: please write at least 5 characters')
  await writeAppeal(citizen, TEXT)
  await citizen.press('submit-send')
  const receipt = await readReceipt(citizen)
  expect(await citizen.page.title()).toBe('We have received your appeal')

  await citizen.press('sent-order')
  await citizen.sees('order-content', TEXT)
  await citizen.sees('order-sentence', 'You will have a reply by Mon 30 Nov, 24:00.')
  await citizen.sees('order-timeline', 'Appeal submitted')
  await citizen.sees('order-clock', /5 working days 1\d hours left/)
  await lookUp(citizen, receipt)
})

test('the language turns in the middle of a draft, and nothing written is lost', async () => {
  await citizen.open('/submit')
  await writeAppeal(citizen, TEXT)
  await citizen.press('language')
  await citizen.sees('submit-send', 'Submit')
  expect(await citizen.at('submit-text').inputValue()).toBe(TEXT)
  expect(await citizen.at('submit-name').inputValue()).toBe('王女士')
  await citizen.press('language')
  await citizen.sees('submit-send', '提交')
  expect(await citizen.at('submit-text').inputValue()).toBe(TEXT)
  expect(await documentLanguage()).toBe('zh-CN')
})

test('the choice outlives a reload, and the way back is a page in the same language', async () => {
  await citizen.page.setViewportSize(DESKTOP)
  await citizen.open('/')
  await citizen.press('language-wide')
  await citizen.sees('home-submit', 'Submit an appeal')
  await citizen.page.reload()
  await citizen.sees('home-submit', 'Submit an appeal')
  expect(await documentLanguage()).toBe('en')
  await citizen.press('home-hotlines')
  await citizen.sees('hotlines-main', '12345')
  await citizen.press('language-wide')
  await citizen.page.goBack()
  await citizen.sees('home-submit', '提诉求')
})

test('a phone that is set to another language is offered English, once', async () => {
  await citizen.context.addInitScript("Object.defineProperty(navigator, 'language', { get: () => 'en-US' })")
  await citizen.open('/')
  await citizen.sees('language-offer', 'This service is also available in English.')
  await citizen.sees('home-submit', '提诉求')
  await citizen.press('language-offer-yes')
  await citizen.sees('home-submit', 'Submit an appeal')
  await citizen.misses('language-offer')
  await citizen.page.reload()
  await citizen.sees('home-submit', 'Submit an appeal')
  await citizen.misses('language-offer')
})

test('the desk speaks Chinese to everybody', async () => {
  await citizen.open('/me')
  await citizen.press('me-language')
  await citizen.sees('me-orders', 'My orders')
  await citizen.press('me-desk')
  await citizen.sees('desk-sign-in', '登录')
  expect(await documentLanguage()).toBe('zh-CN')
  await citizen.page.goBack()
  await citizen.sees('me-orders', 'My orders')
})
