/** Signing in by SMS code, WeChat and password; sessions that end; guesses that are throttled. */
import {
  getMe,
  listDeskOrders,
  listMyOrders,
  sendSmsCode,
  signInByPhone,
  signInByWechat,
  signInStaff,
  signOut,
  submitOrder,
} from '@jiesu/shared-types'
import { DEMO_PASSWORD } from '../../portal-api/src/demo/seedStaff'
import { leakingMain } from '../support/appeals'
import { startPortal, type TestPortal } from '../support/portal'

jest.setTimeout(60_000)

let portal: TestPortal
/** A phone of each test's own. */
let phone: string
let tests = 0
beforeAll(async () => {
  portal = await startPortal('2026-11-23T09:00:00+08:00')
})
beforeEach(() => {
  // Two hours later nothing of the test before is counted any more.
  later(2 * 3600)
  phone = `138000001${String(++tests).padStart(2, '0')}`
})
afterEach(() => {
  portal.sms.setFaults(null)
  portal.wechat.setFaults(null)
})
afterAll(() => portal.stop())

const later = (seconds: number) => {
  portal.now = new Date(portal.now.getTime() + seconds * 1000)
}
const accounts = () => portal.connection.collection('accounts').countDocuments()
const codeFor = (phone: string): string => portal.sms.sent(phone).at(-1)?.params['code'] ?? ''
const wrong = (code: string): string => String((Number(code) + 1) % 1_000_000).padStart(6, '0')
/** A number that nobody here signs in with. */
const STRANGE = '13800000199'

describe('by a code sent to the phone', () => {
  test('the code opens a session once', async () => {
    const sent = await portal.call(sendSmsCode, { body: { phone } })
    expect(sent).toEqual({ sent: true, validMinutes: 5, resendAfterSeconds: 60 })
    const code = codeFor(phone)
    const session = await portal.call(signInByPhone, { body: { phone, code } })
    expect(session.identity).toEqual({
      kind: 'requester',
      wechat: false,
      phone: expect.stringMatching(/^138\*{4}01\d\d$/) as string,
    })
    expect(Date.parse(session.expiresAt) - portal.now.getTime()).toBe(30 * 24 * 3_600_000)
    expect((await portal.refused(signInByPhone, { body: { phone, code } })).code).toBe('wrong-credentials')
    expect((await portal.refused(signInByPhone, { body: { phone: STRANGE, code } })).status).toBe(401)
  })

  test('five wrong tries spoil the code, also when they come at once', async () => {
    await portal.call(sendSmsCode, { body: { phone } })
    const code = codeFor(phone)
    const tries = await Promise.all(
      Array.from({ length: 5 }, () => portal.refused(signInByPhone, { body: { phone, code: wrong(code) } })),
    )
    expect(new Set(tries.map((problem) => problem.code))).toEqual(new Set(['wrong-credentials']))
    expect((await portal.refused(signInByPhone, { body: { phone, code } })).code).toBe('wrong-credentials')
    later(60)
    await portal.call(sendSmsCode, { body: { phone } })
    await portal.call(signInByPhone, { body: { phone, code: codeFor(phone) } })
  })

  test('four wrong tries do not', async () => {
    await portal.call(sendSmsCode, { body: { phone } })
    const code = codeFor(phone)
    for (let i = 0; i < 4; i++) await portal.refused(signInByPhone, { body: { phone, code: wrong(code) } })
    await portal.call(signInByPhone, { body: { phone, code } })
  })

  test.each([
    [299, 201],
    [300, 401],
  ])('after %i seconds: %i', async (seconds, status) => {
    await portal.call(sendSmsCode, { body: { phone } })
    later(seconds)
    expect((await portal.send('POST', signInByPhone.path, { phone, code: codeFor(phone) })).status).toBe(
      status,
    )
  })

  test('another code within a minute is refused with the seconds left, and the first one stays good', async () => {
    await portal.call(sendSmsCode, { body: { phone } })
    later(20)
    const answer = await portal.send('POST', sendSmsCode.path, { phone })
    expect(answer).toMatchObject({ status: 429, body: { code: 'too-many-attempts', retryAfter: 40 } })
    expect(answer.headers.get('retry-after')).toBe('40')
    expect(portal.sms.sent(phone)).toHaveLength(1)
    await portal.call(signInByPhone, { body: { phone, code: codeFor(phone) } })
    later(40)
    await portal.call(sendSmsCode, { body: { phone } })
  })

  test('a gateway that is down: 503, and another try at once, however often', async () => {
    portal.sms.setFaults({ status: 500 })
    for (let i = 0; i < 15; i++) {
      const problem = await portal.refused(sendSmsCode, { body: { phone } })
      expect(problem).toMatchObject({ status: 503, code: 'outside-service-down', retryAfter: 30 })
    }
    portal.sms.setFaults(null)
    await portal.call(sendSmsCode, { body: { phone } })
    await portal.call(signInByPhone, { body: { phone, code: codeFor(phone) } })
  })

  test('ten codes a day for one phone, however many addresses ask', async () => {
    for (let i = 0; i < 10; i++) {
      await portal.call(sendSmsCode, { body: { phone } })
      later(60)
    }
    const problem = await portal.refused(sendSmsCode, { body: { phone } })
    expect(problem.code).toBe('too-many-attempts')
    expect(problem.retryAfter).toBeGreaterThan(3600)
    await portal.call(sendSmsCode, { body: { phone: STRANGE } })
  })

  test('signing in again is the same account', async () => {
    const before = await accounts()
    await portal.call(sendSmsCode, { body: { phone } })
    const first = codeFor(phone)
    const session = await portal.call(signInByPhone, { body: { phone, code: first } })
    await portal.call(submitOrder, { body: leakingMain() }, { session: session.token })
    later(60)
    await portal.call(sendSmsCode, { body: { phone } })
    const again = await portal.call(signInByPhone, { body: { phone, code: codeFor(phone) } })
    expect((await portal.call(listMyOrders, { query: {} }, { session: again.token })).orders).toHaveLength(1)
    expect(await accounts()).toBe(before + 1)
  })
})

describe('by WeChat', () => {
  test('a login code opens a session; used or invalid ones do not', async () => {
    const before = await accounts()
    const { identity } = await portal.call(signInByWechat, { body: { code: 'demo-wang-1' } })
    expect(identity).toEqual({ kind: 'requester', wechat: true })
    for (const code of ['demo-wang-1', 'invalid-code'])
      expect((await portal.refused(signInByWechat, { body: { code } })).code).toBe('wrong-credentials')
    await portal.call(signInByWechat, { body: { code: 'demo-wang-2' } })
    expect(await accounts()).toBe(before + 1)
  })

  test('two first sign-ins at once make one account', async () => {
    const before = await accounts()
    const codes = ['demo-li-1', 'demo-li-2', 'demo-li-3', 'demo-li-4']
    await Promise.all(codes.map((code) => portal.call(signInByWechat, { body: { code } })))
    expect(await accounts()).toBe(before + 1)
  })

  test.each([
    ['down', { status: 502 }],
    ['busy', { errcode: -1 }],
    ['gone', { drop: true as const }],
  ])('WeChat is %s: 503', async (what, plan) => {
    portal.wechat.setFaults(plan)
    const body = { code: `demo-wang-${what}` }
    expect((await portal.refused(signInByWechat, { body })).code).toBe('outside-service-down')
    portal.wechat.setFaults(null)
    await portal.call(signInByWechat, { body })
  })
})

describe('at the workbench', () => {
  const account = 'yantai-operator'

  test('wrong passwords are counted before they are tried: a burst gets no further than a row', async () => {
    const guesses = await Promise.all(
      Array.from({ length: 30 }, (_, i) =>
        portal.send('POST', signInStaff.path, { account, password: `guess-${i}` }),
      ),
    )
    const statuses = guesses.map((answer) => answer.status).sort()
    expect(statuses.filter((status) => status === 401)).toHaveLength(10)
    expect(statuses.filter((status) => status === 429)).toHaveLength(20)
    const locked = await portal.refused(signInStaff, { body: { account, password: DEMO_PASSWORD } })
    expect(locked.code).toBe('too-many-attempts')
    // Others sign in as before, and so does this one when the quarter of an hour is over.
    await portal.staff('fuzhou-operator')
    later(900)
    await portal.staff(account)
  })

  test('right passwords are not counted', async () => {
    for (let i = 0; i < 15; i++) await portal.staff(account)
  })

  test('an unknown account is refused like a wrong password', async () => {
    const unknown = await portal.refused(signInStaff, { body: { account: 'nobody', password: 'x' } })
    const guessed = await portal.refused(signInStaff, { body: { account, password: 'x' } })
    expect(unknown).toEqual(guessed)
  })
})

describe('a session', () => {
  test.each([
    ['a citizen’s lasts thirty days', 30 * 24 * 3600, () => portal.citizen(phone), listMyOrders],
    ['a member of staff’s ten hours', 10 * 3600, () => portal.staff('yantai-operator'), listDeskOrders],
  ])('%s', async (_what, seconds, signIn, endpoint) => {
    const as = await signIn()
    later(seconds - 1)
    await portal.call(endpoint, { query: {} }, as)
    later(1)
    expect((await portal.refused(endpoint, { query: {} }, as)).code).toBe('session-expired')
  })

  test('is over after signing out, and signing out twice is no error', async () => {
    const as = await portal.citizen(phone)
    await portal.call(signOut, {}, as)
    await portal.call(signOut, {}, as)
    await portal.call(signOut, {})
    expect((await portal.refused(listMyOrders, { query: {} }, as)).code).toBe('session-expired')
    expect((await portal.call(getMe, {}, as)).identity).toBeNull()
  })

  test('of one kind opens nothing of another', async () => {
    const citizen = await portal.citizen(phone)
    const staff = await portal.staff('yantai-operator')
    const { accessToken } = await portal.call(submitOrder, { body: leakingMain() })
    expect((await portal.refused(listDeskOrders, { query: {} }, citizen)).code).toBe('sign-in-required')
    expect((await portal.refused(listMyOrders, { query: {} }, staff)).code).toBe('sign-in-required')
    expect((await portal.refused(listMyOrders, { query: {} }, { session: accessToken })).code).toBe(
      'sign-in-required',
    )
    expect(
      (await portal.refused(listMyOrders, { query: {} }, { orderAccess: citizen.session ?? '' })).status,
    ).toBe(401)
  })

  test.each([
    'Bearer',
    'Bearer ',
    'Bearer x',
    'Basic YTpi',
    'Bearer null',
    `Bearer ${'a'.repeat(5000)}`,
    'bearer\u00a0x',
  ])('a header like "%.20s" is nobody’s', async (authorization) => {
    const answer = await portal.send('GET', listMyOrders.path, undefined, { authorization })
    expect(answer.status).toBe(401)
  })

  test('the database holds no token that could be used', async () => {
    const { session = '' } = await portal.citizen(phone)
    const kept = JSON.stringify(await portal.connection.collection('sessions').find().toArray())
    expect(kept).not.toContain(session)
  })

  test('a member of staff who is gone is signed out at once', async () => {
    const staff = await portal.staff('yantai-sports')
    await portal.connection.collection('staff').deleteOne({ _id: 'yantai-sports' as never })
    expect((await portal.refused(listDeskOrders, { query: {} }, staff)).status).toBe(401)
  })
})
