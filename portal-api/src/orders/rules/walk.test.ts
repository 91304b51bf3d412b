/** Any sequence of steps: what has to hold of an order whatever people and the clock do to it. */
import { ORDER_ACTIONS, type OrderAction } from '@jiesu/shared-types/vocabulary'
import fc from 'fast-check'
import { accept, contestDecline, declareRepeat, decline } from './acceptance'
import { answerAsk, splitAsks, unanswered } from './asks'
import { recordCallback } from './callback'
import { closeRatingWindow, conclude, orderRedo, rate } from './closing'
import type { Decision } from './decision'
import { begin, evolveAll } from './evolve'
import type { OrderEvent } from './events'
import { askExtension, grantExtension, refuseExtension } from './extension'
import { dispatch, explainCause, receive, redispatch } from './handling'
import { giveInformation, remind, requestInformation, resume, supplement, withdraw } from './information'
import { followLead, mergeInto, unmerge } from './merging'
import { nextMilestone } from './milestones'
import type { Actor, Order } from './order'
import { inviteCoUnits, noteProgress, recordContact } from './progress'
import { answerDirectly, reply } from './replying'
import { recordRuling, referDuty, refuseReturn, returnOrder, upholdReturn } from './returning'
import { sentence } from './sentence'
import { sentenceInEnglish } from './sentenceInEnglish'
import { answerSupervision, issueCards, supervise } from './supervising'
import { at, context, facts, OPERATOR, REQUESTER, submitted, undecided } from './testSupport'
import { TRANSITIONS } from './transitions'
import { raiseUrgency } from './urgency'
import { waitsFor } from './waitsFor'

const NOW = at('2026-11-23T09:00')
const [first, second, third] = context(NOW).city.units.map(({ id }) => id)
if (first === undefined || second === undefined || third === undefined) throw new Error('three units')

const REVIEWER: Actor = { role: 'reviewer', id: 'r1' }
const SUPERVISOR: Actor = { role: 'supervisor', id: 's1' }
const CALLBACK: Actor = { role: 'callback', id: 'c1' }
const unit =
  (role: 'handler' | 'manager') =>
  (order: Order): Actor => ({
    role,
    id: role,
    unitId: order.assignment?.unitId ?? 'nobody',
  })
const handler = unit('handler')
const manager = unit('manager')
const coHandler = (order: Order): Actor => ({
  role: 'handler',
  id: 'co',
  unitId: unanswered(order)[0]?.unitId ?? third,
})

const LEAD_NUMBER = '2611217130589172'
const lead = (): Order => ({ ...submitted(NOW), number: LEAD_NUMBER })
const answeredLead = (now: Date): Order => {
  const order = lead()
  const steps = [
    (o: Order) => receive(o, handler(o), context(now)),
    (o: Order) =>
      reply(
        o,
        handler(o),
        {
          publicReply: '已经修好，恢复供水。',
          internalAccount: '更换接头一处。',
          points: [],
          nature: 'ordinary',
        },
        context(now),
      ),
  ]
  return steps.reduce((o, step) => {
    const decision = step(o)
    return decision.ok ? evolveAll(o, decision.events) : o
  }, order)
}

/** Sometimes unsolved, sometimes solved in part; always asks for a redo. */
const opinion = (now: Date) => ({
  solved: now.getUTCHours() % 3 === 0 ? ('partly' as const) : ('unsolved' as const),
  satisfaction: 'dissatisfied' as const,
  asksRedo: true,
  reason: '还漏',
})

/** Every verb, with input that is right in itself, by somebody who might. */
const VERBS: Record<OrderAction, (order: Order, now: Date) => Decision> = {
  accept: (o, now) => accept(o, { role: 'operator', id: 'o2' }, '', context(now)),
  decline: (o, now) => decline(o, OPERATOR, { reason: '不在受理范围', goTo: '人民法院' }, context(now)),
  declareRepeat: (o, now) =>
    declareRepeat(
      o,
      REVIEWER,
      { earlier: answeredLead(now), reason: '上月已经答复并核实过同一件事' },
      context(now),
    ),
  answerDirectly: (o, now) =>
    answerDirectly(o, OPERATOR, { publicReply: '可以在窗口办理，带身份证。' }, context(now)),
  requestInformation: (o, now) => requestInformation(o, OPERATOR, '请补充地点', context(now)),
  giveInformation: (o, now) => giveInformation(o, REQUESTER, '在东门', context(now)),
  resume: (o, now) => resume(o, OPERATOR, '诉求人没有补充，按现有地点办理', context(now)),
  supplement: (o, now) => supplement(o, REQUESTER, '今天又漏了', context(now)),
  remind: (o, now) => remind(o, REQUESTER, '', context(now)),
  contestDecline: (o, now) => contestDecline(o, REQUESTER, '这不是案件，是路灯', context(now)),
  withdraw: (o, now) => withdraw(o, REQUESTER, '', context(now)),
  dispatch: (o, now) => dispatch(o, OPERATOR, { unit: first, coUnits: [], reason: '职责' }, context(now)),
  redispatch: (o, now) =>
    redispatch(o, OPERATOR, { unit: second, coUnits: [third], reason: '职责' }, context(now)),
  splitAsks: (o, now) =>
    splitAsks(o, OPERATOR, [{ text: '修好管道' }, { text: '修补路面', unit: third }], context(now)),
  mergeInto: (o, now) => mergeInto(o, OPERATOR, lead(), '同一处漏水', context(now)),
  unmerge: (o, now) => unmerge(o, OPERATOR, '不是同一处', context(now)),
  follow: (o, now) => {
    const decision = followLead(o, answeredLead(now), context(now))
    return decision.ok && decision.events.length === 0 ? { ok: false, refusal: 'not-allowed-now' } : decision
  },
  raiseUrgency: (o, now) => raiseUrgency(o, OPERATOR, '网上反映强烈', context(now)),
  receive: (o, now) => receive(o, handler(o), context(now)),
  explainCause: (o, now) => explainCause(o, handler(o), '主管道破损', context(now)),
  inviteCoUnits: (o, now) =>
    inviteCoUnits(o, handler(o), { units: [third], reason: '修补路面' }, context(now)),
  recordContact: (o, now) =>
    recordContact(o, handler(o), { outcome: 'reached', text: '约好上门时间' }, context(now)),
  noteProgress: (o, now) =>
    noteProgress(o, handler(o), { text: '配件已经到货', visible: true }, context(now)),
  answerAsk: (o, now) => {
    const ask = unanswered(o).find((one) => one.unitId !== undefined)?.id ?? ''
    return answerAsk(o, coHandler(o), { ask, outcome: 'done', text: '路面已经修补' }, context(now))
  },
  askExtension: (o, now) => askExtension(o, handler(o), { days: 2, reason: '等待配件' }, context(now)),
  grantExtension: (o, now) => grantExtension(o, SUPERVISOR, '确需等待', context(now)),
  refuseExtension: (o, now) => refuseExtension(o, REVIEWER, '可以先临时供水', context(now)),
  returnOrder: (o, now) =>
    returnOrder(o, manager(o), { reason: '不属于我单位职责', evidence: '三定方案第五条' }, context(now)),
  upholdReturn: (o, now) => upholdReturn(o, REVIEWER, '确属其他单位', context(now)),
  refuseReturn: (o, now) => refuseReturn(o, REVIEWER, '依据不足，请办理', context(now)),
  referDuty: (o, now) => referDuty(o, REVIEWER, '两家单位都说不归自己', context(now)),
  recordRuling: (o, now) =>
    recordRuling(o, REVIEWER, { unit: second, document: '编办函 1 号', reason: '由其负责' }, context(now)),
  reply: (o, now) =>
    reply(
      o,
      handler(o),
      {
        publicReply: '管道已经修好，供水恢复正常。',
        internalAccount: '更换接头一处。',
        points: unanswered(o).map(({ id }) => ({ ask: id, outcome: 'done', text: '已经办好' })),
        nature: 'ordinary',
      },
      context(now),
    ),
  rate: (o, now) => rate(o, REQUESTER, opinion(now), context(now)),
  recordCallback: (o, now) =>
    recordCallback(
      o,
      CALLBACK,
      {
        outcome: 'reached',
        text: '还没修好',
        solved: 'unsolved',
        satisfaction: 'dissatisfied',
        asksRedo: true,
      },
      context(now),
    ),
  orderRedo: (o, now) => orderRedo(o, SUPERVISOR, '仍未解决', context(now)),
  conclude: (o, now) => conclude(o, OPERATOR, '已核实', context(now)),
  supervise: (o, now) => supervise(o, SUPERVISOR, { form: 'notice', text: '请尽快办理' }, context(now)),
  answerSupervision: (o, now) => answerSupervision(o, handler(o), '正在抢修', context(now)),
  issueCard: (o, now) => {
    const decision = issueCards(o, context(now))
    return decision.ok && decision.events.length === 0 ? { ok: false, refusal: 'not-allowed-now' } : decision
  },
}

const ROLE_OF: Record<OrderAction, Actor['role']> = {
  accept: 'operator',
  decline: 'operator',
  declareRepeat: 'reviewer',
  answerDirectly: 'operator',
  requestInformation: 'operator',
  giveInformation: 'requester',
  resume: 'operator',
  supplement: 'requester',
  remind: 'requester',
  contestDecline: 'requester',
  withdraw: 'requester',
  dispatch: 'operator',
  redispatch: 'operator',
  splitAsks: 'operator',
  mergeInto: 'operator',
  unmerge: 'operator',
  follow: 'system',
  raiseUrgency: 'operator',
  receive: 'handler',
  explainCause: 'handler',
  inviteCoUnits: 'handler',
  recordContact: 'handler',
  noteProgress: 'handler',
  answerAsk: 'handler',
  askExtension: 'handler',
  grantExtension: 'supervisor',
  refuseExtension: 'reviewer',
  returnOrder: 'manager',
  upholdReturn: 'reviewer',
  refuseReturn: 'reviewer',
  referDuty: 'reviewer',
  recordRuling: 'reviewer',
  reply: 'handler',
  rate: 'requester',
  recordCallback: 'callback',
  orderRedo: 'supervisor',
  conclude: 'operator',
  supervise: 'supervisor',
  answerSupervision: 'handler',
  issueCard: 'system',
}

const has = (events: readonly OrderEvent[], ...types: OrderEvent['type'][]) =>
  events.some((event) => types.includes(event.type))

const WITH_UNIT = ['dispatched', 'handling', 'return-review']
const UNDER_WAY = ['awaiting-dispatch', ...WITH_UNIT, 'merged']
const HOURS = fc.constantFrom(1, 1, 2, 5, 24, 100)
/** Steps that end a walk early; they are drawn among all steps, not among the likely ones. */
const ENDINGS: readonly OrderAction[] = [
  'withdraw',
  'decline',
  'declareRepeat',
  'mergeInto',
  'answerDirectly',
]
const reached = new Set<OrderAction>()
const STARTS = [undecided(NOW), submitted(NOW), submitted(NOW, { kind: 'consult' }, true)]

/** What one step leaves of the order and of what was promised. */
const expectSound = (before: Order, after: Order, events: readonly OrderEvent[], now: Date): void => {
  // The clock is never lost: promises stay with their rule and start, and only what may move them does.
  before.milestones.forEach((m, i) => {
    expect(after.milestones[i]).toMatchObject({ startAt: m.startAt, rule: m.rule })
    if (m.metAt !== undefined) expect(after.milestones[i]?.metAt).toEqual(m.metAt)
  })
  const moved = before.milestones.filter((m, i) => after.milestones[i]?.dueAt.getTime() !== m.dueAt.getTime())
  expect(moved).toHaveLength(has(events, 'extension-granted') ? 1 : 0)
  for (const m of moved) {
    const i = before.milestones.indexOf(m)
    expect(after.milestones[i]?.dueAt.getTime()).toBeGreaterThan(m.dueAt.getTime())
  }
  if (UNDER_WAY.includes(after.state.status)) expect(nextMilestone(after)).toBeDefined()
  // Exactly one main unit, which is never its own co-unit, and nobody twice.
  if (WITH_UNIT.includes(after.state.status)) {
    const co = after.assignment?.coUnitIds ?? []
    expect(after.assignment?.unitId).toBeTruthy()
    expect(co).not.toContain(after.assignment?.unitId)
    expect(new Set(co).size).toBe(co.length)
  }
  // Rounds are counted one by one, and bounded.
  expect(after.round - before.round).toBe(has(events, 'redo-ordered') ? 1 : 0)
  expect(after.round).toBeLessThanOrEqual(context(now).city.profile.maxRounds.value + 1)
  // Nothing that was asked for is left without an answer once the order is answered.
  if (after.state.status === 'replied' || after.state.status === 'concluded')
    expect(unanswered(after)).toEqual([])
  // A unit that a ruling named keeps it.
  if (before.ruling !== undefined && WITH_UNIT.includes(after.state.status) && after.round === before.round)
    expect(after.state.status).not.toBe('return-review')
  expect(sentence(after, '市水务局', now)).not.toMatch(/undefined|，。/)
  expect(sentenceInEnglish(after, 'the unit', now)).toMatch(/^[^\u3000-\u9fff\uff00-\uffef]+\.$/)
  expect(sentenceInEnglish(after, 'the unit', now)).not.toMatch(/undefined|\.\./)
  expect(() => waitsFor(after)).not.toThrow()
}

test('whatever is tried in whatever order, the table holds and nothing is lost', () => {
  // Most steps are taken among those that the status allows, so that the far ends are walked as well.
  const step = fc.tuple(fc.nat(), fc.integer({ min: 0, max: 9 }), HOURS)
  fc.assert(
    fc.property(fc.constantFrom(...STARTS), fc.array(step, { maxLength: 60 }), (begun, steps) => {
      let order = begun
      let now = NOW
      const past: OrderEvent[] = []
      const start = order
      for (const [draw, luck, hours] of steps) {
        const { status } = order.state
        const likely = ORDER_ACTIONS.filter(
          (one) => TRANSITIONS[one].from.includes(status) && !ENDINGS.includes(one),
        )
        const pool = luck < 8 && likely.length > 0 ? likely : ORDER_ACTIONS
        const action = pool[draw % pool.length]
        if (action === undefined) continue
        now = new Date(now.getTime() + hours * 3_600_000)
        const before = order
        const decision = VERBS[action](before, now)
        const { from, by, to } = TRANSITIONS[action]
        if (!decision.ok) continue
        reached.add(action)
        const unmerged = action === 'follow' && has(decision.events, 'unmerged')
        expect([
          action,
          before.state.status,
          from.includes(before.state.status) && by.includes(ROLE_OF[action]),
        ]).toEqual([action, before.state.status, true])
        order = evolveAll(before, decision.events)
        past.push(...decision.events)
        if (!unmerged) expect(to.length === 0 ? [before.state.status] : to).toContain(order.state.status)
        expectSound(before, order, decision.events, now)
      }
      // The list of what happened leads to the same order again.
      expect(evolveAll(start, past)).toEqual(order)
    }),
    { numRuns: 2_000, seed: 20261122 },
  )
  expect(ORDER_ACTIONS.filter((action) => !reached.has(action))).toEqual([])
})

test('an order is its events and nothing else', () => {
  const order = begin('2611217130589164', facts(), NOW)
  expect(evolveAll(order, [])).toEqual(order)
  expect(closeRatingWindow(order, context(NOW))).toMatchObject({ ok: false })
})
