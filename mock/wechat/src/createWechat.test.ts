import { openidOf, startWechatMock, type RunningWechat } from './testing'

type Answer = Record<string, unknown> & { errcode?: number; errmsg?: string }

let wechat: RunningWechat
let clock: number

beforeEach(async () => {
  clock = Date.parse('2026-03-02T01:00:00Z')
  wechat = await startWechatMock({ now: () => clock })
})
afterEach(() => wechat.stop())

const get = async (path: string, params: Record<string, string> = {}): Promise<Answer> =>
  (await fetch(`${wechat.url}${path}?${new URLSearchParams(params).toString()}`)).json() as Promise<Answer>

const send = async (method: string, path: string, body?: unknown): Promise<Response> =>
  fetch(`${wechat.url}${path}`, {
    method,
    ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  })

const post = async (path: string, body: unknown): Promise<Answer> =>
  (await send('POST', path, body)).json() as Promise<Answer>

const credentials = { appid: 'wx-demo', secret: 'demo-secret' }
const askToken = () => get('/cgi-bin/token', { ...credentials, grant_type: 'client_credential' })
const askStable = (more: object = {}) =>
  post('/cgi-bin/stable_token', { ...credentials, grant_type: 'client_credential', ...more })
const token = async () => String((await askToken()).access_token)
const login = (code: string) =>
  get('/sns/jscode2session', { ...credentials, js_code: code, grant_type: 'authorization_code' })
const postWithToken = async (path: string, body: unknown) =>
  post(`${path}?access_token=${await token()}`, body)

describe('access_token', () => {
  test('is given to the right appid and secret for 7200 seconds', async () => {
    expect(await askToken()).toEqual({
      access_token: expect.stringMatching(/^mock_/) as string,
      expires_in: 7200,
    })
  })

  test.each([
    [{ grant_type: 'client_credential', secret: 'demo-secret' }, 41002],
    [{ grant_type: 'client_credential', appid: 'wx-demo' }, 41004],
    [{ grant_type: 'client_credential', appid: 'wx-other', secret: 'demo-secret' }, 40013],
    [{ grant_type: 'client_credential', appid: 'wx-demo', secret: 'wrong' }, 40125],
    [{ grant_type: 'password', ...credentials }, 40002],
  ])('is refused to %j with HTTP 200 and errcode %i', async (params, errcode) => {
    const response = await fetch(`${wechat.url}/cgi-bin/token?${new URLSearchParams(params).toString()}`)
    expect(response.status).toBe(200)
    expect(await response.json()).toMatchObject({ errcode })
    expect(await post('/cgi-bin/stable_token', params)).toMatchObject({ errcode })
  })

  test('of the stable kind stays the same until it is forced, with the time that is left', async () => {
    const first = await askStable()
    clock += 1000_000
    expect(await askStable()).toEqual({ access_token: first.access_token, expires_in: 6200 })
    const forced = await askStable({ force_refresh: true })
    expect(forced.expires_in).toBe(7200)
    expect(forced.access_token).not.toBe(first.access_token)
    const check = (access: unknown) => post(`/wxa/msg_sec_check?access_token=${String(access)}`, {})
    expect(await check(first.access_token)).toMatchObject({ errcode: 40001 })
    expect(await check(forced.access_token)).toMatchObject({ errcode: 44002 })
  })

  test('works five minutes longer after the next one was issued, and no longer', async () => {
    const old = await token()
    await token()
    const check = () => post(`/wxa/msg_sec_check?access_token=${old}`, {})
    expect(await check()).toMatchObject({ errcode: 44002 })
    clock += 301_000
    expect(await check()).toMatchObject({ errcode: 42001 })
  })

  test.each(['/wxa/business/getuserphonenumber', '/cgi-bin/message/subscribe/send', '/wxa/msg_sec_check'])(
    'is needed by %s',
    async (path) => {
      expect(await post(path, {})).toMatchObject({ errcode: 41001 })
      expect(await post(`${path}?access_token=nonsense`, {})).toMatchObject({ errcode: 40001 })
      const good = await token()
      wechat.revokeTokens()
      expect(await post(`${path}?access_token=${good}`, {})).toMatchObject({ errcode: 40001 })
    },
  )
})

describe('jscode2session', () => {
  test('gives one user the same openid for different codes, and another session key', async () => {
    const first = await login('demo-wang-1')
    const second = await login('demo-wang-2')
    expect(first).toEqual({ openid: openidOf('wang'), session_key: expect.any(String) as string })
    expect(first.openid).toMatch(/^o[\w-]{27}$/)
    expect(second.openid).toBe(first.openid)
    expect(second.session_key).not.toBe(first.session_key)
    expect(Buffer.from(String(first.session_key), 'base64')).toHaveLength(16)
    expect((await login('demo-li-1')).openid).not.toBe(first.openid)
    expect((await login('0a1B2c')).openid).toBe(openidOf('0a1B2c'))
  })

  test('takes each code once and refuses bad ones', async () => {
    await login('demo-wang-1')
    expect(await login('demo-wang-1')).toMatchObject({ errcode: 40163 })
    expect(await login('invalid-code')).toMatchObject({ errcode: 40029 })
    expect(await login('不是代码')).toMatchObject({ errcode: 40029 })
    expect(await login('')).toMatchObject({ errcode: 41008 })
    expect(await get('/sns/jscode2session', { ...credentials, js_code: 'x' })).toMatchObject({
      errcode: 40002,
    })
    expect(await get('/sns/jscode2session', { js_code: 'x' })).toMatchObject({ errcode: 41002 })
  })
})

describe('getuserphonenumber', () => {
  const ask = (code: unknown) => postWithToken('/wxa/business/getuserphonenumber', { code })

  test('gives the number of the code once', async () => {
    expect(await ask('phone-13800000001-a')).toEqual({
      errcode: 0,
      errmsg: 'ok',
      phone_info: {
        phoneNumber: '13800000001',
        purePhoneNumber: '13800000001',
        countryCode: '86',
        watermark: { timestamp: clock / 1000, appid: 'wx-demo' },
      },
    })
    expect(await ask('phone-13800000001-a')).toMatchObject({ errcode: 40029 })
    expect(await ask(undefined)).toMatchObject({ errcode: 40029 })
  })

  test('gives a user always the same fictional number', async () => {
    const numbers = [await ask('demo-wang-1'), await ask('demo-wang-2')].map(
      (answer) => (answer.phone_info as { purePhoneNumber: string }).purePhoneNumber,
    )
    expect(numbers[0]).toMatch(/^1380000\d{4}$/)
    expect(numbers[1]).toBe(numbers[0])
  })
})

describe('subscribe messages', () => {
  const message = {
    touser: openidOf('wang'),
    template_id: 'tpl-1',
    page: 'pages/order/index?id=1',
    data: { thing1: { value: '路灯不亮' }, time2: { value: '2026年3月2日 09:00' } },
  }
  const submit = (more: object = {}) =>
    postWithToken('/cgi-bin/message/subscribe/send', { ...message, ...more })

  test('are kept and listed, newest first', async () => {
    expect(await submit()).toEqual({ errcode: 0, errmsg: 'ok' })
    clock += 1000
    await submit({ template_id: 'tpl-2', touser: openidOf('li') })
    expect(wechat.sent().map((sent) => sent.template_id)).toEqual(['tpl-1', 'tpl-2'])
    const all = (await get('/_mock/messages')) as unknown as Answer[]
    expect(all.map((sent) => sent.template_id)).toEqual(['tpl-2', 'tpl-1'])
    const one = (await get('/_mock/messages', { to: message.touser })) as unknown as Answer[]
    expect(one).toEqual([{ ...message, sentAt: '2026-03-02T01:00:00.000Z' }])
    await send('DELETE', '/_mock/messages')
    expect(wechat.sent()).toEqual([])
  })

  test.each([
    [{ touser: 'u-1' }, 40003],
    [{ template_id: '' }, 40037],
    [{ page: 'https://example.com' }, 41030],
    [{ data: {} }, 47003],
    [{ data: { thing1: '裸文字' } }, 47003],
    [{ data: { thing1: { value: '长'.repeat(21) } } }, 47003],
  ])('with %j are refused with %i', async (more, errcode) => {
    expect(await submit(more)).toMatchObject({ errcode })
    expect(wechat.sent()).toEqual([])
  })

  test('are refused to people who did not subscribe, and one grant is one message', async () => {
    expect((await send('PUT', '/_mock/subscriptions', { mode: 'never' })).status).toBe(200)
    expect(await submit()).toMatchObject({ errcode: 43101 })
    wechat.setSubscriptions('granted')
    expect(await submit()).toMatchObject({ errcode: 43101 })
    const grant = { touser: message.touser, template_id: 'tpl-1' }
    expect((await send('POST', '/_mock/subscriptions', grant)).status).toBe(204)
    expect(await submit({ template_id: 'tpl-2' })).toMatchObject({ errcode: 43101 })
    expect(await submit()).toMatchObject({ errcode: 0 })
    expect(await submit()).toMatchObject({ errcode: 43101 })
    expect((await send('PUT', '/_mock/subscriptions', { mode: 'sometimes' })).status).toBe(400)
    expect((await send('POST', '/_mock/subscriptions', { touser: 'x' })).status).toBe(400)
  })
})

describe('msg_sec_check', () => {
  const ask = { content: '小区门口路灯不亮', version: 2, scene: 3, openid: openidOf('wang') }
  const check = (more: object = {}) => postWithToken('/wxa/msg_sec_check', { ...ask, ...more })

  test.each([
    ['小区里有人赌博，希望查处', 'pass', 100],
    ['这里有测试疑似词', 'review', 21000],
    ['这里有测试违规词和测试疑似词', 'risky', 21000],
    ['扫码领红包', 'review', 10001],
  ])('judges %s as %s, label %i', async (content, suggest, label) => {
    expect(await check({ content })).toMatchObject({
      errcode: 0,
      result: { suggest, label },
      trace_id: expect.any(String) as string,
    })
  })

  test.each([
    [{ content: '' }, 44002],
    [{ version: 1 }, 47001],
    [{ scene: 9 }, 40129],
    [{ openid: 'u-1' }, 40003],
    [{ content: '字'.repeat(2501) }, 45002],
  ])('with %j is refused with %i', async (more, errcode) => {
    expect(await check(more)).toMatchObject({ errcode })
  })

  test('takes 2500 characters', async () => {
    expect(await check({ content: '😀'.repeat(2500) })).toMatchObject({ errcode: 0 })
  })

  test('a body that is no JSON is 47001', async () => {
    expect(await postWithToken('/wxa/msg_sec_check', '{oops')).toMatchObject({ errcode: 47001 })
  })
})

describe('faults', () => {
  test('an errcode comes with HTTP 200 as often as asked, on the path that is meant', async () => {
    await send('PUT', '/_mock/faults', { errcode: -1, path: '/wxa/', times: 1 })
    expect(await askToken()).toHaveProperty('access_token')
    expect(await postWithToken('/wxa/msg_sec_check', {})).toMatchObject({ errcode: -1 })
    expect(await postWithToken('/wxa/msg_sec_check', {})).toMatchObject({ errcode: 44002 })
    expect(await get('/_mock/faults')).toMatchObject({ struck: 1 })
  })

  test('a status, a cut connection, and an answer lost after the work was done', async () => {
    await send('PUT', '/_mock/faults', { status: 502 })
    expect((await send('GET', '/cgi-bin/token')).status).toBe(502)
    await send('PUT', '/_mock/faults', { drop: true })
    await expect(login('demo-wang-1')).rejects.toThrow('fetch failed')
    await send('PUT', '/_mock/faults', { drop: 'after', latencyMs: 1 })
    await expect(login('demo-wang-2')).rejects.toThrow('fetch failed')
    await send('DELETE', '/_mock/faults')
    expect(await login('demo-wang-1')).toHaveProperty('openid')
    expect(await login('demo-wang-2')).toMatchObject({ errcode: 40163 })
  })

  test('a plan that makes no sense is refused, and the calls are counted', async () => {
    expect((await send('PUT', '/_mock/faults', { status: 200 })).status).toBe(400)
    expect((await send('PUT', '/_mock/faults', 'x')).status).toBe(200)
    await askToken()
    await askToken()
    expect(wechat.calls('/cgi-bin/token')).toBe(2)
  })
})
