import type { Phone } from '../phone'
import type { Fn } from '../realm'

export type Options = Record<string, unknown>

/** Why an API fails, in WeChat's words without the API's name, e.g. `auth deny`. */
export class ApiFailure extends Error {
  constructor(
    message: string,
    readonly more: Record<string, unknown> = {},
  ) {
    super(message)
  }
}

/** What an API does: returns the fields of its result (or a promise of them, or nothing), or throws. */
export type Handler = (options: Options) => unknown

export const optionsOf = (value: unknown): Options =>
  typeof value === 'object' && value !== null ? (value as Options) : {}

const notify = (phone: Phone, name: string, callbacks: unknown[], result: object): void => {
  const given = phone.realm.adopt(result)
  for (const callback of callbacks) {
    if (typeof callback === 'function') phone.guard(`callback of ${name}`, () => (callback as Fn)(given))
  }
}

const failureOf = (phone: Phone, name: string, error: unknown): object => {
  const message = error instanceof Error ? error.message : String(error)
  if (!(error instanceof ApiFailure)) phone.records.fail(`wx.${name}`, error)
  return { errMsg: `${name}:fail ${message}`, ...(error instanceof ApiFailure ? error.more : {}) }
}

/**
 * The shape of WeChat's asynchronous APIs: `success`, `fail` and `complete`, or a promise when none is given.
 * The handler runs in the next turn, never within the call.
 */
export const asyncApi =
  (phone: Phone, name: string, handler: Handler): Fn =>
  (input) => {
    const options = optionsOf(input)
    phone.records.calls.push({ name, options })
    const { success, fail, complete } = options
    let resolve: Fn | undefined
    let reject: Fn | undefined
    const promise =
      success || fail || complete
        ? undefined
        : phone.realm.promise((yes, no) => {
            resolve = yes
            reject = no
          })
    const succeed = (fields: unknown) =>
      notify(phone, name, [success, complete, resolve], { errMsg: `${name}:ok`, ...optionsOf(fields) })
    const stumble = (error: unknown) =>
      notify(phone, name, [fail, complete, reject], failureOf(phone, name, error))
    phone.soon(() => {
      try {
        const outcome = handler(options)
        if (outcome instanceof Promise) outcome.then(succeed, stumble)
        else succeed(outcome)
      } catch (error) {
        stumble(error)
      }
    })
    return promise
  }

/** Several asynchronous APIs at once, by their names. */
export const asyncApis = (phone: Phone, handlers: Record<string, Handler>): Record<string, Fn> =>
  Object.fromEntries(
    Object.entries(handlers).map(([name, handler]) => [name, asyncApi(phone, name, handler)]),
  )
