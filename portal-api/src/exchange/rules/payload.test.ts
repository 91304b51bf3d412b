/** What is in a payload, for which state: a table, and what never is. */
import { ExchangeEvent, type ExchangeOrder } from '@jiesu/shared-types'
import { city } from '../../orders/rules/testSupport'
import type { Step } from './history'
import { hideIdentity } from './hideIdentity'
import { exchangeEvent, exchangeOrder } from './payload'
import { Case, NUMBER } from './testSupport'

const ctx = { city: city('yantai'), hide: (text: string) => text }
const UNIT = 'water-supply'
const told = (of: Case, unit = UNIT) => exchangeEvent(of.last, unit, ctx)

/** What differs from state to state. */
const gist = ({ status, round, additions, replies, ratings, milestones }: ExchangeOrder) => ({
  status,
  round,
  additions: additions.length,
  replies: replies.map((reply) => reply.round),
  ratings: ratings?.map((rating) => rating.solved) ?? 'none',
  milestones: milestones.map(({ metAt, voidAt }) => (metAt ? 'met' : voidAt ? 'void' : 'open')),
})

const NEW = { round: 1, additions: 0, replies: [], ratings: 'none', milestones: ['open'] }
test.each<[string, () => Case, string, string | undefined, object]>([
  [
    'dispatched by the catalogue',
    () => new Case(),
    'dispatched',
    '公共供水管道的抢修由供水企业负责，市城管局负责供水行业管理',
    { ...NEW, status: 'dispatched' },
  ],
  [
    'dispatched by a person, after a question',
    () => new Case({ category: 'transport/parking' }, true).ask().tell('三号楼。').accept().dispatch(UNIT),
    'dispatched',
    '按职责分工',
    { ...NEW, status: 'dispatched', additions: 1 },
  ],
  ['received', () => new Case().receive(), 'received', undefined, { ...NEW, status: 'handling' }],
  [
    'explained',
    () => new Case().receive().explain(),
    'cause-explained',
    '接头老化破裂。',
    { ...NEW, status: 'handling' },
  ],
  [
    'replied',
    () => new Case().receive().reply(),
    'replied',
    undefined,
    { ...NEW, status: 'replied', replies: [1], milestones: ['met'] },
  ],
  [
    'rated badly and ordered to redo: the reason, not the rating',
    () => new Case().receive().reply().rate('unsolved', true, '还在漏水'),
    'redo-ordered',
    '还在漏水',
    { ...NEW, status: 'handling', round: 2, replies: [1], milestones: ['met', 'open'] },
  ],
  [
    'concluded by a rating: every rating',
    () => new Case().receive().reply().rate('unsolved', true, '还在漏水').reply().rate('solved', false, ''),
    'concluded',
    undefined,
    {
      status: 'concluded',
      round: 2,
      additions: 0,
      replies: [1, 2],
      ratings: ['unsolved', 'solved'],
      milestones: ['met', 'met'],
    },
  ],
  [
    'concluded without one: an empty list',
    () => {
      const one = new Case().receive().reply()
      const { at, by } = one.events[0]!
      return one.happen({ type: 'concluded', at, by, how: 'rating-window-over', reason: '' })
    },
    'concluded',
    undefined,
    { status: 'concluded', round: 1, additions: 0, replies: [1], ratings: [], milestones: ['met'] },
  ],
  [
    'withdrawn',
    () => {
      const one = new Case().receive()
      const { at, by } = one.events[0]!
      return one.happen({ type: 'withdrawn', at, by, reason: '自己解决了' })
    },
    'withdrawn',
    '自己解决了',
    { ...NEW, status: 'withdrawn', milestones: ['void'] },
  ],
])('%s', (_what, make, type, text, expected) => {
  const one = make()
  const event = told(one)
  expect(ExchangeEvent.parse(event)).toEqual(event)
  expect(event).toMatchObject({ id: one.last.event.id, number: NUMBER, city: 'yantai', type })
  expect(event.text).toBe(text)
  expect(gist(event.order!)).toEqual(expected)
})

test('the facts of an order, with names for the ids', () => {
  expect(told(new Case()).order).toMatchObject({
    requester: 'citizen',
    confidentiality: 'open',
    kind: 'help',
    category: 'city/water-main',
    categoryName: '给水管道漏水',
    place: { words: '芝罘区 示范路 1 号', district: '芝罘区', detail: '示范路 1 号' },
    text: '门口的自来水主管道漏水。',
    photos: 0,
    statusWords: '待签收',
    submittedAt: '2026-11-23T09:00:00+08:00',
    acceptedAt: '2026-11-23T09:00:00+08:00',
    unit: { id: UNIT },
    coUnits: [{ id: 'urban-management', name: '市城管局' }],
    milestones: [{ type: 'finish', limit: '5 个工作日', provisional: false }],
  })
})

test('nothing but what the contract names: neither the internal account, nor photos, findings, actors', () => {
  const one = new Case({ attachments: ['photo-1'] }).receive().reply()
  const event = told(one)
  expect(event.order?.photos).toBe(1)
  const text = JSON.stringify(event)
  for (const secret of ['内部情况', 'photo-1', 'findings', 'insisted', '"by"', 'o1', 'h1', 'a1'])
    expect(text).not.toContain(secret)
})

test('texts are told without the requester’s data; the unit’s words and the city’s are told whole', () => {
  const one = new Case({ text: '我是李示范，漏水', place: { district: '370602', detail: '李示范家门口' } })
  one.receive().reply('李示范您好，已经修好。')
  const hidden = exchangeEvent(one.last, UNIT, { ...ctx, hide: hideIdentity({ name: '李示范' }) })
  expect(JSON.stringify(hidden)).not.toContain('李示范')
  expect(hidden.order).toMatchObject({
    text: '我是［已隐去］，漏水',
    place: { words: '芝罘区 ［已隐去］家门口' },
    replies: [{ publicReply: '［已隐去］您好，已经修好。' }],
  })
})

test('who loses an order learns that and no more', () => {
  const one = new Case().giveBack().takeBack()
  expect(told(one)).toEqual({
    id: `${NUMBER}-5`,
    number: NUMBER,
    sequence: 5,
    city: 'yantai',
    type: 'return-upheld',
    at: '2026-11-23T09:02:00+08:00',
    round: 1,
  })
  one.dispatch('fire')
  expect(told(one, 'fire').order?.unit).toEqual({ id: 'fire', name: '市消防救援支队' })
  expect(told(one).order).toBeUndefined()
})

test('asks are told with who answers them, and the answers', () => {
  const one = new Case().split({ text: '修好管道' }, { text: '恢复路面', unit: 'urban-management' }).receive()
  expect(told(one).order?.asks).toEqual([
    { id: '1', text: '修好管道' },
    { id: '2', text: '恢复路面', unit: { id: 'urban-management', name: '市城管局' } },
  ])
  const point = (ask: string) => ({ ask, outcome: 'done' as const, text: '已经做好' })
  one.reply(undefined, [point('1'), point('2')])
  expect(told(one).order?.asks.map(({ answer }) => [answer?.outcome, answer?.unit.id])).toEqual([
    ['done', UNIT],
    ['done', UNIT],
  ])
})

test('an event of a type that is not known here is told with its type and time', () => {
  const one = new Case().receive()
  const unknown = { ...one.last.event, type: 'seen-from-the-air', text: '不该出现' }
  const step = { ...one.last, event: unknown } as unknown as Step
  const event = exchangeEvent(step, UNIT, ctx)
  expect(event).toMatchObject({
    type: 'seen-from-the-air',
    at: '2026-11-23T09:01:00+08:00',
    order: { status: 'handling' },
  })
  expect(event).not.toHaveProperty('text')
})

test('what the city’s data no longer know is told by its id', () => {
  const one = new Case()
  const order = { ...one.order, category: 'gone/category', assignment: { unitId: 'gone', coUnitIds: [] } }
  expect(exchangeOrder(order, undefined, ctx)).toMatchObject({
    categoryName: 'gone/category',
    unit: { id: 'gone', name: 'gone' },
  })
})
