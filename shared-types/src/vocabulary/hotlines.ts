/** How a line was merged into 12345 (归并方式): 整体并入, 双号并行, 设分中心; `own` lines were never part of it. */
export const HOTLINE_MERGES = ['absorbed', 'dual', 'branch', 'own'] as const
export type HotlineMerge = (typeof HOTLINE_MERGES)[number]

/** Whether a call to the number still works: in service, answered by 12345, no longer in service. */
export const HOTLINE_STATES = ['in-service', 'answered-by-12345', 'cancelled', 'not-local'] as const
export type HotlineState = (typeof HOTLINE_STATES)[number]

export const HOTLINE_GROUPS = ['emergency', 'government', 'utility'] as const
export type HotlineGroup = (typeof HOTLINE_GROUPS)[number]

export const HOTLINE_MERGE_WORDS: Record<HotlineMerge, string> = {
  absorbed: '整体并入',
  dual: '双号并行',
  branch: '设分中心',
  own: '独立运行',
}

/**
 * How an order gets to a line that keeps seats of its own: to its expert seats (专家座席), to a line with two numbers
 * (双号并行), to a branch centre (分中心), or to an emergency or utility line that works along (联动).
 */
export const TRANSFER_WAYS = ['expert-seat', 'dual-number', 'branch-centre', 'linkage'] as const
export type TransferWay = (typeof TRANSFER_WAYS)[number]

export const TRANSFER_WAY_WORDS: Record<TransferWay, string> = {
  'expert-seat': '专家座席',
  'dual-number': '双号并行',
  'branch-centre': '分中心',
  linkage: '联动',
}
