/** 建议: what the knowledge base lacks, from questions that found nothing and orders that were answered directly. */
export const PROPOSAL_KINDS = ['question', 'orders'] as const
export type ProposalKind = (typeof PROPOSAL_KINDS)[number]

/** 写成条目, 加为相似问法, 交给单位, 不采纳 */
export const PROPOSAL_ACTIONS = ['begin', 'add-phrasing', 'assign', 'dismiss'] as const
export type ProposalAction = (typeof PROPOSAL_ACTIONS)[number]
