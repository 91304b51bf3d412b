import type Router from '@koa/router'
import { bodyOf, query, text } from '../../support/ask'
import type { MessageData } from './messageData'
import { looksLikeOpenid } from './people'
import { SUBSCRIPTION_MODES, type SubscriptionMode, type Subscriptions } from './subscriptions'
import type { Tokens } from './tokens'

/** A subscribe message that WeChat took. */
export interface SentMessage {
  touser: string
  template_id: string
  page?: string
  data: MessageData
  /** ISO instant, UTC. */
  sentAt: string
}

export interface Switched {
  sent: SentMessage[]
  tokens: Tokens
  subscriptions: Subscriptions
}

/** What a developer or a test sees and sets: nothing of this exists at WeChat. */
export const addSwitches = (router: Router, { sent, tokens, subscriptions }: Switched): void => {
  router.get('/_mock/messages', (ctx) => {
    const to = query(ctx, 'to')
    ctx.body = sent.filter((message) => !to || message.touser === to).toReversed()
  })
  router.delete('/_mock/messages', (ctx) => {
    sent.length = 0
    ctx.status = 204
  })
  router.delete('/_mock/tokens', (ctx) => {
    tokens.revokeAll()
    ctx.status = 204
  })
  router.put('/_mock/subscriptions', (ctx) => {
    const { mode } = bodyOf(ctx)
    if (SUBSCRIPTION_MODES.includes(mode as SubscriptionMode)) {
      subscriptions.mode = mode as SubscriptionMode
      ctx.body = { mode }
      return
    }
    ctx.status = 400
    ctx.body = { message: `mode must be one of ${SUBSCRIPTION_MODES.join(', ')}` }
  })
  router.post('/_mock/subscriptions', (ctx) => {
    const { touser, template_id } = bodyOf(ctx)
    const template = text(template_id)
    if (looksLikeOpenid(touser) && template) {
      subscriptions.grant(touser, template)
      ctx.status = 204
      return
    }
    ctx.status = 400
    ctx.body = { message: 'give touser (an openid) and template_id' }
  })
}
