/**
 * Units of a time limit. `minutes` and `hours` run at once; `same-day` ends at 24:00 of the day it starts;
 * `calendar-days` (自然日) and `working-days` (工作日) count from the next day (民法典 第201条) to 24:00 of the last.
 * `immediate` (即时响应) is measured: its amount is the number of minutes within which a response counts as immediate.
 */
export const LIMIT_UNITS = [
  'immediate',
  'minutes',
  'hours',
  'same-day',
  'calendar-days',
  'working-days',
] as const
export type LimitUnit = (typeof LIMIT_UNITS)[number]

/**
 * What has to have happened by a due time: 即时响应, a first answer with the cause (明确答复具体原因, 当天回复),
 * the decision whether a statutory procedure is opened (决定是否受理), 办理完毕并答复.
 */
export const MILESTONE_TYPES = ['respond', 'explain', 'decide', 'finish'] as const
export type MilestoneType = (typeof MILESTONE_TYPES)[number]

export const MILESTONE_WORDS: Record<MilestoneType, string> = {
  respond: '响应处置',
  explain: '先行答复',
  decide: '告知是否受理或立案',
  finish: '办理完毕并答复',
}

/**
 * Why one limit rule wins over another, strongest first: a statutory limit, an urgent matter,
 * the requester's type, the city's default.
 */
export const LIMIT_PRECEDENCES = ['statutory', 'urgent-matter', 'requester-type', 'city-default'] as const
export type LimitPrecedence = (typeof LIMIT_PRECEDENCES)[number]

/** `void`: overtaken by something else (withdrawn, redone) before it was due. */
export const MILESTONE_STATES = ['running', 'due-soon', 'late', 'met', 'met-late', 'void'] as const
export type MilestoneState = (typeof MILESTONE_STATES)[number]

/** Facts about a matter that a limit rule or a dispatch row may ask for beside its category. */
export const DECLARED_FACTS = [
  'urgent-public-opinion',
  'road-main',
  'road-minor',
  'road-highway',
  'road-private',
] as const
export type DeclaredFact = (typeof DECLARED_FACTS)[number]

/** The limit in words: "5 个工作日", "30 分钟", "当天". */
export const limitWords = (limit: { unit: LimitUnit; amount: number }): string => {
  switch (limit.unit) {
    case 'immediate':
      return '即时'
    case 'minutes':
      return `${limit.amount} 分钟`
    case 'hours':
      return `${limit.amount} 小时`
    case 'same-day':
      return '当天'
    case 'calendar-days':
      return `${limit.amount} 个自然日`
    case 'working-days':
      return `${limit.amount} 个工作日`
  }
}
