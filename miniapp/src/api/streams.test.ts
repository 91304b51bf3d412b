import { answerWith, emptyStorage } from '../../test-stubs/taro'
import { orderAccess } from '../stores/orderAccess'
import { sessions } from '../stores/session'
import { call, commandsAnswered, streamRequest } from './client'

const NUMBER = '2611122973006007'
const session = (token: string) => ({
  token,
  expiresAt: '2026-12-01T00:00:00+08:00',
  identity: { kind: 'requester' as const, wechat: false },
})

beforeEach(() => {
  emptyStorage()
  sessions.requester.keep(null)
  sessions.staff.keep(null)
  orderAccess.store.set([])
})

test('a stream is asked for like anything else: tokens in headers, nothing of them in the address', () => {
  sessions.requester.keep(session('citizen'))
  sessions.staff.keep(session('operator'))
  orderAccess.keep(NUMBER, 'key')
  expect(streamRequest('followDesk', '')).toEqual({
    url: 'http://portal.test/api/v1/desk/live',
    headers: { Accept: 'text/event-stream', Authorization: 'Bearer operator' },
  })
  expect(streamRequest('followOrder', NUMBER)).toEqual({
    url: `http://portal.test/api/v1/orders/${NUMBER}/live`,
    headers: { Accept: 'text/event-stream', Authorization: 'Bearer citizen', 'X-Order-Access': 'key' },
  })
})

test('a step that is under way is waited for; reading is not', async () => {
  let asked = (_answer: () => void): void => undefined
  const answerable = new Promise<() => void>((resolve) => (asked = resolve))
  answerWith(
    (request) =>
      new Promise((resolve) => {
        if (request.method === 'DELETE') asked(() => resolve({ statusCode: 204, data: '' }))
      }),
  )
  void call('listCities', {})
  await commandsAnswered()
  const done: string[] = []
  const step = call('signOut', {}).then(() => done.push('step'))
  const waiting = commandsAnswered().then(() => done.push('told'))
  const answer = await answerable
  answer()
  await Promise.all([step, waiting])
  expect(done).toEqual(['step', 'told'])
})
