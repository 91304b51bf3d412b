/** The built H5 portal at /: precompressed files, long caching for hashed names, index.html for the app's own paths. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Middleware } from 'koa'
import sirv from 'sirv'

/** Addresses of programs: what is not there is said to them as a problem, never as a page of the app. */
const FOR_PROGRAMS = /^\/(api|docs|healthz|openapi\.json)(\/|$)/

const HASHED = /\.[0-9a-f]{8,}\.(js|css|png|svg|woff2)$/

/** @param folder the build; when it is absent the API runs alone. */
export const servePortal = (folder: string): Middleware => {
  if (folder === '' || !existsSync(join(folder, 'index.html')))
    return async (_ctx, next) => {
      await next()
    }
  const serve = sirv(folder, {
    single: true,
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
  return async (ctx, next) => {
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
}
