/** What an event changes. Pure: folding an order's events over its beginning gives the order again. */
import type { MilestoneType } from '@jiesu/shared-types/vocabulary'
import type { MilestonePromise } from '../../clock/rules/limits'
import type { OrderEvent, PromiseChange } from './events'
import type { AppealFacts, Milestone, Order } from './order'

/** The order before anything but its submission has happened. */
export const begin = (number: string, facts: AppealFacts, submittedAt: Date): Order => ({
  ...facts,
  number,
  submittedAt,
  state: { status: 'submitted' },
  round: 1,
  milestones: [],
  extensions: [],
  additions: [],
  replies: [],
  internalNotes: [],
  ratings: [],
})

const promised = (promises: readonly MilestonePromise[], round: number): readonly Milestone[] =>
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
    const { startAt, dueAt, provisional } = change
    return { ...m, startAt, dueAt, provisional }
  })

/** The finish that runs now; extensions and their decisions speak of it. */
const extended = (order: Order, days: number, dueAt: Date, provisional: boolean): readonly Milestone[] =>
  order.milestones.map((m) =>
    open(m) && m.type === 'finish'
      ? {
          ...m,
          amount: m.amount + days,
          dueAt,
          provisional,
          extendedFrom: [...(m.extendedFrom ?? []), m.dueAt],
        }
      : m,
  )

const decided = (order: Order, decision: 'granted' | 'refused'): Order['extensions'] =>
  order.extensions.map((one) => (one.decision === undefined ? { ...one, decision } : one))

export const evolve = (order: Order, event: OrderEvent): Order => {
  switch (event.type) {
    case 'submitted':
      return order
    case 'accepted':
      return {
        ...order,
        state: { status: 'awaiting-dispatch' },
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
        },
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
    case 'withdrawn':
      return {
        ...order,
        state: { status: 'withdrawn', at: event.at, reason: event.reason },
        milestones: voided(order, event.at),
      }
    case 'dispatched':
      return {
        ...order,
        state: { status: 'dispatched' },
        assignment: {
          unitId: event.unitId,
          coUnitIds: event.coUnitIds,
          ...(event.line === undefined ? {} : { line: event.line }),
        },
      }
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
        milestones: extended(order, event.days, event.dueAt, event.provisional),
        extensions: decided(order, 'granted'),
      }
    case 'extension-refused':
      return { ...order, extensions: decided(order, 'refused') }
    case 'replied':
      return {
        ...order,
        state: { status: 'replied', ratingOpenUntil: event.ratingOpenUntil },
        milestones: met(order, ['respond', 'explain', 'decide', 'finish'], event.at),
        replies: [
          ...order.replies,
          {
            at: event.at,
            unitId: order.assignment?.unitId ?? '',
            round: order.round,
            publicReply: event.publicReply,
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
        state: { status: 'handling', receivedAt: event.at },
        milestones: [...voided(order, event.at), ...promised(event.promises, order.round + 1)],
      }
    case 'promise-recomputed':
      return { ...order, milestones: recomputed(order, event.changes) }
    case 'concluded':
      return { ...order, state: { status: 'concluded', at: event.at, how: event.how } }
  }
}

export const evolveAll = (order: Order, events: readonly OrderEvent[]): Order => events.reduce(evolve, order)
