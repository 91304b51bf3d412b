import * as z from 'zod/mini'
import { ORDER_STATUSES } from '../vocabulary/orderStatus'
import { CityId, Instant } from './common'

/** What is known of a matter before it is sent. The text is compared and forgotten. */
export const SimilarQuery = z.object({
  city: CityId,
  category: z.string().check(z.maxLength(60, '请在本市的类别里选择')),
  district: z.string().check(z.maxLength(40, '请在本市的区市里选择')),
  street: z.optional(z.string().check(z.maxLength(40, '请在所选区市的街道里选择'))),
  text: z.optional(z.string().check(z.maxLength(2000, '请控制在 2000 字以内'))),
})

/** A matter that others reported, as anybody may read of it: nothing that they wrote, and no number. */
const matter = {
  categoryName: z.string(),
  /** District, and the street where the category allows it. */
  placeWords: z.string(),
  statusWords: z.string(),
  unitName: z.optional(z.string()),
  /** 11月20日 */
  sinceWords: z.string(),
  /** By when it is answered. */
  dueWords: z.optional(z.string()),
  /** How many reported or follow it. */
  people: z.int(),
}
export const PublicMatter = z.object({
  /** Sealed and good for a day; says nothing to whoever holds it. */
  key: z.string(),
  ...matter,
})
export type PublicMatter = z.infer<typeof PublicMatter>

export const MOST_PUBLIC_MATTERS = 3
export const PublicMatters = z.object({ matters: z.array(PublicMatter) })

const KEY_LIMIT = 400
export const FollowInput = z.object({
  key: z
    .string({ error: '请从列表里选择要关注的事' })
    .check(z.minLength(1, '请从列表里选择要关注的事'), z.maxLength(KEY_LIMIT, '请从列表里选择要关注的事')),
})

export const FollowedMatter = z.object({
  id: z.string(),
  cityName: z.string(),
  ...matter,
  followedAt: Instant,
  /** Its requester was answered. */
  answered: z.boolean(),
  /** Nothing more happens to it. */
  over: z.boolean(),
  /** Only where the unit let it be shown to everybody. */
  reply: z.optional(z.object({ unitName: z.string(), text: z.string(), at: Instant })),
})
export type FollowedMatter = z.infer<typeof FollowedMatter>
export const FollowedMatters = z.object({ matters: z.array(FollowedMatter) })
export type FollowedMatters = z.infer<typeof FollowedMatters>

/** An order that may be about the same, for the operator who decides whether to merge. */
export const SimilarOrder = z.object({
  number: z.string(),
  categoryName: z.string(),
  placeWords: z.string(),
  excerpt: z.string(),
  status: z.enum(ORDER_STATUSES),
  statusWords: z.string(),
  unitName: z.optional(z.string()),
  submittedAt: Instant,
  /** Why it is shown: 同类、同街道、都提到… */
  why: z.array(z.string()),
})
export type SimilarOrder = z.infer<typeof SimilarOrder>
export const SimilarOrders = z.object({ orders: z.array(SimilarOrder) })
