/** Tells a requester what happened to the order, by text message or WeChat, once per event. */
import { groupOrderNumber, ORDER_PAGE, sayDue } from '@jiesu/shared-types'
import type { Accounts } from '../identity/accounts.store'
import type { Sms } from '../platform/outside/sms'
import type { Wechat } from '../platform/outside/wechat'
import type { Secrets } from '../platform/secrets'
import type { StoredOrder } from '../orders/order.store'
import type { RecordedEvent } from '../orders/rules/events'
import { contactOf } from '../orders/personalData'
import { earliestMoment, type NoticeTemplate, REQUESTER_HEARS } from './rules/whoHears'

export interface NoticeParts {
  readonly accounts: Accounts
  readonly sms: Sms
  readonly wechat: Wechat
  /** The mini-program's subscribe-message template; empty: no WeChat messages. */
  readonly wechatTemplate: string
  readonly secrets: Secrets
}

/** Done, or the moment before which it should not be tried again. */
export type Told = 'done' | { readonly notBefore: Date }

const MOBILE = /^1[3-9]\d{9}$/

/** Whether the requester is told of an event at all. */
export const hears = (event: RecordedEvent): boolean => REQUESTER_HEARS[event.type] !== undefined

/** Five characters at most: WeChat's `phrase` takes no more. */
const PHRASES: Record<NoticeTemplate, string> = {
  'order-accepted': '已受理',
  'more-information': '待补充',
  'order-replied': '已答复',
  'order-declined': '不予受理',
  'order-redo': '重新办理',
  'order-due-certain': '时限已定',
  'order-extended': '延期办理',
  'order-concluded': '已办结',
}

const promisesIn = (event: RecordedEvent): readonly { readonly dueAt: Date }[] => {
  if (event.type === 'accepted' || event.type === 'redo-ordered') return event.promises
  if (event.type === 'extension-granted') return [event]
  return event.type === 'promise-recomputed' ? event.changes.filter((change) => !change.provisional) : []
}

/** What was promised in this event: the last milestone is the answer itself. */
const promisedUntil = (event: RecordedEvent, now: Date): string => {
  const last = promisesIn(event).at(-1)
  return last === undefined ? '' : sayDue(last.dueAt, now)
}

/**
 * @throws OutsideServiceDown when a neighbour is away: the outbox tries again later.
 */
export const makeTellRequester =
  (parts: NoticeParts) =>
  async (stored: StoredOrder, event: RecordedEvent, now: Date): Promise<Told> => {
    const hearing = REQUESTER_HEARS[event.type]
    if (hearing === undefined) return 'done'
    const earliest = earliestMoment(now)
    if (hearing.urgent !== true && earliest > now) return { notBefore: earliest }

    const { order } = stored
    const number = groupOrderNumber(order.number)
    const account =
      stored.private.account === undefined ? undefined : await parts.accounts.find(stored.private.account)

    if (account?.openid !== undefined && parts.wechatTemplate !== '' && parts.wechat.configured) {
      const page = `${ORDER_PAGE.weapp}?number=${order.number}`
      const data = { character_string1: number, phrase2: PHRASES[hearing.template] }
      if (await parts.wechat.notify(account.openid, parts.wechatTemplate, page, data)) return 'done'
    }
    // The number left for this order comes first; an anonymous order left none, but its signed-in submitter has one.
    const phone = contactOf(stored.private, parts.secrets)?.phone ?? account?.phone
    if (!parts.sms.configured || phone === undefined || !MOBILE.test(phone)) return 'done'
    switch (hearing.template) {
      case 'order-accepted':
      case 'order-redo':
      case 'order-due-certain':
      case 'order-extended':
        await parts.sms.send(phone, hearing.template, { number, due: promisedUntil(event, now) }, event.id)
        break
      case 'more-information':
      case 'order-replied':
      case 'order-declined':
      case 'order-concluded':
        await parts.sms.send(phone, hearing.template, { number }, event.id)
    }
    return 'done'
  }

export type TellRequester = ReturnType<typeof makeTellRequester>
