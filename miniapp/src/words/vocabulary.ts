import { inLanguage } from './language'
import * as zh from './zh/vocabulary'

export const AGENT_CONSENT_WORDS = inLanguage('AGENT_CONSENT_WORDS', zh.AGENT_CONSENT_WORDS)
export const AGENT_RELATION_WORDS = inLanguage('AGENT_RELATION_WORDS', zh.AGENT_RELATION_WORDS)
export const APPEAL_KIND_WORDS = inLanguage('APPEAL_KIND_WORDS', zh.APPEAL_KIND_WORDS)
export const ASK_OUTCOME_WORDS = inLanguage('ASK_OUTCOME_WORDS', zh.ASK_OUTCOME_WORDS)
export const CONFIDENTIALITY_WORDS = inLanguage('CONFIDENTIALITY_WORDS', zh.CONFIDENTIALITY_WORDS)
export const KNOWLEDGE_AUDIENCE_WORDS = inLanguage('KNOWLEDGE_AUDIENCE_WORDS', zh.KNOWLEDGE_AUDIENCE_WORDS)
export const MATTER_NATURE_WORDS = inLanguage('MATTER_NATURE_WORDS', zh.MATTER_NATURE_WORDS)
export const REQUESTER_TYPE_WORDS = inLanguage('REQUESTER_TYPE_WORDS', zh.REQUESTER_TYPE_WORDS)
export const SATISFACTION_WORDS = inLanguage('SATISFACTION_WORDS', zh.SATISFACTION_WORDS)
export const SECTION_KIND_WORDS = inLanguage('SECTION_KIND_WORDS', zh.SECTION_KIND_WORDS)
export const SOLVED_WORDS = inLanguage('SOLVED_WORDS', zh.SOLVED_WORDS)

type Sayings = typeof zh.sayings
const sayings = inLanguage('sayings', zh.sayings)

export const sayAgent: Sayings['sayAgent'] = (relation) => sayings.sayAgent(relation)
export const sayDay: Sayings['sayDay'] = (day) => sayings.sayDay(day)
export const sayDue: Sayings['sayDue'] = (due, now) => sayings.sayDue(due, now)
export const sayDuration: Sayings['sayDuration'] = (milliseconds) => sayings.sayDuration(milliseconds)
export const sayMoment: Sayings['sayMoment'] = (instant, now) => sayings.sayMoment(instant, now)
export const sayRemaining: Sayings['sayRemaining'] = (now, due, workingDays) =>
  sayings.sayRemaining(now, due, workingDays)
