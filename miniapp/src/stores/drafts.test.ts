import Taro, { emptyStorage } from '../../test-stubs/taro'
import { dropDraft, readDraft, writeDraft } from './drafts'

const NOON = Date.parse('2026-11-21T12:00:00+08:00')

beforeEach(emptyStorage)

test('a draft is there again with the time at which it was kept', () => {
  expect(writeDraft('submission', { text: '停' }, NOON)).toBe(NOON)
  expect(readDraft('submission')).toEqual({ value: { text: '停' }, savedAt: NOON })
})

test('drafts do not touch each other, and a dropped one is gone', () => {
  writeDraft('rate:1', { reason: '好' }, NOON)
  writeDraft('rate:2', { reason: '不好' }, NOON)
  dropDraft('rate:1')
  expect(readDraft('rate:1')).toBeUndefined()
  expect(readDraft('rate:2')?.value).toEqual({ reason: '不好' })
})

test('a device that cannot keep it says so instead of pretending', () => {
  const full = jest.spyOn(Taro, 'setStorageSync').mockImplementation(() => {
    throw new Error('exceed storage max size')
  })
  expect(writeDraft('submission', { text: '停' }, NOON)).toBeUndefined()
  full.mockRestore()
})

test('what is no draft is passed over', () => {
  Taro.setStorageSync('jiesu:draft:submission', 'old format')
  expect(readDraft('submission')).toBeUndefined()
})
