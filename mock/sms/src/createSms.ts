import type Koa from 'koa'
import { bodyOf, query, text } from '../../support/ask'
import { mockApp, type MockApp } from '../../support/mockApp'
import { Gateway, type SmsMessage } from './gateway'
import { phonePage } from './phonePage'

export interface SmsSettings {
  key: string
  /** Milliseconds since 1970; the clock of the rate limit and of `acceptedAt`. */
  now: () => number
}

export interface SmsMock extends Pick<MockApp, 'faults' | 'calls'> {
  app: Koa
  gateway: Gateway
}

/** How many messages the page for people shows. */
const PAGE_LENGTH = 30

/** A small SMS gateway: `POST /v1/messages`; the page at `/` shows what the phones would show. */
export const createSms = ({ key, now }: SmsSettings): SmsMock => {
  const gateway = new Gateway(now)
  const { app, router, faults, calls } = mockApp({
    answerFault: (ctx, fault) => {
      ctx.status = fault.status ?? 500
      ctx.body = { code: fault.errcode ?? 'fault', message: 'a fault was switched on' }
    },
    answerBadBody: (ctx) => {
      ctx.status = 400
      ctx.body = { code: 'bad_json', message: 'the body is no JSON' }
    },
  })
  const newestFirst = (to?: string): SmsMessage[] =>
    gateway.messages.filter((message) => !to || message.to === to).toReversed()

  router.post('/v1/messages', (ctx) => {
    if (ctx.get('authorization') !== `Bearer ${key}`) {
      ctx.status = 401
      ctx.body = { code: 'unauthorized', message: 'authorization: Bearer <key> is missing or wrong' }
      return
    }
    const outcome = gateway.accept(bodyOf(ctx))
    if ('id' in outcome) {
      ctx.status = 202
      ctx.body = { id: outcome.id }
      return
    }
    ctx.status = outcome.status
    if (outcome.retryAfterSeconds) ctx.set('retry-after', String(outcome.retryAfterSeconds))
    ctx.body = { code: outcome.code, message: outcome.message }
  })

  router.get('/', (ctx) => {
    ctx.type = 'html'
    ctx.body = phonePage(newestFirst().slice(0, PAGE_LENGTH))
  })

  router.get('/_mock/messages', (ctx) => {
    ctx.body = newestFirst(query(ctx, 'to'))
  })
  router.delete('/_mock/messages', (ctx) => {
    gateway.messages.length = 0
    ctx.status = 204
  })
  router.put('/_mock/limits', (ctx) => {
    const { perPhonePerMinute: limit } = bodyOf(ctx)
    if (limit !== null && !(Number.isInteger(limit) && (limit as number) > 0)) {
      ctx.status = 400
      ctx.body = { message: 'perPhonePerMinute must be a whole number from 1, or null for no limit' }
      return
    }
    gateway.perPhonePerMinute = (limit as number | null) ?? undefined
    ctx.body = { perPhonePerMinute: limit }
  })
  router.put('/_mock/templates/:name', (ctx) => {
    const given = text(bodyOf(ctx).text)
    if (!given) {
      ctx.status = 400
      ctx.body = { message: 'give text, with {name} for a parameter' }
      return
    }
    gateway.register(String(ctx.params.name), given)
    ctx.status = 204
  })

  return { app, gateway, faults, calls }
}
