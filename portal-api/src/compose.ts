/** The wiring: which part gets which. Plain code, one file, no container. */
import Router from '@koa/router'
import type Koa from 'koa'
import type { Connection } from 'mongoose'
import { makeAttachmentLinks, attachmentRoutes } from './attachments/attachments.routes'
import { makeAttachmentStore } from './attachments/attachments.store'
import { makePersonalDataReads } from './audit/reads.store'
import { cityRoutes } from './cities/cities.routes'
import { loadCities } from './cities/loadCities'
import { seedDemoStaff } from './cli/seed'
import { seedDemoOrders } from './cli/seedOrders'
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
import { noticeRoutes } from './notices/notices.routes'
import { makeTellRequester } from './notices/tellRequester'
import { makeApplyCommand } from './orders/applyCommand'
import { makeCloseRatingWindows } from './orders/closeRatingWindows'
import { deskRoutes } from './orders/desk.routes'
import { makeJudgeableOrders } from './orders/judgeable.store'
import { makeOrderStore } from './orders/order.store'
import { orderRoutes } from './orders/orders.routes'
import { makeFollowLeads, makeIssueCards } from './orders/runByTheClock'
import { makeUndeliveredNews } from './orders/undelivered.store'
import { makeRecomputePromises } from './orders/recomputePromises'
import { makeApplication } from './platform/http/application'
import { makeBind } from './platform/http/bind'
import { documentationRoutes } from './platform/http/documentation'
import { healthRoutes } from './platform/http/health'
import type { Logger } from './platform/log'
import { prepareIndexes } from './platform/mongo/connect'
import { makeThrottle } from './platform/mongo/throttle'
import { makeSms } from './platform/outside/sms'
import { makeWechat } from './platform/outside/wechat'
import { makeRelay } from './platform/outbox'
import { makeSecrets } from './platform/secrets'
import type { Settings } from './platform/settings'
import { boardRoutes } from './statistics/board.routes'
import { makeReadFigures } from './statistics/readFigures'

export interface Portal {
  readonly app: Koa
  /** Makes collections and indexes; once, before the first request. */
  prepare(): Promise<void>
  /** Makes the demo accounts of the workbench, unless they are there. */
  seedDemo(): Promise<void>
  /** Puts the demo's fictional orders in, as of the time given, unless they are there. @returns how many were new. */
  seedDemoOrders(now: Date): Promise<number>
  /** News, rating windows, forgotten uploads: what the clock has to do. Run again and again. */
  tick(now: Date): Promise<void>
}

export interface Surroundings {
  readonly settings: Settings
  readonly connection: Connection
  readonly secret: Buffer
  readonly clock: () => Date
  readonly log: Logger
  /** Milliseconds until a request is answered, come what may; less than phones wait. */
  readonly deadline?: number
}

const DEADLINE_MS = 20_000

/** @throws when the cities', calendar's or knowledge's data are not right, naming what and where. */
export const compose = (surroundings: Surroundings): Portal => {
  const { settings, connection, secret, clock, log, deadline = DEADLINE_MS } = surroundings
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
  const throttle = makeThrottle(connection, secrets)
  const attachments = makeAttachmentStore(connection, clock)
  const links = makeAttachmentLinks(secrets)
  const applyCommand = makeApplyCommand({ orders, cities, calendar })

  const undelivered = makeUndeliveredNews(connection)

  const router = new Router()
  const bind = makeBind({ router, identify: makeIdentify(sessions, staff, clock), clock, deadline })
  attachmentRoutes(bind, router, { attachments, links, throttle, clock, deadline })
  cityRoutes(bind, { cities, calendar, knowledge })
  identityRoutes(bind, { accounts, sessions, staff, smsCodes, throttle, sms, wechat, cities })
  const orderParts = { orders, cities, calendar, attachments, links, reads, secrets, applyCommand }
  const hourlySubmissions = settings.JIESU_HOURLY_SUBMISSIONS
  orderRoutes(bind, { ...orderParts, accounts, sessions, throttle, wechat, log, hourlySubmissions })
  deskRoutes(bind, orderParts)
  boardRoutes(bind, { cities, readFigures: makeReadFigures(makeJudgeableOrders(connection), calendar) })
  noticeRoutes(bind, { orders, undelivered, cities, log })
  documentationRoutes(router)
  healthRoutes(bind, connection)
  const app = makeApplication({
    router,
    log,
    clock,
    trustProxy: settings.JIESU_TRUST_PROXY,
    h5: settings.JIESU_H5,
  })

  const tell = makeTellRequester({ accounts, sms, wechat, wechatTemplate: settings.WECHAT_TEMPLATE, secrets })
  const relay = makeRelay(orders, undelivered, tell, log)
  const closeRatingWindows = makeCloseRatingWindows(orders, applyCommand)
  const issueCards = makeIssueCards(orders, applyCommand)
  const followLeads = makeFollowLeads(orders, applyCommand)
  const recomputePromises = makeRecomputePromises(orders, calendar, applyCommand)

  return {
    app,
    prepare: async () => {
      await prepareIndexes(connection)
      await attachments.prepare()
    },
    seedDemo: async () => {
      await seedDemoStaff(staff, cities)
    },
    seedDemoOrders: async (now) =>
      (await seedDemoOrders({ orders, accounts, secrets, cities, calendar }, now)).length,
    tick: async (now) => {
      // One chore that fails must not keep the others from being done.
      const chores = [
        relay(now),
        closeRatingWindows(now),
        recomputePromises(now),
        issueCards(now),
        followLeads(now),
        attachments.sweep(now),
      ]
      const outcomes = await Promise.allSettled(chores)
      const failed = outcomes.find((outcome) => outcome.status === 'rejected')
      if (failed !== undefined) throw failed.reason
    },
  }
}
