/**
 * Joins an endpoint constant and a handler: identity first, everything parsed once, every failing field at once.
 * Inside the handler all input is typed and right.
 */
import type Router from '@koa/router'
import type { Endpoint, FieldProblem, Language, ParsedInput } from '@jiesu/shared-types'
import type { CallOutput } from '@jiesu/shared-types'
import type { Context } from 'koa'
import type * as z from 'zod/mini'
import type { Caller } from '../../identity/caller'
import { within } from '../deadline'
import { Refused } from '../problems'
import { addressKey } from './addressKey'
import { inWords } from './inWords'
import { declareLanguage, languageOf, speakChinese } from './language'

export interface Request<E extends Endpoint> extends ParsedInput<E> {
  readonly caller: Caller
  /** The caller's address, for throttling only. */
  readonly address: string
  readonly now: Date
  readonly koa: Context
  /** To answer in: Chinese, or for citizens who ask for it English. */
  readonly language: Language
}

export type Handler<E extends Endpoint> = (request: Request<E>) => Promise<CallOutput<E>> | CallOutput<E>

const pointer = (path: readonly PropertyKey[]): string =>
  path.map((part) => `/${String(part).replace(/~/g, '~0').replace(/\//g, '~1')}`).join('')

const parsePart = (schema: z.ZodMiniType | undefined, value: unknown, fields: FieldProblem[]): unknown => {
  if (schema === undefined) return undefined
  const parsed = schema.safeParse(value, { error: inWords })
  if (parsed.success) return parsed.data
  for (const issue of parsed.error.issues) fields.push({ path: pointer(issue.path), message: issue.message })
  return undefined
}

/** Koa's `/a/:b` for OpenAPI's `/a/{b}`. */
export const koaPath = (path: string): string => path.replace(/\{(\w+)\}/g, ':$1')

const checkAccess = (endpoint: Endpoint, caller: Caller): void => {
  const refuse = () => new Refused(caller.staleToken ? 'session-expired' : 'sign-in-required')
  switch (endpoint.access) {
    case 'public':
      return
    case 'requester':
      if (caller.account === undefined) throw refuse()
      return
    case 'order':
      if (caller.account === undefined && caller.orderAccess === undefined) throw refuse()
      return
    case 'staff':
      if (caller.staff === undefined) throw refuse()
      return
    case 'system':
      if (caller.system === undefined)
        throw new Refused('wrong-credentials', {
          detail: '请在 Authorization 里带上接入时给出的令牌；令牌不对或已停用，请联系热线重新办理。',
        })
  }
}

/** Where nothing was sent, its type does not matter: the schema says what is missing. */
const hasBody = (ctx: Context): boolean => ctx.get('Transfer-Encoding') !== '' || ctx.request.length > 0

/**
 * Whether the caller has what the handler put a tag on. Koa's `fresh` gives way to `Cache-Control: no-cache`, which
 * Node's fetch adds to every request with If-None-Match.
 */
const isHeldAlready = (ctx: Context): boolean => {
  const tag = ctx.response.get('ETag')
  const held = ctx.get('If-None-Match').split(',')
  return tag !== '' && held.some((one) => one.trim() === tag)
}

export interface Binder {
  <E extends Endpoint>(endpoint: E, handler: Handler<E>): void
}

export interface BindParts {
  readonly router: Router
  /** Reads the caller from the request's headers. */
  readonly identify: (ctx: Context) => Promise<Caller>
  /** Gives the time of the request. */
  readonly clock: () => Date
  /** After so many milliseconds a request is answered as one whose storage did not. */
  readonly deadline: number
}

export const makeBind = ({ router, identify, clock, deadline }: BindParts): Binder => {
  const answer =
    <E extends Endpoint>(endpoint: E, handler: Handler<E>) =>
    async (ctx: Context): Promise<unknown> => {
      const caller = await identify(ctx)
      checkAccess(endpoint, caller)
      if (endpoint.body !== undefined && hasBody(ctx) && !ctx.is('application/json'))
        throw new Refused('unsupported-media')
      const fields: FieldProblem[] = []
      const input = {
        params: parsePart(endpoint.params, ctx['params'], fields),
        query: parsePart(endpoint.query, ctx.query, fields),
        body: parsePart(endpoint.body, ctx.request.body, fields),
      }
      if (fields.length > 0) throw new Refused('invalid-input', { fields })
      return handler({
        // Parsed above by the endpoint's own schemas, whose output types these are.
        ...(input as ParsedInput<E>),
        caller,
        address: addressKey(ctx.ip),
        now: clock(),
        koa: ctx,
        language: languageOf(ctx),
      })
    }

  return (endpoint, handler) => {
    const method = endpoint.method.toLowerCase() as 'get' | 'post' | 'delete'
    const answerTo = answer(endpoint, handler)
    router[method](endpoint.id, koaPath(endpoint.path), async (ctx) => {
      // Personal data stay out of every cache on the way; photos set their own rule.
      ctx.set('Cache-Control', 'no-store')
      if (endpoint.access === 'staff' || endpoint.access === 'system') speakChinese(ctx)
      declareLanguage(ctx)
      const answered = await within(deadline, answerTo(ctx))
      // A stream of events was opened by the handler itself.
      if (endpoint.events !== undefined) return
      ctx.status = endpoint.status
      ctx.body = endpoint.response === null ? null : answered
      if (isHeldAlready(ctx)) ctx.status = 304
      if (endpoint.produces !== undefined) ctx.type = endpoint.produces
    })
  }
}
