import type { StaffRole } from './roles'

/**
 * Indicators of the supervision board (烟政办发〔2021〕3号 第13条, 榕政办〔2021〕104号 三(十二)): what is counted, of how many,
 * and what is left out. Published with every figure, so that nobody has to guess what a rate means.
 */
export const BOARD_INDICATORS = ['onTime', 'viewed', 'solved', 'satisfied'] as const
export type BoardIndicator = (typeof BOARD_INDICATORS)[number]

interface IndicatorWords {
  readonly name: string
  readonly numerator: string
  readonly denominator: string
  readonly leftOut: readonly string[]
}

export const INDICATOR_WORDS: Record<BoardIndicator, IndicatorWords> = {
  onTime: {
    name: '按时办结率',
    numerator: '在时限内（批准延期的按延期后的时限）办理完毕并答复的轮次',
    denominator: '统计期内答复的和到期的轮次：按时的记在答复那一刻，超时的记在到期那一刻，每轮只算一次',
    leftOut: [
      '并入其他工单、随主单答复的不算',
      '到期以前撤回、不予受理或改按加急时限的不算；超时以后撤回的照算',
    ],
  },
  viewed: {
    name: '及时查阅率',
    numerator: '派单后在规定时间内由主办单位打开、签收或办理的派单',
    denominator: '统计期内打开的和到了规定时间的派单，改派给哪个单位就算哪个单位的一次',
    leftOut: ['规定时间以前改派、撤回或并单，还没有打开的不算'],
  },
  solved: {
    name: '问题解决率',
    numerator: '评价为“解决了”的',
    denominator: '统计期内的评价，含电话回访；每一轮答复的评价各算一次，合并办理的各自评价各算一次',
    leftOut: ['没有评价的不算，不当作满意'],
  },
  satisfied: {
    name: '满意率',
    numerator: '评价为“非常满意”“满意”“基本满意”的',
    denominator: '统计期内对一般事项答复的评价，含电话回访',
    leftOut: ['行政调解、执法办案类事项依法处置，不按满意率评判', '没有评价的不算'],
  },
}

/** What is counted by itself. */
export const BOARD_COUNTS = ['improperReturns', 'yellowCards', 'redCards'] as const
export type BoardCount = (typeof BOARD_COUNTS)[number]

export const BOARD_COUNT_WORDS: Record<BoardCount, { readonly name: string; readonly counts: string }> = {
  improperReturns: { name: '不当退单', counts: '审核不同意的退单，记在作出决定那一刻' },
  yellowCards: { name: '黄牌', counts: '临近到期还没有办理完毕的提醒' },
  redCards: { name: '红牌', counts: '超过时限还没有办理完毕的警示' },
}

/** 知识库维护 (榕政办〔2021〕104号 三(十)): stands beside the figures and in the score of no unit. */
export const TASK_WORDS = {
  inTime: {
    name: '按时办结',
    counts:
      '在期限内办结的任务，占统计期内按时办结的和到期的：按时的记在办结那一刻，逾期的记在到期那一刻，每项只算一次',
  },
  overdue: { name: '逾期未办', counts: '统计期内到期、现在还没有办结的任务' },
  meanWorkingDays: {
    name: '平均工作日',
    counts: '统计期内办结的任务，从收到次日到办结当日的工作日数，取平均',
  },
  urged: { name: '督办', counts: '督办员在统计期内督办的次数' },
} as const

/** Roles that see figures: the hotline's, of every unit; a unit's manager, of the own one. */
export const BOARD_READERS = [
  'operator',
  'reviewer',
  'supervisor',
  'auditor',
  'manager',
] as const satisfies readonly StaffRole[]
export const readsBoard = (role: StaffRole): boolean => (BOARD_READERS as readonly StaffRole[]).includes(role)

/** 红榜、蓝榜、黄榜: what each colour means is the city's. */
export const BOARD_COLOURS = ['red', 'blue', 'yellow'] as const
export type BoardColour = (typeof BOARD_COLOURS)[number]
export const BOARD_COLOUR_WORDS: Record<BoardColour, string> = { red: '红榜', blue: '蓝榜', yellow: '黄榜' }
