import * as z from 'zod/mini'
import {
  DECLARED_FACTS,
  LIMIT_PRECEDENCES,
  LIMIT_UNITS,
  MILESTONE_STATES,
  MILESTONE_TYPES,
} from '../vocabulary/limits'
import { APPEAL_KINDS, REQUESTER_TYPES } from '../vocabulary/requesters'
import { CityId, Instant, Source } from './common'

/** Which rule set a limit, and from where it comes. */
export const LimitReason = z.object({
  rule: z.string(),
  version: z.int(),
  precedence: z.enum(LIMIT_PRECEDENCES),
  source: Source,
  /** The explanation for the requester, in one or two sentences. */
  text: z.string(),
  /** False where the city's document states no limit and an operator's setting is used. */
  statedByDocument: z.boolean(),
})
export type LimitReason = z.infer<typeof LimitReason>

export const PlannedMilestone = z.object({
  type: z.enum(MILESTONE_TYPES),
  /** 办理完毕并答复 */
  name: z.string(),
  unit: z.enum(LIMIT_UNITS),
  amount: z.int(),
  /** 5 个工作日 */
  limit: z.string(),
  startAt: Instant,
  dueAt: Instant,
  /** 11月27日（周五）24:00 */
  dueWords: z.string(),
  /** True when the span touches a year whose holidays are not announced yet. */
  provisional: z.boolean(),
  reason: LimitReason,
})
export type PlannedMilestone = z.infer<typeof PlannedMilestone>

export const DeadlinePreviewQuery = z.object({
  city: CityId,
  requester: z._default(z.enum(REQUESTER_TYPES), 'citizen'),
  kind: z._default(z.enum(APPEAL_KINDS), 'complaint'),
  category: z.optional(z.string()),
  /** Comma-separated declared facts. */
  facts: z.optional(
    z.string().check(
      z.refine((s) => s.split(',').every((f) => (DECLARED_FACTS as readonly string[]).includes(f)), {
        error: `可用的事实：${DECLARED_FACTS.join('、')}`,
      }),
    ),
  ),
  at: z.optional(Instant),
})

export const DeadlinePreview = z.object({
  city: CityId,
  at: Instant,
  milestones: z.array(PlannedMilestone),
  /** Rules that also matched, in order of precedence, and lost. */
  alsoMatched: z.array(
    z.object({ rule: z.string(), precedence: z.enum(LIMIT_PRECEDENCES), text: z.string() }),
  ),
})
export type DeadlinePreview = z.infer<typeof DeadlinePreview>

/** A milestone of a real order: the frozen promise and what became of it. */
export const MilestoneView = z.object({
  ...PlannedMilestone.shape,
  round: z.int(),
  state: z.enum(MILESTONE_STATES),
  metAt: z.optional(Instant),
  /** When it was promised before extensions were granted, oldest first. */
  extendedFrom: z.optional(z.array(Instant)),
  /** 还剩 2 个工作日 3 小时 / 已超时 1 小时 20 分, at the server's time of answering. */
  remainingWords: z.string(),
  /** Working days (YYYY-MM-DD) from today to the last day; lets the phone count down without a calendar. */
  workingDays: z.array(z.string()),
})
export type MilestoneView = z.infer<typeof MilestoneView>
