/** Whatever goes wrong below leaves as one problem+json: never a stack trace, never silence. */
import type { Refusal } from '@jiesu/shared-types'
import type { Middleware } from 'koa'
import { mongo } from 'mongoose'
import { MongooseError } from 'mongoose'
import { TooLate } from '../deadline'
import { OutsideServiceDown } from '../outside/outsideService'
import { problem, Refused } from '../problems'
import type { Logger } from '../log'
import { declareLanguage, languageOf } from './language'

/**
 * A server that is leaving, or a replica set between two primaries: HostUnreachable, NetworkTimeout,
 * ShutdownInProgress, PrimarySteppedDown, ExceededTimeLimit, NotWritablePrimary, InterruptedAtShutdown,
 * InterruptedDueToReplStateChange, NotPrimaryNoSecondaryOk, NotPrimaryOrSecondary, OutOfDiskSpace.
 */
const PASSING_CODES = [6, 89, 91, 189, 262, 10107, 11600, 11602, 13435, 13436, 14031]

/** The driver lets some errors of its socket through as they are (a write to a line that was just cut). */
const SOCKET_CODES = ['EPIPE', 'ECONNRESET', 'ECONNREFUSED', 'ECONNABORTED', 'ETIMEDOUT', 'ENOTCONN']

/** A connection that is cut while it is written to reaches us bare; other neighbours' errors are wrapped already. */
const CUT_CONNECTION = ['EPIPE', 'ECONNRESET', 'ECONNREFUSED', 'ETIMEDOUT']

const isStorageDown = (error: unknown): boolean =>
  CUT_CONNECTION.includes(String((error as { code?: unknown } | null)?.code)) ||
  SOCKET_CODES.includes(String((error as NodeJS.ErrnoException | null)?.code)) ||
  error instanceof TooLate ||
  error instanceof mongo.MongoNetworkError ||
  (error instanceof mongo.MongoServerError && PASSING_CODES.includes(Number(error.code))) ||
  error instanceof mongo.MongoClientClosedError ||
  error instanceof mongo.MongoServerSelectionError ||
  error instanceof mongo.MongoNotConnectedError ||
  error instanceof mongo.MongoTopologyClosedError ||
  (error instanceof MongooseError && /buffering|before initial connection|disconnected/i.test(error.message))

const fromStatus = (status: unknown): Refusal | undefined => {
  switch (status) {
    case 400:
      return 'malformed-body'
    case 413:
      return 'body-too-large'
    case 415:
      return 'unsupported-media'
    default:
      return undefined
  }
}

const asRefused = (error: unknown): Refused | undefined => {
  if (error instanceof Refused) return error
  if (error instanceof OutsideServiceDown) return new Refused('outside-service-down', { retryAfter: 30 })
  if (isStorageDown(error)) return new Refused('storage-unavailable', { retryAfter: 5 })
  if (error instanceof URIError) return new Refused('not-found')
  const refusal = fromStatus((error as { status?: unknown } | null)?.status)
  return refusal === undefined ? undefined : new Refused(refusal)
}

export const failures =
  (log: Logger): Middleware =>
  async (ctx, next) => {
    try {
      await next()
    } catch (error) {
      const refused = asRefused(error)
      if (refused === undefined || refused.refusal === 'storage-unavailable')
        log.error({ path: ctx.path, method: ctx.method, error: describe(error) }, 'request failed')
      const extra = { ...refused?.extra, instance: ctx.path }
      const answer = problem(refused?.refusal ?? 'internal', extra, languageOf(ctx))
      declareLanguage(ctx)
      ctx.status = answer.status
      if (answer.retryAfter !== undefined) ctx.set('Retry-After', String(answer.retryAfter))
      ctx.body = answer
      ctx.type = 'application/problem+json'
    }
  }

/** Name, message and place; never the request's content. */
const describe = (error: unknown): string =>
  error instanceof Error ? (error.stack ?? error.message) : String(error)
