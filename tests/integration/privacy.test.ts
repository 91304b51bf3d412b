/** Who sees what of a person, who may do what with an order, and what is left in the log and the database. */
import {
  getDeskOrder,
  getOrder,
  listDeskOrders,
  listPersonalDataReads,
  type OrderAction,
  revealContact,
  submitOrder,
} from '@jiesu/shared-types'
import type { Confidentiality } from '@jiesu/shared-types/vocabulary'
import { AGENT, parkedCars } from '../support/appeals'
import { deeds, INTERNAL_ACCOUNT, type Submitted } from '../support/deeds'
import { type As, startPortal, type TestPortal } from '../support/portal'

jest.setTimeout(120_000)

const NAME = '王示范'
const PHONE = '13800000099'
const COMPANY = '示范商贸有限公司'
const CREDIT_CODE = '91370600XXXXXXXXXM'

let portal: TestPortal
let act: ReturnType<typeof deeds>
/** Everybody who could look: by name, with their tokens. */
const people: Record<string, As> = {}
const MAIN = 'traffic-police'
const CO = 'urban-management'

beforeAll(async () => {
  portal = await startPortal('2026-11-23T09:00:00+08:00')
  act = deeds(portal)
  for (const [name, account] of Object.entries({
    operator: 'yantai-operator',
    mainUnit: `yantai-${MAIN}`,
    coUnit: `yantai-${CO}`,
    otherUnit: 'yantai-education',
    otherCity: 'fuzhou-operator',
    sameUnitElsewhere: `fuzhou-${MAIN}`,
    administrator: 'yantai-administrator',
  }))
    people[name] = await portal.staff(account)
  people['stranger'] = await portal.citizen('13800000098')
})
afterAll(() => portal.stop())

const order = (confidentiality: Confidentiality): Promise<Submitted> =>
  act.submit(
    parkedCars({
      confidentiality,
      requester: 'enterprise',
      enterprise: { name: COMPANY, creditCode: CREDIT_CODE },
      contact: { name: NAME, phone: PHONE },
    }),
  )

/** How an order comes to each status, by whom. */
const STEPS: Record<string, (n: string, own: As) => Promise<unknown>> = {
  dispatched: (n) => act.dispatch(n, people['operator']!, MAIN, [CO]),
  handling: (n) => act.receive(n, people['mainUnit']!),
  replied: (n) => act.reply(n, people['mainUnit']!),
  'redo-review': (n, own) => act.rate(n, own, { solved: 'unsolved' }),
  concluded: (n) => act.conclude(n, people['operator']!, '已经到现场核实。'),
}

/** Whether the contact can be opened, and what may be done; `-` is an order that is not there for this person. */
const TABLE: Record<Confidentiality, Record<string, Record<string, string>>> = {
  open: {
    'awaiting-dispatch': {
      operator: 'contact requestInformation dispatch splitAsks mergeInto raiseUrgency',
      mainUnit: '-',
      coUnit: '-',
    },
    dispatched: {
      operator: 'contact redispatch splitAsks mergeInto raiseUrgency inviteCoUnits',
      mainUnit: 'contact receive explainCause splitAsks inviteCoUnits recordContact noteProgress',
      coUnit: 'hidden noteProgress',
    },
    handling: {
      operator: 'contact redispatch splitAsks mergeInto raiseUrgency inviteCoUnits',
      mainUnit: 'contact explainCause askExtension reply splitAsks inviteCoUnits recordContact noteProgress',
      coUnit: 'hidden noteProgress',
    },
    replied: { operator: 'contact', mainUnit: 'contact', coUnit: 'hidden' },
    'redo-review': { operator: 'contact orderRedo conclude', mainUnit: 'contact', coUnit: 'hidden' },
    concluded: { operator: 'contact', mainUnit: 'hidden', coUnit: 'hidden' },
  },
  confidential: {
    'awaiting-dispatch': {
      operator: 'contact requestInformation dispatch splitAsks mergeInto raiseUrgency',
      mainUnit: '-',
      coUnit: '-',
    },
    dispatched: {
      operator: 'contact redispatch splitAsks mergeInto raiseUrgency inviteCoUnits',
      mainUnit: 'hidden receive explainCause splitAsks inviteCoUnits recordContact noteProgress',
      coUnit: 'hidden noteProgress',
    },
    handling: {
      operator: 'contact redispatch splitAsks mergeInto raiseUrgency inviteCoUnits',
      mainUnit: 'hidden explainCause askExtension reply splitAsks inviteCoUnits recordContact noteProgress',
      coUnit: 'hidden noteProgress',
    },
    replied: { operator: 'contact', mainUnit: 'hidden', coUnit: 'hidden' },
    'redo-review': { operator: 'contact orderRedo conclude', mainUnit: 'hidden', coUnit: 'hidden' },
    concluded: { operator: 'contact', mainUnit: 'hidden', coUnit: 'hidden' },
  },
  anonymous: {
    'awaiting-dispatch': {
      operator: 'hidden requestInformation dispatch splitAsks mergeInto raiseUrgency',
      mainUnit: '-',
      coUnit: '-',
    },
    dispatched: {
      operator: 'hidden redispatch splitAsks mergeInto raiseUrgency inviteCoUnits',
      mainUnit: 'hidden receive explainCause splitAsks inviteCoUnits recordContact noteProgress',
      coUnit: 'hidden noteProgress',
    },
    handling: {
      operator: 'hidden redispatch splitAsks mergeInto raiseUrgency inviteCoUnits',
      mainUnit: 'hidden explainCause askExtension reply splitAsks inviteCoUnits recordContact noteProgress',
      coUnit: 'hidden noteProgress',
    },
    replied: { operator: 'hidden', mainUnit: 'hidden', coUnit: 'hidden' },
    'redo-review': { operator: 'hidden orderRedo conclude', mainUnit: 'hidden', coUnit: 'hidden' },
    concluded: { operator: 'hidden', mainUnit: 'hidden', coUnit: 'hidden' },
  },
}

/** What somebody of the staff really can: tried, not read off. */
const seenBy = async (number: string, as: As): Promise<string> => {
  const path = `/api/v1/desk/orders/${number}`
  const headers = { authorization: `Bearer ${as.session}` }
  const looked = await portal.send('GET', path, undefined, headers)
  const opened = await portal.send('POST', `${path}/contact-reads`, { why: '核实地址' }, headers)
  if (looked.status === 404) {
    expect(opened.status).toBe(404)
    return '-'
  }
  const { allowed, contactAvailable } = looked.body as { allowed: OrderAction[]; contactAvailable: boolean }
  expect(opened.status).toBe(contactAvailable ? 200 : 403)
  if (contactAvailable)
    expect(opened.body).toEqual({
      contact: { name: NAME, phone: PHONE },
      enterprise: { name: COMPANY, creditCode: CREDIT_CODE },
    })
  else
    expect(JSON.stringify([looked.body, opened.body])).not.toMatch(
      new RegExp([NAME, PHONE, COMPANY, '138\\*\\*\\*\\*0099'].join('|')),
    )
  return [contactAvailable ? 'contact' : 'hidden', ...allowed].join(' ')
}

test.each(['open', 'confidential', 'anonymous'] as const)(
  'role × state: an order of kind %s',
  async (kind) => {
    const { number, own } = await order(kind)
    const found: Record<string, Record<string, string>> = {}
    for (const status of Object.keys(TABLE[kind])) {
      await STEPS[status]?.(number, own)
      const seen: Record<string, string> = {}
      for (const name of ['operator', 'mainUnit', 'coUnit']) seen[name] = await seenBy(number, people[name]!)
      found[status] = seen
      for (const name of ['otherUnit', 'otherCity', 'sameUnitElsewhere', 'administrator', 'stranger']) {
        const as = people[name]!
        expect([name, (await portal.refused(getDeskOrder, { params: { number } }, as)).status]).toEqual([
          name,
          name === 'stranger' ? 401 : 404,
        ])
        const asOwner = await portal.refused(getOrder, { params: { number } }, as)
        expect([name, asOwner.status]).toEqual([name, name === 'stranger' ? 404 : 401])
      }
    }
    expect(found).toEqual(TABLE[kind])
  },
)

/** Every deed at the desk, tried by everybody who may not do it. */
const DESK_DEEDS: readonly (readonly [string, object])[] = [
  ['acceptance', { note: '' }],
  ['decline', { reason: '不属于受理范围', goTo: '人民法院' }],
  ['questions', { question: '请问是哪一栋楼？' }],
  ['dispatch', { unit: CO, coUnits: [], reason: '按职责' }],
  ['receipt', {}],
  ['explanations', { text: '正在核实情况。' }],
  ['replies', { publicReply: '已经安排人员处理，请放心。', internalAccount: '内部办理情况' }],
  ['redo', { reason: '还没有修好' }],
  ['conclusion', { reason: '已经现场核实' }],
]

test('role × action: whose step it is not, is told so or told nothing; the order stays as it is', async () => {
  const { number } = await order('open')
  await act.dispatch(number, people['operator']!, MAIN, [CO])
  const before = await act.open(number, people['operator']!)
  const statuses: Record<string, Record<string, number>> = {}
  for (const name of ['operator', 'coUnit', 'otherUnit', 'otherCity', 'administrator', 'stranger'])
    for (const [deed, body] of DESK_DEEDS) {
      const commandId = `try-${name}-${deed}`.padEnd(20, 'x')
      const answer = await portal.send(
        'POST',
        `/api/v1/desk/orders/${number}/${deed}`,
        { commandId, ...body },
        {
          authorization: `Bearer ${people[name]!.session}`,
        },
      )
      ;(statuses[name] ??= {})[deed] = answer.status
    }
  const all = (status: number) => Object.fromEntries(DESK_DEEDS.map(([deed]) => [deed, status]))
  expect(statuses).toEqual({
    operator: { ...all(409), receipt: 403, explanations: 403, replies: 403 },
    coUnit: { ...all(409), receipt: 403, explanations: 403, replies: 403 },
    otherUnit: all(404),
    otherCity: all(404),
    administrator: all(404),
    stranger: all(401),
  })
  expect((await act.open(number, people['operator']!)).version).toBe(before.version)
})

test('every look at the contact is logged with its reason, and the requester reads the log', async () => {
  const { number, own } = await order('open')
  await act.dispatch(number, people['operator']!, MAIN, [CO])
  const body = (why: string) => ({ params: { number }, body: { why } })
  await portal.call(revealContact, body('电话核实地址'), people['operator'])
  portal.now = new Date('2026-11-23T09:10:00+08:00')
  await portal.call(revealContact, body('上门前联系'), people['mainUnit'])
  await portal.refused(revealContact, body('想看看'), people['coUnit'])
  const { reads } = await portal.call(listPersonalDataReads, { params: { number } }, own)
  expect(reads).toEqual([
    { at: '2026-11-23T09:10:00+08:00', byWords: '市公安局交通警察支队', what: '联系方式', why: '上门前联系' },
    { at: '2026-11-23T09:00:00+08:00', byWords: '热线受理员', what: '联系方式', why: '电话核实地址' },
  ])
  const unreasoned = await portal.refused(revealContact, body(' '), people['operator'])
  expect(unreasoned.fields?.map((field) => field.path)).toEqual(['/why'])
})

test('the requester sees a masked contact and no internal account; the desk calls the requester by role', async () => {
  const { number, own, receipt } = await order('open')
  expect(receipt.order.contact).toEqual({ name: '王**', phone: '138****0099' })
  await act.dispatch(number, people['operator']!, MAIN)
  await act.receive(number, people['mainUnit']!)
  await act.reply(number, people['mainUnit']!)
  const mine = JSON.stringify(await act.read(number, own))
  for (const hidden of [INTERNAL_ACCOUNT, NAME, PHONE, '经办 01', '受理员 01', `yantai-${MAIN}`])
    expect(mine).not.toContain(hidden)
  const desk = await act.open(number, people['mainUnit']!)
  expect(desk.internalNotes.map((note) => note.text)).toEqual([INTERNAL_ACCOUNT])
  expect(desk.timeline.at(-1)).toMatchObject({ type: 'submitted', byWords: '诉求人' })
  expect((await act.read(number, own)).timeline.at(-1)).toMatchObject({ type: 'submitted', byWords: '您' })
})

test('an agent: the relation for who may know it, name and number with the logged read alone', async () => {
  const agent = { name: '李示范', phone: '13900000097', relation: 'family', consent: true } as const
  const contact = { name: NAME, phone: PHONE }
  portal.now = new Date('2026-11-23T09:20:00+08:00')
  const hidden = /李示范|13900000097|李\*\*|139\*\*\*\*0097/
  const desk = async (number: string, name: string) => {
    const path = `/api/v1/desk/orders/${number}`
    const headers = { authorization: `Bearer ${people[name]!.session}` }
    const looked = await portal.send('GET', path, undefined, headers)
    const listed = await portal.send('GET', '/api/v1/desk/orders?queue=open&limit=100', undefined, headers)
    expect(JSON.stringify([looked.body, listed.body])).not.toMatch(hidden)
    const opened = await portal.send('POST', `${path}/contact-reads`, { why: '核实地址' }, headers)
    const { agentRelation } = looked.body as { agentRelation?: string }
    return { relation: agentRelation, status: opened.status, opened: opened.body as { agent?: object } }
  }
  const revealed = {
    ...agent,
    consent: {
      at: '2026-11-23T09:20:00+08:00',
      words: '当事人本人同意我代为反映，并知道这件事会告诉承办单位',
    },
  }
  for (const confidentiality of ['open', 'confidential'] as const) {
    const { number, own, receipt } = await act.submit(parkedCars({ confidentiality, contact, agent }))
    expect(receipt.order.agent).toEqual({ name: '李**', phone: '139****0097', relation: 'family' })
    await act.dispatch(number, people['operator']!, MAIN, [CO])
    const isOpen = confidentiality === 'open'
    for (const [name, relation, status] of [
      ['operator', 'family', 200],
      ['mainUnit', isOpen ? 'family' : undefined, isOpen ? 200 : 403],
      ['coUnit', isOpen ? 'family' : undefined, 403],
    ] as const) {
      const seen = await desk(number, name)
      expect([name, seen.relation, seen.status]).toEqual([name, relation, status])
      if (status === 200) expect(seen.opened).toEqual({ contact, agent: revealed })
      else expect(JSON.stringify(seen.opened)).not.toMatch(/李|family|家人|139(\*{4}|0{4})/)
    }
    const { reads } = await portal.call(listPersonalDataReads, { params: { number } }, own)
    expect(reads.map((read) => read.what)).toEqual(Array(isOpen ? 2 : 1).fill('联系方式（含代办人）'))
  }
})

test('a city’s desk lists its own orders only, a unit’s its own', async () => {
  const { number } = await order('open')
  await act.dispatch(number, people['operator']!, MAIN, [CO])
  const listed: Record<string, boolean> = {}
  for (const name of ['operator', 'mainUnit', 'coUnit', 'otherUnit', 'otherCity', 'sameUnitElsewhere']) {
    const list = await portal.call(listDeskOrders, { query: { queue: 'open', limit: 100 } }, people[name])
    listed[name] = list.orders.some((card) => card.number === number)
  }
  expect(listed).toEqual({
    operator: true,
    mainUnit: true,
    coUnit: true,
    otherUnit: false,
    otherCity: false,
    sameUnitElsewhere: false,
  })
  expect((await portal.refused(listDeskOrders, {}, people['administrator'])).code).toBe('not-yours')
})

test('neither the log nor the database holds personal data in clear', async () => {
  await order('open')
  const agent = { ...AGENT, name: '李示范', phone: '13900000097' }
  await act.submit(parkedCars({ agent }))
  await portal.refused(submitOrder, { body: { ...parkedCars(), contact: { name: NAME, phone: '138' } } })
  await portal.send('POST', '/api/v1/orders', `{"contact":{"name":"${NAME}","phone":"${PHONE}"`)
  await portal.send('POST', '/api/v1/sms-codes', { phone: PHONE })
  await portal.tick()
  expect(portal.log.length).toBeGreaterThan(10)
  expect(portal.log.some((line) => line.includes('"status":422'))).toBe(true)
  const log = portal.log.join('')
  const collections = await portal.connection.db!.listCollections().toArray()
  const documents: unknown[] = []
  for (const { name } of collections)
    documents.push(...(await portal.connection.collection(name).find().toArray()))
  const kept = JSON.stringify(documents)
  expect(kept).toContain('救护车都进不来')
  for (const [where, content] of Object.entries({ log, database: kept }))
    for (const secret of [
      NAME,
      PHONE,
      agent.name,
      agent.phone,
      COMPANY,
      CREDIT_CODE,
      '13800000098',
      '127.0.0.1',
    ])
      expect([where, secret, content.includes(secret)]).toEqual([where, secret, false])
  expect(log).not.toMatch(/救护车|Bearer|authorization|queryCode|password/i)
})
