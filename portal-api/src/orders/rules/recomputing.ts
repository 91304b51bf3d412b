/**
 * A promise that reached into a year whose holidays were not announced is settled once, when they are
 * (docs/adr/0004): counted again from the same start, by the limit that was promised, never by a newer rule.
 * Whatever else moves a due time of an order has to leave `unit`, `amount` and `startAt` such that they lead to it, or
 * call it certain: a promise counted again must not take back what somebody granted.
 */
import { MILESTONE_WORDS, sayDue } from '@jiesu/shared-types/vocabulary'
import type { Calendar } from '../../clock/rules/calendar'
import { dueTime } from '../../clock/rules/dueTime'
import { type Decision, happen, type RuleContext } from './decision'
import type { PromiseChange } from './events'
import { soonAt } from './milestones'
import type { Milestone, Order } from './order'
import { SYSTEM } from './acceptance'

const isOpen = (m: Milestone): boolean => m.metAt === undefined && m.voidAt === undefined

interface Span {
  readonly startAt: Date
  readonly dueAt: Date
  readonly provisional: boolean
}

/** When a milestone starts and ends by what is known now. */
const counted = (milestone: Milestone, all: readonly Milestone[], calendar: Calendar): Span => {
  if (!milestone.provisional) return milestone
  // One that runs after another started with the last instant of that one's due day (promiseMilestones).
  const before = all.find(
    (other) => other.round === milestone.round && other.dueAt.getTime() - 1 === milestone.startAt.getTime(),
  )
  const first = before === undefined ? undefined : counted(before, all, calendar)
  const startAt = first === undefined ? milestone.startAt : new Date(first.dueAt.getTime() - 1)
  const due = dueTime(milestone, startAt, calendar)
  return { startAt, dueAt: due.at, provisional: due.provisional || first?.provisional === true }
}

/**
 * What changes in the open provisional promises of an order, now that the calendar knows more. Nothing as long as none
 * of them is certain; a second time nothing, because then none is provisional.
 */
export const recomputePromises = (order: Order, ctx: RuleContext): Decision => {
  const changes = order.milestones
    .filter((m) => isOpen(m) && m.provisional)
    .map((m): PromiseChange => {
      const { startAt, dueAt, provisional } = counted(m, order.milestones, ctx.calendar)
      const soon = soonAt({ unit: m.unit, dueAt }, ctx.calendar, ctx.city.profile.dueSoon)
      return { milestone: m.type, startAt, dueAt, soonAt: soon, provisional, before: m.dueAt }
    })
  return changes.some((change) => !change.provisional)
    ? happen({ type: 'promise-recomputed', at: ctx.now, by: SYSTEM, changes })
    : happen()
}

/** What became certain, for the timeline; the year is said when it is not that of `now`. */
export const sayRecomputed = (changes: readonly PromiseChange[], now: Date): string => {
  const certain = changes.filter((change) => !change.provisional)
  const said = certain.map(({ milestone, dueAt, before }) => {
    const what = certain.length === 1 ? '' : MILESTONE_WORDS[milestone]
    const same = dueAt.getTime() === before.getTime()
    const was = same ? '与原来暂定的一样' : `原来暂定 ${sayDue(before, now)}`
    return `${what}时限确定为 ${sayDue(dueAt, now)}（${was}）`
  })
  return `节假日安排公布，${said.join('；')}。`
}
