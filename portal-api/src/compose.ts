/** The wiring: which part gets which. Plain code, no container; a room with many parts wires itself. */
import Router from '@koa/router'
import type Koa from 'koa'
import type { Connection } from 'mongoose'
import { join } from 'node:path'
import { makeAttachmentLinks, attachmentRoutes } from './attachments/attachments.routes'
import { makeAttachmentStore } from './attachments/attachments.store'
import { makePersonalDataReads } from './audit/reads.store'
import { cityRoutes } from './cities/cities.routes'
import { loadCities, readCityTexts } from './cities/loadCities'
import { seedDemoStaff } from './demo/seedStaff'
import { seedDemoKnowledge } from './demo/seedKnowledge'
import { seedDemoOrders } from './demo/seedOrders'
import { loadCalendar } from './clock/loadCalendar'
import { makeDeliver } from './exchange/deliver'
import { makeExchangeDeliveries } from './exchange/deliveries.store'
import { makeDescribe } from './exchange/describeEvent'
import { exchangeRoutes } from './exchange/exchange.routes'
import { exchangeDeskRoutes } from './exchange/exchangeDesk.routes'
import { makeExchangeFeed } from './exchange/feed.store'
import { makeHandOver } from './exchange/handOver'
import { seedDemoSystems } from './demo/seedSystems'
import { makeExchangeSystems } from './exchange/systems.store'
import { makeAccounts } from './identity/accounts.store'
import { identityRoutes } from './identity/identity.routes'
import { makeIdentify } from './identity/identify'
import { makeSessions } from './identity/sessions.store'
import { makeSmsCodes } from './identity/smsCodes.store'
import { makeStaffStore } from './identity/staff.store'
import { composeKnowledge } from './knowledge/composeKnowledge'
import { makeChanges } from './live/changes.store'
import { makeFollow } from './live/follow'
import { type Hub, makeHub } from './live/hub'
import { liveRoutes } from './live/live.routes'
import { noticeRoutes } from './notices/notices.routes'
import { makeNewsWays } from './notices/newsWays'
import { makeTellRequester } from './notices/tellRequester'
import { makeApplyCommand } from './orders/applyCommand'
import { makeCloseRatingWindows } from './orders/closeRatingWindows'
import { makeComparePetitions } from './orders/comparePetitions'
import { deskRoutes } from './orders/desk.routes'
import { makeMakeUpPetitionChecks } from './orders/makeUpPetitionChecks'
import { makeJudgeableOrders } from './orders/judgeable.store'
import type { StoredOrder } from './orders/order.document'
import { makeOrderStore } from './orders/order.store'
import { orderRoutes } from './orders/orders.routes'
import type { RecordedEvent } from './orders/rules/events'
import { makeSubmitOrder } from './orders/submitOrder'
import { makeFollowLeads, makeIssueCards } from './orders/runByTheClock'
import { makeUndeliveredNews } from './orders/undelivered.store'
import { makeRecomputePromises } from './orders/recomputePromises'
import { makeMapPlaceSearch } from './places/mapPlaceSearch'
import { placeRoutes } from './places/places.routes'
import { makeOwnPlaceSearch } from './places/placeSearch'
import { makePlaceViews } from './places/places.view'
import { makeApplication } from './platform/http/application'
import { makeBind } from './platform/http/bind'
import { documentationRoutes } from './platform/http/documentation'
import { healthRoutes } from './platform/http/health'
import type { Logger } from './platform/log'
import { prepareIndexes } from './platform/mongo/connect'
import { makeThrottle } from './platform/mongo/throttle'
import { makeMapService } from './platform/outside/mapService'
import { makePetitionSystem } from './platform/outside/petition'
import { makeSms } from './platform/outside/sms'
import { postWebhook } from './platform/outside/webhook'
import { makeWechat } from './platform/outside/wechat'
import { makeRelay } from './platform/outbox'
import { makeSecrets } from './platform/secrets'
import type { Settings } from './platform/settings'
import { makeFindSimilar } from './similar/findSimilar'
import { makeFollows } from './similar/follows.store'
import { makeRecentOrders } from './similar/recentOrders.store'
import { similarRoutes } from './similar/similar.routes'
import { concernsFollowers, makeTellFollowers } from './similar/tellFollowers'
import { simulationRoutes } from './simulation/simulation.routes'
import { makeTryRules } from './simulation/tryRules'
import { boardRoutes } from './statistics/board.routes'
import { makeReadFigures } from './statistics/readFigures'

export interface Portal {
  readonly app: Koa
  /** Makes collections and indexes; once, before the first request. */
  prepare(): Promise<void>
  /** Makes the demo accounts of the workbench, unless they are there, and registers the demo units' systems. */
  seedDemo(): Promise<void>
  /** Puts the demo's fictional orders in, as of the time given, unless they are there. @returns how many were new. */
  seedDemoOrders(now: Date): Promise<number>
  /** Puts the demo's fictional work on the knowledge in, as of the time given, unless it is there. */
  seedDemoKnowledge(now: Date): Promise<void>
  /** News, units' systems, rating windows, forgotten uploads: what the clock has to do. Run again and again. */
  tick(now: Date): Promise<void>
  /** Pages that are kept up to date. To be given a beat every one or two seconds, and closed before the server is. */
  readonly live: Pick<Hub, 'beat' | 'close'>
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
  const texts = new Map([...cities.keys()].map((id) => [id, readCityTexts(join(settings.JIESU_CITIES, id))]))
  const calendar = loadCalendar(settings.JIESU_CALENDAR)
  const secrets = makeSecrets(secret)
  const sms = makeSms(settings.SMS_BASE_URL, settings.SMS_KEY)
  const wechat = makeWechat(
    { baseUrl: settings.WECHAT_BASE_URL, appid: settings.WECHAT_APPID, secret: settings.WECHAT_SECRET },
    clock,
  )

  const petitions = makePetitionSystem(settings.PETITION_BASE_URL, settings.PETITION_KEY)

  const orders = makeOrderStore(connection)
  const accounts = makeAccounts(connection, secrets)
  const sessions = makeSessions(connection)
  const staff = makeStaffStore(connection)
  const smsCodes = makeSmsCodes(connection, secrets)
  const reads = makePersonalDataReads(connection)
  const throttle = makeThrottle(connection, secrets)
  const room = composeKnowledge({ settings, connection, secrets, throttle, cities, calendar, clock, log })
  const { knowledge, answers, lives, searches, listProposals, pushEntries } = room
  const attachments = makeAttachmentStore(connection, clock)
  const links = makeAttachmentLinks(secrets)
  const applyCommand = makeApplyCommand({ orders, cities, calendar })
  const systems = makeExchangeSystems(connection)
  const deliveries = makeExchangeDeliveries(connection)
  const feed = makeExchangeFeed(connection)
  const describe = makeDescribe({ cities, secrets })

  const follows = makeFollows(connection)
  const undelivered = makeUndeliveredNews(connection)

  const router = new Router()
  const identify = makeIdentify(sessions, staff, systems, clock)
  const bind = makeBind({ router, identify, clock, deadline })
  attachmentRoutes(bind, router, { attachments, links, throttle, clock, deadline })
  const ownPlaces = makeOwnPlaceSearch()
  const map = makeMapService(settings.PLACES_BASE_URL, settings.PLACES_KEY)
  const placeSearch = map.configured ? makeMapPlaceSearch({ own: ownPlaces, map, throttle, log }) : ownPlaces
  const placesAskOutside = placeSearch.asksOutside
  cityRoutes(bind, { cities, calendar, knowledge, placesAskOutside, refreshKnowledge: room.refresh })
  room.routes({ bind, router, identify, staff, deadline })
  placeRoutes(bind, { cities, places: makePlaceViews(placeSearch) })
  identityRoutes(bind, { accounts, sessions, staff, smsCodes, throttle, sms, wechat, cities })
  const orderParts = { orders, cities, calendar, attachments, links, reads, secrets, applyCommand }
  const hourlySubmissions = settings.JIESU_HOURLY_SUBMISSIONS
  const comparePetitions = makeComparePetitions(petitions, secrets)
  const submit = makeSubmitOrder({ ...orderParts, wechat, comparePetitions, log })
  const wechatTemplate = settings.WECHAT_TEMPLATE
  const newsWays = makeNewsWays({ sms, wechat, wechatTemplate, secrets })
  orderRoutes(bind, { ...orderParts, submit, newsWays, hourlySubmissions, accounts, sessions, throttle })
  deskRoutes(bind, { ...orderParts, follows })
  const similar = makeFindSimilar({ recent: makeRecentOrders(connection), follows, orders })
  similarRoutes(bind, { similar, follows, orders, cities, throttle, secrets })
  const follow = makeFollow(makeChanges(connection), [...cities.keys()], clock)
  const hub = makeHub({ follow, log, most: settings.JIESU_LIVE_CONNECTIONS })
  liveRoutes(bind, { hub, orders, identify })
  const exchangeParts = { orders, feed, describe, throttle, applyCommand, submit, cities, pushEntries, log }
  exchangeRoutes(bind, exchangeParts)
  exchangeDeskRoutes(bind, { cities, systems, deliveries, log })
  simulationRoutes(bind, { texts, tryRules: makeTryRules({ cities, texts, calendar, orders, clock }), log })
  boardRoutes(bind, {
    cities,
    readFigures: makeReadFigures(makeJudgeableOrders(connection), calendar),
    answers,
    knowledge,
    lives,
    searches,
    listProposals,
    calendar,
  })
  noticeRoutes(bind, { orders, follows, lives, undelivered, cities, log })
  documentationRoutes(router)
  healthRoutes(bind, connection)
  const app = makeApplication({
    router,
    log,
    clock,
    trustProxy: settings.JIESU_TRUST_PROXY,
    h5: settings.JIESU_H5,
    wordsOfCity: (id) => {
      const city = cities.get(id)
      return (
        city && {
          name: city.profile.name,
          hotlineName: city.profile.hotlineName,
          promise: city.profile.promise,
        }
      )
    },
  })

  const tell = makeTellRequester({ accounts, sms, wechat, wechatTemplate, secrets })
  const wake = async (stored: StoredOrder, event: RecordedEvent, now: Date): Promise<void> => {
    if (concernsFollowers(event)) await follows.wake(stored.order.number, now)
  }
  const relay = makeRelay(orders, undelivered, tell, log, wake)
  const tellFollowers = makeTellFollowers({
    follows,
    orders,
    accounts,
    cities,
    sms,
    wechat,
    wechatTemplate,
    log,
  })
  const handOver = makeHandOver({ orders, systems, deliveries, feed, log })
  const deliver = makeDeliver({ orders, systems, deliveries, describe, secrets, post: postWebhook, log })
  const exchange = async (now: Date): Promise<void> => {
    await handOver(now)
    await deliver(now)
  }
  const closeRatingWindows = makeCloseRatingWindows(orders, applyCommand)
  const issueCards = makeIssueCards(orders, applyCommand)
  const followLeads = makeFollowLeads(orders, applyCommand, secrets)
  const recomputePromises = makeRecomputePromises(orders, calendar, applyCommand)
  const { configured } = petitions
  const makeUpPetitionChecks = makeMakeUpPetitionChecks(orders, cities, configured, comparePetitions, log)

  return {
    app,
    prepare: async () => {
      await prepareIndexes(connection)
      await attachments.prepare()
      await room.prepare()
    },
    seedDemo: async () => {
      await seedDemoStaff(staff, cities)
      if (settings.EXCHANGE_DEMO_URL !== '')
        await seedDemoSystems(systems, secrets, cities, settings.EXCHANGE_DEMO_URL)
    },
    seedDemoOrders: async (now) =>
      (await seedDemoOrders({ orders, accounts, secrets, cities, calendar }, now)).length,
    seedDemoKnowledge: (now) =>
      seedDemoKnowledge({ cities, editEntry: room.editEntry, questions: room.questions }, now),
    tick: async (now) => {
      // One chore that fails must not keep the others from being done.
      const chores = [
        relay(now).then(() => tellFollowers(now)),
        exchange(now),
        closeRatingWindows(now),
        recomputePromises(now),
        issueCards(now),
        followLeads(now),
        makeUpPetitionChecks(now),
        attachments.sweep(now),
        ...room.chores(now),
      ]
      const outcomes = await Promise.allSettled(chores)
      const failed = outcomes.find((outcome) => outcome.status === 'rejected')
      if (failed !== undefined) throw failed.reason
    },
    live: hub,
  }
}
