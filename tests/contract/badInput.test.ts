/**
 * Whatever is sent, the answer is a right problem: below 500, in Chinese, with every failing field at once. `send`
 * judges each one; here they are also compared with what the contract itself finds wrong.
 */
import { BODY_LIMIT, composeOrderNumber, ENDPOINTS, type Endpoint } from '@jiesu/shared-types'
import fc from 'fast-check'
import type * as z from 'zod/mini'
import { AGENT, appealIn, leakingMain } from '../support/appeals'
import { deeds, INTERNAL_ACCOUNT, PUBLIC_REPLY } from '../support/deeds'
import { asSystem, WATER } from '../support/exchange'
import { handlerOf } from '../support/handlerOf'
import { PIPE_ENTRY } from '../support/knowledge'
import { type As, commandId, startPortal, type TestPortal } from '../support/portal'

jest.setTimeout(120_000)

let portal: TestPortal
/** Tokens that open everything: a citizen's own order, the unit's handler, the unit's system, the city's administrator. */
let tokens: { requester: As; order: As; staff: As; system: As }
let administrator: As
let hotline: As
let supervisor: As
let number: string

beforeAll(async () => {
  portal = await startPortal('2026-11-23T09:00:00+08:00', {
    settings: { JIESU_HOURLY_SUBMISSIONS: '1000000', EXCHANGE_DEMO_URL: 'http://127.0.0.1:1' },
  })
  const requester = await portal.citizen('13800000001')
  const submitted = await deeds(portal).submit(appealIn('yantai'), requester)
  number = submitted.number
  hotline = await portal.staff('yantai-operator')
  supervisor = await portal.staff('yantai-supervisor')
  administrator = await portal.staff('yantai-administrator')
  tokens = {
    requester,
    order: submitted.own,
    staff: await portal.staff(await handlerOf(portal, number)),
    system: asSystem(WATER),
  }
})
afterAll(() => portal.stop())

const ownRole = ({ id, access }: Endpoint): As => {
  if (ASKED_BY_THE_ADMINISTRATOR.includes(id)) return administrator
  if (ASKED_BY_A_SUPERVISOR.includes(id)) return supervisor
  return access === 'public' ? {} : tokens[access]
}
const headersOf = (endpoint: Endpoint): Record<string, string> => {
  const as = ownRole(endpoint)
  return {
    ...(as.session === undefined ? {} : { authorization: `Bearer ${as.session}` }),
    ...(as.orderAccess === undefined ? {} : { 'x-order-access': as.orderAccess }),
  }
}

const pathOf = ({ path }: Endpoint): string =>
  path.replace(
    /\{(\w+)\}/g,
    (_, name: string) => ({ number, city: 'yantai', id: 'yantai-how-to' })[name] ?? '',
  )

/** Every field that an entry can have. */
const ENTRY = {
  ...PIPE_ENTRY,
  sections: [{ kind: 'steps', heading: '办理步骤', text: '关阀门。' }],
  attachments: [{ id: 'x'.repeat(22), name: '申请表' }],
  links: [{ name: '官网', url: 'https://example.org/' }],
  source: { ...PIPE_ENTRY.source, quote: '原文', url: 'https://example.org/' },
  validFrom: '2026-01-01',
  validUntil: '2030-12-31',
  unitName: '供水企业',
  sharedWith: 'ecology',
  districts: ['370602'],
  audience: ['person'],
  related: ['yantai-how-to'],
}

/** A right body for every endpoint that takes one; `commandId` is made fresh each time. */
const BODIES: Record<string, () => Record<string, unknown>> = {
  checkScope: () => ({
    city: 'yantai',
    requester: 'citizen',
    kind: 'help',
    category: 'city/roads',
    text: '门口的路坏了',
  }),
  answeredByKnowledge: () => ({ commandId: commandId(), solved: true }),
  reportKnowledgeError: () => ({ commandId: commandId(), text: '地址已经搬走了。' }),
  countKnowledgeSearch: () => ({ city: 'yantai', q: '水表冻裂了怎么办', outcome: 'asked' }),
  moveKnowledgeProposal: () => ({
    commandId: commandId(),
    action: 'assign',
    entry: 'yantai-water-outage',
    unit: 'water-supply',
    why: '由供水企业写',
  }),
  urgeKnowledgeTask: () => ({ commandId: commandId(), task: 'c0', why: '已经逾期，请尽快核对。' }),
  draftKnowledge: () => ({ commandId: commandId(), content: ENTRY }),
  editKnowledge: () => ({ commandId: commandId(), version: 0, content: ENTRY }),
  moveKnowledge: () => ({
    commandId: commandId(),
    version: 0,
    action: 'roll-back',
    why: '改错了',
    to: 1,
    task: 'c0',
    settles: { tasks: ['c0'], outcome: '已经更正。' },
  }),
  guessPlace: () => ({ city: 'yantai', latitude: 37.5, longitude: 121.4 }),
  submitOrder: () => ({
    ...appealIn('yantai', { requester: 'enterprise', attachments: ['x'.repeat(22)], insist: false }),
    enterprise: { name: '示范商贸有限公司', creditCode: '91370600XXXXXXXXXM' },
    agent: AGENT,
    place: { district: '370602', street: '370602001', detail: '示范路 1 号门口' },
  }),
  lookUpOrder: () => ({ number, queryCode: '123456' }),
  findSimilar: () => ({
    city: 'yantai',
    category: 'city/water-main',
    district: '370602',
    street: '370602001',
    text: '门口的水管漏水',
  }),
  followMatter: () => ({ key: 'x'.repeat(60) }),
  giveInformation: () => ({ commandId: commandId(), text: '补充一下，是三号楼。' }),
  askExtension: () => ({ commandId: commandId(), days: 2, reason: '等待配件到货' }),
  grantExtension: () => ({ commandId: commandId(), reason: '确需等待' }),
  refuseExtension: () => ({ commandId: commandId(), reason: '可以先临时供水' }),
  notePetition: () => ({ commandId: commandId(), text: '不是同一件事' }),
  contestDecline: () => ({ commandId: commandId(), reason: '这不是案件，是路灯坏了' }),
  withdrawOrder: () => ({ commandId: commandId(), reason: '自己解决了' }),
  rateOrder: () => ({
    commandId: commandId(),
    solved: 'solved',
    satisfaction: 'satisfied',
    reason: '很快',
    asksRedo: false,
  }),
  sendSmsCode: () => ({ phone: '13800000009' }),
  signInByPhone: () => ({ phone: '13800000009', code: '123456' }),
  signInByWechat: () => ({ code: 'invalid-code' }),
  signInStaff: () => ({ account: 'nobody', password: 'wrong-password' }),
  revealContact: () => ({ why: '核实地址' }),
  acceptOrder: () => ({ commandId: commandId(), note: '可以协调' }),
  declineOrder: () => ({
    commandId: commandId(),
    reason: '不属于受理范围',
    goTo: '人民法院',
    rule: 'litigation',
  }),
  requestInformation: () => ({ commandId: commandId(), question: '请问是哪一栋楼？' }),
  dispatchOrder: () => ({
    commandId: commandId(),
    unit: 'water-supply',
    coUnits: ['ecology'],
    reason: '按职责',
  }),
  receiveOrder: () => ({ commandId: commandId() }),
  explainCause: () => ({ commandId: commandId(), text: '接头老化，正在抢修。' }),
  replyOrder: () => ({
    commandId: commandId(),
    publicReply: PUBLIC_REPLY,
    internalAccount: INTERNAL_ACCOUNT,
  }),
  orderRedo: () => ({ commandId: commandId(), reason: '还没有修好' }),
  unmerge: () => ({ commandId: commandId(), reason: '请按职责分工办理。' }),
  raiseUrgency: () => ({ commandId: commandId(), reason: '请按职责分工办理。' }),
  upholdReturn: () => ({ commandId: commandId(), reason: '请按职责分工办理。' }),
  refuseReturn: () => ({ commandId: commandId(), reason: '请按职责分工办理。' }),
  referDuty: () => ({ commandId: commandId(), reason: '请按职责分工办理。' }),
  resumeOrder: () => ({ commandId: commandId(), reason: '按提交时写的办理。' }),
  supplementOrder: () => ({ commandId: commandId(), text: '今天又漏了' }),
  remindOrder: () => ({ commandId: commandId(), text: '请快一点' }),
  answerDirectly: () => ({ commandId: commandId(), publicReply: PUBLIC_REPLY, entry: 'social-card' }),
  redispatch: () => ({
    commandId: commandId(),
    unit: 'ecology',
    coUnits: [],
    line: '12348',
    reason: '按职责',
  }),
  splitAsks: () => ({
    commandId: commandId(),
    asks: [{ text: '修好管道' }, { text: '修补路面', unit: 'transport' }],
  }),
  answerAsk: () => ({ commandId: commandId(), ask: '1', outcome: 'done', text: '路面已经修补' }),
  mergeInto: () => ({ commandId: commandId(), into: number, reason: '同一处漏水' }),
  returnOrder: () => ({ commandId: commandId(), reason: '不属于我单位。', evidence: '三定方案第五条' }),
  recordRuling: () => ({
    commandId: commandId(),
    unit: 'ecology',
    document: '编办函 1 号',
    reason: '由其牵头办理。',
  }),
  inviteCoUnits: () => ({ commandId: commandId(), units: ['ecology'], reason: '请协助' }),
  recordContact: () => ({ commandId: commandId(), outcome: 'reached', text: '约好时间' }),
  noteProgress: () => ({ commandId: commandId(), text: '已到现场查看', visible: true }),
  declareRepeat: () => ({ commandId: commandId(), earlier: number, reason: '上月已经核实并答复过。' }),
  recordCallback: () => ({
    commandId: commandId(),
    outcome: 'reached',
    text: '表示满意',
    solved: 'solved',
    satisfaction: 'satisfied',
    asksRedo: false,
  }),
  supervise: () => ({ commandId: commandId(), form: 'notice', text: '请尽快办理' }),
  answerSupervision: () => ({ commandId: commandId(), text: '正在抢修中' }),
  simulateRules: () => ({ since: '2026-11-01', files: { 'limits.json': '{}', 'scope.json': '[]' } }),
  retryNews: () => ({ news: [`${number}-1`] }),
  dropNews: () => ({ news: [`${number}-1`] }),
  concludeOrder: () => ({ commandId: commandId(), reason: '已经到现场核实' }),
  exchangePushKnowledge: () => ({
    lines: [
      { id: 'K-1', entry: PIPE_ENTRY, why: '新写' },
      { id: 'K-2', withdraw: true, why: '已废止' },
    ],
  }),
  exchangeReceive: () => ({ commandId: commandId() }),
  exchangeProgress: () => ({ commandId: commandId(), text: '已经到现场查看。', visible: false }),
  exchangeTransferIn: () => ({ line: '95598', reference: 'D-1', appeal: leakingMain() }),
  exchangeReply: () => ({
    commandId: commandId(),
    publicReply: PUBLIC_REPLY,
    internalAccount: INTERNAL_ACCOUNT,
  }),
}

const CURSOR = `1795395600000-${composeOrderNumber('261121', '730589')}`

const QUERIES: Record<string, Record<string, string>> = {
  previewDeadlines: {
    city: 'yantai',
    requester: 'citizen',
    kind: 'help',
    category: 'city/roads',
    facts: 'urgent-public-opinion',
    at: '2026-11-23T09:00:00+08:00',
  },
  searchPlaces: { city: 'yantai', q: '毓璜顶附近' },
  searchKnowledge: {
    city: 'yantai',
    q: '停水',
    topic: 'living',
    district: '370602',
    audience: 'person',
    limit: '5',
  },
  suggestKnowledge: { city: 'yantai', q: '停' },
  listKnowledgeDesk: { queue: 'all', q: '停水' },
  listMyOrders: { after: CURSOR },
  listExchangeEvents: { after: '0', limit: '5' },
  listDeadDeliveries: { system: WATER, after: `${WATER}.x`, limit: '5' },
  listDeskOrders: { queue: 'open', status: 'handling', press: 'late', after: CURSOR, limit: '5' },
  getBoard: { from: '2026-11-01', to: '2026-11-30' },
  exportBoard: { from: '2026-11-01', to: '2026-11-30' },
  listMessages: { after: `${CURSOR}-1` },
  listUndelivered: { after: composeOrderNumber('261121', '730589') },
}

/** Who may ask, where a unit's handler may not. */
const ASKED_BY_A_SUPERVISOR = ['getBoard', 'exportBoard', 'listKnowledgeDesk']
const ASKED_BY_THE_ADMINISTRATOR = [
  'simulateRules',
  'listDeadDeliveries',
  'listUndelivered',
  'retryNews',
  'dropNews',
]

const withBody = ENDPOINTS.filter((endpoint) => endpoint.body !== undefined)
const withQuery = ENDPOINTS.filter((endpoint) => endpoint.query !== undefined)

test('every endpoint that takes something is tried here', () => {
  expect(withBody.map((endpoint) => endpoint.id).sort()).toEqual(Object.keys(BODIES).sort())
  expect(withQuery.map((endpoint) => endpoint.id).sort()).toEqual(Object.keys(QUERIES).sort())
})

/** JSON Pointers of what a schema finds wrong. */
const wrongPlaces = (schema: z.ZodMiniType, value: unknown): string[] => {
  const parsed = schema.safeParse(value)
  if (parsed.success) return []
  return parsed.error.issues.map((issue) =>
    issue.path.map((part) => `/${String(part).replace(/~/g, '~0').replace(/\//g, '~1')}`).join(''),
  )
}

const unique = (values: readonly string[]): string[] => [...new Set(values)].sort()

/** Sends a body and compares the answer with what the contract finds in it. */
const tryBody = async (endpoint: Endpoint, body: unknown): Promise<void> => {
  const sent = JSON.stringify(body)
  const answer = await portal.send('POST', pathOf(endpoint), sent, headersOf(endpoint))
  const expected = wrongPlaces(endpoint.body!, JSON.parse(sent))
  const problem = answer.body as { code: string; fields?: { path: string }[] }
  if (answer.status >= 500) throw new Error(`${endpoint.id}: ${answer.status} for ${sent.slice(0, 300)}`)
  if (expected.length === 0) return
  expect({ sent: sent.slice(0, 300), status: answer.status, code: problem.code }).toEqual({
    sent: sent.slice(0, 300),
    status: 422,
    code: 'invalid-input',
  })
  expect(unique((problem.fields ?? []).map((field) => field.path))).toEqual(unique(expected))
}

/** Every place in a value, as a path of keys. */
const places = (value: unknown, path: string[] = []): string[][] =>
  typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([key, inner]) => [[...path, key], ...places(inner, [...path, key])])
    : []

const GONE = Symbol('gone')

/** The value with another one (or none) at a place. */
const withAt = (value: unknown, [key = '', ...rest]: readonly string[], put: unknown): unknown => {
  const copy: Record<string, unknown> = Array.isArray(value)
    ? ([...(value as unknown[])] as never)
    : { ...(value as object) }
  if (rest.length > 0) copy[key] = withAt(copy[key], rest, put)
  else if (put === GONE) Reflect.deleteProperty(copy, key)
  else copy[key] = put
  return copy
}

const ODDITIES: readonly unknown[] = [
  GONE,
  null,
  0,
  -1,
  1e308,
  true,
  [],
  [[]],
  ['a', 1, null],
  {},
  { $gt: '' },
  { $ne: null },
  { $where: 'sleep(1000)' },
  { length: 5 },
  { toString: 'x' },
  '',
  ' ',
  '\u0000',
  '\ud800 lone surrogate',
  '\u202e反过来写',
  '👩‍👩‍👧‍👦'.repeat(500),
  'ＡＢＣ１２３',
  "'; db.dropDatabase(); '",
  '$where',
  '<img src=x onerror=alert(1)>',
  '../../../../etc/passwd',
  'x'.repeat(20_000),
]

describe.each(withBody.map((endpoint) => [endpoint.id, endpoint] as const))('%s', (id, endpoint) => {
  const right = BODIES[id]!

  test('takes its right body, as far as the contract goes', () => {
    expect(wrongPlaces(endpoint.body!, right())).toEqual([])
  })

  test('every part of the body, replaced by something odd', async () => {
    for (const place of places(right()))
      for (const odd of ODDITIES) await tryBody(endpoint, withAt(right(), place, odd))
  })

  test('several parts wrong at once, and parts that nobody asked for', async () => {
    const all = Object.keys(right()).reduce<unknown>((body, key) => withAt(body, [key], 5), right())
    await tryBody(endpoint, all)
    await tryBody(endpoint, {})
    await tryBody(endpoint, { ...right(), extra: { nested: [1, 2, 3] }, status: 'concluded', version: 99 })
  })

  test('a body that is no object', async () => {
    for (const body of [[], [right()], [[[]]]]) await tryBody(endpoint, body)
  })

  test('what is no JSON, or too much of it', async () => {
    const send = async (body: string, headers: Record<string, string> = {}) =>
      (await portal.send('POST', pathOf(endpoint), body, { ...headersOf(endpoint), ...headers })).status
    for (const body of [
      '{"a":',
      '{"a":1}}',
      '{}{}',
      'null',
      '"text"',
      '5',
      'NaN',
      "{'a':1}",
      '\ufeff{',
      '<a/>',
    ])
      expect([body, await send(body)]).toEqual([body, 400])
    const polluted = JSON.stringify(right()).replace('{', '{"__proto__":{"isAdmin":true},')
    expect(await send(polluted)).toBe(400)
    expect(await send('{"constructor":{"prototype":{"isAdmin":true}}}')).toBeLessThan(500)
    expect(({} as { isAdmin?: boolean }).isAdmin).toBeUndefined()
    expect(await send(`${'['.repeat(30_000)}${']'.repeat(30_000)}`)).toBe(422)
    expect(await send(`{"text":"${'x'.repeat(endpoint.bodyLimit ?? BODY_LIMIT)}"}`)).toBe(413)
    for (const type of [
      'text/plain',
      'application/x-www-form-urlencoded',
      'multipart/form-data; boundary=x',
      'application/xml',
    ])
      expect([type, await send('a=b', { 'content-type': type })]).toEqual([type, 415])
    expect(await send('{}', { 'content-encoding': 'br-and-nothing-else' })).toBe(415)
  })

  test('no body at all says what is missing', async () => {
    const answer = await portal.send('POST', pathOf(endpoint), undefined, headersOf(endpoint))
    expect(answer.status).toBe(422)
    expect((answer.body as { fields: unknown[] }).fields.length).toBeGreaterThan(0)
    expect((await portal.send('POST', pathOf(endpoint), '', headersOf(endpoint))).status).toBe(422)
  })

  test('anything at all', async () => {
    const values = fc.sample(fc.jsonValue({ maxDepth: 4 }), { seed: 20211121, numRuns: 40 })
    for (const value of values) {
      if (typeof value === 'object' && value !== null) await tryBody(endpoint, value)
      await tryBody(endpoint, { ...right(), [Object.keys(right())[1] ?? 'commandId']: value })
    }
  })
})

describe.each(withQuery.map((endpoint) => [endpoint.id, endpoint] as const))('%s', (id, endpoint) => {
  const right = QUERIES[id]!
  const ask = async (query: string) =>
    portal.send('GET', `${pathOf(endpoint)}?${query}`, undefined, headersOf(endpoint))

  test('takes its right query', async () => {
    expect((await ask(new URLSearchParams(right).toString())).status).toBe(200)
  })

  test('every parameter, odd', async () => {
    const strings = ODDITIES.filter((odd): odd is string => typeof odd === 'string' && odd.length < 5000)
    for (const name of Object.keys(right))
      for (const odd of strings) {
        const query = { ...right, [name]: odd.replace('\ud800', '') }
        const answer = await ask(new URLSearchParams(query).toString())
        const expected = wrongPlaces(endpoint.query!, query)
        expect(answer.status).toBeLessThan(500)
        if (expected.length > 0) expect([name, odd, answer.status]).toEqual([name, odd, 422])
      }
  })

  test('twice the same parameter, brackets, broken escapes, names of the prototype', async () => {
    for (const name of Object.keys(right)) {
      const rest = new URLSearchParams(right).toString()
      expect([name, (await ask(`${rest}&${name}=again`)).status]).toEqual([name, 422])
      for (const odd of [
        `${name}[$gt]=`,
        `${name}[]=a`,
        `${name}=%E0%A4%A`,
        `${name}=%00`,
        '__proto__[x]=1',
        'constructor=1',
      ])
        expect((await ask(`${rest.replace(/^[^&]*&?/, '')}&${odd}`)).status).toBeLessThan(500)
    }
  })
})

test('odd texts that the contract admits are kept and shown again', async () => {
  const { submit, read, open } = deeds(portal)
  const odd = ODDITIES.filter((text): text is string => typeof text === 'string').map(
    (text) => `${text} 门口漏水了`,
  )
  for (const text of odd.filter((t) => t.trim().length <= 2000)) {
    const place = { district: '370602', detail: text.slice(0, 100) }
    const { number: fresh, own } = await submit(
      appealIn('yantai', { text, place, contact: { name: text.slice(0, 20).trim(), phone: '13800000000' } }),
    )
    // A lone surrogate is no character: the replacement character stands in its place.
    const kept = text.trim().replace('\ud800', '\ufffd')
    expect((await read(fresh, own)).text).toBe(kept)
    expect((await open(fresh, hotline)).text).toBe(kept)
  }
})
