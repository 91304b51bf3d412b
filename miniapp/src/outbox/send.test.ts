import Taro, { answerWith, emptyStorage, files, uploadWith, type Request } from '../../test-stubs/taro'
import { emptySubmission, type Submission } from '../pages/submit/form/submission'
import { discard, takeBack } from './discard'
import { latestDraftId, listAppeals, readAppeal, writeAppeal, type KeptAppeal } from './kept'
import { listReceipts, putReceiptAway, readReceipt } from './receipts'
import { advance } from './rules'
import { flush } from './run'
import { sendAppeal } from './send'

const TEXT = '门口的自来水主管道漏水'
const NUMBER = '2611230000000017'
const refusal = (statusCode: number, code: string) => ({
  statusCode,
  data: { code, title: '不行', detail: '', fields: [{ path: '/text', message: '请再写一句' }] },
})
const received = (text = TEXT) => ({
  statusCode: 201,
  data: { order: { number: NUMBER, text }, queryCode: '123456', accessToken: 'key' },
})

/** An appeal that somebody has just pressed 提交 on. */
const pressed = (id: string, patch: Partial<Submission> = {}, at = Date.now()): KeptAppeal => {
  const appeal: KeptAppeal = {
    id,
    value: { ...emptySubmission(), commandId: `command-${id}`, city: 'yantai', text: TEXT, ...patch },
    savedAt: at,
    progress: advance({ state: 'saved' }, { type: 'pressed', city: 'yantai', insist: false, at }),
  }
  writeAppeal(appeal)
  return appeal
}
const photo = (key: string, id = '') => {
  files.add(`wxfile://usr/photo-${key}`)
  return { key, id, thumbnail: '' }
}
let sent: Request[]
const answers = (...list: ({ statusCode: number; data: unknown } | 'nothing')[]) => {
  sent = []
  answerWith((request) => {
    const answer = list[Math.min(sent.length, list.length - 1)]
    sent.push(request)
    return answer === undefined || answer === 'nothing'
      ? Promise.reject(new Error('request:fail'))
      : Promise.resolve(answer)
  })
}
const bodyOf = (request: Request | undefined) =>
  JSON.parse(String(request?.data)) as { commandId: string; attachments: string[] }

beforeEach(() => {
  jest.useFakeTimers({ now: Date.parse('2026-11-23T12:00:00+08:00') })
  emptyStorage()
})
afterEach(() => {
  jest.clearAllTimers()
  jest.useRealTimers()
})

test('what arrives leaves the device, and its receipt stays until it was seen', async () => {
  pressed('a')
  answers(received())
  expect(await sendAppeal('a')).toEqual({ kind: 'sent', number: NUMBER, rest: false })
  expect(readAppeal('a')).toBeUndefined()
  expect(listReceipts()).toMatchObject([{ queryCode: '123456', from: 'a', changedSince: false }])
  putReceiptAway(NUMBER)
  expect(readReceipt(NUMBER)).toBeUndefined()
})

test('without a network it waits, and goes under the same command when the network is back', async () => {
  pressed('a')
  answers('nothing')
  expect(await sendAppeal('a')).toMatchObject({ kind: 'waiting', problem: { code: 'offline' } })
  expect(readAppeal('a')?.progress).toMatchObject({ state: 'waiting', tries: 1 })
  // Someone who opens the form now writes something else.
  expect(latestDraftId()).toBeUndefined()
  const [first] = sent
  answers(received())
  await flush(true)
  expect(bodyOf(sent[0]).commandId).toBe(bodyOf(first).commandId)
  expect(listAppeals()).toEqual([])
  expect(listReceipts()).toHaveLength(1)
})

test('the app tries again by itself, later and later, while the portal is in trouble', async () => {
  pressed('a')
  answers(refusal(503, 'storage-unavailable'), refusal(503, 'storage-unavailable'), received())
  await flush(false)
  expect(sent).toHaveLength(1)
  await jest.advanceTimersByTimeAsync(5000)
  expect(sent).toHaveLength(2)
  await jest.advanceTimersByTimeAsync(14_000)
  expect(sent).toHaveLength(2)
  await jest.advanceTimersByTimeAsync(1000)
  expect(sent).toHaveLength(3)
  expect(listReceipts()).toHaveLength(1)
})

test('several that wait go one after the other, the oldest first', async () => {
  pressed('new', { text: '第二件' }, Date.now())
  pressed('old', {}, Date.now() - 60_000)
  answers(received())
  await flush(true)
  expect(sent.map((request) => bodyOf(request).commandId)).toEqual(['command-old', 'command-new'])
})

test('pressed twice, it is sent once', async () => {
  pressed('a')
  answers(received())
  const both = await Promise.all([sendAppeal('a'), sendAppeal('a')])
  expect(both.map(({ kind }) => kind)).toEqual(['sent', 'sent'])
  expect(sent).toHaveLength(1)
  expect(await sendAppeal('a')).toEqual({ kind: 'gone' })
})

test('a refusal puts it back with what to correct, and it is not sent again by itself', async () => {
  pressed('a')
  answers(refusal(422, 'out-of-scope'))
  expect(await sendAppeal('a')).toMatchObject({ kind: 'to-correct' })
  expect(readAppeal('a')?.progress).toEqual({
    state: 'to-correct',
    correction: {
      code: 'out-of-scope',
      title: '不行',
      detail: '',
      fields: [{ path: '/text', message: '请再写一句' }],
    },
  })
  expect(latestDraftId()).toBe('a')
  await flush(true)
  expect(sent).toHaveLength(1)
})

test('one that waited for too long is handed back unsent', async () => {
  pressed('a', {}, Date.now() - 4 * 86_400_000)
  answers(received())
  await flush(true)
  expect(sent).toHaveLength(0)
  expect(readAppeal('a')?.progress).toMatchObject({ state: 'to-correct', correction: { code: 'too-old' } })
})

test('what is taken back or thrown away is not sent', async () => {
  pressed('a')
  pressed('b')
  takeBack('a')
  discard('b')
  answers(received())
  await flush(true)
  expect(sent).toHaveLength(0)
  expect(listAppeals().map(({ id, progress }) => [id, progress.state])).toEqual([['a', 'saved']])
})

test('photos travel first, each once, and are forgotten here when the portal has everything', async () => {
  pressed('a', { photos: [photo('one', 'there-already'), photo('two'), photo('three')] })
  const uploaded: string[] = []
  let fails = true
  uploadWith((path) => {
    if (path.endsWith('three') && fails) return Promise.reject(new Error('uploadFile:fail'))
    uploaded.push(path)
    return Promise.resolve({ statusCode: 201, data: JSON.stringify({ id: `portal-${path.slice(-3)}` }) })
  })
  answers(received())
  expect(await sendAppeal('a')).toMatchObject({ kind: 'waiting' })
  expect(sent).toHaveLength(0)
  fails = false
  await sendAppeal('a')
  expect(uploaded.map((path) => path.slice(-5))).toEqual(['o-two', 'three'])
  expect(bodyOf(sent[0]).attachments).toEqual(['there-already', 'portal-two', 'portal-ree'])
  expect(files.size).toBe(0)
})

test('uploads that the portal has forgotten travel once more', async () => {
  pressed('a', { photos: [photo('one', 'forgotten')] })
  uploadWith(() => Promise.resolve({ statusCode: 201, data: JSON.stringify({ id: 'anew' }) }))
  answers(refusal(422, 'unknown-attachment'), received())
  expect(await sendAppeal('a')).toMatchObject({ kind: 'sent' })
  expect(sent.map((request) => bodyOf(request).attachments)).toEqual([['forgotten'], ['anew']])
})

test('a photo that is neither there nor here is said, not left out', async () => {
  pressed('a', { photos: [photo('one')] })
  files.clear()
  answers(received())
  expect(await sendAppeal('a')).toMatchObject({ kind: 'to-correct', problem: { code: 'photo-gone' } })
  expect(sent).toHaveLength(0)
})

test('words that came after the try that counted stay, under a command of their own', async () => {
  pressed('a', { text: `${TEXT}，越来越大`, photos: [photo('one', 'claimed')] })
  answers(received(TEXT))
  expect(await sendAppeal('a')).toEqual({ kind: 'sent', number: NUMBER, rest: true })
  expect(readReceipt(NUMBER)?.changedSince).toBe(true)
  expect(readAppeal('a')).toMatchObject({
    progress: { state: 'saved' },
    value: { text: `${TEXT}，越来越大`, commandId: '', photos: [{ key: 'one', id: '' }] },
  })
})

test('what is written while it is on its way stays', async () => {
  const appeal = pressed('a')
  answerWith(() => {
    const value = { ...appeal.value, text: `${TEXT}，还有` }
    writeAppeal({ ...appeal, value, progress: { state: 'saved' } })
    return Promise.resolve(received())
  })
  expect(await sendAppeal('a')).toMatchObject({ kind: 'sent', rest: true })
  expect(readAppeal('a')?.value).toMatchObject({ text: `${TEXT}，还有`, commandId: '' })
})

test('a device that keeps nothing still sends, and still shows the receipt', async () => {
  const full = jest.spyOn(Taro, 'setStorageSync').mockImplementation(() => {
    throw new Error('exceed storage max size')
  })
  pressed('a')
  answers(received())
  expect(await sendAppeal('a')).toMatchObject({ kind: 'sent' })
  expect(readReceipt(NUMBER)?.queryCode).toBe('123456')
  full.mockRestore()
})
