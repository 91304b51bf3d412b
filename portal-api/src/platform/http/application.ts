/** What every request passes through, from the outside in. */
import { bodyParser } from '@koa/bodyparser'
import { BODY_LIMIT, ENDPOINTS } from '@jiesu/shared-types'
import type Router from '@koa/router'
import { constants } from 'node:zlib'
import Koa, { type Middleware } from 'koa'
import compress from 'koa-compress'
import helmet from 'koa-helmet'
import type { Logger } from '../log'
import { Refused } from '../problems'
import { failures } from './failures'
import { refuseOtherMethods } from './otherMethods'
import type { WordsOfCity } from './firstWords'
import { inlineCode, servePortal } from './portal'

export interface ApplicationParts {
  readonly router: Router
  readonly log: Logger
  readonly clock: () => Date
  /** A proxy in front tells the caller's address. */
  readonly trustProxy: boolean
  /** Folder of the built H5 portal; empty: the API alone. */
  readonly h5: string
  readonly wordsOfCity: WordsOfCity
}

/** One line a request, refused ones too: what was asked and how it ended, never what was said. */
const logRequests =
  (log: Logger): Middleware =>
  async (ctx, next) => {
    const began = process.hrtime.bigint()
    await next()
    const milliseconds = Number(process.hrtime.bigint() - began) / 1e6
    const route = (ctx as { _matchedRoute?: unknown })._matchedRoute ?? 'none'
    log.info({ method: ctx.method, route, status: ctx.status, milliseconds }, 'request')
  }

/** Devices correct their clocks by this header: an answer and its header speak of one time. */
const sayTime =
  (clock: () => Date): Middleware =>
  async (ctx, next) => {
    ctx.set('Date', clock().toUTCString())
    await next()
  }

const BROTLI_FAST = 4

/** A city's profile is 42 KB plain and 9 KB packed. Files of the H5 portal are packed when they are built. */
const pack = compress({
  threshold: 1024,
  br: { params: { [constants.BROTLI_PARAM_QUALITY]: BROTLI_FAST } },
})

const BODY_REFUSALS = { 413: 'body-too-large', 415: 'unsupported-media' } as const

const readJsonUpTo = (bytes: number): Middleware =>
  bodyParser({
    encoding: 'utf-8',
    enableTypes: ['json'],
    jsonLimit: bytes,
    onError: (error) => {
      const { status } = error as { status?: number }
      throw new Refused(status === 413 || status === 415 ? BODY_REFUSALS[status] : 'malformed-body')
    },
  })

/** Addresses that take more than others. */
const ROOMY = new Map(
  ENDPOINTS.flatMap(({ method, path, bodyLimit }): [string, Middleware][] =>
    bodyLimit === undefined ? [] : [[`${method} ${path}`, readJsonUpTo(bodyLimit)]],
  ),
)
const readUsualJson = readJsonUpTo(BODY_LIMIT)
const readJson: Middleware = async (ctx, next) => {
  const read = ROOMY.get(`${ctx.method} ${ctx.path}`) ?? readUsualJson
  await read(ctx, next)
}

const protect = (h5: string): Middleware =>
  helmet({
    contentSecurityPolicy: {
      directives: {
        'script-src': ["'self'", ...inlineCode(h5)],
        // Taro sets sizes by inline styles; Swagger UI and photo previews use data: and blob: images.
        'style-src': ["'self'", "'unsafe-inline'"],
        'font-src': ["'self'"],
        'img-src': ["'self'", 'data:', 'blob:'],
        'upgrade-insecure-requests': null,
      },
    },
    // Served over plain HTTP on a fresh machine; the proxy in front adds HSTS in production.
    hsts: false,
    crossOriginEmbedderPolicy: false,
  })

export const makeApplication = ({
  router,
  log,
  clock,
  trustProxy,
  h5,
  wordsOfCity,
}: ApplicationParts): Koa => {
  // Only what the proxy itself wrote at the end of X-Forwarded-For counts: anybody can send what stands before it.
  const app = new Koa({ proxy: trustProxy, maxIpsCount: 1 })
  // Answers that break off half-way, because the caller left or a photo's source went away.
  app.on('error', (error: Error) => log.warn({ error: error.message }, 'answer broken off'))
  app.use(sayTime(clock))
  app.use(logRequests(log))
  app.use(pack)
  app.use(failures(log))
  app.use(protect(h5))
  app.use(readJson)
  app.use(router.routes())
  app.use(refuseOtherMethods(router))
  app.use(servePortal(h5, wordsOfCity))
  app.use(() => {
    throw new Refused('not-found')
  })
  return app
}
