/** What people do in the tests, each in one word. Every deed has a command id of its own. */
import {
  acceptOrder,
  concludeOrder,
  declineOrder,
  dispatchOrder,
  type Endpoint,
  explainCause,
  grantExtension,
  getDeskOrder,
  getOrder,
  giveInformation,
  lookUpOrder,
  notePetition,
  orderRedo,
  type OrderReceipt,
  rateOrder,
  receiveOrder,
  replyOrder,
  refuseExtension,
  requestInformation,
  submitOrder,
  type SubmitOrderInput,
  askExtension,
  contestDecline,
  withdrawOrder,
} from '@jiesu/shared-types'
import { type As, commandId, type Given, type TestPortal } from './portal'

export const PUBLIC_REPLY = '管道已经修好，供水恢复正常，路面会在三日内修补。'
export const INTERNAL_ACCOUNT = '抢修班组更换 DN100 接头一处。'

export interface Submitted {
  readonly number: string
  readonly receipt: OrderReceipt
  /** Access as the submitter, signed in or not. */
  readonly own: As
}

type RatingWords = Partial<{
  solved: 'solved' | 'partly' | 'unsolved'
  satisfaction: 'very-satisfied' | 'satisfied' | 'fair' | 'dissatisfied' | 'very-dissatisfied'
  reason: string
  asksRedo: boolean
}>

export const deeds = (portal: TestPortal) => {
  const on = <B extends object>(number: string, body: B) => ({
    params: { number },
    body: { commandId: commandId(), ...body },
  })
  return {
    submit: async (input: SubmitOrderInput, as: As = {}): Promise<Submitted> => {
      const receipt = await portal.call(submitOrder, { body: input }, as)
      return { number: receipt.order.number, receipt, own: { ...as, orderAccess: receipt.accessToken } }
    },
    /** Any verb of the desk, or of the requester, by its endpoint. */
    take: <E extends Endpoint>(endpoint: E, number: string, as: As, body: object = {}) =>
      portal.call(endpoint, on(number, body) as unknown as Given<E>, as),
    /** The same, refused. */
    refuse: (endpoint: Endpoint, number: string, as: As, body: object = {}) =>
      portal.refused(endpoint, on(number, body), as),
    /** Opens the order again with its number and query code. */
    lookUp: async ({ number, receipt }: Submitted): Promise<As> => {
      const found = await portal.call(lookUpOrder, { body: { number, queryCode: receipt.queryCode } })
      return { orderAccess: found.accessToken }
    },
    read: (number: string, as: As) => portal.call(getOrder, { params: { number } }, as),
    open: (number: string, as: As) => portal.call(getDeskOrder, { params: { number } }, as),
    accept: (number: string, as: As, note = '') => portal.call(acceptOrder, on(number, { note }), as),
    decline: (number: string, as: As, why: { reason: string; goTo: string; rule?: string }) =>
      portal.call(declineOrder, on(number, why), as),
    ask: (number: string, as: As, question: string) =>
      portal.call(requestInformation, on(number, { question }), as),
    tell: (number: string, as: As, text: string) => portal.call(giveInformation, on(number, { text }), as),
    dispatch: (number: string, as: As, unit: string, coUnits: string[] = []) =>
      portal.call(dispatchOrder, on(number, { unit, coUnits, reason: '按职责分工派单' }), as),
    transfer: (number: string, as: As, line: string, unit: string) =>
      portal.call(dispatchOrder, on(number, { unit, coUnits: [], line, reason: '由热线专席接办' }), as),
    receive: (number: string, as: As) => portal.call(receiveOrder, on(number, {}), as),
    explain: (number: string, as: As, text: string) => portal.call(explainCause, on(number, { text }), as),
    reply: (number: string, as: As) =>
      portal.call(
        replyOrder,
        on(number, { publicReply: PUBLIC_REPLY, internalAccount: INTERNAL_ACCOUNT }),
        as,
      ),
    rate: (number: string, as: As, words: RatingWords = {}) =>
      portal.call(rateOrder, on(number, { solved: 'solved', satisfaction: 'satisfied', ...words }), as),
    askExtension: (number: string, as: As, days: number, reason: string) =>
      portal.call(askExtension, on(number, { days, reason }), as),
    grantExtension: (number: string, as: As, reason: string) =>
      portal.call(grantExtension, on(number, { reason }), as),
    refuseExtension: (number: string, as: As, reason: string) =>
      portal.call(refuseExtension, on(number, { reason }), as),
    notePetition: (number: string, as: As, text: string) =>
      portal.call(notePetition, on(number, { text }), as),
    contest: (number: string, as: As, reason: string) =>
      portal.call(contestDecline, on(number, { reason }), as),
    withdraw: (number: string, as: As, reason = '') => portal.call(withdrawOrder, on(number, { reason }), as),
    redo: (number: string, as: As, reason: string) => portal.call(orderRedo, on(number, { reason }), as),
    conclude: (number: string, as: As, reason: string) =>
      portal.call(concludeOrder, on(number, { reason }), as),
  }
}
