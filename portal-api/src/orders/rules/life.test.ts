/** An order's life, step by step; any sequence of steps is walked in walk.test.ts. */
import { accept, contestDecline, decline } from './acceptance'
import { allowedActions } from './allowedActions'
import { closeRatingWindow, conclude, consequence, orderRedo, rate, type RatingInput } from './closing'
import type { Decision } from './decision'
import { evolveAll } from './evolve'
import type { OrderEvent } from './events'
import { dispatch, explainCause, firstView, receive } from './handling'
import { reply } from './replying'
import { giveInformation, requestInformation, withdraw } from './information'
import { milestoneState, nextMilestone } from './milestones'
import type { Actor, Order } from './order'
import { sentence } from './sentence'
import {
  at,
  context,
  handlerOf,
  OPERATOR,
  REQUESTER,
  submitted,
  undecided,
  undispatched,
} from './testSupport'

const NOW = at('2026-11-23T09:00')
const ctx = context(NOW)

/** The events of a decision that must not be refused. */
const happened = (decision: Decision): readonly OrderEvent[] => {
  if (!decision.ok) throw new Error(`refused: ${decision.refusal}`)
  return decision.events
}
const then = (order: Order, decision: Decision): Order => evolveAll(order, happened(decision))

const ANSWER = {
  publicReply: '管道已经修好，供水恢复正常。',
  internalAccount: '更换接头一处。',
  points: [],
  nature: 'ordinary',
} as const
const handling = () => {
  const order = submitted(NOW)
  return then(order, receive(order, handlerOf(order), ctx))
}
const replied = () => {
  const order = handling()
  return then(order, reply(order, handlerOf(order), ANSWER, ctx))
}
const rating = (changes: Partial<RatingInput> = {}): RatingInput => ({
  solved: 'solved',
  satisfaction: 'satisfied',
  reason: '',
  asksRedo: false,
  ...changes,
})

describe('submission', () => {
  test('nothing found, one row in the catalogue: accepted and dispatched by rule, with its promise', () => {
    const order = submitted(NOW)
    expect(order.state.status).toBe('dispatched')
    expect(order.milestones).toMatchObject([{ type: 'finish', round: 1, rule: 'yt-11-1-citizen' }])
  })

  test.each([
    ['a suspect text', {}, true],
    ['an emergency', { findings: [{ rule: 'r', kind: 'emergency', words: ['着火'] }] }, false],
    ['another channel', { findings: [{ rule: 'r', kind: 'redirect', words: ['起诉'] }] }, false],
    ['an exclusion', { findings: [{ rule: 'r', kind: 'decline', words: ['国家秘密'] }] }, false],
  ] as const)('%s waits for a person, without a clock yet', (_what, changes, suspect) => {
    const order = submitted(NOW, changes, suspect)
    expect(order.state.status).toBe('submitted')
    expect(order.milestones).toEqual([])
  })

  test('a notice stops nothing', () => {
    const order = submitted(NOW, { findings: [{ rule: 'r', kind: 'notice', words: ['停电'] }] })
    expect(order.state.status).toBe('dispatched')
  })
})

describe('a person decides', () => {
  test('accepting starts the clock at that moment', () => {
    const later = context(at('2026-11-24T10:00'))
    const order = then(undecided(NOW), accept(undecided(NOW), OPERATOR, '', later))
    expect(order.milestones[0]?.startAt).toEqual(later.now)
    expect(order.state.status).toBe('dispatched')
  })

  test('a decline carries the reason and where to go', () => {
    const order = then(
      undecided(NOW),
      decline(undecided(NOW), OPERATOR, { reason: '需要通过诉讼解决。', goTo: '人民法院 12368' }, ctx),
    )
    expect(order.state).toMatchObject({
      status: 'declined',
      reason: '需要通过诉讼解决。',
      goTo: '人民法院 12368',
    })
  })

  test('a decline cannot rest on a rule that the city does not have', () => {
    const why = { reason: '需要通过诉讼解决。', goTo: '人民法院', rule: 'no-such-rule' }
    expect(decline(undecided(NOW), OPERATOR, why, ctx)).toMatchObject({ ok: false, refusal: 'invalid-input' })
  })

  test.each([
    ['submitted', undecided],
    ['awaiting-dispatch', undispatched],
  ] as const)('a question leads back to where the order was: %s', (status, start) => {
    const asked = then(start(NOW), requestInformation(start(NOW), OPERATOR, '请问具体在哪一栋？', ctx))
    expect(asked.state).toMatchObject({ status: 'needs-info', question: '请问具体在哪一栋？' })
    const given = then(asked, giveInformation(asked, REQUESTER, '在 3 栋', ctx))
    expect(given.state.status).toBe(status)
    expect(given.additions).toEqual([{ at: NOW, text: '在 3 栋' }])
  })

  test('an operator dispatches to known units only; a co-unit is never the main unit as well', () => {
    const order = undispatched(NOW)
    const [a, b] = ctx.city.units
    if (a === undefined || b === undefined) throw new Error('the city needs two units')
    const choice = { unit: a.id, coUnits: [b.id, a.id, b.id], reason: '职能职责' }
    expect(then(order, dispatch(order, OPERATOR, choice, ctx)).assignment).toEqual({
      unitId: a.id,
      coUnitIds: [b.id],
      at: NOW,
    })
    expect(dispatch(order, OPERATOR, { ...choice, unit: 'nobody' }, ctx)).toMatchObject({
      refusal: 'invalid-input',
    })
    expect(dispatch(order, OPERATOR, { ...choice, coUnits: ['nobody'] }, ctx)).toMatchObject({
      refusal: 'invalid-input',
    })
  })
})

describe('a contested decline', () => {
  const SECOND: Actor = { role: 'operator', id: 'o2' }
  const why = { reason: '属于诉讼事项。', goTo: '人民法院 12368' }
  const declined = () => then(undecided(NOW), decline(undecided(NOW), OPERATOR, why, ctx))
  const contested = () => then(declined(), contestDecline(declined(), REQUESTER, '只是路灯坏了', ctx))

  test('goes to another person, who may accept it', () => {
    const order = contested()
    expect(order.state.status).toBe('submitted')
    expect(allowedActions(order, OPERATOR, ctx)).toEqual(['requestInformation'])
    expect(accept(order, OPERATOR, '', ctx)).toMatchObject({ refusal: 'not-yours' })
    expect(decline(order, OPERATOR, why, ctx)).toMatchObject({ refusal: 'not-yours' })
    expect(then(order, accept(order, SECOND, '', ctx)).state.status).toBe('dispatched')
    expect(sentence(order, undefined, NOW)).toContain('另一位工作人员')
  })

  test('is possible once', () => {
    const again = then(contested(), decline(contested(), SECOND, why, ctx))
    expect(allowedActions(declined(), REQUESTER, ctx)).toEqual(['contestDecline'])
    expect(allowedActions(again, REQUESTER, ctx)).toEqual([])
    expect(contestDecline(again, REQUESTER, '还是不同意', ctx)).toMatchObject({ refusal: 'not-allowed-now' })
  })
})

describe('the unit', () => {
  test('the first view is recorded once, for the main unit alone', () => {
    const order = submitted(NOW)
    const main = handlerOf(order)
    const viewed = evolveAll(order, firstView(order, main, ctx))
    expect(viewed.state).toMatchObject({ status: 'dispatched', firstViewedAt: NOW })
    expect(firstView(viewed, main, ctx)).toEqual([])
    expect(firstView(order, { role: 'handler', id: 'h2', unitId: 'another' }, ctx)).toEqual([])
    expect(firstView(order, OPERATOR, ctx)).toEqual([])
    expect(evolveAll(handling(), firstView(order, main, ctx)).state.status).toBe('handling')
  })

  test.each([
    ['receive', (o: Order, by: Actor) => receive(o, by, ctx)],
    ['explainCause', (o: Order, by: Actor) => explainCause(o, by, '主管道破损', ctx)],
    ['reply', (o: Order, by: Actor) => reply(o, by, ANSWER, ctx)],
  ] as const)('%s belongs to the main unit', (_verb, act) => {
    const order = submitted(NOW)
    expect(act(order, { role: 'handler', id: 'h2', unitId: 'another' })).toMatchObject({
      refusal: 'not-yours',
    })
  })

  test('explaining the cause receives the order and meets the half hour, not the finish', () => {
    const order = submitted(NOW, { category: 'utilities/water-outage' })
    const later = context(at('2026-11-23T09:29'))
    const explained = then(order, explainCause(order, handlerOf(order), '水厂检修，预计 12 点恢复', later))
    expect(explained.state.status).toBe('handling')
    expect(explained.milestones.map((m) => [m.type, m.metAt])).toEqual([
      ['explain', later.now],
      ['finish', undefined],
    ])
    expect(nextMilestone(explained)?.type).toBe('finish')
  })

  test('receiving meets an immediate response', () => {
    const order = submitted(NOW, { category: 'noise/night-construction' })
    const received = then(order, receive(order, handlerOf(order), ctx))
    expect(received.milestones.find((m) => m.type === 'respond')?.metAt).toEqual(NOW)
  })

  test('a reply meets every open milestone and opens the rating until the end of a day', () => {
    const order = replied()
    expect(order.milestones.every((m) => m.metAt !== undefined)).toBe(true)
    if (order.state.status !== 'replied') throw new Error('not replied')
    expect(order.state.ratingOpenUntil.toISOString()).toMatch(/T16:00:00.000Z$/)
  })
})

describe('评价与重办（第12条）', () => {
  test.each<[string, Partial<RatingInput>, number, string]>([
    ['solved and satisfied', {}, 1, 'conclusion'],
    ['solved, dissatisfied, asks nothing', { satisfaction: 'very-dissatisfied' }, 1, 'conclusion'],
    ['solved but asks for a redo', { asksRedo: true, satisfaction: 'dissatisfied' }, 1, 'review'],
    ['partly, asks for a redo', { solved: 'partly', asksRedo: true }, 1, 'review'],
    ['partly, asks nothing', { solved: 'partly' }, 1, 'conclusion'],
    ['unsolved, asks for a redo', { solved: 'unsolved', asksRedo: true }, 1, 'redo'],
    ['unsolved, says nothing more: a person asks', { solved: 'unsolved' }, 1, 'review'],
    ['unsolved in the last round: a person looks', { solved: 'unsolved', asksRedo: true }, 3, 'review'],
  ])('%s', (_what, changes, round, expected) => {
    expect(consequence(rating(changes), round, 3)).toBe(expected)
  })

  test('a redo opens a round with limits of its own', () => {
    const order = replied()
    const later = context(at('2026-11-25T10:00'))
    const redone = then(
      order,
      rate(order, REQUESTER, rating({ solved: 'unsolved', asksRedo: true, reason: '还漏' }), later),
    )
    expect(redone).toMatchObject({ round: 2, state: { status: 'handling' } })
    expect(redone.milestones.filter((m) => m.round === 2)).toMatchObject([
      { type: 'finish', startAt: later.now },
    ])
  })

  test('a person orders a redo or concludes with a reason', () => {
    const order = replied()
    const review = then(order, rate(order, REQUESTER, rating({ solved: 'unsolved' }), ctx))
    expect(review.state.status).toBe('redo-review')
    expect(then(review, orderRedo(review, OPERATOR, '现场仍有渗漏', ctx)).round).toBe(2)
    expect(then(review, conclude(review, OPERATOR, '已现场核实', ctx)).state).toMatchObject({
      how: 'reviewed',
    })
  })

  test('rated once, in time', () => {
    const order = replied()
    if (order.state.status !== 'replied') throw new Error('not replied')
    const rated = then(order, rate(order, REQUESTER, rating(), ctx))
    expect(rate(rated, REQUESTER, rating(), ctx)).toMatchObject({ refusal: 'not-allowed-now' })
    const over = context(order.state.ratingOpenUntil)
    expect(rate(order, REQUESTER, rating(), over)).toMatchObject({ refusal: 'not-allowed-now' })
    expect(then(order, closeRatingWindow(order, over)).state).toMatchObject({ how: 'rating-window-over' })
    expect(closeRatingWindow(order, context(new Date(over.now.getTime() - 1)))).toMatchObject({ ok: false })
  })
})

describe('milestones', () => {
  const soon = { workingDays: 1, minutes: 10 }
  const { calendar } = ctx
  test.each([
    ['2026-11-23T09:00', 'running'],
    ['2026-11-27T23:59', 'running'],
    ['2026-11-30T00:00', 'due-soon'],
    ['2026-11-30T23:59', 'due-soon'],
    ['2026-12-01T00:00', 'late'],
  ])('five working days from a Monday, at %s: %s', (now, state) => {
    const [finish] = submitted(NOW).milestones
    if (finish === undefined) throw new Error('no milestone')
    expect(milestoneState(finish, at(now), calendar, soon)).toBe(state)
  })

  test('minutes are due soon by minutes; met, met late and void stay so', () => {
    const order = submitted(NOW, { category: 'utilities/water-outage' })
    const [explain] = order.milestones
    if (explain === undefined) throw new Error('no milestone')
    expect(milestoneState(explain, at('2026-11-23T09:19'), calendar, soon)).toBe('running')
    expect(milestoneState(explain, at('2026-11-23T09:20'), calendar, soon)).toBe('due-soon')
    expect(milestoneState({ ...explain, metAt: at('2026-11-23T09:30') }, NOW, calendar, soon)).toBe('met')
    expect(milestoneState({ ...explain, metAt: at('2026-11-23T09:31') }, NOW, calendar, soon)).toBe(
      'met-late',
    )
    const gone = then(order, withdraw(order, REQUESTER, '', ctx))
    expect(gone.milestones.map((m) => milestoneState(m, at('2027-01-05T00:00'), calendar, soon))).toEqual([
      'void',
      'void',
    ])
    expect(nextMilestone(gone)).toBeUndefined()
  })
})
