/** Tells a requester, and who acts for them, what happened to the order: by text message or WeChat, once per event. */
import { groupOrderNumber, ORDER_PAGE } from '@jiesu/shared-types'
import type { Accounts } from '../identity/accounts.store'
import type { Sms } from '../platform/outside/sms'
import type { Wechat } from '../platform/outside/wechat'
import type { Secrets } from '../platform/secrets'
import type { StoredOrder } from '../orders/order.document'
import type { RecordedEvent } from '../orders/rules/events'
import { agentOf, contactOf } from '../orders/personalData'
import { promisedUntil } from './rules/promised'
import {
  earliestMoment,
  isMobile,
  type NoticeTemplate,
  REQUESTER_HEARS,
  type Telling,
  tellings,
} from './rules/whoHears'

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

/** Whether the requester is told of an event at all. */
export const hears = (event: RecordedEvent): boolean => REQUESTER_HEARS[event.type] !== undefined

/** Five characters at most: WeChat's `phrase` takes no more. */
const PHRASES: Record<NoticeTemplate, string> = {
  'order-accepted': '已受理',
  'more-information': '待补充',
  'order-explained': '已说明原因',
  'order-merged': '合并办理',
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
export const makeTellRequester = (parts: NoticeParts) => {
  const { accounts, sms, wechat, wechatTemplate, secrets } = parts

  /** @returns false when the gateway will never take it. */
  const sendSms = async (
    { template, phone, suffix }: Telling,
    number: string,
    event: RecordedEvent,
    now: Date,
  ): Promise<boolean> => {
    if (!sms.configured || !isMobile(phone)) return true
    const id = `${event.id}${suffix}`
    switch (template) {
      case 'order-accepted':
      case 'order-accepted-represented':
      case 'order-accepted-agent':
      case 'order-redo':
      case 'order-due-certain':
      case 'order-extended':
        return sms.send(phone, template, { number, due: promisedUntil(event, now) }, id)
      case 'more-information':
      case 'more-information-agent':
      case 'order-explained':
      case 'order-merged':
      case 'order-replied':
      case 'order-replied-agent':
      case 'order-declined':
      case 'order-declined-agent':
      case 'order-concluded':
        return sms.send(phone, template, { number }, id)
    }
  }

  return async (stored: StoredOrder, event: RecordedEvent, now: Date): Promise<Told> => {
    const hearing = REQUESTER_HEARS[event.type]
    if (hearing === undefined) return 'done'
    const earliest = earliestMoment(now)
    if (hearing.urgent !== true && earliest > now) return { notBefore: earliest }

    const { order, private: secret } = stored
    const number = groupOrderNumber(order.number)
    const account = secret.account === undefined ? undefined : await accounts.find(secret.account)

    const sendWechat = async (): Promise<boolean> => {
      if (account?.openid === undefined || wechatTemplate === '' || !wechat.configured) return false
      const page = `${ORDER_PAGE.weapp}?number=${order.number}`
      const data = { character_string1: number, phrase2: PHRASES[hearing.template] }
      return wechat.notify(account.openid, wechatTemplate, page, data)
    }

    const phones = {
      contact: contactOf(secret, secrets)?.phone,
      agent: agentOf(secret, secrets)?.phone,
      account: account?.phone,
    }
    let refused = false
    for (const telling of tellings(hearing, phones)) {
      const told = telling.wechatFirst && (await sendWechat())
      if (!told && !(await sendSms(telling, number, event, now))) refused = true
    }
    return refused ? 'refused' : 'done'
  }
}

export type TellRequester = ReturnType<typeof makeTellRequester>
