/** The built H5 portal at /: precompressed files, long caching for hashed names, index.html for the app's own paths. */
import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Context, Middleware, Next } from 'koa'
import sirv from 'sirv'
import { serveFirstWords, type WordsOfCity } from './firstWords'

/** Addresses of programs: what is not there is said to them as a problem, never as a page of the app. */
const FOR_PROGRAMS = /^\/(api|docs|healthz|openapi\.json)(\/|$)/

const HASHED = /\.[0-9a-f]{8,}\.(js|css|png|svg|woff2)$/

const ANY_PAGE = 'app.html'

/** The little code that stands in the documents themselves (the same in all): by this the browser knows it. */
export const inlineCode = (folder: string): string[] => {
  const file = join(folder, 'index.html')
  if (folder === '' || !existsSync(file)) return []
  return [...readFileSync(file, 'utf8').matchAll(/<script>([^]*?)<\/script>/g)].map(
    ([, code = '']) => `'sha256-${createHash('sha256').update(code).digest('base64')}'`,
  )
}

/** @param folder the build; when it is absent the API runs alone. */
export const servePortal = (folder: string, wordsOf: WordsOfCity): Middleware => {
  if (folder === '' || !existsSync(join(folder, 'index.html')))
    return async (_ctx, next) => {
      await next()
    }
  const serve = sirv(folder, {
    // Pages have documents of their own; any other address is shown by the app, which knows what to say.
    single: existsSync(join(folder, ANY_PAGE)) ? ANY_PAGE : true,
    brotli: true,
    gzip: true,
    etag: true,
    setHeaders: (response, path) => {
      response.setHeader(
        'Cache-Control',
        HASHED.test(path) ? 'public, max-age=31536000, immutable' : 'no-cache',
      )
    },
  })
  const firstWords = serveFirstWords(folder, wordsOf)
  const files = async (ctx: Context, next: Next): Promise<void> => {
    if ((ctx.method !== 'GET' && ctx.method !== 'HEAD') || FOR_PROGRAMS.test(ctx.path)) {
      await next()
      return
    }
    ctx.respond = false
    ctx.res.statusCode = 200
    await new Promise<void>((resolve) => {
      ctx.res.once('close', resolve)
      serve(ctx.req, ctx.res, () => {
        ctx.res.statusCode = 404
        ctx.res.end()
      })
    })
  }
  return async (ctx, next) => {
    await firstWords(ctx, () => files(ctx, next))
  }
}
