import type { DeskOrderView } from '@jiesu/shared-types'
import type { OrderAction } from '@jiesu/shared-types/vocabulary'
import { call, type EndpointName, type Input } from '../../../api/client'

/** What the desk can do with an order, and the endpoint that does it. */
const ENDPOINTS = {
  accept: 'acceptOrder',
  decline: 'declineOrder',
  requestInformation: 'requestInformation',
  dispatch: 'dispatchOrder',
  receive: 'receiveOrder',
  explainCause: 'explainCause',
  askExtension: 'askExtension',
  grantExtension: 'grantExtension',
  refuseExtension: 'refuseExtension',
  reply: 'replyOrder',
  orderRedo: 'orderRedo',
  conclude: 'concludeOrder',
  resume: 'resumeOrder',
  answerDirectly: 'answerDirectly',
  redispatch: 'redispatch',
  splitAsks: 'splitAsks',
  mergeInto: 'mergeInto',
  unmerge: 'unmerge',
  raiseUrgency: 'raiseUrgency',
  returnOrder: 'returnOrder',
  inviteCoUnits: 'inviteCoUnits',
  recordContact: 'recordContact',
  noteProgress: 'noteProgress',
  answerAsk: 'answerAsk',
  answerSupervision: 'answerSupervision',
  upholdReturn: 'upholdReturn',
  refuseReturn: 'refuseReturn',
  referDuty: 'referDuty',
  recordRuling: 'recordRuling',
  declareRepeat: 'declareRepeat',
  recordCallback: 'recordCallback',
  supervise: 'supervise',
} as const satisfies Partial<Record<OrderAction, EndpointName>>

export type DeskAction = keyof typeof ENDPOINTS
/** Everything but 签收 is written down in a form. */
export type FormAction = Exclude<DeskAction, 'receive'>
type Written<Id extends EndpointName> = Id extends EndpointName
  ? Input<Id> extends { body: infer Body }
    ? Omit<Body, 'commandId'>
    : never
  : never
/** What a person writes for a step. */
export type BodyOf<A extends DeskAction> = Written<(typeof ENDPOINTS)[A]>

/** The requester was promised the cause (先行答复), and it has not been told yet. */
export const owesCause = (order: Pick<DeskOrderView, 'allowed' | 'milestones'>): boolean =>
  order.allowed.includes('explainCause') &&
  order.milestones.some(
    ({ type, state }) => type === 'explain' && ['running', 'due-soon', 'late'].includes(state),
  )

/** In which order steps are offered: the likeliest first, what is rare or hard to undo last. */
const LIKELY: readonly DeskAction[] = [
  'accept',
  'dispatch',
  'receive',
  'reply',
  'answerAsk',
  'recordCallback',
  'recordRuling',
  'upholdReturn',
  'refuseReturn',
  'grantExtension',
  'refuseExtension',
  'orderRedo',
  'decline',
  'conclude',
  'requestInformation',
  'resume',
  'explainCause',
  'askExtension',
  'answerDirectly',
  'supervise',
  'answerSupervision',
  'noteProgress',
  'recordContact',
  'inviteCoUnits',
  'splitAsks',
  'redispatch',
  'mergeInto',
  'unmerge',
  'raiseUrgency',
  'referDuty',
  'returnOrder',
  'declareRepeat',
]

/** The steps that the server allows now, in the order in which they are offered. */
export const deskActions = (order: Pick<DeskOrderView, 'allowed' | 'milestones'>): DeskAction[] => {
  const first: readonly DeskAction[] = owesCause(order) ? ['explainCause'] : []
  return [...new Set([...first, ...LIKELY])].filter((action) => order.allowed.includes(action))
}

/** Names of the buttons in tests and styles. */
export const ACTION_IDS: Record<DeskAction, string> = {
  accept: 'desk-accept',
  decline: 'desk-decline',
  requestInformation: 'desk-ask',
  dispatch: 'desk-dispatch',
  receive: 'desk-receive',
  explainCause: 'desk-explain',
  askExtension: 'desk-ask-extension',
  grantExtension: 'desk-grant-extension',
  refuseExtension: 'desk-refuse-extension',
  reply: 'desk-reply',
  orderRedo: 'desk-redo',
  conclude: 'desk-conclude',
  resume: 'desk-resume',
  answerDirectly: 'desk-answer',
  redispatch: 'desk-redispatch',
  splitAsks: 'desk-split',
  mergeInto: 'desk-merge',
  unmerge: 'desk-unmerge',
  raiseUrgency: 'desk-urgency',
  returnOrder: 'desk-return',
  inviteCoUnits: 'desk-invite',
  recordContact: 'desk-contacted',
  noteProgress: 'desk-progress',
  answerAsk: 'desk-answer-ask',
  answerSupervision: 'desk-answer-supervision',
  upholdReturn: 'desk-uphold-return',
  refuseReturn: 'desk-refuse-return',
  referDuty: 'desk-refer',
  recordRuling: 'desk-ruling',
  declareRepeat: 'desk-repeat',
  recordCallback: 'desk-callback',
  supervise: 'desk-supervise',
}

// Every step answers with the order. Action, endpoint and body belong together by the table above and by
// `BodyOf`, which the compiler cannot follow into one call.
const take = call as (id: EndpointName, input: unknown) => Promise<DeskOrderView>

/**
 * Sends one step. The same `commandId` never acts twice.
 * @throws ApiProblem
 */
export const sendAction = <A extends DeskAction>(
  action: A,
  number: string,
  commandId: string,
  body: BodyOf<A>,
): Promise<DeskOrderView> => take(ENDPOINTS[action], { params: { number }, body: { ...body, commandId } })
