/** What counts, for whom and when: by orders that the real rules made. 2026-11-23 is a Monday. */
import { accept, declareRepeat, submission } from '../../orders/rules/acceptance'
import { rate } from '../../orders/rules/closing'
import { type Decision, happen } from '../../orders/rules/decision'
import { begin, evolveAll } from '../../orders/rules/evolve'
import type { OrderEvent } from '../../orders/rules/events'
import { askExtension, grantExtension } from '../../orders/rules/extension'
import { dispatch, firstView, receive, redispatch } from '../../orders/rules/handling'
import { withdraw } from '../../orders/rules/information'
import { followLead, mergeInto } from '../../orders/rules/merging'
import type { Actor, AppealFacts, Order } from '../../orders/rules/order'
import { answerDirectly, replied, reply } from '../../orders/rules/replying'
import {
  recordRuling,
  referDuty,
  refuseReturn,
  returnOrder,
  upholdReturn,
} from '../../orders/rules/returning'
import { issueCards } from '../../orders/rules/supervising'
import { at, context, facts, handlerOf, OPERATOR, REQUESTER, submitted } from '../../orders/rules/testSupport'
import { raiseUrgency } from '../../orders/rules/urgency'
import { type Mark, marksOf } from './marks'

/** The same was answered a month before. */
const ANSWERED: Order = (() => {
  const before = at('2026-10-20T09:00')
  const order = { ...submitted(before), number: '2611217130589172' }
  const answer = { publicReply: '已经修好。', internalAccount: '', points: [], nature: 'ordinary' } as const
  return evolveAll(order, [replied(handlerOf(order), { ...answer, unitId: 'water-supply' }, context(before))])
})()
const SUPERVISOR: Actor = { role: 'supervisor', id: 's1' }
const REVIEWER: Actor = { role: 'reviewer', id: 'r1' }
const managerOf = (order: Order): Actor => ({ ...handlerOf(order), role: 'manager' })
const UNIT = 'water-supply'
const OTHER = 'urban-management'

type Step = readonly [time: string, decide: (order: Order, ctx: ReturnType<typeof context>) => Decision]

interface Life {
  readonly order: Order
  readonly events: readonly OrderEvent[]
}

/** An order about a leaking main in 芝罘区, for which the catalogue names 供水 (five working days). */
const live = (start: string, steps: readonly Step[], changes: Partial<AppealFacts> = {}): Life => {
  const appeal = facts(changes)
  const events: OrderEvent[] = [...submission(appeal, REQUESTER, false, context(at(start)))]
  let order = evolveAll(begin('2611217130589164', appeal, at(start)), events)
  for (const [time, decide] of steps) {
    const decision = decide(order, context(at(time)))
    if (!decision.ok) throw new Error(`${time}: ${decision.refusal} ${decision.detail ?? ''}`)
    order = evolveAll(order, decision.events)
    events.push(...decision.events)
  }
  return { order, events }
}

const VIEW_LIMIT = { unit: 'working-days', amount: 1 } as const

const marks = ({ order, events }: Life, now: string): readonly Mark[] =>
  marksOf({ ...order, events }, { now: at(now), calendar: context(at(now)).calendar, viewLimit: VIEW_LIMIT })

/** `onTime water-supply 2026-11-24T10:00 good`, in Shanghai. */
const said = (all: readonly Mark[]): readonly string[] =>
  all.map((mark) => {
    const time = new Date(mark.at.getTime() + 8 * 3_600_000).toISOString().slice(0, 16)
    return 'count' in mark
      ? `${mark.count} ${mark.unitId} ${time}`
      : `${mark.indicator} ${mark.unitId} ${time} ${mark.good ? 'good' : 'bad'}`
  })
const only = (what: string, life: Life, now: string) =>
  said(marks(life, now)).filter((line) => line.startsWith(`${what} `))

const seen: Step[1] = (o, ctx) => happen(...firstView(o, handlerOf(o), ctx))
const taken: Step[1] = (o, ctx) => receive(o, handlerOf(o), ctx)
const answered =
  (nature: 'ordinary' | 'mediation' | 'enforcement' = 'ordinary'): Step[1] =>
  (o, ctx) =>
    reply(
      o,
      handlerOf(o),
      { publicReply: '已经修好，恢复供水。', internalAccount: '更换接头一处。', points: [], nature },
      ctx,
    )
const rated =
  (
    solved: 'solved' | 'partly' | 'unsolved',
    satisfaction: 'satisfied' | 'fair' | 'dissatisfied' | 'very-dissatisfied',
    asksRedo = false,
  ): Step[1] =>
  (o, ctx) =>
    rate(o, REQUESTER, { solved, satisfaction, reason: '', asksRedo }, ctx)
const withdrawn: Step[1] = (o, ctx) => withdraw(o, REQUESTER, '', ctx)
const returned: Step[1] = (o, ctx) =>
  returnOrder(o, managerOf(o), { reason: '不归我单位', evidence: '职责规定第五条' }, ctx)
const toOther: Step[1] = (o, ctx) =>
  redispatch(o, OPERATOR, { unit: OTHER, coUnits: [], reason: '职责' }, ctx)
const cards: Step[1] = (o, ctx) => issueCards(o, ctx)

const MONDAY = '2026-11-23T09:00'
/** 24:00 on Monday, five working days later. */
const DUE = '2026-12-01T00:00'
const LATER = '2026-12-31T00:00'

describe('按时办结率', () => {
  const lead = (): Order => ({ ...live(MONDAY, []).order, number: '2611217130589172' })
  const answeredLead = (time: string): Order => ({
    ...live(MONDAY, [
      ['2026-11-23T10:00', taken],
      [time, answered()],
    ]).order,
    number: '2611217130589172',
  })
  const merged: Step = ['2026-11-23T10:00', (o, ctx) => mergeInto(o, OPERATOR, lead(), '同一处', ctx)]

  test.each<readonly [string, readonly Step[], readonly string[]]>([
    [
      'answered in time: at the moment of the answer',
      [
        ['2026-11-23T10:00', taken],
        ['2026-11-25T15:00', answered()],
      ],
      [`onTime ${UNIT} 2026-11-25T15:00 good`],
    ],
    [
      'answered late: at the moment when it was late',
      [
        ['2026-11-23T10:00', taken],
        ['2026-12-03T15:00', answered()],
      ],
      [`onTime ${UNIT} ${DUE} bad`],
    ],
    ['never answered: late all the same', [['2026-11-23T10:00', taken]], [`onTime ${UNIT} ${DUE} bad`]],
    ['withdrawn before it was due: not counted', [['2026-11-26T10:00', withdrawn]], []],
    [
      'withdrawn after it was due: late for good',
      [['2026-12-02T10:00', withdrawn]],
      [`onTime ${UNIT} ${DUE} bad`],
    ],
    [
      'extended, and answered within the extension',
      [
        ['2026-11-23T10:00', taken],
        ['2026-11-26T10:00', (o, ctx) => askExtension(o, handlerOf(o), { days: 3, reason: '配件' }, ctx)],
        ['2026-11-26T11:00', (o, ctx) => grantExtension(o, SUPERVISOR, '同意', ctx)],
        ['2026-12-02T10:00', answered()],
      ],
      [`onTime ${UNIT} 2026-12-02T10:00 good`],
    ],
    [
      'late under one unit and answered by another: the one that let it be late',
      [
        ['2026-12-02T10:00', toOther],
        ['2026-12-02T11:00', taken],
        ['2026-12-03T10:00', answered()],
      ],
      [`onTime ${UNIT} ${DUE} bad`],
    ],
    [
      'given to another unit in time and answered by it: that one',
      [
        ['2026-11-24T10:00', toOther],
        ['2026-11-24T11:00', taken],
        ['2026-11-25T10:00', answered()],
      ],
      [`onTime ${OTHER} 2026-11-25T10:00 good`],
    ],
    [
      'given back with reason, late while nobody had it: the hotline',
      [
        ['2026-11-23T11:00', returned],
        ['2026-11-23T12:00', (o, ctx) => upholdReturn(o, REVIEWER, '属实', ctx)],
      ],
      [`onTime hotline ${DUE} bad`],
    ],
    [
      'made urgent: the shorter limit counts, and only that one',
      [
        ['2026-11-23T10:00', taken],
        ['2026-11-23T11:00', (o, ctx) => raiseUrgency(o, OPERATOR, '网上反映强烈', ctx)],
      ],
      [`onTime ${UNIT} 2026-11-27T00:00 bad`],
    ],
    [
      'two rounds: one in time, one late',
      [
        ['2026-11-23T10:00', taken],
        ['2026-11-24T10:00', answered()],
        ['2026-11-24T20:00', rated('unsolved', 'dissatisfied', true)],
        ['2026-12-10T10:00', answered()],
      ],
      [`onTime ${UNIT} 2026-11-24T10:00 good`, `onTime ${UNIT} 2026-12-02T00:00 bad`],
    ],
    [
      'merged, and answered with the lead: the lead’s job, not one more',
      [merged, ['2026-11-24T10:01', (o, ctx) => followLead(o, answeredLead('2026-11-24T10:00'), ctx)]],
      [],
    ],
    ['merged while its time ran out: the lead’s job', [merged], []],
    [
      'late before it was merged: late for good',
      [
        ['2026-11-23T10:00', taken],
        ['2026-12-02T10:00', (o, ctx) => mergeInto(o, OPERATOR, lead(), '同一处', ctx)],
        ['2026-12-03T10:01', (o, ctx) => followLead(o, answeredLead('2026-12-03T10:00'), ctx)],
      ],
      [`onTime ${UNIT} ${DUE} bad`],
    ],
  ])('%s', (_what, steps, expected) => {
    expect(only('onTime', live(MONDAY, steps), LATER)).toEqual(expected)
  })

  test('nothing is decided before it is due', () => {
    const life = live(MONDAY, [['2026-11-23T10:00', taken]])
    expect(only('onTime', life, '2026-11-30T23:59')).toEqual([])
    expect(only('onTime', life, DUE)).toEqual([`onTime ${UNIT} ${DUE} bad`])
  })

  test('a repeat that was declined owes nothing', () => {
    const life = live(
      MONDAY,
      [
        [
          '2026-11-24T10:00',
          (o, ctx) => declareRepeat(o, REVIEWER, { earlier: ANSWERED, reason: '上月已经答复' }, ctx),
        ],
      ],
      { category: 'transport/parking' },
    )
    expect(only('onTime', life, LATER)).toEqual([])
  })

  test('what the hotline answers itself is its own job', () => {
    const life = live(
      MONDAY,
      [
        [
          '2026-11-23T10:00',
          (o, ctx) => answerDirectly(o, OPERATOR, { publicReply: '可以在窗口办理，带身份证。' }, ctx),
        ],
      ],
      { category: 'transport/parking', kind: 'consult' },
    )
    expect(only('onTime', life, LATER)).toEqual(['onTime hotline 2026-11-23T10:00 good'])
  })
})

describe('及时查阅率', () => {
  const LIMIT = '2026-11-25T00:00'
  test.each<readonly [string, readonly Step[], readonly string[]]>([
    ['opened the same day', [['2026-11-23T16:00', seen]], [`viewed ${UNIT} 2026-11-23T16:00 good`]],
    ['received without opening', [['2026-11-23T16:00', taken]], [`viewed ${UNIT} 2026-11-23T16:00 good`]],
    ['opened a day too late', [['2026-11-25T09:00', seen]], [`viewed ${UNIT} ${LIMIT} bad`]],
    ['never opened', [], [`viewed ${UNIT} ${LIMIT} bad`]],
    ['withdrawn before anybody had to', [['2026-11-24T09:00', withdrawn]], []],
    ['withdrawn when it was too late', [['2026-11-26T09:00', withdrawn]], [`viewed ${UNIT} ${LIMIT} bad`]],
    [
      'dispatched anew before it was opened: the second unit’s',
      [
        ['2026-11-24T09:00', toOther],
        ['2026-11-24T10:00', seen],
      ],
      [`viewed ${OTHER} 2026-11-24T10:00 good`],
    ],
    [
      'opened, then dispatched anew and not opened: both',
      [
        ['2026-11-23T16:00', seen],
        ['2026-11-24T09:00', toOther],
      ],
      [`viewed ${UNIT} 2026-11-23T16:00 good`, `viewed ${OTHER} 2026-11-26T00:00 bad`],
    ],
    [
      'ruled upon: the named unit has to open it as well',
      [
        ['2026-11-23T10:00', returned],
        ['2026-11-23T11:00', (o, ctx) => referDuty(o, REVIEWER, '两家都说不归自己', ctx)],
        [
          '2026-11-24T10:00',
          (o, ctx) => recordRuling(o, REVIEWER, { unit: OTHER, document: '1 号', reason: '牵头' }, ctx),
        ],
      ],
      [`viewed ${UNIT} 2026-11-23T10:00 good`, `viewed ${OTHER} 2026-11-26T00:00 bad`],
    ],
  ])('%s', (_what, steps, expected) => {
    expect(only('viewed', live(MONDAY, steps), LATER)).toEqual(expected)
  })

  test('over a weekend the working day counts', () => {
    const friday = '2026-11-27T16:00'
    expect(only('viewed', live(friday, [['2026-11-30T20:00', seen]]), LATER)).toEqual([
      `viewed ${UNIT} 2026-11-30T20:00 good`,
    ])
  })
})

describe('问题解决率、满意率', () => {
  const done = (opinion: Step[1], nature?: 'ordinary' | 'mediation' | 'enforcement') =>
    live(MONDAY, [
      ['2026-11-23T10:00', taken],
      ['2026-11-24T10:00', answered(nature)],
      ['2026-11-24T20:00', opinion],
    ])
  const T = '2026-11-24T20:00'
  const judged = (life: Life) => [...only('solved', life, LATER), ...only('satisfied', life, LATER)]

  test.each([
    ['solved', 'satisfied', 'good', 'good'],
    ['solved', 'fair', 'good', 'good'],
    ['solved', 'dissatisfied', 'good', 'bad'],
    ['partly', 'fair', 'bad', 'good'],
    ['unsolved', 'very-dissatisfied', 'bad', 'bad'],
  ] as const)('%s and %s', (solved, satisfaction, first, second) => {
    expect(judged(done(rated(solved, satisfaction)))).toEqual([
      `solved ${UNIT} ${T} ${first}`,
      `satisfied ${UNIT} ${T} ${second}`,
    ])
  })

  test.each(['mediation', 'enforcement'] as const)(
    'a matter of %s is not judged by satisfaction',
    (nature) => {
      expect(judged(done(rated('solved', 'very-dissatisfied'), nature))).toEqual([`solved ${UNIT} ${T} good`])
    },
  )

  test('nobody rated: nothing is taken for satisfied', () => {
    const life = live(MONDAY, [
      ['2026-11-23T10:00', taken],
      ['2026-11-24T10:00', answered()],
    ])
    expect(judged(life)).toEqual([])
  })

  test('each round is judged for itself', () => {
    const life = live(MONDAY, [
      ['2026-11-23T10:00', taken],
      ['2026-11-24T10:00', answered()],
      ['2026-11-24T20:00', rated('unsolved', 'dissatisfied', true)],
      ['2026-11-26T10:00', answered()],
      ['2026-11-26T20:00', rated('solved', 'satisfied')],
    ])
    expect(only('solved', life, LATER)).toEqual([
      `solved ${UNIT} 2026-11-24T20:00 bad`,
      `solved ${UNIT} 2026-11-26T20:00 good`,
    ])
  })

  test('who was merged rates the lead’s unit', () => {
    const lead = live(MONDAY, [
      ['2026-11-23T10:00', taken],
      ['2026-11-24T10:00', answered()],
    ]).order
    const number = '2611217130589172'
    const life = live(
      MONDAY,
      [
        [
          '2026-11-23T10:00',
          (o, ctx) => mergeInto(o, OPERATOR, { ...live(MONDAY, []).order, number }, '同一处', ctx),
        ],
        ['2026-11-24T10:01', (o, ctx) => followLead(o, { ...lead, number }, ctx)],
        ['2026-11-24T20:00', rated('solved', 'satisfied')],
      ],
      { category: 'transport/parking' },
    )
    expect(judged(life)).toEqual([`solved ${UNIT} ${T} good`, `satisfied ${UNIT} ${T} good`])
  })
})

test('不当退单 counts on the unit that gave it back, when the reviewer decided', () => {
  const steps: readonly Step[] = [
    ['2026-11-23T10:00', returned],
    ['2026-11-24T10:00', (o, ctx) => refuseReturn(o, REVIEWER, '依据不足', ctx)],
    ['2026-11-24T11:00', toOther],
  ]
  expect(only('improperReturns', live(MONDAY, steps), LATER)).toEqual([
    `improperReturns ${UNIT} 2026-11-24T10:00`,
  ])
  const upheld: readonly Step[] = [
    ['2026-11-23T10:00', returned],
    ['2026-11-24T10:00', (o, ctx) => upholdReturn(o, REVIEWER, '属实', ctx)],
  ]
  expect(only('improperReturns', live(MONDAY, upheld), LATER)).toEqual([])
})

test('cards count on the unit that had the order then; while nobody had it, on the hotline', () => {
  const life = live(MONDAY, [
    ['2026-11-30T08:00', cards],
    ['2026-12-01T08:00', cards],
    ['2026-12-02T10:00', toOther],
  ])
  expect([...only('yellowCards', life, LATER), ...only('redCards', life, LATER)]).toEqual([
    `yellowCards ${UNIT} 2026-11-30T08:00`,
    `redCards ${UNIT} 2026-12-01T08:00`,
  ])
  const pool = live(MONDAY, [['2026-12-01T08:00', cards]], { category: 'transport/parking' })
  expect(only('redCards', pool, LATER)).toEqual(['redCards hotline 2026-12-01T08:00'])
})

test('a contested decline that was accepted after all counts once', () => {
  const life = live(
    MONDAY,
    [
      [
        '2026-11-24T10:00',
        (o, ctx) => declareRepeat(o, REVIEWER, { earlier: ANSWERED, reason: '上月已经答复' }, ctx),
      ],
      [
        '2026-11-25T10:00',
        (_o, ctx) => happen({ type: 'decline-contested', at: ctx.now, by: REQUESTER, reason: '不是一回事' }),
      ],
      ['2026-11-26T10:00', (o, ctx) => accept(o, { role: 'operator', id: 'o2' }, '', ctx)],
      [
        '2026-11-26T11:00',
        (o, ctx) => dispatch(o, OPERATOR, { unit: UNIT, coUnits: [], reason: '职责' }, ctx),
      ],
    ],
    { category: 'transport/parking' },
  )
  // Five working days from the second acceptance.
  expect(only('onTime', life, LATER)).toEqual([`onTime ${UNIT} 2026-12-04T00:00 bad`])
})

test('orders from before there was a nature are ordinary', () => {
  const life = live(MONDAY, [
    ['2026-11-23T10:00', taken],
    ['2026-11-24T10:00', answered()],
    ['2026-11-24T20:00', rated('solved', 'satisfied')],
  ])
  const replies = life.order.replies.map(({ nature: _nature, ...rest }) => rest)
  const all = marksOf(
    { ...life.order, replies, events: life.events },
    { now: at(LATER), calendar: context(at(LATER)).calendar, viewLimit: VIEW_LIMIT },
  )
  expect(said(all)).toContain(`satisfied ${UNIT} 2026-11-24T20:00 good`)
})
