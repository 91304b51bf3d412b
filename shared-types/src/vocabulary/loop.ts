/** Words of the closed loop (闭环运行): what becomes of asks, returns, supervision, callbacks. */

/** How one ask (诉求点) was answered: done, explained (nothing to be done, and why), or refused with a reason. */
export const ASK_OUTCOMES = ['done', 'explained', 'refused'] as const
export type AskOutcome = (typeof ASK_OUTCOMES)[number]
export const ASK_OUTCOME_WORDS: Record<AskOutcome, string> = {
  done: '已办理',
  explained: '已解释说明',
  refused: '不能办理',
}

/** Matters that are settled by law and not judged by satisfaction (榕政办〔2021〕104号 三(十二)). */
export const MATTER_NATURES = ['ordinary', 'mediation', 'enforcement'] as const
export type MatterNature = (typeof MATTER_NATURES)[number]
export const MATTER_NATURE_WORDS: Record<MatterNature, string> = {
  ordinary: '一般事项',
  mediation: '行政调解',
  enforcement: '执法办案',
}

/** 督办单、专题协调、约谈提醒 (烟政办发〔2021〕3号 第13条, 榕政办〔2021〕104号 三(十二)). */
export const SUPERVISION_FORMS = ['notice', 'coordination', 'interview'] as const
export type SupervisionForm = (typeof SUPERVISION_FORMS)[number]
export const SUPERVISION_FORM_WORDS: Record<SupervisionForm, string> = {
  notice: '督办单',
  coordination: '专题协调',
  interview: '约谈提醒',
}

/** Yellow: nearly due. Red: overdue. */
export const CARD_COLOURS = ['yellow', 'red'] as const
export type CardColour = (typeof CARD_COLOURS)[number]
export const CARD_COLOUR_WORDS: Record<CardColour, string> = { yellow: '黄牌', red: '红牌' }

/** How a unit's attempt to reach the requester, or a callback (回访), went. */
export const CONTACT_OUTCOMES = ['reached', 'no-answer', 'refused'] as const
export type ContactOutcome = (typeof CONTACT_OUTCOMES)[number]
export const CONTACT_OUTCOME_WORDS: Record<ContactOutcome, string> = {
  reached: '已联系上',
  'no-answer': '无人接听',
  refused: '对方不愿多谈',
}

/** What narrows a queue of the desk: overdue, urgent, or reminded by the requester. */
export const DESK_PRESSES = ['late', 'urgent', 'reminded'] as const
export type DeskPress = (typeof DESK_PRESSES)[number]
export const DESK_PRESS_WORDS: Record<DeskPress, string> = {
  late: '已超时',
  urgent: '加急',
  reminded: '有催办',
}
