/** By which ways somebody will hear of an order that was just submitted, as far as is known in advance. */
import type { OrderReceipt } from '@jiesu/shared-types'
import type { Account } from '../identity/accounts.store'
import type { OrderPrivate } from '../orders/order.document'
import { agentOf, contactOf } from '../orders/personalData'
import type { NoticeParts } from './tellRequester'
import { isMobile } from './rules/whoHears'

type Parts = Pick<NoticeParts, 'wechatTemplate' | 'secrets'> & {
  readonly sms: Pick<NoticeParts['sms'], 'configured'>
  readonly wechat: Pick<NoticeParts['wechat'], 'configured'>
}

/** @param account of whoever asks: somebody else's order is told to that somebody. */
export const makeNewsWays =
  ({ sms, wechat, wechatTemplate, secrets }: Parts) =>
  (secret: OrderPrivate, account: Account | undefined): OrderReceipt['news'] => {
    const submitter = account?.id === secret.account ? account : undefined
    const phone = agentOf(secret, secrets)?.phone ?? contactOf(secret, secrets)?.phone ?? submitter?.phone
    const byWechat = submitter?.openid !== undefined && wechat.configured && wechatTemplate !== ''
    return {
      sms: sms.configured && isMobile(phone),
      ...(byWechat ? { wechatTemplate } : {}),
    }
  }
