import { startSmsMock, type RunningSms } from './testing'

let sms: RunningSms
let clock: number

beforeEach(async () => {
  clock = Date.parse('2026-03-02T01:00:00Z')
  sms = await startSmsMock({ now: () => clock })
})
afterEach(() => sms.stop())

const request = (method: string, path: string, body?: unknown, key = 'demo-key') =>
  fetch(`${sms.url}${path}`, {
    method,
    headers: { authorization: `Bearer ${key}` },
    ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  })

const message = {
  to: '13800000000',
  template: 'login-code',
  params: { code: '042137', minutes: 5 },
  clientId: 'c-1',
}
const post = (more: object = {}, key?: string) =>
  request('POST', '/v1/messages', { ...message, ...more }, key)

test('a message is accepted with an id and rendered in Chinese', async () => {
  const response = await post()
  expect(response.status).toBe(202)
  const { id } = (await response.json()) as { id: string }
  expect(sms.sent()).toEqual([
    {
      id,
      ...message,
      params: { code: '042137', minutes: '5' },
      text: '【接诉12345】您的登录验证码是 042137，5 分钟内有效。请不要把验证码告诉他人。',
      acceptedAt: '2026-03-02T01:00:00.000Z',
    },
  ])
})

test('the same clientId is one message with one id; another content with it is a conflict', async () => {
  const ids = await Promise.all([post(), post()].map(async (answer) => (await answer).json()))
  expect(ids[0]).toEqual(ids[1])
  expect(sms.sent()).toHaveLength(1)
  expect((await post({ to: '13800000001' })).status).toBe(409)
  expect(sms.sent()).toHaveLength(1)
})

test.each([
  [{ to: '12345' }, 'invalid_phone'],
  [{ to: 13800000000 }, 'invalid_phone'],
  [{ clientId: '' }, 'invalid_client_id'],
  [{ params: ['042137'] }, 'invalid_params'],
  [{ params: { code: { $gt: '' } } }, 'invalid_params'],
  [{ params: { code: '1' } }, 'missing_params'],
  [{ template: 'greeting' }, 'unknown_template'],
])('%j is refused: %s', async (more, code) => {
  const response = await post(more)
  expect(response.status).toBe(400)
  expect(await response.json()).toMatchObject({ code })
  expect(sms.sent()).toEqual([])
})

test('a wrong key is 401, a body that is no JSON is 400', async () => {
  expect((await post({}, 'wrong')).status).toBe(401)
  expect((await request('POST', '/v1/messages', '{oops')).status).toBe(400)
  expect(sms.sent()).toEqual([])
})

test('a limit holds per phone and 60 seconds, and repeats of a clientId do not count', async () => {
  expect((await request('PUT', '/_mock/limits', { perPhonePerMinute: 2 })).status).toBe(200)
  await post({ clientId: 'c-1' })
  await post({ clientId: 'c-1' })
  clock += 20_000
  expect((await post({ clientId: 'c-2' })).status).toBe(202)
  const refused = await post({ clientId: 'c-3' })
  expect(refused.status).toBe(429)
  expect(refused.headers.get('retry-after')).toBe('40')
  expect((await post({ clientId: 'c-4', to: '13800000001' })).status).toBe(202)
  clock += 40_000
  expect((await post({ clientId: 'c-3' })).status).toBe(202)
  expect((await request('PUT', '/_mock/limits', { perPhonePerMinute: null })).status).toBe(200)
  expect((await post({ clientId: 'c-5' })).status).toBe(202)
  expect((await request('PUT', '/_mock/limits', { perPhonePerMinute: 0 })).status).toBe(400)
})

test('messages are listed newest first, for one phone when asked', async () => {
  await post({ clientId: 'a' })
  await post({ clientId: 'b', to: '13800000001' })
  await post({ clientId: 'c' })
  const list = async (query: string) =>
    ((await (await request('GET', `/_mock/messages${query}`)).json()) as { clientId: string }[]).map(
      (entry) => entry.clientId,
    )
  expect(await list('')).toEqual(['c', 'b', 'a'])
  expect(await list('?to=13800000000')).toEqual(['c', 'a'])
  await request('DELETE', '/_mock/messages')
  expect(await list('')).toEqual([])
})

test('a template can be registered', async () => {
  expect((await request('PUT', '/_mock/templates/greeting', { text: '{name}，您好' })).status).toBe(204)
  expect((await post({ template: 'greeting', params: { name: '王女士' } })).status).toBe(202)
  expect(sms.sent('13800000000')[0]?.text).toBe('【接诉12345】王女士，您好')
  expect((await request('PUT', '/_mock/templates/greeting', {})).status).toBe(400)
})

test('the page shows the code to a developer, and text is never markup', async () => {
  const page = async () => (await request('GET', '/')).text()
  expect(await page()).toContain('还没有短信')
  await post()
  await post({ clientId: 'x', template: 'order-replied', params: { number: '<script>alert(1)</script>' } })
  const html = await page()
  expect(html).toContain('<strong>042137</strong>')
  expect(html).toContain('3/2 09:00:00')
  expect(html).toContain('&lt;script&gt;')
  expect(html).not.toContain('<script>')
})

test('faults strike the service and not the page', async () => {
  sms.setFaults({ status: 503, times: 1 })
  expect((await request('GET', '/')).status).toBe(200)
  expect((await post()).status).toBe(503)
  expect((await post()).status).toBe(202)
  sms.setFaults({ drop: 'after', times: 1 })
  await expect(post({ clientId: 'lost' })).rejects.toThrow('fetch failed')
  expect((await post({ clientId: 'lost' })).status).toBe(202)
  expect(sms.sent().map((entry) => entry.clientId)).toEqual(['c-1', 'lost'])
  expect(sms.calls('/v1/messages')).toBe(4)
})
