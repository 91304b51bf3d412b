import Taro, { emptyStorage } from '../../test-stubs/taro'
import { dropOldAnswers, keepAnswer, keptAnswer } from './keptAnswers'

const DAY_MS = 86_400_000
const NOW = Date.parse('2026-11-21T12:00:00+08:00')
beforeEach(emptyStorage)

test('an answer is there for 30 days, and then no more', () => {
  keepAnswer('order:1', { at: NOW, data: { sentence: '正在办理' } })
  expect(keptAnswer('order:1', NOW + 30 * DAY_MS - 1)?.data).toEqual({ sentence: '正在办理' })
  expect(keptAnswer('order:1', NOW + 30 * DAY_MS)).toBeUndefined()
})

test('what is too old, or no answer at all, is taken off the device; drafts and choices stay', () => {
  keepAnswer('order:old', { at: NOW - 31 * DAY_MS, data: {} })
  keepAnswer('order:new', { at: NOW - DAY_MS, data: {} })
  Taro.setStorageSync('jiesu:last1:broken', 'x')
  Taro.setStorageSync('jiesu:draft:submission', { value: {}, savedAt: NOW - 90 * DAY_MS })
  Taro.setStorageSync('jiesu:city', 'yantai')
  dropOldAnswers(NOW)
  expect(Taro.getStorageInfoSync().keys.sort()).toEqual([
    'jiesu:city',
    'jiesu:draft:submission',
    'jiesu:last1:order:new',
  ])
})
