import { answerWith, emptyStorage, type Request } from '../../test-stubs/taro'
import { orderAccess } from '../stores/orderAccess'
import { sessions } from '../stores/session'
import { call } from './client'
import type { ApiProblem } from './problem'

const NUMBER = '2611122973006007'
const json = (statusCode: number, body: unknown, header: Record<string, string> = {}) => ({
  statusCode,
  data: JSON.stringify(body),
  header: { 'Content-Type': 'application/json', ...header },
})
const refusal = (status: number, code: string, more: object = {}) =>
  json(status, { type: `about:${code}`, title: '请先登录', status, code, ...more })
const session = (token: string) => ({
  token,
  expiresAt: '2026-12-01T00:00:00+08:00',
  identity: { kind: 'requester' as const, wechat: false },
})

/** Answers in turn and keeps what was asked. */
const answers = (...list: ReturnType<typeof json>[]): Request[] => {
  const asked: Request[] = []
  answerWith((request) => {
    asked.push(request)
    return Promise.resolve(list[asked.length - 1] ?? list[list.length - 1]!)
  })
  return asked
}
const problemOf = (promise: Promise<unknown>): Promise<ApiProblem> =>
  promise.then(
    () => Promise.reject(new Error('it should have been refused')),
    (problem: unknown) => problem as ApiProblem,
  )

beforeEach(() => {
  emptyStorage()
  sessions.requester.keep(null)
  sessions.staff.keep(null)
  orderAccess.store.set([])
})

test('an endpoint is called by its contract: method, path, query, body', async () => {
  const asked = answers(json(200, { hits: [], topics: [] }), json(200, { findings: [] }))
  await call('searchKnowledge', { query: { city: 'yantai', q: '停水 怎么办' } })
  await call('checkScope', { body: { city: 'yantai', text: '停水' } })
  expect(asked[0]).toMatchObject({
    method: 'GET',
    url: 'http://portal.test/api/v1/knowledge?city=yantai&q=%E5%81%9C%E6%B0%B4+%E6%80%8E%E4%B9%88%E5%8A%9E',
  })
  expect(asked[1]).toMatchObject({ method: 'POST', url: 'http://portal.test/api/v1/scope-checks' })
  expect(JSON.parse(asked[1]!.data as string)).toEqual({ city: 'yantai', text: '停水' })
})

test('a refusal keeps its code, its words and every failing field', async () => {
  const fields = [{ path: '/contact/phone', message: '请填写 11 位手机号' }]
  answers(
    refusal(429, 'too-many-attempts', {
      title: '尝试次数过多',
      detail: '请稍后再试',
      fields,
      retryAfter: 60,
    }),
  )
  const problem = await problemOf(call('listCities', {}))
  expect(problem).toMatchObject({
    code: 'too-many-attempts',
    title: '尝试次数过多',
    detail: '请稍后再试',
    fields,
    retryAfter: 60,
  })
})

test('no network is `offline`, a slow one `timeout`, a proxy page `unreadable`', async () => {
  answerWith(() => Promise.reject(Object.assign(new Error(), { errMsg: 'request:fail ' })))
  expect(await problemOf(call('listCities', {}))).toMatchObject({ code: 'offline', isConnection: true })
  answerWith(() => Promise.reject(Object.assign(new Error(), { errMsg: 'request:fail timeout' })))
  expect(await problemOf(call('listCities', {}))).toMatchObject({ code: 'timeout', isConnection: true })
  answerWith(() => Promise.resolve({ statusCode: 502, data: '<html>Bad gateway</html>' }))
  expect(await problemOf(call('listCities', {}))).toMatchObject({ code: 'unreadable', isConnection: false })
  answerWith(() => Promise.resolve({ statusCode: 200, data: '<html>login of the hotel</html>' }))
  expect(await problemOf(call('listCities', {}))).toMatchObject({ code: 'unreadable' })
})

test('an order is asked for with the session and with the order’s own key', async () => {
  sessions.requester.keep(session('mine'))
  orderAccess.keep(NUMBER, 'key')
  const asked = answers(json(200, { number: NUMBER }))
  await call('getOrder', { params: { number: NUMBER } })
  expect(asked[0]?.header).toMatchObject({ Authorization: 'Bearer mine', 'X-Order-Access': 'key' })
})

test('what the portal no longer knows is forgotten, and the number is kept', async () => {
  sessions.requester.keep(session('old'))
  orderAccess.keep(NUMBER, 'key')
  answers(refusal(401, 'session-expired'))
  expect(await problemOf(call('getOrder', { params: { number: NUMBER } }))).toMatchObject({
    code: 'session-expired',
  })
  expect(sessions.requester.token()).toBeUndefined()
  expect(orderAccess.store.get()).toEqual([{ number: NUMBER }])
})

test('staff endpoints use the session of the desk only', async () => {
  sessions.requester.keep(session('citizen'))
  sessions.staff.keep(session('operator'))
  const asked = answers(json(200, { units: [] }))
  await call('listUnits', {})
  expect(asked[0]?.header.Authorization).toBe('Bearer operator')
})

test('204 is an answer without a body', async () => {
  answerWith(() => Promise.resolve({ statusCode: 204, data: '' }))
  await expect(call('signOut', {})).resolves.toBeUndefined()
})
