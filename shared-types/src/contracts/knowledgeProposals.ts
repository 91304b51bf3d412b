import * as z from 'zod/mini'
import { PROPOSAL_ACTIONS, PROPOSAL_KINDS } from '../vocabulary/knowledgeProposals'
import { CommandId, Day, text } from './common'

export const KnowledgeProposal = z.object({
  id: z.string(),
  kind: z.enum(PROPOSAL_KINDS),
  /** The question as it was asked, or the category whose orders were answered directly. */
  words: z.string(),
  /** The same question in other words, for the entry's phrasings. */
  otherWords: z.array(z.string()),
  /** Different askers, at least; or orders. */
  askers: z.int(),
  /** How often it was asked; of orders the same as `askers`. */
  times: z.int(),
  since: Day,
  last: Day,
  /** General sentences of the replies, newest first, without anything that belongs to a person. */
  replies: z.array(z.string()),
  /** Numbers of the orders, only for those who may open them. */
  orders: z.array(z.string()),
  /** Entries whose question resembles it most. */
  nearest: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      unitName: z.string(),
      /** This person's unit keeps it. */
      own: z.boolean(),
    }),
  ),
  /** To whom the hotline gave it, or whose matter the dispatch catalogue says it is; absent: anybody's. */
  unit: z.optional(z.string()),
  unitName: z.optional(z.string()),
  /** Given to the unit by the hotline. */
  assigned: z.boolean(),
  /** The entry that is being written for it. */
  entry: z.optional(z.string()),
  actions: z.array(z.enum(PROPOSAL_ACTIONS)),
})
export type KnowledgeProposal = z.infer<typeof KnowledgeProposal>

export const KnowledgeProposals = z.object({
  /** Those asked by most first. */
  proposals: z.array(KnowledgeProposal),
  /** By how many different askers something is proposed. */
  askersNeeded: z.int(),
  /** More than are listed. */
  more: z.boolean(),
})
export type KnowledgeProposals = z.infer<typeof KnowledgeProposals>

/** `entry` for 加为相似问法, `unit` for 交给单位, the reason for 不采纳. */
export const MoveProposalInput = z.object({
  commandId: CommandId,
  action: z.enum(PROPOSAL_ACTIONS, { error: '请选择要办的事' }),
  entry: z.optional(z.string('请选择条目').check(z.maxLength(80, '请选择条目'))),
  unit: z.optional(z.string('请选择单位').check(z.maxLength(80, '请选择单位'))),
  why: z.optional(text('理由', 0, 200)),
})

/** The entry in which the work goes on, where there is one. */
export const ProposalMoved = z.object({ entry: z.optional(z.string()) })
export type ProposalMoved = z.infer<typeof ProposalMoved>
