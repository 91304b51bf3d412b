import { appWords } from './app'
import { sayMoment } from './vocabulary'
import { speak, spokenLanguage } from './language'

afterEach(() => speak('zh-CN'))

test('the words change under those who hold them', async () => {
  const { tabs } = appWords
  const held = appWords
  expect(held.titles.submit).toBe('提诉求')
  await speak('en')
  expect(held.titles.submit).toBe('Submit an appeal')
  expect(sayMoment(new Date('2026-11-27T17:30:00+08:00'))).toBe('Fri 27 Nov, 17:30')
  expect(tabs.home).toBe('首页')
  await speak('zh-CN')
  expect(held.titles.submit).toBe('提诉求')
})

test('of two wishes the later one counts, whichever is ready first', async () => {
  await Promise.all([speak('en'), speak('zh-CN')])
  expect(spokenLanguage()).toBe('zh-CN')
  expect(appWords.back).toBe('返回')
})
