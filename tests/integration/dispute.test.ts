/** The disputed steps of the loop: 退单与编办裁定、点对点答复、并单、回访、督办与亮牌, over real HTTP. */
import * as endpoints from '@jiesu/shared-types'
import { leakingMain, parkedCars } from '../support/appeals'
import { deeds } from '../support/deeds'
import { handlerOf } from '../support/handlerOf'
import { type As, startPortal, type TestPortal } from '../support/portal'

jest.setTimeout(60_000)

const START = '2026-11-23T09:00:00+08:00'
let portal: TestPortal
let act: ReturnType<typeof deeds>
const as: Record<string, As> = {}
const signIn = async () => {
  for (const role of ['operator', 'reviewer', 'supervisor', 'callback', 'auditor'])
    as[role] = await portal.staff(`yantai-${role}`)
}
const who = (role: string): As => as[role] ?? {}

beforeAll(async () => {
  portal = await startPortal(START)
  act = deeds(portal)
  await signIn()
})
beforeEach(() => {
  portal.now = new Date(START)
})
afterAll(() => portal.stop())

/** Days later; staff sign in anew, their sessions end with the day. */
const daysLater = async (days: number) => {
  portal.now = new Date(portal.now.getTime() + days * 86_400_000)
  await signIn()
}

const withUnit = async () => {
  const order = await act.submit(leakingMain())
  const account = await handlerOf(portal, order.number)
  return {
    ...order,
    unit: await portal.staff(account),
    manager: await portal.staff(`${account}-manager`),
    account,
  }
}
const mine = async (role: string) =>
  (
    await portal.call(endpoints.listDeskOrders, { query: { queue: 'mine', limit: 100 } }, who(role))
  ).orders.map((order) => order.number)
const WHY = { reason: '主管道在小区红线内，应由产权单位维修。', evidence: '三定方案第五条；现场照片' }

describe('退单', () => {
  test('the manager returns it, the clock runs on, a refused return goes back where it was', async () => {
    const { number, own, unit, manager } = await withUnit()
    await act.receive(number, unit)
    expect((await act.open(number, unit)).allowed).not.toContain('returnOrder')
    const due = (await act.read(number, own)).milestones.map((m) => m.dueAt)
    const returned = await act.take(endpoints.returnOrder, number, manager, WHY)
    expect(returned).toMatchObject({ status: 'return-review', allowed: [] })
    expect((await act.read(number, own)).milestones.map((m) => m.dueAt)).toEqual(due)
    expect(await mine('reviewer')).toContain(number)
    const refused = await act.take(endpoints.refuseReturn, number, who('reviewer'), {
      reason: '管道属公共供水设施。',
    })
    expect(refused.returns).toMatchObject([{ ...WHY, outcomeWords: '不同意退单（计入不当退单）' }])
    const back = await act.open(number, manager)
    expect(back.status).toBe('handling')
    // Once is enough.
    expect(back.allowed).not.toContain('returnOrder')
    const again = await act.refuse(endpoints.returnOrder, number, manager, WHY)
    expect(again).toMatchObject({
      code: 'not-allowed-now',
      detail: expect.stringContaining('审核过') as string,
    })
  })

  test('an upheld return is dispatched anew; after the window nothing can be returned', async () => {
    const { number, manager } = await withUnit()
    await act.take(endpoints.returnOrder, number, manager, WHY)
    const upheld = await act.take(endpoints.upholdReturn, number, who('reviewer'), {
      reason: '确属其他单位职责。',
    })
    expect(upheld.status).toBe('awaiting-dispatch')
    expect(upheld.unitName).toBeUndefined()
    await portal.refused(endpoints.getDeskOrder, { params: { number } }, manager)
    await act.dispatch(number, who('operator'), 'urban-management')
    await daysLater(3)
    const late = await act.refuse(
      endpoints.returnOrder,
      number,
      await portal.staff('yantai-urban-management-manager'),
      WHY,
    )
    expect(late.detail).toContain('退单期限')
  })

  test('the staffing office rules: that unit handles it and cannot return it', async () => {
    const { number, manager } = await withUnit()
    await act.take(endpoints.returnOrder, number, manager, WHY)
    const early = await act.refuse(endpoints.recordRuling, number, who('reviewer'), {
      unit: 'urban-management',
      document: '烟编办函 1 号',
      reason: '由城管部门牵头。',
    })
    expect(early.detail).toContain('先提请')
    await act.take(endpoints.referDuty, number, who('reviewer'), { reason: '两家单位都说不归自己。' })
    const ruled = await act.take(endpoints.recordRuling, number, who('reviewer'), {
      unit: 'urban-management',
      document: '烟编办函 1 号',
      reason: '由城管部门牵头。',
    })
    expect(ruled).toMatchObject({ status: 'dispatched', unitName: '市城管局' })
    const settled = await portal.staff('yantai-urban-management-manager')
    expect((await act.open(number, settled)).allowed).not.toContain('returnOrder')
    expect((await act.open(number, who('operator'))).allowed).not.toContain('redispatch')
  })
})

describe('点对点答复', () => {
  const ANSWER = { publicReply: '管道已经修好，路面已修补。', internalAccount: '更换接头一处。' }

  test('no ask is left out; co-handling units answer what was given to them', async () => {
    const { number, own, unit } = await withUnit()
    const asks = [
      { text: '修好漏水的管道' },
      { text: '修补路面', unit: 'transport' },
      { text: '告知停水时间' },
    ]
    expect((await act.take(endpoints.splitAsks, number, who('operator'), { asks })).coUnitNames).toContain(
      '市交通运输局',
    )
    await act.receive(number, unit)
    const co = await portal.staff('yantai-transport')
    await act.take(endpoints.answerAsk, number, co, { ask: '2', outcome: 'done', text: '路面已于上午修补' })
    const wrong = await act.refuse(endpoints.answerAsk, number, co, {
      ask: '1',
      outcome: 'done',
      text: '已经修好了',
    })
    expect(wrong.code).toBe('not-yours')

    const partly = await act.refuse(endpoints.replyOrder, number, unit, {
      ...ANSWER,
      points: [{ ask: '1', outcome: 'done', text: '接头已经更换' }],
    })
    expect(partly.fields).toEqual([{ path: '/points', message: '还有诉求点没有答复：告知停水时间' }])
    expect((await act.read(number, own)).status).toBe('handling')

    await act.take(endpoints.replyOrder, number, unit, {
      ...ANSWER,
      points: [
        { ask: '1', outcome: 'done', text: '接头已经更换' },
        { ask: '3', outcome: 'refused', text: '抢修当天无法提前告知' },
      ],
    })
    expect(
      (await act.read(number, own)).asks.map((ask) => [ask.id, ask.answer?.outcome, ask.answer?.unitName]),
    ).toEqual([
      ['1', 'done', expect.any(String)],
      ['2', 'done', '市交通运输局'],
      ['3', 'refused', expect.any(String)],
    ])
  })

  test('the hotline answers a plain question itself; an unsolved one then waits for dispatch', async () => {
    const { number, own } = await act.submit(parkedCars({ kind: 'consult' }))
    await act.take(endpoints.answerDirectly, number, who('operator'), {
      publicReply: '附近的公共停车场夜间免费，具体位置见市政府网站。',
    })
    expect((await act.read(number, own)).reply?.unitName).toContain('12345')
    const redone = await act.rate(number, own, {
      solved: 'unsolved',
      satisfaction: 'dissatisfied',
      reason: '停车场已满',
      asksRedo: true,
    })
    expect(redone).toMatchObject({ status: 'awaiting-dispatch', round: 2 })
  })
})

test('并单: three requesters, one job, three ratings, and nobody reads of the others', async () => {
  const lead = await withUnit()
  const others = [
    await act.submit(leakingMain()),
    await act.submit(leakingMain({ confidentiality: 'anonymous' })),
  ]
  for (const { number } of others)
    await act.take(endpoints.mergeInto, number, who('operator'), { into: lead.number, reason: '同一处漏水' })
  expect((await act.open(lead.number, who('operator'))).followers).toBe(2)
  const [first] = others
  const itself = await act.refuse(endpoints.mergeInto, lead.number, who('operator'), {
    into: first!.number,
    reason: '同一处漏水',
  })
  expect(itself.fields?.[0]?.message).toContain('并单')

  await act.receive(lead.number, lead.unit)
  await act.reply(lead.number, lead.unit)
  await portal.tick()
  for (const { number, own } of others) {
    const seen = await act.read(number, own)
    expect(seen).toMatchObject({ status: 'replied', allowed: ['rate'] })
    expect(seen.reply?.text).toBe((await act.read(lead.number, lead.own)).reply?.text)
    expect(JSON.stringify(seen)).not.toContain(lead.number)
  }
  // Each rates on their own.
  await act.rate(lead.number, lead.own)
  await act.rate(others[0]!.number, others[0]!.own, { satisfaction: 'very-satisfied' })
  const unsolved = await act.rate(others[1]!.number, others[1]!.own, {
    solved: 'unsolved',
    satisfaction: 'dissatisfied',
    reason: '我家这边还在漏',
    asksRedo: true,
  })
  expect(unsolved).toMatchObject({ status: 'handling', round: 2 })
  expect((await act.read(lead.number, lead.own)).status).toBe('concluded')
})

test('a lead order that is withdrawn sets the others free', async () => {
  const lead = await withUnit()
  const other = await act.submit(leakingMain())
  await act.take(endpoints.mergeInto, other.number, who('operator'), {
    into: lead.number,
    reason: '同一处漏水',
  })
  await act.withdraw(lead.number, lead.own, '已经好了')
  await portal.tick()
  expect((await act.read(other.number, other.own)).status).toBe('awaiting-dispatch')
})

describe('督办与亮牌', () => {
  test('yellow with one working day left, red when it is over, each once; a red one reaches the supervisor', async () => {
    const submitted = await withUnit()
    const { number, account } = submitted
    const card = async () => {
      await portal.tick()
      await portal.tick()
      const { orders } = await portal.call(
        endpoints.listDeskOrders,
        { query: { queue: 'open', limit: 100 } },
        who('supervisor'),
      )
      return orders.find((order) => order.number === number)?.card
    }
    portal.now = new Date('2026-11-27T23:59:00+08:00')
    await signIn()
    expect(await card()).toBeUndefined()
    // Only Monday is left from Saturday on.
    portal.now = new Date('2026-11-28T00:00:00+08:00')
    await signIn()
    expect(await card()).toBe('yellow')
    expect(await mine('supervisor')).not.toContain(number)
    portal.now = new Date('2026-12-01T00:00:00+08:00')
    await signIn()
    expect(await card()).toBe('red')
    expect(await mine('supervisor')).toContain(number)
    const stored = await portal.connection
      .collection('orders')
      .findOne<{ events: { type: string }[] }>({ _id: number as never })
    expect(stored?.events.filter((event) => event.type === 'card-issued')).toHaveLength(2)

    await act.take(endpoints.supervise, number, who('supervisor'), {
      form: 'notice',
      text: '请今天到场抢修并答复。',
    })
    expect(await mine('supervisor')).not.toContain(number)
    const unit = await portal.staff(account)
    const answered = await act.take(endpoints.answerSupervision, number, unit, { text: '抢修队已经出发。' })
    expect(answered.supervision[0]?.answer?.text).toBe('抢修队已经出发。')
    // Cards and supervision stay inside the house.
    const seen = await act.read(number, await act.lookUp(submitted))
    expect(JSON.stringify(seen.timeline)).not.toMatch(/黄牌|红牌|督办/)
  })
})

test('回访: after three days without a rating somebody calls; what was said counts, and the unit does not read it before', async () => {
  const { number, unit, account } = await withUnit()
  await act.receive(number, unit)
  await act.reply(number, unit)
  expect(await mine('callback')).not.toContain(number)
  await daysLater(4)
  expect(await mine('callback')).toContain(number)
  const called = (body: object) => act.take(endpoints.recordCallback, number, who('callback'), body)
  await called({ outcome: 'no-answer', text: '上午无人接听' })
  const unclear = await act.refuse(endpoints.recordCallback, number, who('callback'), {
    outcome: 'reached',
    text: '说可以',
  })
  expect(unclear.fields?.[0]?.path).toBe('/solved')
  await called({
    outcome: 'reached',
    text: '说还在滴水',
    solved: 'partly',
    satisfaction: 'fair',
    asksRedo: true,
  })
  const again = await portal.staff(account)
  expect(JSON.stringify((await act.open(number, again)).timeline)).not.toMatch(/滴水|回访/)
  expect((await act.open(number, who('operator'))).status).toBe('redo-review')
})

test('催办: once a day; 补充说明 reaches the unit at once', async () => {
  const { number, own, unit } = await withUnit()
  const once = await act.take(endpoints.remindOrder, number, own, { text: '水越漏越大了' })
  expect(once.allowed).not.toContain('remind')
  const twice = await act.refuse(endpoints.remindOrder, number, own)
  expect(twice.detail).toContain('11月24日')
  await act.take(endpoints.supplementOrder, number, own, { text: '现在漫到 3 号楼了' })
  const seen = await act.open(number, unit)
  expect(seen.additions.map(({ text }) => text)).toEqual(['现在漫到 3 号楼了'])
  expect(seen.reminders).toBe(1)
})

test('提级加急 only ever brings the limit forward, and stays on record', async () => {
  const { number, own } = await withUnit()
  const before = (await act.read(number, own)).milestones.at(-1)?.dueAt ?? ''
  const raised = await act.take(endpoints.raiseUrgency, number, who('operator'), {
    reason: '网上反映强烈，影响出行。',
  })
  expect(raised).toMatchObject({ urgent: true })
  const running = raised.milestones.filter((m) => m.state !== 'void')
  expect(running.map((m) => m.type)).toEqual(['respond', 'finish'])
  expect(Date.parse(running.at(-1)?.dueAt ?? '')).toBeLessThan(Date.parse(before))
  const told = await act.read(number, own)
  expect(told.sentence).toContain('09:30 前着手处置')
  expect(told.timeline[0]).toMatchObject({
    type: 'urgency-raised',
    text: '网上反映强烈，影响出行。',
  })
})

test('无理重复: decided by a reviewer with a reason, seen and contestable', async () => {
  const earlier = await act.submit(leakingMain())
  const { number, own } = await act.submit(parkedCars())
  const early = await act.refuse(endpoints.declareRepeat, number, who('reviewer'), {
    earlier: earlier.number,
    reason: '上月已经核实并答复同一件事。',
  })
  expect(early.fields).toMatchObject([{ path: '/earlier' }])
  const handler = await portal.staff(await handlerOf(portal, earlier.number))
  await act.receive(earlier.number, handler)
  await act.reply(earlier.number, handler)
  const operator = await act.refuse(endpoints.declareRepeat, number, who('operator'), {
    earlier: earlier.number,
    reason: '上月已经核实并答复同一件事。',
  })
  expect(operator.code).toBe('not-allowed-now')
  await act.take(endpoints.declareRepeat, number, who('reviewer'), {
    earlier: earlier.number,
    reason: '上月已经核实并答复同一件事。',
  })
  expect(await act.read(number, own)).toMatchObject({
    status: 'declined',
    allowed: ['contestDecline'],
    declined: { reason: '上月已经核实并答复同一件事。', source: expect.stringContaining('第20条') as string },
    sentence: expect.stringContaining('以前已经核实并答复过') as string,
  })
  await act.contest(number, own, '这次是另一条路，不是上月那条。')
  // Whoever declared it does not decide again.
  expect((await act.open(number, who('reviewer'))).allowed).toEqual([])
  expect((await act.open(number, who('operator'))).allowed).toContain('accept')
})

test('an auditor reads every order and changes none', async () => {
  const { number } = await withUnit()
  expect((await act.open(number, who('auditor'))).allowed).toEqual([])
  expect((await act.open(number, who('auditor'))).contactAvailable).toBe(false)
  const refused = await act.refuse(endpoints.raiseUrgency, number, who('auditor'), {
    reason: '应该加急办理。',
  })
  expect(refused.code).toBe('not-allowed-now')
})

test('a queue is narrowed to what presses: overdue, urgent, reminded', async () => {
  const plain = await act.submit(leakingMain())
  const urgent = await act.submit(leakingMain())
  const reminded = await act.submit(leakingMain())
  await act.take(endpoints.raiseUrgency, urgent.number, who('operator'), {
    reason: '网上反映强烈，影响出行。',
  })
  await act.take(endpoints.remindOrder, reminded.number, reminded.own)
  const those = [plain, urgent, reminded].map(({ number }) => number)
  const found = async (press: 'late' | 'urgent' | 'reminded') => {
    const { orders } = await portal.call(
      endpoints.listDeskOrders,
      { query: { queue: 'open', press, limit: 100 } },
      who('supervisor'),
    )
    return those.filter((number) => orders.some((order) => order.number === number))
  }
  expect(await found('urgent')).toEqual([urgent.number])
  expect(await found('reminded')).toEqual([reminded.number])
  expect(await found('late')).toEqual([])
  await daysLater(20)
  expect((await found('late')).sort()).toEqual([...those].sort())
})

describe('nobody waits for ever, and no time is hidden', () => {
  test('without an answer to a question the clock goes on, and the hotline can go on too', async () => {
    const asked = await act.submit(parkedCars())
    const { number } = asked
    await act.ask(number, who('operator'), '请问是哪一段路？')
    await daysLater(20)
    await portal.tick()
    expect(await mine('supervisor')).toContain(number)
    const resumed = await act.take(endpoints.resumeOrder, number, who('operator'), {
      reason: '诉求人没有补充，按提交时写的地点办理。',
    })
    expect(resumed.status).toBe('awaiting-dispatch')
    expect((await act.read(number, await act.lookUp(asked))).timeline[0]).toMatchObject({ type: 'resumed' })
  })

  test('a merged order gets its cards, and is not merged into one that is due later', async () => {
    const first = await withUnit()
    portal.now = new Date('2026-11-25T09:00:00+08:00')
    await signIn()
    const later = await withUnit()
    const wrong = await act.refuse(endpoints.mergeInto, first.number, who('operator'), {
      into: later.number,
      reason: '同一处漏水',
    })
    expect(wrong.fields?.[0]?.message).toContain('时限更晚')
    await act.take(endpoints.mergeInto, later.number, who('operator'), {
      into: first.number,
      reason: '同一处漏水',
    })
    // Its former unit has nothing more to do with it.
    const former = await portal.staff(later.account)
    await portal.refused(endpoints.getDeskOrder, { params: { number: later.number } }, former)
    await daysLater(20)
    await portal.tick()
    expect(await mine('supervisor')).toContain(later.number)
  })
})

test('a reply to one requester says nothing of that person to the others', async () => {
  const lead = await withUnit()
  const other = await act.submit(leakingMain({ contact: { name: '李先生', phone: '13800000001' } }))
  await act.take(endpoints.mergeInto, other.number, who('operator'), {
    into: lead.number,
    reason: '同一处漏水',
  })
  await act.receive(lead.number, lead.unit)
  await act.take(endpoints.replyOrder, lead.number, lead.unit, {
    publicReply: '王女士（13800000000）您好，管道已经修好。',
    internalAccount: '更换接头一处。',
  })
  await portal.tick()
  const { reply } = await act.read(other.number, other.own)
  expect(reply?.text).toContain('管道已经修好')
  expect(reply?.text).not.toMatch(/王女士|13800000000/)
})

test('what was split is changed by the hotline alone, and answers never land on another ask', async () => {
  const { number, unit } = await withUnit()
  await act.receive(number, unit)
  await act.take(endpoints.splitAsks, number, who('operator'), {
    asks: [{ text: '修好管道' }, { text: '修补路面' }],
  })
  const bold = await act.refuse(endpoints.splitAsks, number, unit, { asks: [{ text: '答复来电' }] })
  expect(bold.detail).toContain('已经拆分过')
  const anew = await act.take(endpoints.splitAsks, number, who('operator'), {
    asks: [{ text: '赔偿损失' }, { text: '修好管道' }],
  })
  expect(anew.asks.map(({ id }) => id)).toEqual(['3', '4'])
  const stale = await act.refuse(endpoints.replyOrder, number, unit, {
    publicReply: '管道已经修好，供水恢复。',
    internalAccount: '更换接头。',
    points: [
      { ask: '1', outcome: 'done', text: '管道已经修好' },
      { ask: '2', outcome: 'refused', text: '路面不归我们' },
    ],
  })
  expect(stale.fields?.map(({ path }) => path)).toEqual(['/points/0/ask', '/points/1/ask', '/points'])
})
