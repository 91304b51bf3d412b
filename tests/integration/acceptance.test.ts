/** From the submission to the unit's desk, where the rules are not clear and a person decides. */
import { contestDecline, declineOrder, type OrderAction, submitOrder } from '@jiesu/shared-types'
import { appealIn, burning, contestedDecision, leakingMain, parkedCars } from '../support/appeals'
import { deeds } from '../support/deeds'
import { handlerOf } from '../support/handlerOf'
import { type As, commandId, startPortal, type TestPortal } from '../support/portal'

jest.setTimeout(60_000)

let portal: TestPortal
let operator: As
let act: ReturnType<typeof deeds>
beforeAll(async () => {
  portal = await startPortal('2026-11-23T09:00:00+08:00')
  operator = await portal.staff('yantai-operator')
  act = deeds(portal)
})
afterAll(() => portal.stop())

const types = (order: { timeline: { type: string }[] }): string[] =>
  order.timeline.map((e) => e.type).reverse()

test('what belongs elsewhere is refused with the reason, and nothing is kept half', async () => {
  const appeal = contestedDecision()
  const problem = await portal.refused(submitOrder, { body: appeal })
  expect(problem).toMatchObject({ code: 'out-of-scope', status: 422 })
  expect(problem.fields?.[0]).toMatchObject({
    path: '/text',
    message: expect.stringContaining('复议') as string,
  })
  expect(
    await portal.connection.collection('orders').countDocuments({ submissionId: appeal.commandId }),
  ).toBe(0)
})

test('an emergency is told to call first, and is taken by a person once that is confirmed', async () => {
  const appeal = burning()
  const problem = await portal.refused(submitOrder, { body: appeal })
  expect(problem).toMatchObject({ code: 'call-first', status: 422, title: '情况紧急，请先打电话' })
  expect(problem.fields?.[0]?.message).toContain('119')
  const { receipt } = await act.submit({ ...appeal, insist: true })
  expect(receipt.order).toMatchObject({ status: 'submitted', findings: [{ kind: 'emergency' }] })
})

test('an emergency that is also a matter for others is an emergency', async () => {
  const { text } = contestedDecision()
  const problem = await portal.refused(submitOrder, { body: burning({ text: `${burning().text}${text}` }) })
  expect(problem.code).toBe('call-first')
  expect(problem.fields).toHaveLength(2)
})

test('insisting brings it to a person, who accepts: the same submission id, then dispatch by the catalogue', async () => {
  const appeal = contestedDecision({
    category: 'city/water-main',
    text: '我要申请行政复议，门口的水管一直漏。',
  })
  await portal.refused(submitOrder, { body: appeal })
  const { number, receipt, own } = await act.submit({ ...appeal, insist: true })
  expect(receipt.order).toMatchObject({
    status: 'submitted',
    statusWords: '待受理',
    milestones: [],
    allowed: ['withdraw', 'supplement', 'remind'],
  })
  expect(receipt.order.findings[0]).toMatchObject({
    rule: 'reconsideration',
    words: ['要申请行政复议'],
  })
  expect(receipt.order.findings[0]?.source?.document).toContain('烟政办发')
  const seen = await act.open(number, operator)
  expect(seen).toMatchObject({
    insisted: true,
    allowed: ['accept', 'decline', 'requestInformation'],
  })

  portal.now = new Date('2026-11-23T10:00:00+08:00')
  const accepted = await act.accept(number, operator, '先协调供水单位查看')
  expect(accepted.status).toBe('dispatched')
  const mine = await act.read(number, own)
  expect(types(mine)).toEqual(['submitted', 'accepted', 'dispatched'])
  expect(mine.timeline.find((e) => e.type === 'accepted')).toMatchObject({
    by: 'operator',
    text: '先协调供水单位查看',
  })
  // The clock starts with the acceptance, not with the submission.
  expect(mine.milestones[0]).toMatchObject({
    startAt: '2026-11-23T10:00:00+08:00',
    dueAt: '2026-12-01T00:00:00+08:00',
  })
})

const why = { reason: '对处罚决定不服，由复议机关处理。', goTo: '烟台市司法局行政复议窗口' }

test('a decline says why, where to go instead and on what it rests, and ends the order', async () => {
  const { number, own } = await act.submit(contestedDecision({ insist: true }))
  await act.decline(number, operator, { ...why, rule: 'reconsideration' })
  const mine = await act.read(number, own)
  expect(mine).toMatchObject({
    status: 'declined',
    statusWords: '不予受理',
    declined: why,
    allowed: ['contestDecline'],
  })
  expect(mine.declined?.source).toMatch(/^烟政办发〔2021〕3号 /)
  expect(mine.timeline[0]?.text).toContain(why.goTo)

  const withoutRule = await act.submit(contestedDecision({ insist: true }))
  await act.decline(withoutRule.number, operator, why)
  expect((await act.read(withoutRule.number, withoutRule.own)).declined?.source).toMatch(/第7条/)
})

test('a decline is contested once; another person than the one who declined looks at it', async () => {
  const { number, own } = await act.submit(contestedDecision({ insist: true }))
  await act.decline(number, operator, why)
  await act.contest(number, own, '我问的是窗口的服务态度，不是处罚本身。')
  const seen = await act.open(number, operator)
  expect(seen).toMatchObject({ status: 'submitted', allowed: ['requestInformation'] })
  expect(seen.timeline[0]).toMatchObject({
    type: 'decline-contested',
    text: '我问的是窗口的服务态度，不是处罚本身。',
  })
  const again = { ...why, commandId: commandId() }
  expect((await portal.refused(declineOrder, { params: { number }, body: again }, operator)).code).toBe(
    'not-yours',
  )

  const second = await portal.staff('yantai-operator-2')
  await act.decline(number, second, why)
  const mine = await act.read(number, own)
  expect(mine).toMatchObject({ status: 'declined', allowed: [] })
  const body = { commandId: commandId(), reason: '还是不同意这个决定。' }
  expect((await portal.refused(contestDecline, { params: { number }, body }, own)).code).toBe(
    'not-allowed-now',
  )
})

test('a decline by a rule that the city does not have is refused at that field', async () => {
  const { number } = await act.submit(contestedDecision({ insist: true }))
  const problem = await portal.send(
    'POST',
    `/api/v1/desk/orders/${number}/decline`,
    { commandId: commandId(), reason: '不属于受理范围', goTo: '人民法院', rule: 'no-such-rule' },
    { authorization: `Bearer ${operator.session}` },
  )
  expect(problem).toMatchObject({ status: 422, body: { code: 'invalid-input', fields: [{ path: '/rule' }] } })
})

test('information asked for and given, before and after the acceptance', async () => {
  const held = await act.submit(contestedDecision({ insist: true }))
  await act.ask(held.number, operator, '请问处罚决定书是哪一天收到的？')
  const asked = await act.read(held.number, held.own)
  expect(asked).toMatchObject({ status: 'needs-info', question: '请问处罚决定书是哪一天收到的？' })
  expect(asked.allowed).toEqual(['giveInformation', 'withdraw'])
  const given = await act.tell(held.number, held.own, '上个月 20 日收到的。')
  expect(given).toMatchObject({ status: 'submitted', additions: [{ text: '上个月 20 日收到的。' }] })
  expect(given.question).toBeUndefined()

  const parked = await act.submit(parkedCars())
  await act.ask(parked.number, operator, '请问是哪一个小区门口？')
  expect((await act.tell(parked.number, parked.own, '示范小区东门。')).status).toBe('awaiting-dispatch')
})

test('an ambiguous catalogue leaves the choice to the operator, with suggestions and reasons', async () => {
  const { number, receipt, own } = await act.submit(parkedCars())
  expect(receipt.order).toMatchObject({ status: 'awaiting-dispatch', coUnitNames: [] })
  expect(receipt.order.unitName).toBeUndefined()
  const { dispatchOptions } = await act.open(number, operator)
  expect(dispatchOptions.length).toBeGreaterThan(1)
  expect(dispatchOptions.every((option) => option.reason !== '' && option.row.startsWith('派单目录'))).toBe(
    true,
  )
  const [first, second] = dispatchOptions
  const main = first!.unit
  const dispatched = await act.dispatch(number, operator, main.id, [
    second!.unit.id,
    second!.unit.id,
    main.id,
  ])
  expect(dispatched).toMatchObject({
    status: 'dispatched',
    unitName: main.name,
    coUnitNames: [second!.unit.name],
  })
  expect((await act.read(number, own)).timeline[0]).toMatchObject({ type: 'dispatched', by: 'operator' })
  expect(await handlerOf(portal, number)).toBe(`yantai-${main.id}`)
})

test('a unit that the city does not have is refused at its field, every one of them', async () => {
  const { number } = await act.submit(parkedCars())
  const answer = await portal.send(
    'POST',
    `/api/v1/desk/orders/${number}/dispatch`,
    { commandId: commandId(), unit: 'nobody', coUnits: ['ecology', 'nowhere'], reason: '按职责' },
    { authorization: `Bearer ${operator.session}` },
  )
  expect(answer.body).toMatchObject({ fields: [{ path: '/unit' }, { path: '/coUnits/1' }] })
})

test('everything that a city does not offer is named at once', async () => {
  const wrong = appealIn('fuzhou', {
    kind: 'report',
    category: 'nothing/at-all',
    place: { district: '370602', detail: '' },
  })
  const problem = await portal.refused(submitOrder, { body: wrong })
  expect(problem.code).toBe('not-offered-here')
  expect(problem.fields?.map((field) => field.path)).toEqual(['/kind', '/place/district', '/category'])
  const street = { district: '370602', street: '350102001', detail: '' }
  const elsewhere = await portal.refused(submitOrder, { body: leakingMain({ place: street }) })
  expect(elsewhere.fields?.map((field) => field.path)).toEqual(['/place/street'])
  const category = await portal.refused(submitOrder, { body: leakingMain({ category: 'city/nowhere' }) })
  expect(category).toMatchObject({ code: 'unknown-category', fields: [{ path: '/category' }] })
  expect((await portal.refused(submitOrder, { body: leakingMain({ city: 'atlantis' }) })).code).toBe(
    'unknown-city',
  )
})

test('a citizen’s enterprise and an anonymous person’s contact are not kept', async () => {
  const enterprise = { name: '示范商贸有限公司' }
  const citizen = await act.submit(leakingMain({ enterprise }))
  const hidden = await act.submit(
    leakingMain({ requester: 'enterprise', enterprise, confidentiality: 'anonymous' }),
  )
  for (const { number } of [citizen, hidden]) {
    const stored = await portal.connection.collection('orders').findOne({ _id: number as never })
    expect(JSON.stringify(stored)).not.toContain('示范商贸')
    expect((stored as unknown as { private: object }).private).not.toHaveProperty('enterpriseSealed')
  }
  expect(hidden.receipt.order.contact).toBeUndefined()
  expect((await act.open(hidden.number, operator)).contactAvailable).toBe(false)
})

/** How an order comes to each status, and whether its requester may then withdraw it. */
const MOMENTS: readonly (readonly [string, OrderAction[], () => Promise<{ number: string; own: As }>])[] = [
  ['submitted', ['withdraw'], () => act.submit(contestedDecision({ insist: true }))],
  [
    'needs-info',
    ['withdraw'],
    async () => {
      const order = await act.submit(parkedCars())
      await act.ask(order.number, operator, '请问是哪一个小区门口？')
      return order
    },
  ],
  ['awaiting-dispatch', ['withdraw'], () => act.submit(parkedCars())],
  ['dispatched', ['withdraw'], () => act.submit(leakingMain())],
  ['handling', ['withdraw'], () => handled()],
  ['replied', [], async () => replied()],
  [
    'redo-review',
    [],
    async () => {
      const order = await replied()
      await act.rate(order.number, order.own, { solved: 'unsolved' })
      return order
    },
  ],
  [
    'concluded',
    [],
    async () => {
      const order = await replied()
      await act.rate(order.number, order.own)
      return order
    },
  ],
  [
    'declined',
    [],
    async () => {
      const order = await act.submit(contestedDecision({ insist: true }))
      await act.decline(order.number, operator, { reason: '有专门的程序处理。', goTo: '复议机关' })
      return order
    },
  ],
]

const handled = async () => {
  const order = await act.submit(leakingMain())
  await act.receive(order.number, await portal.staff(await handlerOf(portal, order.number)))
  return order
}
const replied = async () => {
  const order = await handled()
  await act.reply(order.number, await portal.staff(await handlerOf(portal, order.number)))
  return order
}

test.each(MOMENTS)('withdrawing while %s', async (status, allowed, reach) => {
  const { number, own } = await reach()
  const before = await act.read(number, own)
  expect(before.status).toBe(status)
  expect(before.allowed.filter((action) => action === 'withdraw')).toEqual(allowed)
  if (allowed.length === 0) {
    const body = { commandId: commandId(), reason: '' }
    const answer = await portal.send('POST', `/api/v1/orders/${number}/withdrawal`, body, {
      'x-order-access': own.orderAccess ?? '',
    })
    expect(answer).toMatchObject({ status: 409, body: { code: 'not-allowed-now' } })
    expect((await act.read(number, own)).version).toBe(before.version)
    return
  }
  const after = await act.withdraw(number, own, '自己解决了')
  expect(after).toMatchObject({ status: 'withdrawn', allowed: [] })
  expect(after.milestones.every((milestone) => milestone.state === 'void')).toBe(true)
  expect(after.timeline[0]).toMatchObject({ type: 'withdrawn', byWords: '您', text: '自己解决了' })
  await expect(act.withdraw(number, own)).rejects.toThrow('not-allowed-now')
})
