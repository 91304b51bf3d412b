import * as z from 'zod/mini'
import { ORDER_EVENT_TYPES } from '../vocabulary/events'
import { NEWS_CHANNELS, NEWS_FAILURES } from '../vocabulary/notices'
import { isOrderNumber } from '../vocabulary/orderNumber'
import { Instant } from './common'

/** One piece of news for whoever it is about, in one sentence: of an order, or of an error that they reported in an entry. */
export const Message = z.object({
  /** The event's id. */
  id: z.string(),
  /** The order's; absent for other news. */
  number: z.optional(z.string()),
  /** The matter that is followed: somebody else's order. */
  followed: z.optional(z.string()),
  /** The entry in which the reader reported an error. */
  entry: z.optional(z.string()),
  type: z.enum([...ORDER_EVENT_TYPES, 'correction-closed']),
  at: Instant,
  text: z.string(),
  cityName: z.string(),
})
export type Message = z.infer<typeof Message>

export const MessageList = z.object({
  /** Newest first. */
  messages: z.array(Message),
  /** Where the list goes on, if it does. */
  next: z.optional(z.string()),
})
export type MessageList = z.infer<typeof MessageList>

/** News that could not be told and is not tried any more. */
export const UndeliveredNews = z.object({
  /** The event's id. */
  id: z.string(),
  number: z.string(),
  type: z.enum(ORDER_EVENT_TYPES),
  channel: z.enum(NEWS_CHANNELS),
  reason: z.enum(NEWS_FAILURES),
  tries: z.int(),
  /** When it happened. */
  since: Instant,
  givenUpAt: Instant,
})
export type UndeliveredNews = z.infer<typeof UndeliveredNews>

export const UndeliveredList = z.object({
  /** Newest orders first. */
  news: z.array(UndeliveredNews),
  /** Orders with such news, those on other pages too. */
  orders: z.int(),
  next: z.optional(z.string()),
})
export type UndeliveredList = z.infer<typeof UndeliveredList>

/** `2611217130589164-3`: the number of the order and the place of the event in it. */
const NewsId = z
  .string({ error: '请选择消息' })
  .check(
    z.refine(
      (id) => /^\d{16}-\d{1,6}$/.test(id) && isOrderNumber(id.slice(0, id.indexOf('-'))),
      '没有这条消息，请刷新后再选',
    ),
  )

export const MOST_NEWS = 100
export const NewsInput = z.object({
  news: z
    .array(NewsId)
    .check(z.minLength(1, '请选择消息'), z.maxLength(MOST_NEWS, '一次请控制在 100 条以内')),
})
