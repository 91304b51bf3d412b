/** 通知: exactly once for each event, whatever the neighbours do; never at night. */
import { signInByWechat, submitOrder } from '@jiesu/shared-types'
import { openidOf } from '../../mock/wechat/src/testing'
import { AGENT, contestedDecision, leakingMain, parkedCars } from '../support/appeals'
import { deeds } from '../support/deeds'
import { handlerOf } from '../support/handlerOf'
import { type As, startPortal, type TestPortal } from '../support/portal'

jest.setTimeout(60_000)

let portal: TestPortal
let operator: As
let act: ReturnType<typeof deeds>
let orders = 0
/** A phone of each test's own. */
let phone: string
beforeAll(async () => {
  portal = await startPortal('2026-11-23T08:00:00+08:00')
  act = deeds(portal)
})
beforeEach(async () => {
  portal.now = new Date('2026-11-23T09:00:00+08:00')
  operator = await portal.staff('yantai-operator')
  phone = `138000002${String(++orders).padStart(2, '0')}`
})
afterEach(async () => {
  portal.sms.setFaults(null)
  portal.wechat.setFaults(null)
  portal.wechat.setSubscriptions('always')
  // What this test left to be told is told now, not in the next one.
  portal.now = new Date('2026-11-24T12:00:00+08:00')
  for (let i = 0; i < 5; i++) await portal.tick()
})
afterAll(() => portal.stop())

const later = (seconds: number) => {
  portal.now = new Date(portal.now.getTime() + seconds * 1000)
}
const contact = () => ({ contact: { name: '王女士', phone } })
const told = (): string[] => portal.sms.sent(phone).map((message) => message.template)
const waiting = async (number: string): Promise<number> => {
  const stored = await portal.connection.collection('orders').findOne({ _id: number as never })
  return (stored as unknown as { outbox: unknown[] }).outbox.length
}

test('what concerns the requester is told once, the rest is on the page', async () => {
  const { number, own } = await act.submit(leakingMain(contact()))
  const unit = await portal.staff(await handlerOf(portal, number))
  await act.open(number, unit)
  await act.receive(number, unit)
  await act.reply(number, unit)
  await act.rate(number, own, { solved: 'unsolved', reason: '还在漏水', asksRedo: true })
  await act.reply(number, unit)
  await act.rate(number, own)
  for (let i = 0; i < 3; i++) await portal.tick()
  expect(told()).toEqual([
    'order-accepted',
    'order-replied',
    'order-redo',
    'order-replied',
    'order-concluded',
  ])
  expect(await waiting(number)).toBe(0)
  const [accepted, , redo] = portal.sms.sent(phone)
  expect(accepted?.text).toContain('最迟 11月30日（周一）24:00 前答复您')
  expect(redo?.text).toContain('最迟 11月30日（周一）24:00 前答复您')
})

describe('for somebody else (代办)', () => {
  /** A phone of the agent's own. */
  let agentPhone: string
  beforeEach(() => {
    agentPhone = phone.replace(/^138/, '139')
  })
  const byAgent = (own = agentPhone) => ({ ...contact(), agent: { ...AGENT, phone: own } })
  const toldTo = (to: string) => portal.sms.sent(to).map((message) => message.template)

  test('both hear of what asks for a step or ends it, the person of everything', async () => {
    const { number, own } = await act.submit(leakingMain(byAgent()))
    const unit = await portal.staff(await handlerOf(portal, number))
    await act.receive(number, unit)
    await act.reply(number, unit)
    await act.rate(number, own, { solved: 'unsolved', reason: '还在漏水', asksRedo: true })
    await act.reply(number, unit)
    await act.rate(number, own)
    // Of several orders it is not said whose news comes first.
    await portal.tick()
    const held = await act.submit(contestedDecision({ insist: true, ...byAgent() }))
    await act.ask(held.number, operator, '请问处罚决定书是哪一天收到的？')
    await act.tell(held.number, held.own, '上个月 20 日收到的。')
    await act.decline(held.number, operator, { reason: '有专门的程序处理。', goTo: '复议机关' })
    for (let i = 0; i < 3; i++) await portal.tick()
    expect(told()).toEqual([
      'order-accepted-represented',
      'order-replied',
      'order-redo',
      'order-replied',
      'order-concluded',
      'more-information',
      'order-declined',
    ])
    expect(toldTo(agentPhone)).toEqual([
      'order-accepted-agent',
      'order-replied-agent',
      'order-replied-agent',
      'more-information-agent',
      'order-declined-agent',
    ])
    for (const { text } of [...portal.sms.sent(phone), ...portal.sms.sent(agentPhone)])
      expect(text).not.toMatch(/王女士|李女士|undefined/)
  })

  test('one number for both is told once, as to anybody', async () => {
    await act.submit(leakingMain(byAgent(phone)))
    await portal.tick()
    expect(told()).toEqual(['order-accepted'])
  })

  test('an answer that the gateway loses between the two: each hears once', async () => {
    await act.submit(leakingMain(byAgent()))
    portal.sms.setFaults({ drop: 'after', times: 2 })
    for (const seconds of [0, 5, 10]) {
      later(seconds)
      await portal.tick()
    }
    expect(told()).toEqual(['order-accepted-represented'])
    expect(toldTo(agentPhone)).toEqual(['order-accepted-agent'])
  })

  test('a reply at night waits for both until the morning', async () => {
    portal.now = new Date('2026-11-23T21:30:00+08:00')
    const { number } = await act.submit(leakingMain(byAgent()))
    const unit = await portal.staff(await handlerOf(portal, number))
    await act.receive(number, unit)
    await act.reply(number, unit)
    await portal.tick()
    expect([told(), toldTo(agentPhone)]).toEqual([['order-accepted-represented'], ['order-accepted-agent']])
    portal.now = new Date('2026-11-24T08:00:00+08:00')
    await portal.tick()
    expect([told().at(-1), toldTo(agentPhone).at(-1)]).toEqual(['order-replied', 'order-replied-agent'])
  })

  test('an agent who signed in by WeChat hears there, the person by text message; a dead line repeats neither', async () => {
    const { token } = await portal.call(signInByWechat, { body: { code: 'demo-agent-1' } })
    await act.submit(leakingMain(byAgent()), { session: token })
    portal.sms.setFaults({ status: 503, times: 1 })
    await portal.tick()
    later(5)
    await portal.tick()
    await portal.tick()
    const heard = portal.wechat.sent().filter((message) => message.touser === openidOf('agent'))
    expect([told(), toldTo(agentPhone), heard.length]).toEqual([['order-accepted-represented'], [], 1])
  })
})

test('a question and a decline are told, without a promise that nobody made', async () => {
  const held = await act.submit(contestedDecision({ insist: true, ...contact() }))
  await act.ask(held.number, operator, '请问处罚决定书是哪一天收到的？')
  await portal.tick()
  await act.tell(held.number, held.own, '上个月 20 日收到的。')
  await act.decline(held.number, operator, { reason: '有专门的程序处理。', goTo: '复议机关' })
  await portal.tick()
  expect(told()).toEqual(['more-information', 'order-declined'])
  for (const { text } of portal.sms.sent(phone)) expect(text).not.toMatch(/前|undefined|评价期/)
})

test.each([
  ['answers with an error', { status: 500 }],
  ['cuts the line before the work', { drop: true }],
  ['does the work and loses the answer', { drop: 'after' }],
  ['is too busy', { status: 429 }],
] as const)('a gateway that %s, for a while: nothing lost, nothing twice', async (_what, plan) => {
  portal.sms.setFaults({ ...plan, times: 2 })
  const { number } = await act.submit(leakingMain(contact()))
  await portal.tick()
  await portal.tick()
  expect(await waiting(number)).toBe(1)
  // Five seconds after the first failure, ten after the second.
  for (const seconds of [5, 9, 1]) {
    later(seconds)
    await portal.tick()
  }
  expect(told()).toEqual(['order-accepted'])
  expect(await waiting(number)).toBe(0)
})

test('a gateway that answers too late is asked again, and sends once', async () => {
  portal.sms.setFaults({ latencyMs: 5_200, times: 1 })
  const { number } = await act.submit(leakingMain(contact()))
  await portal.tick()
  expect(await waiting(number)).toBe(1)
  later(5)
  await portal.tick()
  expect(await waiting(number)).toBe(0)
  expect(told()).toEqual(['order-accepted'])
})

test('a dead gateway is left alone after three failures in a run, and one bad number keeps nobody waiting', async () => {
  const numbers: string[] = []
  for (let i = 0; i < 6; i++) numbers.push((await act.submit(leakingMain(contact()))).number)
  portal.sms.setFaults({ status: 503 })
  const before = portal.sms.calls('/v1/messages')
  await portal.tick()
  expect(portal.sms.calls('/v1/messages') - before).toBe(3)
  portal.sms.setFaults(null)
  await portal.tick()
  later(5)
  await portal.tick()
  expect(told()).toHaveLength(6)
  for (const number of numbers) expect(await waiting(number)).toBe(0)
})

test('two relays at once send each message once', async () => {
  const sent = await Promise.all(Array.from({ length: 5 }, () => act.submit(leakingMain(contact()))))
  const before = portal.sms.calls('/v1/messages')
  await Promise.all([portal.tick(), portal.tick(), portal.tick()])
  expect(told()).toHaveLength(5)
  expect(portal.sms.calls('/v1/messages') - before).toBe(5)
  for (const { number } of sent) expect(await waiting(number)).toBe(0)
})

test('a relay that died in the middle: a minute later another one tells it', async () => {
  const { number } = await act.submit(leakingMain(contact()))
  // As a dead relay leaves it: taken, never settled.
  const orders = portal.connection.collection('orders')
  const leased = new Date(portal.now.getTime() + 60_000)
  const doc = (await orders.findOne({ _id: number as never })) as unknown as { outbox: { nextAt: Date }[] }
  const outbox = doc.outbox.map((entry) => ({ ...entry, nextAt: leased }))
  await orders.updateOne({ _id: number as never }, { $set: { outbox } })
  await portal.tick()
  expect(told()).toEqual([])
  later(60)
  await portal.tick()
  expect(told()).toEqual(['order-accepted'])
})

test('news that can never be told does not stop the others, nor the clock', async () => {
  const broken = await act.submit(leakingMain(contact()))
  await portal.connection
    .collection('orders')
    .updateOne({ _id: broken.number as never }, { $set: { 'private.contactSealed': 'bm8gc2VhbA==' } })
  later(1)
  await act.submit(leakingMain(contact()))
  await portal.tick()
  expect(told()).toEqual(['order-accepted'])
  expect(await waiting(broken.number)).toBe(1)
  expect(portal.log.some((line) => line.includes('news cannot be told'))).toBe(true)
})

test.each([
  ['in the evening', '2026-11-23T21:30:00+08:00', '2026-11-24T08:00:00+08:00'],
  ['after midnight', '2026-11-24T03:00:00+08:00', '2026-11-24T08:00:00+08:00'],
])('a reply %s waits until eight in the morning; the acceptance does not', async (_what, night, morning) => {
  portal.now = new Date(night)
  const { number } = await act.submit(leakingMain(contact()))
  const unit = await portal.staff(await handlerOf(portal, number))
  await act.receive(number, unit)
  await act.reply(number, unit)
  await portal.tick()
  expect(told()).toEqual(['order-accepted'])
  portal.now = new Date(new Date(morning).getTime() - 1000)
  await portal.tick()
  expect(told()).toEqual(['order-accepted'])
  portal.now = new Date(morning)
  await portal.tick()
  await portal.tick()
  expect(told()).toEqual(['order-accepted', 'order-replied'])
})

test('nobody can be told of an anonymous order or at a landline; the order goes on all the same', async () => {
  const hidden = await act.submit(leakingMain({ confidentiality: 'anonymous', ...contact() }))
  const landline = await act.submit(leakingMain({ contact: { name: '王女士', phone: '0535-1234567' } }))
  const before = portal.sms.calls('/v1/messages')
  await portal.tick()
  expect(portal.sms.calls('/v1/messages')).toBe(before)
  for (const { number } of [hidden, landline]) expect(await waiting(number)).toBe(0)
})

test('where no gateway is configured, nothing waits for one', async () => {
  const silent = await startPortal('2026-11-23T09:00:00+08:00', { settings: { SMS_BASE_URL: '' } })
  try {
    const { number } = await deeds(silent).submit(leakingMain(contact()))
    await silent.tick()
    const stored = await silent.connection.collection('orders').findOne({ _id: number as never })
    expect(stored).toMatchObject({ outbox: [] })
    expect(silent.log.some((line) => line.includes('could not be delivered'))).toBe(false)
  } finally {
    await silent.stop()
  }
})

describe('somebody who signed in by WeChat', () => {
  const signIn = async (user: string): Promise<As> => {
    const { token } = await portal.call(signInByWechat, { body: { code: `demo-${user}-1` } })
    return { session: token }
  }
  const messages = (user: string) =>
    portal.wechat.sent().filter((message) => message.touser === openidOf(user))

  test('hears by subscribe message, with the page of the order', async () => {
    const { number } = await act.submit(leakingMain(contact()), await signIn('zhao'))
    await portal.tick()
    await portal.tick()
    expect(messages('zhao')).toHaveLength(1)
    expect(messages('zhao')[0]?.page).toContain(number)
    expect(told()).toEqual([])
  })

  test('who did not subscribe hears by text message', async () => {
    portal.wechat.setSubscriptions('never')
    await act.submit(leakingMain(contact()), await signIn('qian'))
    await portal.tick()
    expect(messages('qian')).toEqual([])
    expect(told()).toEqual(['order-accepted'])
  })

  test('an access token that WeChat ended is renewed', async () => {
    const as = await signIn('sun')
    await act.submit(leakingMain(contact()), as)
    await portal.tick()
    portal.wechat.revokeTokens()
    await act.submit(leakingMain(contact()), as)
    await portal.tick()
    expect(messages('sun')).toHaveLength(2)
  })

  test('while WeChat is down the message waits, and comes once', async () => {
    const as = await signIn('zhou')
    await act.submit(parkedCars(contact()), as)
    portal.wechat.setFaults({ status: 500 })
    await portal.tick()
    expect(messages('zhou')).toEqual([])
    portal.wechat.setFaults(null)
    later(5)
    await portal.tick()
    await portal.tick()
    expect(messages('zhou')).toHaveLength(1)
    expect(told()).toEqual([])
  })

  test.each([
    ['suspect', '测试疑似词'],
    ['risky', '测试违规词'],
  ])('a %s text waits for a person', async (user, word) => {
    const as = await signIn(user)
    const { order } = await portal.call(
      submitOrder,
      { body: leakingMain({ text: `门口漏水了，${word}。` }) },
      as,
    )
    expect(order).toMatchObject({ status: 'submitted', findings: [] })
    const opened = await act.open(order.number, operator)
    expect(opened.allowed).toContain('accept')
    expect(opened.contentCheck).toBe('suspect')
    expect((await act.accept(order.number, operator)).status).toBe('dispatched')
  })

  test.each([
    ['answers with an error', { path: '/wxa/msg_sec_check', status: 500 }],
    ['is busy', { path: '/wxa/msg_sec_check', errcode: -1 }],
    ['cuts the line', { path: '/wxa/', drop: true }],
  ] as const)('a content check that %s keeps no appeal out', async (what, plan) => {
    const as = await signIn(`zheng-${plan.path.length}-${what.length}`)
    portal.wechat.setFaults(plan)
    const { order } = await portal.call(submitOrder, { body: leakingMain(contact()) }, as)
    expect(order).toMatchObject({ status: 'dispatched', text: leakingMain().text })
    expect(portal.log.some((line) => line.includes('content check skipped'))).toBe(true)
    expect((await act.open(order.number, operator)).contentCheck).toBe('unavailable')
    const unit = await portal.staff(await handlerOf(portal, order.number))
    expect((await act.open(order.number, unit)).contentCheck).toBeUndefined()
  })

  test('WeChat is not asked about whoever is anonymous or came without it', async () => {
    const asked = () => portal.wechat.calls('/wxa/msg_sec_check')
    const before = asked()
    const { contact: _left, ...anonymous } = leakingMain({ confidentiality: 'anonymous' })
    await portal.call(submitOrder, { body: anonymous }, await signIn('anonymous-one'))
    await portal.call(submitOrder, { body: leakingMain(contact()) })
    expect(asked()).toBe(before)
    await portal.call(submitOrder, { body: leakingMain(contact()) }, await signIn('named-one'))
    expect(asked()).toBe(before + 1)
  })
})
