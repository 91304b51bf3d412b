import type { OrderAction } from '../actions'
import type { OrderEventType } from '../events'
import type { KnowledgeAudience, SectionKind } from '../knowledge'
import type { MilestoneType } from '../limits'
import type { AskOutcome, CardColour, ContactOutcome, MatterNature } from '../loop'
import type { OrderStatus } from '../orderStatus'
import type { SatisfactionLevel, SolvedAnswer } from '../ratings'
import type { AgentRelation, AppealKind, Confidentiality, RequesterType } from '../requesters'
import type { ActorRole } from '../roles'
import type { ScopeFindingKind } from '../scope'

/** The words of the vocabulary that citizens see, in English. The names are those of the Chinese ones. */
export const ORDER_STATUS_WORDS: Record<OrderStatus, string> = {
  submitted: 'Waiting for acceptance',
  'needs-info': 'Needs your information',
  'awaiting-dispatch': 'Waiting for a unit',
  dispatched: 'Sent to the unit',
  handling: 'Being handled',
  replied: 'Waiting for your rating',
  'redo-review': 'Redo under review',
  'return-review': 'Unit under review',
  merged: 'Merged',
  concluded: 'Closed',
  declined: 'Not accepted',
  withdrawn: 'Withdrawn',
}

export const ORDER_ACTION_WORDS: Record<OrderAction, string> = {
  giveInformation: 'give information',
  contestDecline: 'ask another member of staff to look again',
  withdraw: 'withdraw the appeal',
  rate: 'rate the result',
  accept: 'accept',
  decline: 'not accept',
  requestInformation: 'ask for information',
  dispatch: 'send to a unit',
  receive: 'take over',
  explainCause: 'explain the cause',
  askExtension: 'ask for an extension',
  grantExtension: 'grant the extension',
  refuseExtension: 'refuse the extension',
  reply: 'reply',
  orderRedo: 'send back to be redone',
  conclude: 'close',
  resume: 'go on with what is known',
  supplement: 'add to the appeal',
  remind: 'send a reminder',
  answerDirectly: 'answer directly',
  redispatch: 'send to another unit',
  splitAsks: 'split into points',
  mergeInto: 'merge into another order',
  unmerge: 'undo the merge',
  raiseUrgency: 'raise the urgency',
  returnOrder: 'return',
  inviteCoUnits: 'ask other units to help',
  recordContact: 'record a contact',
  noteProgress: 'note progress',
  answerAsk: 'answer a point',
  answerSupervision: 'answer the supervision',
  upholdReturn: 'agree to the return',
  refuseReturn: 'refuse the return',
  referDuty: 'refer to the staffing office',
  recordRuling: 'record the ruling',
  declareRepeat: 'declare an unreasonable repeat',
  recordCallback: 'record a callback',
  supervise: 'supervise',
  follow: 'reply with the lead order',
  issueCard: 'give a card',
}

export const ORDER_EVENT_WORDS: Record<OrderEventType, string> = {
  submitted: 'Appeal submitted',
  accepted: 'Accepted',
  declined: 'Not accepted',
  'decline-contested': 'Decision contested, to be reviewed',
  'information-requested': 'You were asked for information',
  'information-given': 'Information given',
  withdrawn: 'Withdrawn',
  dispatched: 'Sent to a unit',
  'first-viewed': 'Opened by the handling unit',
  received: 'Taken over by the handling unit',
  'cause-explained': 'Cause explained',
  'extension-asked': 'The handling unit asked for more time',
  'extension-granted': 'Extension granted',
  'extension-refused': 'Extension refused',
  replied: 'Replied',
  rated: 'Rated',
  'redo-ordered': 'Sent back to be redone',
  'promise-recomputed': 'Time limit now final',
  concluded: 'Closed',
  resumed: 'Continued with what is known',
  supplemented: 'Addition to the appeal',
  reminded: 'Reminder sent',
  'asks-split': 'Split into points',
  merged: 'Handled together with the same appeal',
  unmerged: 'Handled separately again',
  'urgency-raised': 'Made more urgent',
  returned: 'The handling unit asked to return it',
  'return-upheld': 'Return agreed, sent to another unit',
  'return-refused': 'Return refused',
  'duty-referred': 'The staffing office was asked which unit is responsible',
  'duty-ruled': 'The staffing office named the responsible unit',
  'co-units-invited': 'Other units joined in',
  'contact-recorded': 'The handling unit contacted the requester',
  'progress-noted': 'Progress',
  'ask-answered': 'A unit that helps answered a point',
  'callback-recorded': 'Telephone callback',
  supervised: 'Supervision',
  'supervision-answered': 'The handling unit answered the supervision',
  'card-issued': 'Card given as a reminder',
}

export const MILESTONE_WORDS: Record<MilestoneType, string> = {
  respond: 'First response',
  explain: 'First answer with the cause',
  decide: 'Notice whether the case is opened',
  finish: 'Handled and answered',
}

export const ASK_OUTCOME_WORDS: Record<AskOutcome, string> = {
  done: 'Done',
  explained: 'Explained',
  refused: 'Cannot be done',
}

export const MATTER_NATURE_WORDS: Record<MatterNature, string> = {
  ordinary: 'an ordinary matter',
  mediation: 'administrative mediation',
  enforcement: 'law enforcement',
}

export const CARD_COLOUR_WORDS: Record<CardColour, string> = { yellow: 'Yellow card', red: 'Red card' }

export const CONTACT_OUTCOME_WORDS: Record<ContactOutcome, string> = {
  reached: 'Reached',
  'no-answer': 'No answer',
  refused: 'Did not wish to talk',
}

export const SOLVED_WORDS: Record<SolvedAnswer, string> = {
  solved: 'Solved',
  partly: 'Partly solved',
  unsolved: 'Not solved',
}

/** 好差评: how it was handled. Short, for they stand under five faces in a row. */
export const SATISFACTION_WORDS: Record<SatisfactionLevel, string> = {
  'very-satisfied': 'Very well',
  satisfied: 'Well',
  fair: 'Fairly',
  dissatisfied: 'Badly',
  'very-dissatisfied': 'Very badly',
}

export const REQUESTER_TYPE_WORDS: Record<RequesterType, string> = {
  citizen: 'Individual',
  enterprise: 'Company',
}

export const APPEAL_KIND_WORDS: Record<AppealKind, string> = {
  consult: 'Question',
  help: 'Request for help',
  complaint: 'Complaint',
  report: 'Report of wrongdoing',
  suggestion: 'Suggestion',
}

export const CONFIDENTIALITY_WORDS: Record<Confidentiality, string> = {
  open: 'With my name',
  confidential: 'Name kept confidential',
  anonymous: 'Anonymous',
}

export const AGENT_RELATION_WORDS: Record<AgentRelation, string> = {
  family: 'Family member',
  neighbour: 'Neighbour',
  colleague: 'Colleague',
  'social-worker': 'Community worker',
  other: 'Other',
}

export const AGENT_CONSENT_WORDS: Record<RequesterType, string> = {
  citizen:
    'The person concerned agrees that I submit this for them, and knows that the handling unit will be told',
  enterprise: 'The company agrees that I submit this for it, and knows that the handling unit will be told',
}

export const SECTION_KIND_WORDS: Record<SectionKind, string> = {
  conditions: 'Who can apply',
  materials: 'What to bring',
  steps: 'What to do',
  fees: 'Fees',
  limits: 'How long it takes',
  places: 'Where',
  other: 'More',
}

export const KNOWLEDGE_AUDIENCE_WORDS: Record<KnowledgeAudience, string> = {
  person: 'Individuals',
  enterprise: 'Enterprises',
  elderly: 'Older people',
  disabled: 'Disabled people',
  minor: 'Minors and parents',
  worker: 'Workers',
  foreigner: 'Foreign nationals',
}

export const ACTOR_ROLE_WORDS: Record<ActorRole, string> = {
  requester: 'Requester',
  operator: 'Hotline operator',
  handler: 'Handling unit',
  manager: 'Head of the handling unit',
  reviewer: 'Hotline reviewer',
  supervisor: 'Hotline supervisor',
  callback: 'Hotline callback staff',
  auditor: 'Auditor',
  administrator: 'City administrator',
  'knowledge-editor': 'Knowledge editor',
  'knowledge-reviewer': 'Knowledge reviewer',
  system: 'System',
}

export const SCOPE_FINDING_KIND_WORDS: Record<ScopeFindingKind, string> = {
  emergency: 'Call an emergency number',
  redirect: 'Another channel',
  decline: 'Not accepted',
  notice: 'Note',
}
