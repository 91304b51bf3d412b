/** The wiring: which part gets which. Plain code, one file, no container. */
import { bodyParser } from '@koa/bodyparser'
import Router from '@koa/router'
import Koa from 'koa'
import helmet from 'koa-helmet'
import { type Connection, ConnectionStates } from 'mongoose'
import { makeAttachmentLinks, attachmentRoutes } from './attachments/attachments.routes'
import { makeAttachmentStore } from './attachments/attachments.store'
import { makePersonalDataReads } from './audit/reads.store'
import { cityRoutes } from './cities/cities.routes'
import { loadCities } from './cities/loadCities'
import { seedDemoStaff } from './cli/seed'
import { loadCalendar } from './clock/loadCalendar'
import { makeAccounts } from './identity/accounts.store'
import { identityRoutes } from './identity/identity.routes'
import { makeIdentify } from './identity/identify'
import { makeSessions } from './identity/sessions.store'
import { makeSmsCodes } from './identity/smsCodes.store'
import { makeStaffStore } from './identity/staff.store'
import { asSearchable, createKnowledgeViews } from './knowledge/knowledge.view'
import { loadKnowledge } from './knowledge/knowledgeData'
import { createSearchIndex } from './knowledge/searchIndex'
import { makeTellRequester } from './notices/tellRequester'
import { makeApplyCommand } from './orders/applyCommand'
import { makeCloseRatingWindows } from './orders/closeRatingWindows'
import { deskRoutes } from './orders/desk.routes'
import { makeOrderStore } from './orders/order.store'
import { orderRoutes } from './orders/orders.routes'
import { makeBind } from './platform/http/bind'
import { documentationRoutes } from './platform/http/documentation'
import { failures } from './platform/http/failures'
import { servePortal } from './platform/http/portal'
import type { Logger } from './platform/log'
import { prepareIndexes } from './platform/mongo/connect'
import { makeThrottle } from './platform/mongo/throttle'
import { makeSms } from './platform/outside/sms'
import { makeWechat } from './platform/outside/wechat'
import { makeRelay } from './platform/outbox'
import { Refused } from './platform/problems'
import { makeSecrets } from './platform/secrets'
import type { Settings } from './platform/settings'

export interface Portal {
  readonly app: Koa
  /** Makes collections and indexes; once, before the first request. */
  prepare(): Promise<void>
  /** Makes the demo accounts of the workbench, unless they are there. */
  seedDemo(): Promise<void>
  /** News, rating windows, forgotten uploads: what the clock has to do. Run again and again. */
  tick(now: Date): Promise<void>
}

export interface Surroundings {
  readonly settings: Settings
  readonly connection: Connection
  readonly secret: Buffer
  readonly clock: () => Date
  readonly log: Logger
}

const BODY_LIMIT = '64kb'

/** @throws when the cities', calendar's or knowledge's data are not right, naming what and where. */
export const compose = ({ settings, connection, secret, clock, log }: Surroundings): Portal => {
  const cities = loadCities(settings.JIESU_CITIES)
  const calendar = loadCalendar(settings.JIESU_CALENDAR)
  const base = loadKnowledge(settings.JIESU_CITIES, [...cities.keys()])
  const knowledge = createKnowledgeViews(base, createSearchIndex(base.items.map(asSearchable)))

  const secrets = makeSecrets(secret)
  const sms = makeSms(settings.SMS_BASE_URL, settings.SMS_KEY)
  const wechat = makeWechat(
    { baseUrl: settings.WECHAT_BASE_URL, appid: settings.WECHAT_APPID, secret: settings.WECHAT_SECRET },
    clock,
  )

  const orders = makeOrderStore(connection)
  const accounts = makeAccounts(connection, secrets)
  const sessions = makeSessions(connection)
  const staff = makeStaffStore(connection)
  const smsCodes = makeSmsCodes(connection, secrets)
  const reads = makePersonalDataReads(connection)
  const throttle = makeThrottle(connection)
  const attachments = makeAttachmentStore(connection)
  const links = makeAttachmentLinks(secrets)
  const applyCommand = makeApplyCommand({ orders, cities, calendar })

  const router = new Router()
  const bind = makeBind(router, makeIdentify(sessions, staff, clock), clock)
  attachmentRoutes(bind, router, { attachments, links, throttle, clock })
  cityRoutes(bind, { cities, calendar, knowledge })
  identityRoutes(bind, { accounts, sessions, staff, smsCodes, throttle, sms, wechat, cities })
  const orderParts = { orders, cities, calendar, attachments, links, reads, secrets, applyCommand }
  orderRoutes(bind, { ...orderParts, accounts, sessions, throttle, wechat, log })
  deskRoutes(bind, orderParts)
  documentationRoutes(router)
  router.get('/api/v1/health', (ctx) => {
    ctx.body = { ok: connection.readyState === ConnectionStates.connected, time: clock().toISOString() }
  })

  const app = new Koa({ proxy: settings.JIESU_TRUST_PROXY })
  app.use(failures(log))
  app.use(async (ctx, next) => {
    const began = process.hrtime.bigint()
    await next()
    const milliseconds = Number(process.hrtime.bigint() - began) / 1e6
    log.info({ method: ctx.method, route: ctx._matchedRoute ?? 'static', status: ctx.status, milliseconds }, 'request')
  })
  app.use(
    helmet({
      contentSecurityPolicy: {
        directives: {
          // Taro sets sizes by inline styles; Swagger UI and photo previews use data: and blob: images.
          'style-src': ["'self'", "'unsafe-inline'"],
          'img-src': ["'self'", 'data:', 'blob:'],
          'upgrade-insecure-requests': null,
        },
      },
      // Served over plain HTTP on a fresh machine; the proxy in front adds HSTS in production.
      hsts: false,
      crossOriginEmbedderPolicy: false,
    }),
  )
  app.use(
    bodyParser({
      encoding: 'utf-8',
      enableTypes: ['json'],
      jsonLimit: BODY_LIMIT,
      onError: (error) => {
        throw new Refused((error as { status?: number }).status === 413 ? 'body-too-large' : 'malformed-body')
      },
    }),
  )
  app.use(router.routes())
  app.use(
    router.allowedMethods({
      throw: true,
      methodNotAllowed: () => new Refused('method-not-allowed'),
      notImplemented: () => new Refused('method-not-allowed'),
    }),
  )
  app.use(servePortal(settings.JIESU_H5))
  app.use(() => {
    throw new Refused('not-found')
  })

  const tell = makeTellRequester({ accounts, sms, wechat, wechatTemplate: settings.WECHAT_TEMPLATE, secrets })
  const relay = makeRelay(orders, tell, log)
  const closeRatingWindows = makeCloseRatingWindows(orders, applyCommand)

  return {
    app,
    prepare: () => prepareIndexes(connection),
    seedDemo: async () => {
      await seedDemoStaff(staff, cities)
    },
    tick: async (now) => {
      await relay(now)
      await closeRatingWindows(now)
      await attachments.sweep(now)
    },
  }
}
