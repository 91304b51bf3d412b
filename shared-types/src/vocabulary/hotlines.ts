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
