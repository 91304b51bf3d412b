/** 答复: by the main unit point by point, or by the hotline itself where it can answer at once (直接答复). */
import { DAY_MS, type MatterNature, shanghaiDay } from '@jiesu/shared-types/vocabulary'
import { endOfShanghaiDay } from '../../clock/rules/dueTime'
import { promisesFor } from './acceptance'
import { pointProblems } from './asks'
import { type Decision, happen, refuse, refuseFields, type RuleContext } from './decision'
import type { OrderEvent, Point } from './events'
import { type Actor, HOTLINE, type Order } from './order'
import { isAllowed, isBarred } from './transitions'
import { isOfMainUnit } from './units'

export interface Answer {
  readonly publicReply: string
  readonly internalAccount: string
  readonly points: readonly Point[]
  readonly nature: MatterNature
  /** The unit says that the public reply names nobody and may be shown to those who follow the matter. */
  readonly publishable?: boolean | undefined
}

const inDays = (now: Date, days: number): Date =>
  endOfShanghaiDay(shanghaiDay(new Date(now.getTime() + days * DAY_MS)))

/** The event of a reply, with the time in which it can be rated and from when on the hotline calls. */
export const replied = (
  by: Actor,
  { publishable, ...answer }: Answer & { readonly unitId: string; readonly entry?: string | undefined },
  { now, city }: RuleContext,
): OrderEvent => ({
  type: 'replied',
  at: now,
  by,
  ...answer,
  ...(publishable === true ? { publishable } : {}),
  ratingOpenUntil: inDays(now, city.profile.ratingWindowDays.value),
  callbackFrom: inDays(now, city.profile.callbackAfterDays.value),
})

export const reply = (order: Order, by: Actor, answer: Answer, ctx: RuleContext): Decision => {
  if (!isOfMainUnit(by, order)) return refuse('not-yours', '由主办单位答复；协办单位的情况请先告诉主办单位。')
  if (!isAllowed('reply', order.state.status, by.role)) return refuse('not-allowed-now')
  const problems = pointProblems(order, answer.points)
  if (problems.length > 0) return refuseFields(problems)
  const { publicReply, internalAccount, points, nature, publishable } = answer
  const unitId = by.unitId ?? HOTLINE
  return happen(replied(by, { publicReply, internalAccount, points, nature, publishable, unitId }, ctx))
}

/**
 * 对能够直接答复处理的一般性咨询问题直接答复处理 (烟政办发〔2021〕3号 第10条): accepted and answered at once.
 * @param answer.entry id of the knowledge entry on which it rests.
 */
export const answerDirectly = (
  order: Order,
  by: Actor,
  answer: { publicReply: string; entry?: string | undefined },
  ctx: RuleContext,
): Decision => {
  if (!isAllowed('answerDirectly', order.state.status, by.role)) return refuse('not-allowed-now')
  if (order.kind !== 'consult')
    return refuse('not-allowed-now', '直接答复只用于咨询；其他诉求请派给承办单位。')
  if (isBarred('answerDirectly', order, by))
    return refuse('not-yours', '诉求人对您的决定提出了异议，请由另一位工作人员来看。')
  const accepted: readonly OrderEvent[] =
    order.state.status === 'submitted'
      ? [{ type: 'accepted', at: ctx.now, by, note: '', promises: promisesFor(order, ctx) }]
      : []
  const given = replied(
    by,
    {
      unitId: HOTLINE,
      publicReply: answer.publicReply,
      internalAccount: '热线直接答复。',
      nature: 'ordinary',
      // The hotline's answer speaks to the whole appeal.
      points: order.asks
        .filter((ask) => ask.answer === undefined)
        .map(({ id }) => ({ ask: id, outcome: 'explained', text: answer.publicReply })),
      ...(answer.entry === undefined ? {} : { entry: answer.entry }),
    },
    ctx,
  )
  return happen(...accepted, given)
}
