/** 补充信息 and 撤回: what passes between the desk and the requester before the result. */
import { type Decision, happen, refuse, type RuleContext } from './decision'
import type { Actor, Order } from './order'
import { isAllowed } from './transitions'

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
