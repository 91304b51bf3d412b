import * as z from 'zod/mini'
import { APPEAL_KINDS, REQUESTER_TYPES } from '../vocabulary/requesters'
import { SCOPE_FINDING_KINDS } from '../vocabulary/scope'
import { CityId, Source } from './common'

export const ScopeCheckInput = z.object({
  city: CityId,
  requester: z._default(z.enum(REQUESTER_TYPES), 'citizen'),
  kind: z.optional(z.enum(APPEAL_KINDS)),
  category: z.optional(z.string()),
  text: z.string({ error: '请写下您要反映的事' }).check(z.maxLength(5000, '内容请控制在 5000 个字以内')),
})

export const Channel = z.object({
  name: z.string(),
  phone: z.optional(z.string()),
  web: z.optional(z.string()),
})

export const ScopeFinding = z.object({
  rule: z.string(),
  kind: z.enum(SCOPE_FINDING_KINDS),
  title: z.string(),
  text: z.string(),
  /** The exact words of the appeal that led to it. */
  words: z.array(z.string()),
  channels: z.array(Channel),
  source: z.optional(Source),
})
export type ScopeFinding = z.infer<typeof ScopeFinding>

export const CategorySuggestion = z.object({
  category: z.string(),
  name: z.string(),
  words: z.array(z.string()),
})

export const ScopeAnswer = z.object({
  findings: z.array(ScopeFinding),
  /** True when sending needs `insist` (a person then decides). */
  needsInsistence: z.boolean(),
  /** Categories that the words point to, best first, at most three. */
  categories: z.array(CategorySuggestion),
})
export type ScopeAnswer = z.infer<typeof ScopeAnswer>
