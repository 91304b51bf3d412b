/**
 * What a unit's system is told of an order: chosen field by field, so that nothing new gets out by itself. Events of
 * types that are not known here are told with their type and time.
 */
import type { ExchangeEvent, ExchangeOrder } from '@jiesu/shared-types'
import {
  ELSEWHERE,
  ELSEWHERE_WORDS,
  limitWords,
  MILESTONE_WORDS,
  ORDER_STATUS_WORDS,
  shanghaiInstant,
} from '@jiesu/shared-types/vocabulary'
import type { City } from '../../cities/cityData'
import type { RecordedEvent } from '../../orders/rules/events'
import type { Ask, Milestone, Order, RatingRecord } from '../../orders/rules/order'
import type { Step } from './history'

export interface PayloadContext {
  readonly city: City
  /** Takes the requester's own data out of what people wrote. */
  readonly hide: (text: string) => string
}

const unitBrief = (city: City, id: string) => ({
  id,
  name: city.units.find((unit) => unit.id === id)?.name ?? id,
})

const placeOf = (order: Order, { city, hide }: PayloadContext): ExchangeOrder['place'] => {
  const district = city.districts.find(({ id }) => id === order.place.district)
  const street = district?.streets.find(({ id }) => id === order.place.street)?.name
  const name = order.place.district === ELSEWHERE ? ELSEWHERE_WORDS : (district?.name ?? order.place.district)
  const detail = hide(order.place.detail)
  return {
    words: [name, street, detail].filter(Boolean).join(' '),
    district: name,
    ...(street === undefined ? {} : { street }),
    detail,
  }
}

const categoryOf = (
  order: Order,
  city: City,
): Pick<ExchangeOrder, 'category' | 'categoryName' | 'factWords'> => {
  const category = city.categoryGroups
    .flatMap((group) => group.categories)
    .find(({ id }) => id === order.category)
  const answer = category?.question?.answers.find(({ fact }) => order.facts.includes(fact))
  return {
    category: order.category,
    categoryName: category?.name ?? order.category,
    ...(answer === undefined ? {} : { factWords: answer.name }),
  }
}

const milestoneOf = (milestone: Milestone): ExchangeOrder['milestones'][number] => ({
  type: milestone.type,
  name: MILESTONE_WORDS[milestone.type],
  round: milestone.round,
  limit: limitWords(milestone),
  startAt: shanghaiInstant(milestone.startAt),
  dueAt: shanghaiInstant(milestone.dueAt),
  provisional: milestone.provisional,
  ...(milestone.metAt === undefined ? {} : { metAt: shanghaiInstant(milestone.metAt) }),
  ...(milestone.voidAt === undefined ? {} : { voidAt: shanghaiInstant(milestone.voidAt) }),
})

const askOf = (
  { id, text, unitId, answer }: Ask,
  { city, hide }: PayloadContext,
): ExchangeOrder['asks'][number] => ({
  id,
  text: hide(text),
  ...(unitId === undefined ? {} : { unit: unitBrief(city, unitId) }),
  ...(answer === undefined
    ? {}
    : {
        answer: {
          at: shanghaiInstant(answer.at),
          unit: unitBrief(city, answer.unitId),
          outcome: answer.outcome,
          text: hide(answer.text),
        },
      }),
})

const ratingOf = (
  rating: RatingRecord,
  hide: PayloadContext['hide'],
): NonNullable<ExchangeOrder['ratings']>[number] => ({
  round: rating.round,
  at: shanghaiInstant(rating.at),
  solved: rating.solved,
  satisfaction: rating.satisfaction,
  ...(rating.reason === '' ? {} : { reason: hide(rating.reason) }),
})

/** @returns undefined for an order that no unit has. */
export const exchangeOrder = (
  order: Order,
  acceptedAt: Date | undefined,
  ctx: PayloadContext,
): ExchangeOrder | undefined => {
  const { city, hide } = ctx
  if (order.assignment === undefined) return undefined
  return {
    requester: order.requester,
    confidentiality: order.confidentiality,
    kind: order.kind,
    ...categoryOf(order, city),
    place: placeOf(order, ctx),
    text: hide(order.text),
    additions: order.additions.map(({ at, text }) => ({ at: shanghaiInstant(at), text: hide(text) })),
    photos: order.attachments.length,
    status: order.state.status,
    statusWords: ORDER_STATUS_WORDS[order.state.status],
    submittedAt: shanghaiInstant(order.submittedAt),
    ...(acceptedAt === undefined ? {} : { acceptedAt: shanghaiInstant(acceptedAt) }),
    round: order.round,
    unit: unitBrief(city, order.assignment.unitId),
    coUnits: order.assignment.coUnitIds.map((id) => unitBrief(city, id)),
    asks: order.asks.map((ask) => askOf(ask, ctx)),
    urgent: order.urgency !== undefined,
    milestones: order.milestones.map(milestoneOf),
    replies: order.replies.map((reply) => ({
      round: reply.round,
      at: shanghaiInstant(reply.at),
      unit: unitBrief(city, reply.unitId),
      publicReply: hide(reply.publicReply),
    })),
    ...(order.state.status === 'concluded'
      ? { ratings: order.ratings.map((rating) => ratingOf(rating, hide)) }
      : {}),
  }
}

/** What whoever acted said, as the unit's people read it in the order's record; a reply stands in the order itself. */
const wordsOf = (event: RecordedEvent): string | undefined => {
  switch (event.type) {
    case 'accepted':
      return event.note
    case 'dispatched':
      return event.basis
    case 'information-requested':
      return event.question
    case 'information-given':
    case 'supplemented':
    case 'reminded':
    case 'cause-explained':
    case 'progress-noted':
    case 'ask-answered':
    case 'supervised':
    case 'supervision-answered':
      return event.text
    case 'withdrawn':
    case 'merged':
    case 'returned':
    case 'return-refused':
    case 'duty-referred':
    case 'duty-ruled':
    case 'co-units-invited':
    case 'urgency-raised':
    case 'extension-asked':
    case 'extension-granted':
    case 'extension-refused':
    case 'redo-ordered':
    case 'concluded':
      return event.reason
    default:
      return undefined
  }
}

/** @param unitId for whom: a unit that the order was taken away from learns that, and no more of the order. */
export const exchangeEvent = (step: Step, unitId: string, ctx: PayloadContext): ExchangeEvent => {
  const { event, order } = step
  const base = {
    id: event.id,
    number: order.number,
    sequence: step.sequence,
    city: order.city,
    type: event.type,
    at: shanghaiInstant(event.at),
    round: event.round,
  }
  if (!step.units.includes(unitId)) return base
  const words = ctx.hide(wordsOf(event) ?? '')
  const facts = exchangeOrder(order, step.acceptedAt, ctx)
  return {
    ...base,
    ...(words === '' ? {} : { text: words }),
    ...(facts === undefined ? {} : { order: facts }),
  }
}
