import * as z from 'zod/mini'
import { ORDER_EVENT_TYPES } from '../vocabulary/events'
import { MILESTONE_TYPES } from '../vocabulary/limits'
import { ASK_OUTCOMES } from '../vocabulary/loop'
import { ORDER_STATUSES } from '../vocabulary/orderStatus'
import { APPEAL_KINDS, CONFIDENTIALITIES, REQUESTER_TYPES } from '../vocabulary/requesters'
import { CityId, Instant, text } from './common'
import { UnitBrief } from './desk'
import { OrderView, Rating, SubmitOrderInput } from './order'

/** A frozen promise and what became of it; nothing in it depends on when it is read. */
export const ExchangeMilestone = z.object({
  type: z.enum(MILESTONE_TYPES),
  /** 办理完毕并答复 */
  name: z.string(),
  round: z.int(),
  /** 5 个工作日 */
  limit: z.string(),
  startAt: Instant,
  dueAt: Instant,
  /** True while the holidays of a year that it touches are not announced. */
  provisional: z.boolean(),
  metAt: z.optional(Instant),
  /** Overtaken (withdrawn, redone) before it was met. */
  voidAt: z.optional(Instant),
})

/** 诉求点: a reply answers every one that nobody has answered yet. */
export const ExchangeAsk = z.object({
  id: z.string(),
  text: z.string(),
  /** The unit that answers it; absent: the main unit. */
  unit: z.optional(UnitBrief),
  /** Of the present round. */
  answer: z.optional(
    z.object({ at: Instant, unit: UnitBrief, outcome: z.enum(ASK_OUTCOMES), text: z.string() }),
  ),
})

/**
 * An order as a unit's own system sees it. Nothing here says who the requester is; where the requester wrote name or
 * telephone number into a text, `［已隐去］` stands in their place.
 */
export const ExchangeOrder = z.object({
  requester: z.enum(REQUESTER_TYPES),
  confidentiality: z.enum(CONFIDENTIALITIES),
  kind: z.enum(APPEAL_KINDS),
  category: z.string(),
  categoryName: z.string(),
  /** What the requester answered to the category's question. */
  factWords: z.optional(z.string()),
  place: OrderView.shape.place,
  text: z.string(),
  /** What the requester added afterwards, oldest first. */
  additions: z.array(z.object({ at: Instant, text: z.string() })),
  /** How many photos there are; they are looked at in the workbench. */
  photos: z.int(),
  status: z.enum(ORDER_STATUSES),
  statusWords: z.string(),
  submittedAt: Instant,
  acceptedAt: z.optional(Instant),
  /** 1 for the first handling; each redo adds one. */
  round: z.int(),
  /** Main unit (主办单位). */
  unit: UnitBrief,
  coUnits: z.array(UnitBrief),
  asks: z.array(ExchangeAsk),
  /** Somebody at the hotline found it urgent after it was accepted. */
  urgent: z.boolean(),
  milestones: z.array(ExchangeMilestone),
  /** One for each round that was answered. */
  replies: z.array(z.object({ round: z.int(), at: Instant, unit: UnitBrief, publicReply: z.string() })),
  /** 回访评价, once the case is concluded; nobody of the handling unit sees them before. */
  ratings: z.optional(z.array(Rating)),
})
export type ExchangeOrder = z.infer<typeof ExchangeOrder>

/** One event of an order, as it is pushed to a unit's system and as its feed lists it. */
export const ExchangeEvent = z.object({
  /** `<order number>-<sequence>`; the same event always has the same id. */
  id: z.string(),
  number: z.string(),
  /** Grows with every event of the order; what a unit may not see leaves gaps. */
  sequence: z.int(),
  city: CityId,
  /** More types can be added: what is not known should be kept, not refused. */
  type: z.enum(ORDER_EVENT_TYPES),
  at: Instant,
  round: z.int(),
  /** Reason, question, basis … in the words of whoever acted. */
  text: z.optional(z.string()),
  /** The order right after the event. Absent when the event took the order away from the unit. */
  order: z.optional(ExchangeOrder),
})
export type ExchangeEvent = z.infer<typeof ExchangeEvent>

export const FeedQuery = z.object({
  /** `next` of the page before; without it, from the first event. */
  after: z.optional(z.string().check(z.regex(/^\d{1,15}$/, '请用上一页给出的 next，或去掉它从头拉取'))),
  limit: z._default(z.coerce.number().check(z.int(), z.gte(1), z.lte(500)), 100),
})
export const FeedPage = z.object({
  events: z.array(ExchangeEvent),
  /** Where to go on, also after an empty page. */
  next: z.string(),
  /** There are more events now. */
  more: z.boolean(),
})

/**
 * An appeal that reached a line with seats of its own (双号并行、分中心), or an emergency or utility line that works
 * along (联动), and belongs to the hotline.
 */
export const TransferInInput = z.object({
  /** The line on which it came in; run by the system's unit. */
  line: z.string({ error: '请填写热线号码' }).check(z.minLength(3, '请填写热线号码'), z.maxLength(12)),
  /** The line's own number of the case. */
  reference: text('原工单编号', 1, 60),
  /** As a requester would submit it; the same `commandId` always gives the same order. */
  appeal: SubmitOrderInput,
})
/** The query code is for the requester: whoever takes the call passes it on. */
export const TransferInAnswer = z.object({
  number: z.string(),
  queryCode: z.string(),
  statusWords: z.string(),
})

/** An order after what a unit's system did with it. */
export const ExchangeAnswer = z.object({ number: z.string(), order: ExchangeOrder })

export const DELIVERY_STATES = ['waiting', 'dead', 'done'] as const

/** A registered system and how it goes. */
export const ExchangeSystemView = z.object({
  id: z.string(),
  name: z.string(),
  unit: UnitBrief,
  url: z.string(),
  /** Deliveries that are still to be made, those behind a dead one included. */
  waiting: z.int(),
  /** Deliveries that were given up; they wait for a replay. */
  dead: z.int(),
  lastSuccessAt: z.optional(Instant),
  lastFailure: z.optional(z.object({ at: Instant, why: z.string() })),
})
export type ExchangeSystemView = z.infer<typeof ExchangeSystemView>

export const DeadDeliveriesQuery = z.object({
  /** Only those to this system. */
  system: z.optional(z.string()),
  /** `next` of the page before. */
  after: z.optional(z.string()),
  limit: z._default(z.coerce.number().check(z.int(), z.gte(1), z.lte(100)), 30),
})
export const DeadDelivery = z.object({
  id: z.string(),
  system: z.string(),
  /** The event's id. */
  event: z.string(),
  number: z.string(),
  type: z.enum(ORDER_EVENT_TYPES),
  at: Instant,
  tries: z.int(),
  lastTriedAt: Instant,
  /** What went wrong at the last try. */
  why: z.string(),
})
export type DeadDelivery = z.infer<typeof DeadDelivery>
export const DeadDeliveries = z.object({ deliveries: z.array(DeadDelivery), next: z.optional(z.string()) })
export const ReplayAnswer = z.object({ replayed: z.int() })
