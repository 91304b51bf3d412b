/** 信访查重: what is with the petition system already reaches a person before it is accepted, and nobody else learns of it. */
import {
  type DeskOrderView,
  getDeskOrder,
  listDeskOrders,
  notePetition,
  type SubmitOrderInput,
} from '@jiesu/shared-types'
import { appealIn, leakingMain } from '../support/appeals'
import { deeds } from '../support/deeds'
import { handlerOf } from '../support/handlerOf'
import { type As, commandId, startPortal, type TestPortal } from '../support/portal'

jest.setTimeout(120_000)

const MATCHES = '/petitions/matches'
const PHONE = '13800000041'
const CREDIT_CODE = '91370600XXXXXXXXXM'
const DITCH = '示范村村口的自来水主管道漏水漏了半年，路面长期积水结冰，村民出行摔倒多次，一直没有修好。'
const PETITION = {
  number: 'SF-2026-000041',
  city: 'yantai',
  registeredOn: '2026-09-01',
  stage: 'handling' as const,
  phone: PHONE,
  text: DITCH,
}
/** The same matter in other words. */
const AGAIN = '示范村村口水管漏了半年了，路面积水结冰，村民摔倒多次，请来修。'

let portal: TestPortal
let act: ReturnType<typeof deeds>
let operator: As
let supervisor: As

beforeAll(async () => {
  portal = await startPortal('2026-11-23T09:00:00+08:00')
  act = deeds(portal)
  operator = await portal.staff('yantai-operator')
  supervisor = await portal.staff('yantai-supervisor')
})
beforeEach(() => {
  portal.petition.clear()
  portal.petition.setFaults(null)
})
afterAll(() => portal.stop())

const appeal = (changes: Partial<SubmitOrderInput> = {}): SubmitOrderInput =>
  leakingMain({ text: AGAIN, contact: { name: '王女士', phone: PHONE }, ...changes })

const listed = async (as: As, queue: 'mine' | 'open', number: string) => {
  const { orders } = await portal.call(listDeskOrders, { query: { queue, limit: 100 } }, as)
  return orders.find((order) => order.number === number)
}
const count = async () => (await portal.call(listDeskOrders, { query: {} }, operator)).counts.mine
const petitionOf = async (number: string, as: As): Promise<DeskOrderView['petition']> =>
  (await portal.call(getDeskOrder, { params: { number } }, as)).petition

test('the same person with the same matter waits for a person, who sees why and may accept', async () => {
  portal.petition.register(PETITION)
  const { number, receipt } = await act.submit(appeal())
  expect(receipt.order).toMatchObject({
    status: 'submitted',
    allowed: ['withdraw', 'supplement', 'remind'],
    milestones: [],
  })
  expect(await listed(operator, 'mine', number)).toMatchObject({ petitionHit: true })
  const petition = await petitionOf(number, operator)
  expect(petition).toMatchObject({
    checkedAt: '2026-11-23T09:00:00+08:00',
    late: false,
    asksForOpinion: false,
    hits: [
      {
        number: 'SF-2026-000041',
        registeredOn: '2026-09-01',
        stage: 'handling',
        stageWords: '办理中',
        samePerson: true,
        stops: true,
        excerpt: DITCH.slice(0, 60),
      },
    ],
    finding: { rule: 'petition', title: '这件事已经在信访渠道办理' },
  })
  expect(petition?.hits[0]?.similarity).toBeGreaterThan(0.5)
  expect(await petitionOf(number, supervisor)).toEqual(petition)

  expect((await act.accept(number, operator, '核实为另一处漏点')).status).toBe('dispatched')
  // What was decided once is not brought up again.
  expect(await listed(operator, 'open', number)).not.toHaveProperty('petitionHit')
  expect(await petitionOf(number, operator)).toEqual(petition)
})

test('or decline it by the rule that says so, with where to go', async () => {
  portal.petition.register(PETITION)
  const { number, own } = await act.submit(appeal())
  const { finding } = (await petitionOf(number, operator))!
  const goTo = finding!.channels.map(({ name }) => name).join('；')
  await act.decline(number, operator, { reason: '您反映的事项信访部门正在办理。', goTo, rule: finding!.rule })
  expect((await act.read(number, own)).declined).toEqual({
    reason: '您反映的事项信访部门正在办理。',
    goTo: '烟台市及各区市信访局；国家信访局网上信访',
    source: '烟政办发〔2021〕3号 二（三）第7条',
  })
})

test('nobody is named to the petition system', async () => {
  portal.petition.register(PETITION)
  const enterprise = { name: '示范商贸有限公司', creditCode: CREDIT_CODE }
  const text = `${AGAIN}联系 ${PHONE} 或 138-0000-0041。`
  await act.submit(appeal({ text, requester: 'enterprise', enterprise }))
  const asked = portal.petition.asked().at(-1)
  expect(asked).toEqual({
    city: 'yantai',
    identities: [expect.stringMatching(/^[0-9a-f]{64}$/), expect.stringMatching(/^[0-9a-f]{64}$/)],
    text: `${AGAIN}联系 … 或 …。`,
    atLeast: 0.4,
  })
})

test('an enterprise is recognised by its credit code, from another telephone', async () => {
  portal.petition.register({ ...PETITION, phone: '0535-6000000', creditCode: CREDIT_CODE })
  const { receipt } = await act.submit(
    appeal({ requester: 'enterprise', enterprise: { name: '示范商贸有限公司', creditCode: CREDIT_CODE } }),
  )
  expect(receipt.order.status).toBe('submitted')
})

test.each<[string, Partial<typeof PETITION> | { stage: 'withdrawn' }, Partial<SubmitOrderInput>, object[]]>([
  [
    'very similar, by somebody else',
    {},
    { text: DITCH, contact: { name: '李先生', phone: '13800000042' } },
    [{ number: 'SF-2026-000041', similarity: 1, samePerson: false, stops: false }],
  ],
  [
    'by somebody anonymous',
    {},
    { text: DITCH, confidentiality: 'anonymous' },
    [{ similarity: 1, samePerson: false, stops: false }],
  ],
  ['similar, by somebody else', {}, { contact: { name: '李先生', phone: '13800000042' } }, []],
  [
    'by the same person, who took the petition back',
    { stage: 'withdrawn' },
    {},
    [{ stage: 'withdrawn', stageWords: '已撤回', samePerson: true, stops: false }],
  ],
  [
    'by the same person on another matter',
    { text: '开发商一直没有办理不动产登记，业主拿不到房产证。' },
    {},
    [],
  ],
])('%s: accepted by rule, with the evidence for the hotline', async (_, petition, changes, hits) => {
  portal.petition.register({ ...PETITION, ...petition })
  const { number, receipt } = await act.submit(appeal(changes))
  expect(receipt.order.status).toBe('dispatched')
  const seen = await petitionOf(number, operator)
  expect(seen).toMatchObject({ hits, asksForOpinion: false })
  expect(seen).not.toHaveProperty('finding')
  expect(await listed(operator, 'mine', number)).toBeUndefined()
  expect(await listed(operator, 'open', number)).not.toHaveProperty('petitionHit')
})

test('the petition system is down: the order goes its way, and a hit found later is looked at by an operator', async () => {
  portal.petition.register(PETITION)
  portal.petition.setFaults({ status: 503 })
  const before = await count()
  const { number, own, receipt } = await act.submit(appeal())
  expect(receipt.order.status).toBe('dispatched')
  expect(portal.log.filter((line) => line.includes('petition check put off'))).toHaveLength(1)
  expect(await petitionOf(number, operator)).toEqual({ late: false, hits: [], asksForOpinion: false })

  await portal.tick()
  expect(portal.log.filter((line) => line.includes('could not be made up for yet'))).toHaveLength(1)
  portal.petition.setFaults(null)
  // Not every two seconds: it was tried just now.
  const asked = portal.petition.calls(MATCHES)
  await portal.tick()
  expect(portal.petition.calls(MATCHES)).toBe(asked)

  portal.now = new Date('2026-11-23T09:02:00+08:00')
  await portal.tick()
  await portal.tick()
  expect(portal.petition.calls(MATCHES)).toBe(asked + 1)
  const version = (await act.read(number, own)).version
  expect(await petitionOf(number, operator)).toMatchObject({
    checkedAt: '2026-11-23T09:02:00+08:00',
    late: true,
    asksForOpinion: true,
    hits: [{ number: 'SF-2026-000041', stops: true }],
  })
  expect(await listed(operator, 'mine', number)).toMatchObject({ status: 'dispatched', petitionHit: true })
  expect(await count()).toBe(before + 1)
  expect(await listed(supervisor, 'open', number)).toMatchObject({ petitionHit: true })
  expect(await petitionOf(number, supervisor)).toMatchObject({ late: true, asksForOpinion: false })

  const theirs = { commandId: commandId(), text: '请受理员尽快核实。' }
  expect((await portal.refused(notePetition, { params: { number }, body: theirs }, supervisor)).code).toBe(
    'not-yours',
  )

  const body = { commandId: commandId(), text: '已请供水单位暂缓，与信访件一并答复。' }
  const noted = await portal.call(notePetition, { params: { number }, body }, operator)
  expect(noted.petition).toMatchObject({
    asksForOpinion: false,
    opinion: { at: '2026-11-23T09:02:00+08:00', text: '已请供水单位暂缓，与信访件一并答复。' },
  })
  expect((await portal.call(notePetition, { params: { number }, body }, operator)).petition).toEqual(
    noted.petition,
  )
  const again = { commandId: commandId(), text: '又看了一遍。' }
  expect((await portal.refused(notePetition, { params: { number }, body: again }, operator)).code).toBe(
    'not-allowed-now',
  )
  expect(await listed(operator, 'mine', number)).toBeUndefined()
  expect(await count()).toBe(before)
  // Nothing of it is a step of the order.
  expect((await act.read(number, own)).version).toBe(version)
  portal.now = new Date('2026-11-23T09:00:00+08:00')
})

test('late hits come page by page with the rest of what waits, the most urgent first', async () => {
  portal.petition.register(PETITION)
  portal.petition.setFaults({ drop: true })
  const late = await act.submit(appeal())
  portal.petition.setFaults(null)
  await portal.tick()
  const waiting = await act.submit(appeal())
  const numbers: string[] = []
  let after: string | undefined
  do {
    const query = { queue: 'mine' as const, limit: 1, ...(after === undefined ? {} : { after }) }
    const page = await portal.call(listDeskOrders, { query }, operator)
    numbers.push(...page.orders.map((order) => order.number))
    after = page.next
  } while (after !== undefined)
  expect(new Set(numbers).size).toBe(numbers.length)
  expect(numbers).toHaveLength(await count())
  // The one has a limit that runs, the others have none yet.
  expect(numbers[0]).toBe(late.number)
  expect(numbers).toContain(waiting.number)
  const { orders } = await portal.call(
    listDeskOrders,
    { query: { queue: 'mine', status: 'dispatched', limit: 100 } },
    operator,
  )
  expect(orders.map((order) => order.number)).toEqual([late.number])
})

test('checks are made up for a few at a time, in the end all of them, and not for orders that are over', async () => {
  portal.petition.setFaults({ status: 500 })
  const withdrawn = await act.submit(appeal())
  await act.withdraw(withdrawn.number, withdrawn.own)
  for (let i = 0; i < 22; i++) await act.submit(appeal())
  portal.petition.setFaults(null)
  const before = portal.petition.calls(MATCHES)
  await portal.tick()
  const inOneRun = portal.petition.calls(MATCHES) - before
  expect(inOneRun).toBeLessThanOrEqual(20)
  for (let run = 0; run < 3; run++) await portal.tick()
  expect(portal.petition.calls(MATCHES) - before).toBe(22)
  const due = { petitionDueAt: { $exists: true } }
  expect(await portal.connection.collection('orders').countDocuments(due)).toBe(0)
  expect(await petitionOf(withdrawn.number, operator)).toBeUndefined()
})

test('an order that cannot be compared does not keep the others waiting', async () => {
  portal.petition.setFaults({ status: 500 })
  const [broken, sound] = [await act.submit(appeal()), await act.submit(appeal())]
  portal.petition.setFaults(null)
  const collection = portal.connection.collection<{ _id: string }>('orders')
  await collection.updateOne({ _id: broken.number }, { $set: { 'private.contactSealed': 'AAAA' } })
  await portal.tick()
  expect(portal.log.filter((line) => line.includes('petition check cannot be made'))).toHaveLength(1)
  expect(await petitionOf(sound.number, operator)).toHaveProperty('checkedAt')
  expect(await petitionOf(broken.number, operator)).not.toHaveProperty('checkedAt')
  await collection.updateOne({ _id: broken.number }, { $unset: { petitionDueAt: 1 } })
})

test('nothing of it reaches units, co-units, the requester, messages, events or the log', async () => {
  const opening = '这是第三次写信。'
  portal.petition.register({ ...PETITION, text: opening + DITCH })
  const me = await portal.citizen(PHONE)
  const { number, own } = await act.submit(appeal({ category: 'transport/parking', kind: 'complaint' }), me)
  const looked = await act.open(number, operator)
  expect(looked.petition?.hits).toHaveLength(1)
  await act.accept(number, operator)
  await act.dispatch(number, operator, 'traffic-police', ['urban-management'])
  const main = await portal.staff('yantai-traffic-police')
  const co = await portal.staff('yantai-urban-management')

  // And one that was found after the acceptance, with an opinion.
  portal.petition.setFaults({ status: 503 })
  const late = await act.submit(appeal(), me)
  portal.petition.setFaults(null)
  await portal.tick()
  const opinion = '与信访件并案，请暂缓。'
  await act.notePetition(late.number, operator, opinion)
  const water = await portal.staff(await handlerOf(portal, late.number))

  const bearer = (as: As) => ({
    ...(as.session === undefined ? {} : { authorization: `Bearer ${as.session}` }),
    ...(as.orderAccess === undefined ? {} : { 'x-order-access': as.orderAccess }),
  })
  const read: Record<string, unknown> = {}
  const look = async (who: string, path: string, as: As) => {
    const answer = await portal.send('GET', path, undefined, bearer(as))
    read[`${who} ${path}`] = answer.body
    expect([who, path, answer.status]).toEqual([who, path, 200])
  }
  for (const [who, as, n] of [
    ['main unit', main, number],
    ['co-unit', co, number],
    ['unit of the late one', water, late.number],
  ] as const) {
    await look(who, `/api/v1/desk/orders/${n}`, as)
    for (const queue of ['mine', 'open', 'closed'])
      await look(who, `/api/v1/desk/orders?queue=${queue}&limit=100`, as)
    const body = { commandId: commandId(), text: '想看看' }
    expect((await portal.refused(notePetition, { params: { number: n }, body }, as)).code).toBe('not-yours')
  }
  await act.receive(number, main)
  read['main unit’s step'] = await act.explain(number, main, '正在现场核实情况。')
  for (const path of [`/api/v1/orders/${number}`, `/api/v1/orders/${number}/personal-data-reads`])
    await look('requester', path, own)
  await look('requester', `/api/v1/orders/${late.number}`, late.own)
  await look('requester', '/api/v1/orders', me)
  const elsewhere = await portal.staff('fuzhou-operator')
  expect((await portal.refused(getDeskOrder, { params: { number } }, elsewhere)).code).toBe('not-found')
  await portal.tick()

  read['messages'] = [portal.sms.sent(), portal.wechat.sent()]
  read['log'] = portal.log
  const stored = await portal.connection
    .collection<{ _id: string }>('orders')
    .find({ _id: { $in: [number, late.number] } })
    .toArray()
  expect(stored).toHaveLength(2)
  read['orders, events, news to tell'] = stored.map((doc: Record<string, unknown>) => [
    doc['order'],
    doc['events'],
    doc['outbox'],
  ])
  for (const [where, content] of Object.entries(read)) {
    const words = JSON.stringify(content)
    for (const secret of [PETITION.number, opening, opinion, '信访', 'petitionHit', '"petition"'])
      expect([where, secret, words.includes(secret)]).toEqual([where, secret, false])
  }
  for (const told of [PETITION.number, opening]) expect(JSON.stringify(looked)).toContain(told)
  expect(portal.log.join('')).not.toContain(PHONE)
})

test('a city whose document does not ask for it compares nothing', async () => {
  const before = portal.petition.calls(MATCHES)
  const { number } = await act.submit(appealIn('fuzhou', { text: AGAIN }))
  expect(portal.petition.calls(MATCHES)).toBe(before)
  expect(await petitionOf(number, await portal.staff('fuzhou-operator'))).toBeUndefined()
})

test('without a petition system nothing is compared, and what was due stays due', async () => {
  portal.petition.setFaults({ status: 503 })
  const { number } = await act.submit(appeal())
  const before = portal.petition.calls(MATCHES)
  portal.now = new Date('2026-11-23T10:00:00+08:00')
  await portal.tickRestarted({ PETITION_BASE_URL: '' })
  expect(portal.petition.calls(MATCHES)).toBe(before)
  expect(await petitionOf(number, operator)).not.toHaveProperty('checkedAt')
})
