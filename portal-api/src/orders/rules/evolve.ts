/** What an event changes. Pure: folding an order's events over its beginning gives the order again. */
import type { MilestoneType } from '@jiesu/shared-types/vocabulary'
import type { OrderEvent, OrderPromise, Point, PromiseChange } from './events'
import { type AppealFacts, HOTLINE, type Milestone, type Order } from './order'

/** The order before anything but its submission has happened. */
export const begin = (number: string, facts: AppealFacts, submittedAt: Date): Order => ({
  ...facts,
  number,
  submittedAt,
  state: { status: 'submitted' },
  round: 1,
  milestones: [],
  extensions: [],
  asks: [],
  returns: [],
  supervision: [],
  cards: [],
  reminders: [],
  additions: [],
  replies: [],
  internalNotes: [],
  ratings: [],
})

const promised = (promises: readonly OrderPromise[], round: number): readonly Milestone[] =>
  promises.map((promise) => ({ ...promise, round }))

const open = (milestone: Milestone): boolean =>
  milestone.metAt === undefined && milestone.voidAt === undefined

/** Marks the open milestones of the given types as met. */
const met = (order: Order, types: readonly MilestoneType[], at: Date): readonly Milestone[] =>
  order.milestones.map((m) => (open(m) && types.includes(m.type) ? { ...m, metAt: at } : m))

const voided = (order: Order, at: Date): readonly Milestone[] =>
  order.milestones.map((m) => (open(m) ? { ...m, voidAt: at } : m))

/** Open milestones with the due times that became known; nothing else of a promise changes. */
const recomputed = (order: Order, changes: readonly PromiseChange[]): readonly Milestone[] =>
  order.milestones.map((m) => {
    const change = open(m) ? changes.find(({ milestone }) => milestone === m.type) : undefined
    if (change === undefined) return m
    const { startAt, dueAt, soonAt, provisional } = change
    return { ...m, startAt, dueAt, soonAt, provisional }
  })

type Granted = Extract<OrderEvent, { type: 'extension-granted' }>

/** The finish that runs now; extensions and their decisions speak of it. */
const extended = (order: Order, { days, dueAt, soonAt, provisional }: Granted): readonly Milestone[] =>
  order.milestones.map((m) =>
    open(m) && m.type === 'finish'
      ? {
          ...m,
          amount: m.amount + days,
          dueAt,
          soonAt,
          provisional,
          extendedFrom: [...(m.extendedFrom ?? []), m.dueAt],
        }
      : m,
  )

const decided = (order: Order, decision: 'granted' | 'refused' | 'void'): Order['extensions'] =>
  order.extensions.map((one) => (one.decision === undefined ? { ...one, decision } : one))

const answered = (order: Order, points: readonly Point[], unitId: string, at: Date): Order['asks'] =>
  order.asks.map((ask) => {
    const point = points.find((one) => one.ask === ask.id)
    return point === undefined
      ? ask
      : { ...ask, answer: { at, unitId, outcome: point.outcome, text: point.text } }
  })

const settled = (order: Order, decision: 'upheld' | 'refused' | 'ruled'): Order['returns'] =>
  order.returns.map((one) => (one.decision === undefined ? { ...one, decision } : one))

/** Units to which single asks were given. */
const askUnits = (asks: readonly { readonly unitId?: string | undefined }[]): readonly string[] =>
  asks.flatMap((ask) => (ask.unitId === undefined ? [] : [ask.unitId]))

const withCoUnits = (order: Order, unitIds: readonly string[]): Order => {
  const { assignment } = order
  if (assignment === undefined) return order
  const added = unitIds.filter((id) => id !== assignment.unitId && !assignment.coUnitIds.includes(id))
  return { ...order, assignment: { ...assignment, coUnitIds: [...assignment.coUnitIds, ...new Set(added)] } }
}

export const evolve = (order: Order, event: OrderEvent): Order => {
  switch (event.type) {
    case 'submitted':
      return order
    case 'accepted':
      return {
        ...order,
        state: { status: 'awaiting-dispatch' },
        // Settled by the acceptance; a later decline is a decision of its own and can be contested again.
        contest: undefined,
        milestones: [...order.milestones, ...promised(event.promises, order.round)],
      }
    case 'declined':
      return {
        ...order,
        state: {
          status: 'declined',
          reason: event.reason,
          goTo: event.goTo,
          rule: event.rule,
          by: event.by.id,
          repeatOf: event.repeatOf,
        },
        milestones: voided(order, event.at),
      }
    case 'decline-contested':
      return {
        ...order,
        state: { status: 'submitted' },
        contest: {
          at: event.at,
          reason: event.reason,
          declinedBy: order.state.status === 'declined' ? order.state.by : undefined,
        },
      }
    case 'information-requested':
      return {
        ...order,
        state: {
          status: 'needs-info',
          question: event.question,
          back: order.state.status === 'awaiting-dispatch' ? 'awaiting-dispatch' : 'submitted',
        },
      }
    case 'information-given':
      return {
        ...order,
        state: { status: order.state.status === 'needs-info' ? order.state.back : 'submitted' },
        additions: [...order.additions, { at: event.at, text: event.text }],
      }
    case 'resumed':
      return {
        ...order,
        state: { status: order.state.status === 'needs-info' ? order.state.back : 'submitted' },
      }
    case 'withdrawn':
      return {
        ...order,
        state: { status: 'withdrawn', at: event.at, reason: event.reason },
        milestones: voided(order, event.at),
      }
    case 'dispatched':
      return withCoUnits(
        {
          ...order,
          state: { status: 'dispatched' },
          // What another unit asked for is not this one's.
          extensions: decided(order, 'void'),
          assignment: {
            unitId: event.unitId,
            coUnitIds: event.coUnitIds,
            at: event.at,
            ...(event.line === undefined ? {} : { line: event.line }),
          },
        },
        askUnits(order.asks),
      )
    case 'first-viewed':
      return order.state.status === 'dispatched'
        ? { ...order, state: { ...order.state, firstViewedAt: event.at } }
        : order
    case 'received':
      return {
        ...order,
        state: { status: 'handling', receivedAt: event.at },
        milestones: met(order, ['respond'], event.at),
      }
    case 'cause-explained':
      return { ...order, milestones: met(order, ['respond', 'explain', 'decide'], event.at) }
    case 'extension-asked':
      return {
        ...order,
        extensions: [
          ...order.extensions,
          { at: event.at, by: event.by, round: order.round, days: event.days, reason: event.reason },
        ],
      }
    case 'extension-granted':
      return {
        ...order,
        milestones: extended(order, event),
        extensions: decided(order, 'granted'),
      }
    case 'extension-refused':
      return { ...order, extensions: decided(order, 'refused') }
    case 'replied':
      return {
        ...order,
        // Answered together with another order: that one's unit is this one's from now on.
        ...(order.state.status === 'merged' && event.unitId !== HOTLINE
          ? { assignment: { unitId: event.unitId, coUnitIds: [], at: event.at } }
          : {}),
        state: {
          status: 'replied',
          ratingOpenUntil: event.ratingOpenUntil,
          callbackFrom: event.callbackFrom,
        },
        asks: answered(order, event.points, event.unitId, event.at),
        milestones: met(order, ['respond', 'explain', 'decide', 'finish'], event.at),
        replies: [
          ...order.replies,
          {
            at: event.at,
            unitId: event.unitId,
            round: order.round,
            publicReply: event.publicReply,
            nature: event.nature,
            ...(event.publishable === true ? { publishable: true as const } : {}),
          },
        ],
        internalNotes: [...order.internalNotes, { at: event.at, by: event.by, text: event.internalAccount }],
      }
    case 'rated': {
      const { solved, satisfaction, reason } = event
      const ratings = [...order.ratings, { at: event.at, round: order.round, solved, satisfaction, reason }]
      return event.leadsTo === 'review'
        ? { ...order, ratings, state: { status: 'redo-review', since: event.at } }
        : { ...order, ratings }
    }
    case 'redo-ordered':
      return {
        ...order,
        round: order.round + 1,
        // What the hotline answered itself has no unit yet.
        state:
          order.assignment === undefined
            ? { status: 'awaiting-dispatch' }
            : { status: 'handling', receivedAt: event.at },
        asks: order.asks.map(({ answer: _former, ...ask }) => ask),
        milestones: [...voided(order, event.at), ...promised(event.promises, order.round + 1)],
      }
    case 'promise-recomputed':
      return { ...order, milestones: recomputed(order, event.changes) }
    case 'supplemented':
      return { ...order, additions: [...order.additions, { at: event.at, text: event.text }] }
    case 'reminded':
      return { ...order, reminders: [...order.reminders, event.at] }
    case 'asks-split':
      return withCoUnits({ ...order, asks: event.asks }, askUnits(event.asks))
    case 'ask-answered':
      return { ...order, asks: answered(order, [event], event.by.unitId ?? '', event.at) }
    case 'merged':
      return {
        ...order,
        state: { status: 'merged', at: event.at, into: event.into, leadReplies: event.leadReplies },
        // The lead order's unit handles it; the former one has nothing more to do with it.
        assignment: undefined,
        extensions: decided(order, 'void'),
      }
    case 'unmerged':
      return { ...order, state: { status: 'awaiting-dispatch' } }
    case 'urgency-raised':
      return {
        ...order,
        urgency: { at: event.at, reason: event.reason },
        milestones:
          event.promises.length === 0
            ? order.milestones
            : [...voided(order, event.at), ...promised(event.promises, order.round)],
      }
    case 'returned':
      return {
        ...order,
        ...(order.state.status === 'dispatched' || order.state.status === 'handling'
          ? { state: { status: 'return-review', since: event.at, back: order.state } }
          : {}),
        returns: [
          ...order.returns,
          {
            at: event.at,
            by: event.by,
            unitId: event.by.unitId ?? '',
            reason: event.reason,
            evidence: event.evidence,
          },
        ],
      }
    case 'return-upheld':
      return {
        ...order,
        state: { status: 'awaiting-dispatch' },
        assignment: undefined,
        returns: settled(order, 'upheld'),
      }
    case 'return-refused':
      return {
        ...order,
        state: order.state.status === 'return-review' ? order.state.back : order.state,
        returns: settled(order, 'refused'),
      }
    case 'duty-referred':
      return order.state.status === 'return-review'
        ? { ...order, state: { ...order.state, referredAt: event.at } }
        : order
    case 'duty-ruled':
      return withCoUnits(
        {
          ...order,
          state: { status: 'dispatched' },
          assignment: { unitId: event.unitId, coUnitIds: [], at: event.at },
          ruling: { at: event.at, unitId: event.unitId, document: event.document },
          returns: settled(order, 'ruled'),
        },
        askUnits(order.asks),
      )
    case 'co-units-invited':
      return withCoUnits(order, event.unitIds)
    case 'callback-recorded':
      return order
    // Whoever has reached the requester, or tells how far it got, has responded.
    case 'contact-recorded':
      return { ...order, milestones: met(order, ['respond'], event.at) }
    case 'progress-noted':
      return event.visible
        ? { ...order, milestones: met(order, ['respond'], event.at) }
        : {
            ...order,
            internalNotes: [...order.internalNotes, { at: event.at, by: event.by, text: event.text }],
          }
    case 'supervised':
      return {
        ...order,
        supervision: [
          ...order.supervision,
          { at: event.at, form: event.form, text: event.text, round: order.round },
        ],
      }
    case 'supervision-answered': {
      const first = order.supervision.findIndex((one) => one.answer === undefined)
      return {
        ...order,
        supervision: order.supervision.map((one, i) =>
          i === first ? { ...one, answer: { at: event.at, text: event.text } } : one,
        ),
      }
    }
    case 'card-issued':
      return {
        ...order,
        cards: [
          ...order.cards,
          {
            at: event.at,
            colour: event.colour,
            milestone: event.milestone,
            dueAt: event.dueAt,
            round: order.round,
            ...(order.assignment === undefined ? {} : { unitId: order.assignment.unitId }),
          },
        ],
      }
    case 'concluded':
      return { ...order, state: { status: 'concluded', at: event.at, how: event.how } }
  }
}

export const evolveAll = (order: Order, events: readonly OrderEvent[]): Order => events.reduce(evolve, order)
