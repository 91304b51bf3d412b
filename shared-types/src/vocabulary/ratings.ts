/** Two separate questions after a reply (回访评价, 烟政办发〔2021〕3号 第12条): solved? and satisfied? */
export const SOLVED_ANSWERS = ['solved', 'partly', 'unsolved'] as const
export type SolvedAnswer = (typeof SOLVED_ANSWERS)[number]

/** The five levels of 好差评, best first. */
export const SATISFACTION_LEVELS = [
  'very-satisfied',
  'satisfied',
  'fair',
  'dissatisfied',
  'very-dissatisfied',
] as const
export type SatisfactionLevel = (typeof SATISFACTION_LEVELS)[number]

export const SOLVED_WORDS: Record<SolvedAnswer, string> = {
  solved: '解决了',
  partly: '部分解决',
  unsolved: '没有解决',
}

export const SATISFACTION_WORDS: Record<SatisfactionLevel, string> = {
  'very-satisfied': '非常满意',
  satisfied: '满意',
  fair: '基本满意',
  dissatisfied: '不满意',
  'very-dissatisfied': '非常不满意',
}

/** 不满意 and 非常不满意. */
export const isDissatisfied = (level: SatisfactionLevel): boolean =>
  level === 'dissatisfied' || level === 'very-dissatisfied'
