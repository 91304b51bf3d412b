import * as z from 'zod/mini'
import { KNOWLEDGE_FIELDS, KNOWLEDGE_PUSH_REFUSALS, KNOWLEDGE_STAGES } from '../vocabulary/knowledge'
import { text } from './common'
import { EntryContentInput } from './knowledgeDesk'

/** Lines of one call. */
export const PUSH_MOST_LINES = 100

/** An entry of the system's own unit, or the wish to have one withdrawn. */
export const PushedKnowledgeLine = z.object({
  /** The id of one of the unit's entries, or any other name by which the system knows its own, always the same. */
  id: z
    .string({ error: '请填写编号' })
    .check(z.trim(), z.minLength(1, '请填写编号'), z.maxLength(80, '编号请控制在 80 个字以内')),
  /** The whole entry. Lists may be left out where they are empty, and `unit`, which is the system's own. */
  entry: z.optional(z.partial(EntryContentInput)),
  /** Instead of `entry`: what is public is to be withdrawn. */
  withdraw: z.optional(z.literal(true)),
  /** Why it was changed, for those who review it. */
  why: z.optional(text('修改说明', 0, 500)),
})

/** Every line is judged by itself: one that is not right keeps no other from being taken. */
export const PushKnowledgeInput = z.object({
  lines: z
    .array(z.union([PushedKnowledgeLine, z.unknown()]), { error: '请填写 lines' })
    .check(
      z.minLength(1, '请至少推送一条'),
      z.maxLength(PUSH_MOST_LINES, `每次最多推送 ${PUSH_MOST_LINES} 条`),
    ),
})

export const PushedLineResult = z.object({
  /** As it was sent; null where the line has none. */
  id: z.nullable(z.string()),
  /** The entry that it is; the same for the same `id`. */
  entry: z.optional(z.string()),
  result: z.enum(['added', 'changed', 'unchanged', 'refused']),
  /** Why it was refused. */
  code: z.optional(z.enum(KNOWLEDGE_PUSH_REFUSALS)),
  text: z.optional(z.string()),
  /** Where a refused line is not right. */
  fields: z.array(z.object({ path: z.string(), message: z.string() })),
  /** What the recording standard (采编标准) finds doubtful in a line that was taken. */
  findings: z.array(z.object({ field: z.enum(KNOWLEDGE_FIELDS), text: z.string() })),
  /** Where the entry's present change stands, and why it was returned. */
  stage: z.optional(z.enum(KNOWLEDGE_STAGES)),
  returned: z.optional(z.string()),
  /** Whether people find it; perhaps in an older version. */
  live: z.optional(z.boolean()),
})
export type PushedLineResult = z.infer<typeof PushedLineResult>

/** In the order of the lines. */
export const PushKnowledgeAnswer = z.object({ results: z.array(PushedLineResult) })
