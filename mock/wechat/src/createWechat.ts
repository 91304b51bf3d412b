import type Koa from 'koa'
import type { Context, Middleware } from 'koa'
import { bodyOf, query, text } from '../../support/ask'
import { mockApp, type MockApp } from '../../support/mockApp'
import { judge, LONGEST_CHECKED } from './contentCheck'
import { refusal } from './errors'
import { whatIsWrongWith, type MessageData } from './messageData'
import { Codes, looksLikeOpenid, phoneOf, sessionOf } from './people'
import { Subscriptions } from './subscriptions'
import { addSwitches, type SentMessage } from './switches'
import { Tokens } from './tokens'

export interface WechatSettings {
  appid: string
  secret: string
  /** Milliseconds since 1970; the clock of token expiry and of `sentAt`. */
  now: () => number
}

export interface WechatMock extends Pick<MockApp, 'faults' | 'calls'> {
  app: Koa
  /** In order of sending. */
  sent: SentMessage[]
  subscriptions: Subscriptions
  tokens: Tokens
}

/** WeChat's server API for one mini-program: https://developers.weixin.qq.com/miniprogram/dev/server/API/ */
export const createWechat = ({ appid, secret, now }: WechatSettings): WechatMock => {
  const tokens = new Tokens(now)
  const logins = new Codes()
  const phoneCodes = new Codes()
  const subscriptions = new Subscriptions()
  const sent: SentMessage[] = []

  const { app, router, faults, calls } = mockApp({
    answerFault: (ctx, fault) => {
      ctx.status = fault.status ?? 200
      ctx.body = refusal(fault.errcode ?? -1)
    },
    answerBadBody: (ctx) => {
      ctx.body = refusal(47001)
    },
  })

  const whoAsks = (givenAppid?: string, givenSecret?: string): number => {
    if (!givenAppid) return 41002
    if (!givenSecret) return 41004
    if (givenAppid !== appid) return 40013
    return givenSecret === secret ? 0 : 40125
  }

  const needsToken: Middleware = (ctx, next) => {
    const errcode = tokens.check(query(ctx, 'access_token'))
    if (errcode === 0) return next()
    ctx.body = refusal(errcode)
  }

  router.get('/cgi-bin/token', (ctx) => {
    const errcode =
      query(ctx, 'grant_type') === 'client_credential'
        ? whoAsks(query(ctx, 'appid'), query(ctx, 'secret'))
        : 40002
    ctx.body = errcode ? refusal(errcode) : tokens.issueToken()
  })

  router.post('/cgi-bin/stable_token', (ctx) => {
    const ask = bodyOf(ctx)
    const errcode =
      ask.grant_type === 'client_credential' ? whoAsks(text(ask.appid), text(ask.secret)) : 40002
    ctx.body = errcode ? refusal(errcode) : tokens.issueStable(ask.force_refresh === true)
  })

  const logIn = (ctx: Context): object => {
    const errcode = whoAsks(query(ctx, 'appid'), query(ctx, 'secret'))
    if (errcode) return refusal(errcode)
    if (query(ctx, 'grant_type') !== 'authorization_code') return refusal(40002)
    const code = query(ctx, 'js_code')
    if (!code) return refusal(41008)
    const taken = logins.take(code)
    return taken === 'good' ? sessionOf(code) : refusal(taken === 'used' ? 40163 : 40029)
  }
  router.get('/sns/jscode2session', (ctx) => {
    // As WeChat: JSON labelled as text.
    ctx.type = 'text/plain'
    ctx.body = JSON.stringify(logIn(ctx))
  })

  router.post('/wxa/business/getuserphonenumber', needsToken, (ctx) => {
    const code = text(bodyOf(ctx).code)
    if (!code || phoneCodes.take(code) !== 'good') {
      ctx.body = refusal(40029)
      return
    }
    const phone = phoneOf(code)
    ctx.body = {
      errcode: 0,
      errmsg: 'ok',
      phone_info: {
        phoneNumber: phone,
        purePhoneNumber: phone,
        countryCode: '86',
        watermark: { timestamp: Math.floor(now() / 1000), appid },
      },
    }
  })

  const send = (message: Record<string, unknown>): { errcode: number; errmsg: string } => {
    const { touser, data, page } = message
    const template = text(message.template_id)
    if (!looksLikeOpenid(touser)) return refusal(40003)
    if (!template) return refusal(40037)
    if (page !== undefined && (typeof page !== 'string' || /^https?:/i.test(page))) return refusal(41030)
    const wrong = whatIsWrongWith(data)
    if (wrong) return refusal(47003, wrong)
    if (!subscriptions.use(touser, template)) return refusal(43101)
    sent.push({
      touser,
      template_id: template,
      ...(page ? { page } : {}),
      data: data as MessageData,
      sentAt: new Date(now()).toISOString(),
    })
    return { errcode: 0, errmsg: 'ok' }
  }
  router.post('/cgi-bin/message/subscribe/send', needsToken, (ctx) => {
    ctx.body = send(bodyOf(ctx))
  })

  router.post('/wxa/msg_sec_check', needsToken, (ctx) => {
    const { content, version, scene, openid } = bodyOf(ctx)
    if (!text(content)) ctx.body = refusal(44002)
    else if (version !== 2) ctx.body = refusal(47001, 'version must be 2')
    else if (![1, 2, 3, 4].includes(scene as number)) ctx.body = refusal(40129)
    else if (!looksLikeOpenid(openid)) ctx.body = refusal(40003)
    else if ([...(content as string)].length > LONGEST_CHECKED) ctx.body = refusal(45002)
    else ctx.body = judge(content as string)
  })

  addSwitches(router, { sent, tokens, subscriptions })
  return { app, sent, subscriptions, tokens, faults, calls }
}
