import Taro, { emptyStorage } from '../../test-stubs/taro'
import { emptySubmission } from '../pages/submit/form/submission'
import { writeDraft } from '../stores/drafts'
import { draftNameOf, latestDraftId, listAppeals, readAppeal, writeAppeal } from './kept'
import { advance } from './rules'

const NOON = Date.parse('2026-11-23T12:00:00+08:00')
beforeEach(emptyStorage)

test('the one draft of an earlier version is still there, with its photos, whoever looks first', () => {
  const old = { text: '停水', photos: [{ id: 'uploaded', thumbnail: 'small' }] }
  Taro.setStorageSync('jiesu:draft:submission', { value: old, savedAt: NOON })
  for (let look = 0; look < 2; look++)
    expect(listAppeals()).toEqual([
      {
        id: 'first',
        value: { text: '停水', photos: [{ key: 'uploaded', id: 'uploaded', thumbnail: 'small' }] },
        savedAt: NOON,
        progress: { state: 'saved' },
      },
    ])
  expect(Taro.getStorageSync('jiesu:draft:submission')).toBe('')
})

test('the newest comes first; nothing written is nothing kept', () => {
  writeDraft(draftNameOf('old'), { ...emptySubmission(), text: '停水' }, NOON)
  writeDraft(draftNameOf('new'), { ...emptySubmission(), text: '停电' }, NOON + 1)
  writeDraft(draftNameOf('empty'), emptySubmission(), NOON + 2)
  writeDraft('rating:1', { reason: '好' }, NOON)
  expect(listAppeals().map(({ id }) => id)).toEqual(['new', 'old'])
  expect(latestDraftId()).toBe('new')
})

test('a change in the form takes it out of the outbox', () => {
  const value = { ...emptySubmission(), text: '停水' }
  const progress = advance({ state: 'saved' }, { type: 'pressed', city: 'yantai', insist: false, at: NOON })
  writeAppeal({ id: 'a', value, savedAt: NOON, progress })
  expect(latestDraftId()).toBeUndefined()
  writeDraft(draftNameOf('a'), { ...value, text: '停水了' }, NOON + 1)
  expect(readAppeal('a')?.progress).toEqual({ state: 'saved' })
})
