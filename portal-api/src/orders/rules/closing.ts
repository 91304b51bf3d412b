/** 评价、重办、办结 (烟政办发〔2021〕3号 第12条): the loop closes only with the requester's word or after waiting for it. */
import type { MatterNature, SatisfactionLevel, SolvedAnswer } from '@jiesu/shared-types/vocabulary'
import { promisesFor, SYSTEM } from './acceptance'
import { type Decision, happen, refuse, type RuleContext } from './decision'
import type { OrderEvent } from './events'
import type { Actor, Order } from './order'
import { isAllowed } from './transitions'

export interface RatingInput {
  readonly solved: SolvedAnswer
  readonly satisfaction: SatisfactionLevel
  readonly reason: string
  readonly asksRedo: boolean
  /** What the unit is told of it, where that is not the requester's own words. */
  readonly redoReason?: string | undefined
}

/**
 * What follows from a rating:
 * - unsolved and asked to be redone: another round at once, while the city's number of rounds lasts (应办未办);
 * - any other wish for a redo, and "unsolved" without one: a person looks whether the claim is reasonable (诉求合理);
 * - mediation and law enforcement are not redone by a rating: the law decides, and a person looks;
 * - otherwise the order is concluded. Being dissatisfied alone reopens nothing (不片面追求满意率, 第13条).
 */
export const consequence = (
  rating: Omit<RatingInput, 'reason'>,
  round: number,
  maxRounds: number,
  nature: MatterNature = 'ordinary',
): 'conclusion' | 'redo' | 'review' => {
  if (rating.solved === 'unsolved')
    return rating.asksRedo && round < maxRounds && nature === 'ordinary' ? 'redo' : 'review'
  return rating.asksRedo ? 'review' : 'conclusion'
}

/** What a rating, the requester's own or one given in a callback, brings about. */
export const judged = (
  order: Order,
  by: Actor,
  rating: RatingInput,
  ctx: RuleContext,
): readonly OrderEvent[] => {
  const most = ctx.city.profile.maxRounds.value
  const leadsTo = consequence(rating, order.round, most, order.replies.at(-1)?.nature)
  const { solved, satisfaction, reason } = rating
  const rated: OrderEvent = { type: 'rated', at: ctx.now, by, solved, satisfaction, reason, leadsTo }
  switch (leadsTo) {
    case 'conclusion':
      return [rated, { type: 'concluded', at: ctx.now, by: SYSTEM, how: 'rated', reason: '' }]
    case 'redo':
      return [
        rated,
        {
          type: 'redo-ordered',
          at: ctx.now,
          by: SYSTEM,
          reason: rating.redoReason ?? reason,
          promises: promisesFor(order, ctx),
        },
      ]
    // A person looks; when the rounds are used up, a supervisor (waitsFor).
    case 'review':
      return [rated]
  }
}

export const rate = (order: Order, by: Actor, rating: RatingInput, ctx: RuleContext): Decision => {
  if (order.state.status !== 'replied' || !isAllowed('rate', order.state.status, by.role))
    return refuse('not-allowed-now', '现在还不能评价，或这次答复已经评价过了。')
  if (ctx.now >= order.state.ratingOpenUntil)
    return refuse('not-allowed-now', '评价时间已经过了。仍有问题的话，可以重新提交诉求并写上这个编号。')
  return happen(...judged(order, by, rating, ctx))
}

/** Rounds are bounded: operators order them up to the city's number, a supervisor one more. */
export const mayOrderRedo = (order: Order, by: Actor, ctx: RuleContext): boolean =>
  order.round < ctx.city.profile.maxRounds.value + (by.role === 'supervisor' ? 1 : 0)

/** A person found the claim reasonable: another round, with limits of its own. */
export const orderRedo = (order: Order, by: Actor, reason: string, ctx: RuleContext): Decision => {
  if (!isAllowed('orderRedo', order.state.status, by.role)) return refuse('not-allowed-now')
  if (!mayOrderRedo(order, by, ctx))
    return refuse(
      'not-allowed-now',
      `本市最多办理 ${ctx.city.profile.maxRounds.value} 轮，已经用完；是否再办一轮由督办员决定。`,
    )
  return happen({ type: 'redo-ordered', at: ctx.now, by, reason, promises: promisesFor(order, ctx) })
}

/** A person checked and found nothing left to do; the reason is shown to the requester. */
export const conclude = (order: Order, by: Actor, reason: string, ctx: RuleContext): Decision =>
  isAllowed('conclude', order.state.status, by.role)
    ? happen({ type: 'concluded', at: ctx.now, by, how: 'reviewed', reason })
    : refuse('not-allowed-now')

/** The rating window is over without a word: the order concludes by itself. */
export const closeRatingWindow = (order: Order, ctx: RuleContext): Decision =>
  order.state.status === 'replied' && ctx.now >= order.state.ratingOpenUntil
    ? happen({ type: 'concluded', at: ctx.now, by: SYSTEM, how: 'rating-window-over', reason: '' })
    : refuse('not-allowed-now')
