import { createHmac } from 'node:crypto'
import { listen, type Running } from '../../support/listen'
import { type RunningDepartments, startDepartmentsMock, SYSTEMS } from './testing'

const NOW = Date.parse('2026-11-23T09:00:00+08:00')
const WATER = SYSTEMS[0]!

let departments: RunningDepartments
beforeEach(async () => {
  departments = await startDepartmentsMock({ now: () => NOW })
})
afterEach(() => departments.stop())

const event = (sequence: number, changes: Record<string, unknown> = {}) => ({
  id: `2611217130589164-${sequence}`,
  number: '2611217130589164',
  sequence,
  type: 'dispatched',
  order: { unit: { id: WATER.unit } },
  ...changes,
})

interface Signing {
  body?: string
  secret?: string
  timestamp?: number
  system?: string
  headers?: Record<string, string>
}

/** Pushes as the portal does; with `Signing`, as somebody else would. */
const push = async (value: Record<string, unknown>, signing: Signing = {}) => {
  const body = JSON.stringify(value)
  const timestamp = String(signing.timestamp ?? NOW / 1000)
  const mac = createHmac('sha256', signing.secret ?? WATER.secret)
    .update(`${timestamp}.${body}`)
    .digest('hex')
  const answer = await fetch(`${departments.url}/systems/${signing.system ?? WATER.id}/events`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'x-jiesu-timestamp': timestamp,
      'x-jiesu-signature': `v1=${mac}`,
      'x-jiesu-delivery': String(value['id']),
      ...signing.headers,
    },
    body: signing.body ?? body,
  })
  const { code } = (await answer.json()) as { code?: string }
  return code === undefined ? answer.status : `${answer.status} ${code}`
}

const request = (method: string, path: string, body?: unknown) =>
  fetch(`${departments.url}${path}`, {
    method,
    headers: { 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })

test('what the portal signed is taken and listed, bytes and all', async () => {
  expect(await push(event(3))).toBe(200)
  expect(await push(event(4, { type: 'received' }))).toBe(200)
  expect(departments.received(WATER.id).map(({ type }) => type)).toEqual(['dispatched', 'received'])
  expect(departments.received(SYSTEMS[1]!.id)).toEqual([])
  const list = (await (await request('GET', `/received?system=${WATER.id}`)).json()) as { raw: string }[]
  expect(list[0]?.raw).toBe(JSON.stringify(event(3)))
  await request('DELETE', '/received')
  expect(departments.received()).toEqual([])
})

test.each<[string, Signing, string]>([
  ['signed with another secret', { secret: 'somebody else’s' }, '401 bad_signature'],
  ['signed by another system’s secret', { secret: SYSTEMS[1]!.secret }, '401 bad_signature'],
  ['with another body than the signed one', { body: '{"id":"x"}' }, '401 bad_signature'],
  [
    'with another time than the signed one',
    { headers: { 'x-jiesu-timestamp': String(NOW / 1000 - 1) } },
    '401 bad_signature',
  ],
  ['without a signature', { headers: { 'x-jiesu-signature': '' } }, '401 bad_signature'],
  ['of another version', { headers: { 'x-jiesu-signature': 'v2=00' } }, '401 bad_signature'],
  ['more than five minutes old', { timestamp: NOW / 1000 - 301 }, '401 stale'],
  ['from the future', { timestamp: NOW / 1000 + 301 }, '401 stale'],
  ['for another delivery than it says', { headers: { 'x-jiesu-delivery': 'x' } }, '400 bad_event'],
  ['for nobody', { system: 'demo-atlantis' }, '404 unknown_system'],
])('a push %s is refused', async (_what, signing, answer) => {
  expect(await push(event(3), signing)).toBe(answer)
  expect(departments.received()).toEqual([])
})

test('the same event again is taken once; an earlier one after a later one is refused', async () => {
  expect(await push(event(3))).toBe(200)
  expect(await push(event(3))).toBe(200)
  expect(departments.repeats()).toBe(1)
  expect(await push(event(5))).toBe(200)
  expect(await push(event(4))).toBe('409 out_of_order')
  expect(await push(event(3))).toBe(200)
  expect(await push(event(1, { number: '2611217130589999', id: 'other' }))).toBe(200)
  expect(departments.received().map(({ sequence }) => sequence)).toEqual([3, 5, 1])
})

test('what is no event is refused', async () => {
  for (const wrong of [{ sequence: '3' }, { number: 5 }, { type: undefined }])
    expect(await push(event(3, wrong))).toBe('400 bad_event')
})

describe('answering', () => {
  let portal: Running
  /** What was posted to the portal: path, token, command id. */
  let posted: { path: string; token: string; commandId: string }[]
  let status: number
  beforeEach(async () => {
    posted = []
    status = 200
    portal = await listen((incoming, response) => {
      let body = ''
      incoming.on('data', (chunk: Buffer) => (body += chunk.toString()))
      incoming.on('end', () => {
        const { commandId } = JSON.parse(body) as { commandId: string }
        const token = incoming.headers.authorization ?? ''
        posted.push({ path: incoming.url ?? '', token, commandId })
        response.writeHead(status).end(status === 200 ? '{}' : '{"code":"not-allowed-now"}')
      })
    })
  })
  afterEach(() => portal.stop())

  const until = async (count: number) => {
    while (departments.posted().length < count) await new Promise(setImmediate)
  }
  const ends = () => posted.map(({ path }) => path.split('/').at(-1))

  test('is off until it is switched on, and refuses a plan that is none', async () => {
    expect((await request('PUT', '/_mock/answering', { portal: portal.url })).status).toBe(400)
    expect((await request('PUT', '/_mock/answering', { portal: 'x', afterSeconds: 0 })).status).toBe(400)
    expect(
      (await request('PUT', '/_mock/answering', { portal: portal.url, afterSeconds: 0, twice: 1 })).status,
    ).toBe(400)
    await push(event(3))
    expect(await (await request('GET', '/_mock/answering')).json()).toEqual({ plan: null })
    expect((await request('PUT', '/_mock/answering', { portal: portal.url, afterSeconds: 0 })).status).toBe(
      200,
    )
    await push(event(3, { id: 'again', number: '2611217130589999' }))
    await until(2)
    expect((await request('DELETE', '/_mock/answering')).status).toBe(204)
    expect(posted.map(({ path }) => path)).toEqual([
      '/api/v1/exchange/orders/2611217130589999/receive',
      '/api/v1/exchange/orders/2611217130589999/reply',
    ])
    expect(await (await request('GET', '/_mock/posted')).json()).toHaveLength(2)
  })

  test('an order is received and answered by its main unit, with its token and an id of the event', async () => {
    departments.setAnswering({ portal: portal.url, afterSeconds: 0 })
    await push(event(3, { order: { unit: { id: 'somebody-else' } } }))
    await push(event(4))
    await until(2)
    expect(posted).toEqual(
      ['receive', 'reply'].map((what) => ({
        path: `/api/v1/exchange/orders/2611217130589164/${what}`,
        token: `Bearer ${WATER.token}`,
        commandId: `${what}-answer-2611217130589164-4`,
      })),
    )
    await push(event(5, { type: 'redo-ordered' }))
    await until(3)
    expect(ends()).toEqual(['receive', 'reply', 'reply'])
  })

  test('everything twice, with the same ids; too early first', async () => {
    departments.setAnswering({ portal: portal.url, afterSeconds: 0, twice: true })
    await push(event(3))
    await until(4)
    expect(ends()).toEqual(['receive', 'receive', 'reply', 'reply'])
    expect(new Set(posted.map(({ commandId }) => commandId)).size).toBe(2)
    departments.setAnswering({ portal: portal.url, afterSeconds: 0, replyFirst: true })
    status = 409
    await push(event(3, { id: 'b', number: '2611217130589999' }))
    await until(7)
    expect(ends().slice(4)).toEqual(['reply', 'receive', 'reply'])
    expect(departments.posted().at(-1)).toMatchObject({ status: 409, code: 'not-allowed-now' })
  })

  test('a portal that is away is noted', async () => {
    departments.setAnswering({ portal: 'http://127.0.0.1:1', afterSeconds: 0 })
    await push(event(3))
    await until(2)
    expect(departments.posted()[0]).toMatchObject({ what: 'receive', status: 0, code: 'no_answer' })
  })
})
