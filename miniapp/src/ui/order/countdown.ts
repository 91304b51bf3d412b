import type { MilestoneView } from '@jiesu/shared-types'
import type { MilestoneState } from '@jiesu/shared-types/vocabulary'
import { commonWords } from '../../words/common'
import { orderWords } from '../../words/order'
import { sayDue, sayMoment, sayRemaining } from '../../words/vocabulary'

export interface Countdown {
  state: MilestoneState
  /** 还剩 2 个工作日 3 小时; empty once the milestone is over. */
  words: string
  /** How much of the time is left, 0–1, for the bar. */
  left: number
}

const OVER: readonly MilestoneState[] = ['met', 'met-late', 'void']

/**
 * A milestone as it stands at `now` (server time). The portal's answer may be a while old: what was running then
 * is late once its due time has passed.
 */
export const countdown = (milestone: MilestoneView, now: Date): Countdown => {
  const start = Date.parse(milestone.startAt)
  const due = Date.parse(milestone.dueAt)
  const left = due <= start ? 0 : Math.min(1, Math.max(0, (due - now.getTime()) / (due - start)))
  if (OVER.includes(milestone.state)) return { state: milestone.state, words: '', left }
  const late = now.getTime() >= due
  return {
    state: late ? 'late' : milestone.state === 'late' ? 'running' : milestone.state,
    words: sayRemaining(now, new Date(due), milestone.workingDays),
    left,
  }
}

/** Due times before extensions, where there were any. */
const before = ({ extendedFrom }: MilestoneView, now: Date): string[] =>
  extendedFrom === undefined
    ? []
    : [orderWords.dueBefore(commonWords.list(extendedFrom.map((due) => sayDue(new Date(due), now))))]

/** What the lines below the bar say: the limit, until when, and when it was done. */
export const dueLines = (milestone: MilestoneView, now: Date): string[] => {
  const { limit, dueWords, metAt } = milestone
  const done = metAt === undefined ? [] : [orderWords.doneAt(sayMoment(new Date(metAt), now))]
  return [...before(milestone, now), commonWords.clauses([orderWords.dueBy(limit, dueWords), ...done])]
}

/** Everything that a milestone shows, as one sentence for those who hear it. */
export const sayCountdown = (milestone: MilestoneView, now: Date): string => {
  const { name, limit, dueWords } = milestone
  const { state, words } = countdown(milestone, now)
  if (words === '')
    return commonWords.clauses([name, orderWords.milestoneStates[state], ...dueLines(milestone, now)])
  const left = state === 'due-soon' ? [orderWords.milestoneStates[state], words] : [words]
  const until = state === 'late' ? orderWords.wasDue(dueWords, name) : orderWords.isDue(dueWords, name)
  return commonWords.clauses([...left, until, orderWords.limitOf(limit), ...before(milestone, now)])
}

/** Milliseconds until the words can change: they speak of minutes, and of seconds never; undefined for never. */
export const nextTick = (milestone: MilestoneView, now: Date): number | undefined => {
  if (OVER.includes(milestone.state)) return undefined
  const minute = 60_000
  const apart = Math.abs(Date.parse(milestone.dueAt) - now.getTime())
  const untilTurn = Date.parse(milestone.dueAt) > now.getTime() ? apart % minute : minute - (apart % minute)
  return Math.max(250, untilTurn + 50)
}
