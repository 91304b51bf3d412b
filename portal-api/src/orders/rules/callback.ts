/** 回访 (烟政办发〔2021〕3号 第12条): who has not rated is called; what they say counts like a rating of their own. */
import type { ContactOutcome, SatisfactionLevel, SolvedAnswer } from '@jiesu/shared-types/vocabulary'
import { judged } from './closing'
import { type Decision, happen, refuse, type RuleContext } from './decision'
import type { OrderEvent } from './events'
import type { Actor, Order } from './order'
import { isAllowed } from './transitions'

export interface Callback {
  readonly outcome: ContactOutcome
  readonly text: string
  readonly solved?: SolvedAnswer | undefined
  readonly satisfaction?: SatisfactionLevel | undefined
  readonly asksRedo: boolean
  /** What is to be done again, for the unit to read; the record of the call is not. */
  readonly redoReason?: string | undefined
}

/** True when nobody has rated within the city's days: somebody calls. */
export const isCallbackDue = (order: Order, now: Date): boolean =>
  order.state.status === 'replied' &&
  order.state.callbackFrom !== undefined &&
  now >= order.state.callbackFrom &&
  now < order.state.ratingOpenUntil

/** Somebody who could not be reached is called again until the rating window ends; the order then concludes. */
export const recordCallback = (order: Order, by: Actor, callback: Callback, ctx: RuleContext): Decision => {
  if (!isAllowed('recordCallback', order.state.status, by.role)) return refuse('not-allowed-now')
  if (!isCallbackDue(order, ctx.now)) return refuse('not-allowed-now', '还没到回访的时间，或评价期已经结束。')
  const { outcome, text, solved, satisfaction, asksRedo, redoReason = '回访时诉求人要求重办。' } = callback
  const called: OrderEvent = { type: 'callback-recorded', at: ctx.now, by, outcome, text }
  if (outcome !== 'reached' || solved === undefined || satisfaction === undefined) return happen(called)
  return happen(
    called,
    ...judged(order, by, { solved, satisfaction, reason: text, asksRedo, redoReason }, ctx),
  )
}
