import type { MilestoneView } from '@jiesu/shared-types'
import { sayRemaining, type MilestoneState } from '@jiesu/shared-types/vocabulary'

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

/** Milliseconds until the words can change: they speak of minutes, and of seconds never. */
export const nextTick = (milestone: MilestoneView, now: Date): number => {
  const minute = 60_000
  const apart = Math.abs(Date.parse(milestone.dueAt) - now.getTime())
  const untilTurn = Date.parse(milestone.dueAt) > now.getTime() ? apart % minute : minute - (apart % minute)
  return Math.max(250, untilTurn + 50)
}
