import * as english from './english'
import { ORDER_ACTION_WORDS } from './actions'
import { ORDER_EVENT_WORDS } from './events'
import type { Language } from './languages'
import { limitWords, MILESTONE_WORDS } from './limits'
import { ASK_OUTCOME_WORDS, CARD_COLOUR_WORDS, CONTACT_OUTCOME_WORDS, MATTER_NATURE_WORDS } from './loop'
import { ORDER_STATUS_WORDS } from './orderStatus'
import { SATISFACTION_WORDS, SOLVED_WORDS } from './ratings'
import {
  AGENT_CONSENT_WORDS,
  AGENT_RELATION_WORDS,
  APPEAL_KIND_WORDS,
  CONFIDENTIALITY_WORDS,
  REQUESTER_TYPE_WORDS,
  sayAgent,
} from './requesters'
import { ACTOR_ROLE_WORDS } from './roles'
import { SCOPE_FINDING_KIND_WORDS } from './scope'
import { sayDay, sayDue, sayDuration, sayMoment, sayRemaining } from './wording'

const chinese = {
  ACTOR_ROLE_WORDS,
  AGENT_CONSENT_WORDS,
  AGENT_RELATION_WORDS,
  APPEAL_KIND_WORDS,
  ASK_OUTCOME_WORDS,
  CARD_COLOUR_WORDS,
  CONFIDENTIALITY_WORDS,
  CONTACT_OUTCOME_WORDS,
  limitWords,
  MATTER_NATURE_WORDS,
  MILESTONE_WORDS,
  ORDER_ACTION_WORDS,
  ORDER_EVENT_WORDS,
  ORDER_STATUS_WORDS,
  REQUESTER_TYPE_WORDS,
  SATISFACTION_WORDS,
  sayAgent,
  sayDay,
  sayDue,
  sayDuration,
  sayMoment,
  sayRemaining,
  SCOPE_FINDING_KIND_WORDS,
  SOLVED_WORDS,
}
/** The words of the field, and how times are said. */
export type Vocabulary = typeof chinese

const VOCABULARIES: Record<Language, Vocabulary> = { 'zh-CN': chinese, en: english }

/**
 * The vocabulary of a language, for whoever speaks several at once (the portal). The app has one language at a time
 * and fetches the English words only when they are wanted: there, see `miniapp/src/words/vocabulary.ts`.
 */
export const vocabularyIn = (language: Language): Vocabulary => VOCABULARIES[language]
