import {
  sayAgent,
  sayDay,
  sayDue,
  sayDuration,
  sayMoment,
  sayRemaining,
} from '@jiesu/shared-types/vocabulary/english'

export {
  AGENT_CONSENT_WORDS,
  AGENT_RELATION_WORDS,
  APPEAL_KIND_WORDS,
  ASK_OUTCOME_WORDS,
  CONFIDENTIALITY_WORDS,
  KNOWLEDGE_AUDIENCE_WORDS,
  MATTER_NATURE_WORDS,
  REQUESTER_TYPE_WORDS,
  SATISFACTION_WORDS,
  SECTION_KIND_WORDS,
  SOLVED_WORDS,
} from '@jiesu/shared-types/vocabulary/english'

/** How times and other things are said. */
export const sayings = { sayAgent, sayDay, sayDue, sayDuration, sayMoment, sayRemaining }
