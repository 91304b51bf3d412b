import { sayDue } from '@jiesu/shared-types/vocabulary'
import { allowedActions } from './allowedActions'
import type { Decision } from './decision'
import { evolveAll } from './evolve'
import { askExtension, grantExtension, refuseExtension } from './extension'
import { receive } from './handling'
import { reply } from './replying'
import { withdraw } from './information'
import type { Actor, AppealFacts, Order } from './order'
import { at, context, handlerOf, OPERATOR, REQUESTER, submitted } from './testSupport'

const NOW = at('2026-09-28T09:00')
const ctx = context(NOW)
const SUPERVISOR: Actor = { role: 'supervisor', id: 's1' }

const then = (order: Order, decision: Decision): Order => {
  if (!decision.ok) throw new Error(`refused: ${decision.refusal} ${decision.detail ?? ''}`)
  return evolveAll(order, decision.events)
}
const handling = (changes: Partial<AppealFacts> = {}): Order => {
  const order = submitted(NOW, changes)
  return then(order, receive(order, handlerOf(order), ctx))
}
const asked = (days: number, changes: Partial<AppealFacts> = {}): Order => {
  const order = handling(changes)
  return then(order, askExtension(order, handlerOf(order), { days, reason: '等待配件到货' }, ctx))
}
const dueOf = (order: Order) =>
  order.milestones.filter((m) => m.type === 'finish').map((m) => sayDue(m.dueAt, NOW))

test.each([
  [
    'working days, over National Day with its worked Saturday',
    {},
    2,
    '10月10日（周六）24:00',
    '10月13日（周二）24:00',
  ],
  [
    'calendar days of an epidemic matter',
    { category: 'epidemic/other' },
    2,
    '10月1日（周四）24:00',
    '10月3日（周六）24:00',
  ],
])('granted: counted on in the unit of the limit: %s', (_what, changes, days, before, after) => {
  const order = asked(days, changes)
  expect(dueOf(order)).toEqual([before])
  const granted = then(order, grantExtension(order, SUPERVISOR, '确需等待', ctx))
  expect(dueOf(granted)).toEqual([after])
  expect(granted.milestones.at(-1)?.extendedFrom?.map((d) => sayDue(d, NOW))).toEqual([before])
  expect(granted.state.status).toBe('handling')
})

test('refused: the promise stays, and the unit may ask again', () => {
  const order = asked(2)
  const refused = then(order, refuseExtension(order, SUPERVISOR, '可以先临时供水', ctx))
  expect(dueOf(refused)).toEqual(dueOf(order))
  expect(allowedActions(refused, handlerOf(refused), ctx)).toContain('askExtension')
})

test('asked before the limit is over, not after; decided even later', () => {
  const order = handling()
  const due = order.milestones[0]?.dueAt ?? NOW
  const ask = { days: 1, reason: '等待配件到货' }
  const last = context(new Date(due.getTime() - 1))
  expect(askExtension(order, handlerOf(order), ask, context(due))).toMatchObject({
    refusal: 'not-allowed-now',
  })
  const pending = then(order, askExtension(order, handlerOf(order), ask, last))
  expect(grantExtension(pending, SUPERVISOR, '申请在期限内', context(due)).ok).toBe(true)
})

test('at most the city’s days, once a round, one request at a time', () => {
  const order = handling()
  const { mostDays } = ctx.city.profile.extension
  const ask = (o: Order, days: number) => askExtension(o, handlerOf(o), { days, reason: '等待配件到货' }, ctx)
  expect(ask(order, mostDays + 1)).toMatchObject({ refusal: 'invalid-input', fields: [{ path: '/days' }] })
  expect(ask(order, mostDays).ok).toBe(true)
  expect(ask(asked(1), 1)).toMatchObject({ refusal: 'not-allowed-now' })
  const granted = then(asked(1), grantExtension(asked(1), SUPERVISOR, '确需等待', ctx))
  expect(ask(granted, 1)).toMatchObject({ refusal: 'not-allowed-now' })
  expect(allowedActions(granted, handlerOf(granted), ctx)).not.toContain('askExtension')
})

test('a limit in hours is never extended', () => {
  const order = handling({ category: 'epidemic/consult' })
  const decision = askExtension(order, handlerOf(order), { days: 1, reason: '等待配件到货' }, ctx)
  expect(decision).toMatchObject({ refusal: 'not-allowed-now' })
})

test('beside a half hour, only the finish is extended', () => {
  const order = asked(1, { category: 'utilities/water-outage' })
  const granted = then(order, grantExtension(order, SUPERVISOR, '确需等待', ctx))
  const others = (o: Order) => o.milestones.filter((m) => m.type !== 'finish')
  expect(others(granted)).toEqual(others(order))
  expect(dueOf(granted)).not.toEqual(dueOf(order))
})

test('asked by the main unit alone, decided by a supervisor alone, and only while somebody asks', () => {
  const order = handling()
  const other: Actor = { role: 'handler', id: 'h2', unitId: 'another' }
  expect(askExtension(order, other, { days: 1, reason: '等待配件到货' }, ctx)).toMatchObject({
    refusal: 'not-yours',
  })
  expect(grantExtension(order, SUPERVISOR, '确需等待', ctx)).toMatchObject({ refusal: 'not-allowed-now' })
  expect(grantExtension(asked(1), OPERATOR, '确需等待', ctx)).toMatchObject({ refusal: 'not-allowed-now' })
  expect(allowedActions(asked(1), SUPERVISOR, ctx)).toEqual([
    'grantExtension',
    'refuseExtension',
    'supervise',
  ])
  expect(allowedActions(order, SUPERVISOR, ctx)).toEqual(['supervise'])
})

test('nothing is left to decide once the order was answered or withdrawn', () => {
  const order = asked(1)
  const answer = {
    publicReply: '管道已经修好，供水恢复正常。',
    internalAccount: '更换接头一处。',
    points: [],
    nature: 'ordinary' as const,
  }
  const replied = then(order, reply(order, handlerOf(order), answer, ctx))
  const gone = then(order, withdraw(order, REQUESTER, '', ctx))
  for (const done of [replied, gone]) expect(allowedActions(done, SUPERVISOR, ctx)).toEqual([])
})
