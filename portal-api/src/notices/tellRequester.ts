/** Tells a requester what happened to the order, by text message or WeChat, once per event. */
import { groupOrderNumber, ORDER_PAGE } from '@jiesu/shared-types'
import type { Accounts } from '../identity/accounts.store'
import type { Sms } from '../platform/outside/sms'
import type { Wechat } from '../platform/outside/wechat'
import type { Secrets } from '../platform/secrets'
import type { StoredOrder } from '../orders/order.store'
import type { RecordedEvent } from '../orders/rules/events'
import { contactOf } from '../orders/personalData'
import { promisedUntil } from './rules/promised'
import { earliestMoment, type NoticeTemplate, REQUESTER_HEARS } from './rules/whoHears'

export interface NoticeParts {
  readonly accounts: Accounts
  readonly sms: Sms
  readonly wechat: Wechat
  /** The mini-program's subscribe-message template; empty: no WeChat messages. */
  readonly wechatTemplate: string
  readonly secrets: Secrets
}

/** Done, or the moment before which it should not be tried again, or refused for good by whoever carries it. */
export type Told = 'done' | 'refused' | { readonly notBefore: Date }

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
    const send = (to: string, template: NoticeTemplate): Promise<boolean> => {
      switch (template) {
        case 'order-accepted':
        case 'order-redo':
        case 'order-due-certain':
        case 'order-extended':
          return parts.sms.send(to, template, { number, due: promisedUntil(event, now) }, event.id)
        case 'more-information':
        case 'order-replied':
        case 'order-declined':
        case 'order-concluded':
          return parts.sms.send(to, template, { number }, event.id)
      }
    }
    return (await send(phone, hearing.template)) ? 'done' : 'refused'
  }

export type TellRequester = ReturnType<typeof makeTellRequester>
