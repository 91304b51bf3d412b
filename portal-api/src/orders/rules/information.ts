/** 补充信息 and 撤回: what passes between the desk and the requester before the result. */
import { sayMoment } from '@jiesu/shared-types/vocabulary'
import { type Decision, happen, refuse, type RuleContext } from './decision'
import type { Actor, Order } from './order'
import { isAllowed } from './transitions'

const HOUR_MS = 3_600_000

export const requestInformation = (order: Order, by: Actor, question: string, ctx: RuleContext): Decision =>
  isAllowed('requestInformation', order.state.status, by.role)
    ? happen({ type: 'information-requested', at: ctx.now, by, question })
    : refuse('not-allowed-now')

export const giveInformation = (order: Order, by: Actor, text: string, ctx: RuleContext): Decision =>
  isAllowed('giveInformation', order.state.status, by.role)
    ? happen({ type: 'information-given', at: ctx.now, by, text })
    : refuse('not-allowed-now', '这件工单现在不需要补充信息，您写的内容还在输入框里。')

/** Possible until the unit has replied; afterwards the rating says what the requester thinks. */
export const withdraw = (order: Order, by: Actor, reason: string, ctx: RuleContext): Decision =>
  isAllowed('withdraw', order.state.status, by.role)
    ? happen({ type: 'withdrawn', at: ctx.now, by, reason })
    : refuse('not-allowed-now', '承办单位已经答复或工单已经结束，不能再撤回。')

/** The requester does not answer: the hotline goes on with what it knows, and says why. */
export const resume = (order: Order, by: Actor, reason: string, ctx: RuleContext): Decision =>
  isAllowed('resume', order.state.status, by.role)
    ? happen({ type: 'resumed', at: ctx.now, by, reason })
    : refuse('not-allowed-now')

/** More words at any time before the reply; the unit sees them at once. */
export const supplement = (order: Order, by: Actor, text: string, ctx: RuleContext): Decision =>
  isAllowed('supplement', order.state.status, by.role)
    ? happen({ type: 'supplemented', at: ctx.now, by, text })
    : refuse('not-allowed-now', '这件工单已经答复或结束，不能再补充；您写的内容还在输入框里。')

/** From when on haste may be asked for again; `undefined`: now. */
export const nextReminderAt = (order: Order, ctx: RuleContext): Date | undefined => {
  const last = order.reminders.at(-1)
  if (last === undefined) return undefined
  const next = new Date(last.getTime() + ctx.city.profile.reminderEveryHours.value * HOUR_MS)
  return next > ctx.now ? next : undefined
}

/** 催办, throttled: the unit should work, not read reminders. */
export const remind = (order: Order, by: Actor, text: string, ctx: RuleContext): Decision => {
  if (!isAllowed('remind', order.state.status, by.role))
    return refuse('not-allowed-now', '这件工单现在不用催办。')
  const next = nextReminderAt(order, ctx)
  return next === undefined
    ? happen({ type: 'reminded', at: ctx.now, by, text })
    : refuse('not-allowed-now', `已经催办过，承办单位看得到；${sayMoment(next, ctx.now)} 以后可以再催。`)
}
