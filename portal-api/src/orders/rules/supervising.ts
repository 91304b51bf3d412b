/** 督办 (烟政办发〔2021〕3号 第13条, 榕政办〔2021〕104号 三(十二)): by a supervisor's word, and by the clock. */
import type { CardColour, SupervisionForm } from '@jiesu/shared-types/vocabulary'
import { SYSTEM } from './acceptance'
import { type Decision, happen, refuse, type RuleContext } from './decision'
import type { OrderEvent } from './events'
import { openMilestones } from './milestones'
import type { Actor, Card, Milestone, Order, Supervision } from './order'
import { isAllowed } from './transitions'
import { isOfMainUnit } from './units'

export const supervise = (
  order: Order,
  by: Actor,
  what: { form: SupervisionForm; text: string },
  ctx: RuleContext,
): Decision =>
  isAllowed('supervise', order.state.status, by.role)
    ? happen({ type: 'supervised', at: ctx.now, by, form: what.form, text: what.text })
    : refuse('not-allowed-now')

/** The oldest word of a supervisor that waits for an answer. */
export const openSupervision = (order: Order): Supervision | undefined =>
  order.supervision.find((one) => one.answer === undefined)

export const answerSupervision = (order: Order, by: Actor, text: string, ctx: RuleContext): Decision => {
  if (!isOfMainUnit(by, order)) return refuse('not-yours', '由主办单位答复督办。')
  if (!isAllowed('answerSupervision', order.state.status, by.role) || openSupervision(order) === undefined)
    return refuse('not-allowed-now', '没有等待答复的督办。')
  return happen({ type: 'supervision-answered', at: ctx.now, by, text })
}

interface ComingCard {
  readonly at: Date
  readonly colour: CardColour
  readonly milestone: Milestone
}

/** Cards that the open milestones of the present round lead to and that were not given yet, the next one first. */
const comingCards = (order: Order): readonly ComingCard[] => {
  const given = (colour: CardColour, { type, dueAt }: Milestone) =>
    order.cards.some(
      (c) =>
        c.colour === colour &&
        c.milestone === type &&
        c.round === order.round &&
        c.dueAt.getTime() === dueAt.getTime(),
    )
  return openMilestones(order)
    .flatMap((milestone): ComingCard[] => {
      const red: ComingCard = { at: milestone.dueAt, colour: 'red', milestone }
      if (given('red', milestone)) return []
      // A limit that is short from the start gets no warning the moment it begins.
      const { soonAt, startAt } = milestone
      return soonAt === undefined || soonAt <= startAt || given('yellow', milestone)
        ? [red]
        : [{ at: soonAt, colour: 'yellow', milestone }, red]
    })
    .sort((a, b) => a.at.getTime() - b.at.getTime())
}

/** When the clock has to look at the order next; `undefined`: never, as it stands. */
export const nextCardAt = (order: Order): Date | undefined =>
  isAllowed('issueCard', order.state.status, 'system') ? comingCards(order)[0]?.at : undefined

/** The cards that are due at `ctx.now`; of a milestone that is over already the red one alone. */
export const issueCards = (order: Order, ctx: RuleContext): Decision => {
  if (!isAllowed('issueCard', order.state.status, 'system')) return happen()
  const due = comingCards(order).filter(({ at }) => at <= ctx.now)
  const worst = due.filter(
    ({ colour, milestone }) =>
      colour === 'red' || !due.some((other) => other.colour === 'red' && other.milestone === milestone),
  )
  return happen(
    ...worst.map(({ colour, milestone }): OrderEvent => ({
      type: 'card-issued',
      at: ctx.now,
      by: SYSTEM,
      colour,
      milestone: milestone.type,
      dueAt: milestone.dueAt,
    })),
  )
}

/** The worst card of the present round. */
export const worstCard = (order: Pick<Order, 'cards' | 'round'>): CardColour | undefined => {
  const colours = order.cards.filter((card: Card) => card.round === order.round).map((card) => card.colour)
  if (colours.includes('red')) return 'red'
  return colours.includes('yellow') ? 'yellow' : undefined
}
