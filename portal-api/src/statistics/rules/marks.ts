/**
 * What an order says about the units that had it, each with its moment: a job done in time or late, a dispatch seen in
 * time or not, an opinion, a card. A period's figures are the marks that fall into it, so that no order is counted
 * twice and none is lost between two periods.
 */
import {
  type BoardCount,
  type BoardIndicator,
  isDissatisfied,
  type LimitUnit,
  type MatterNature,
  type OrderEventType,
  type SatisfactionLevel,
  type SolvedAnswer,
} from '@jiesu/shared-types/vocabulary'
import type { Calendar } from '../../clock/rules/calendar'
import { dueTime } from '../../clock/rules/dueTime'
import { HOTLINE, type Milestone, type Order } from '../../orders/rules/order'

/** What is read of an order: no texts, no personal data. */
export interface JudgedOrder {
  readonly milestones: readonly Pick<Milestone, 'type' | 'round' | 'dueAt' | 'metAt' | 'voidAt'>[]
  readonly replies: readonly {
    readonly at: Date
    readonly unitId: string
    readonly round: number
    /** Absent in orders from before it was asked: ordinary. */
    readonly nature?: MatterNature | undefined
  }[]
  readonly ratings: readonly {
    readonly at: Date
    readonly round: number
    readonly solved: SolvedAnswer
    readonly satisfaction: SatisfactionLevel
  }[]
  readonly cards: readonly Pick<Order['cards'][number], 'at' | 'colour' | 'unitId'>[]
  readonly events: readonly {
    readonly type: OrderEventType
    readonly at: Date
    /** The unit that is named: of a dispatch or a ruling. */
    readonly unitId?: string | undefined
    readonly by: { readonly unitId?: string | undefined }
  }[]
}

export type Mark = { readonly unitId: string; readonly at: Date } & (
  { readonly indicator: BoardIndicator; readonly good: boolean } | { readonly count: BoardCount }
)

export interface MarkContext {
  readonly now: Date
  readonly calendar: Calendar
  /** By when a unit has to have opened what was dispatched to it. */
  readonly viewLimit: { readonly unit: LimitUnit; readonly amount: number }
}

type Event = JudgedOrder['events'][number]

const DISPATCHES: readonly OrderEventType[] = ['dispatched', 'duty-ruled']
/** After these the unit that had the order has it no more. */
const TAKES_AWAY: readonly OrderEventType[] = [
  ...DISPATCHES,
  'return-upheld',
  'unmerged',
  'merged',
  'withdrawn',
  'declined',
]
/** What ends an order without an answer. */
const ENDS: readonly OrderEventType[] = ['withdrawn', 'declined']

/** The unit that had the order at a moment; the hotline itself while no unit had it. */
const holderAt = (events: readonly Event[], moment: Date): string => {
  const last = events.findLast(
    ({ type, at }) =>
      at <= moment && (DISPATCHES.includes(type) || type === 'return-upheld' || type === 'unmerged'),
  )
  return last?.unitId ?? HOTLINE
}

/** True while the order was handled with another one, the moment of the common answer included. */
const isMergedAt = (events: readonly Event[], moment: Date): boolean => {
  const last = events.findLast(
    ({ type, at }) =>
      (type === 'merged' || type === 'unmerged' || type === 'replied') &&
      (type === 'replied' ? at < moment : at <= moment),
  )
  return last?.type === 'merged'
}

/** True when the order had ended without an answer before that moment, and was not taken up again. */
const isOverBefore = (events: readonly Event[], moment: Date): boolean => {
  const last = events.findLast(
    ({ type, at }) => at < moment && (ENDS.includes(type) || type === 'decline-contested'),
  )
  return last !== undefined && ENDS.includes(last.type)
}

/** Each round's job, decided when it was answered in time or when its time was over, whichever came first. */
const jobs = (order: JudgedOrder, now: Date): readonly Mark[] => {
  const rounds = [...new Set(order.milestones.map(({ round }) => round))]
  return rounds.flatMap((round): Mark[] => {
    // The last promise of a round is the one in force: urgency and a second acceptance make new ones.
    const finish = order.milestones.findLast((m) => m.type === 'finish' && m.round === round)
    if (finish === undefined) return []
    const { dueAt, metAt, voidAt } = finish
    if (metAt !== undefined && metAt <= dueAt) {
      if (isMergedAt(order.events, metAt)) return []
      const reply = order.replies.find((one) => one.at.getTime() === metAt.getTime())
      const unitId = reply?.unitId ?? holderAt(order.events, metAt)
      return [{ unitId, at: metAt, indicator: 'onTime', good: true }]
    }
    const overtaken = voidAt !== undefined && voidAt < dueAt
    if (dueAt > now || overtaken || isOverBefore(order.events, dueAt) || isMergedAt(order.events, dueAt))
      return []
    return [{ unitId: holderAt(order.events, dueAt), at: dueAt, indicator: 'onTime', good: false }]
  })
}

/** Each dispatch: seen by the unit's people in time, or not. */
const views = ({ events }: JudgedOrder, { now, calendar, viewLimit }: MarkContext): readonly Mark[] =>
  events.flatMap(({ type, at, unitId }, i): Mark[] => {
    if (!DISPATCHES.includes(type) || unitId === undefined) return []
    const limit = dueTime(viewLimit, at, calendar).at
    const next = events.slice(i + 1)
    const seen = next.find((event) => event.by.unitId === unitId)
    const taken = next.find((event) => TAKES_AWAY.includes(event.type))
    const isTakenFirst =
      taken !== undefined && (seen === undefined || next.indexOf(taken) < next.indexOf(seen))
    if (seen !== undefined && !isTakenFirst && seen.at <= limit)
      return [{ unitId, at: seen.at, indicator: 'viewed', good: true }]
    if (limit > now || (isTakenFirst && taken.at < limit)) return []
    return [{ unitId, at: limit, indicator: 'viewed', good: false }]
  })

/** Each opinion speaks of the answer of its round, whoever gave it; matters of law are not judged by satisfaction. */
const opinions = ({ ratings, replies }: JudgedOrder): readonly Mark[] =>
  ratings.flatMap(({ at, round, solved, satisfaction }): Mark[] => {
    const reply = replies.findLast((one) => one.round === round && one.at <= at)
    if (reply === undefined) return []
    const { unitId, nature = 'ordinary' } = reply
    const solution: Mark = { unitId, at, indicator: 'solved', good: solved === 'solved' }
    return nature === 'ordinary'
      ? [solution, { unitId, at, indicator: 'satisfied', good: !isDissatisfied(satisfaction) }]
      : [solution]
  })

/** 不当退单: returns that a reviewer refused, on the unit that asked. */
const improperReturns = ({ events }: JudgedOrder): readonly Mark[] =>
  events.flatMap(({ type, at }, i): Mark[] => {
    if (type !== 'return-refused') return []
    const unitId = events.slice(0, i).findLast((event) => event.type === 'returned')?.by.unitId
    return unitId === undefined ? [] : [{ unitId, at, count: 'improperReturns' }]
  })

export const marksOf = (order: JudgedOrder, ctx: MarkContext): readonly Mark[] => [
  ...jobs(order, ctx.now),
  ...views(order, ctx),
  ...opinions(order),
  ...improperReturns(order),
  ...order.cards.map(({ at, colour, unitId = HOTLINE }): Mark => ({
    unitId,
    at,
    count: colour === 'red' ? 'redCards' : 'yellowCards',
  })),
]
