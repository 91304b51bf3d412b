/** How far a petition (信访事项) has come, as the petition system (信访系统) says it. */
export const PETITION_STAGES = [
  'registered',
  'accepted',
  'handling',
  'answered',
  'review',
  'closed',
  'not-accepted',
  'withdrawn',
] as const
export type PetitionStage = (typeof PETITION_STAGES)[number]

export const PETITION_STAGE_WORDS: Record<PetitionStage, string> = {
  registered: '已登记',
  accepted: '已受理',
  handling: '办理中',
  answered: '已出具处理意见',
  review: '复查复核中',
  closed: '已终结',
  'not-accepted': '信访不予受理',
  withdrawn: '已撤回',
}

/** 已进入信访渠道: everything but what was turned away there or taken back. */
export const isInPetitionChannel = (stage: PetitionStage): boolean =>
  stage !== 'not-accepted' && stage !== 'withdrawn'
