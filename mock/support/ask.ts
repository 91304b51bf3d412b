import type { Context } from 'koa'

/** A query parameter; the first when it is repeated. */
export const query = (ctx: Context, name: string): string | undefined => {
  const value = ctx.query[name]
  return Array.isArray(value) ? value[0] : value
}

/** The JSON body's fields; none when it is not an object. */
export const bodyOf = (ctx: Context): Record<string, unknown> =>
  typeof ctx.request.body === 'object' && ctx.request.body !== null
    ? (ctx.request.body as Record<string, unknown>)
    : {}

/** The value when it is a text with something in it. */
export const text = (value: unknown): string | undefined =>
  typeof value === 'string' && value ? value : undefined
