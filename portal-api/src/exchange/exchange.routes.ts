/** What units' own systems call: the feed of their orders' events, and what they post back. */
import {
  type Endpoint,
  exchangeProgress,
  exchangePushKnowledge,
  exchangeReceive,
  exchangeReply,
  exchangeTransferIn,
  listExchangeEvents,
  ORDER_STATUS_WORDS,
} from '@jiesu/shared-types'
import type { City } from '../cities/cityData'
import { lineTarget } from '../dispatch/rules/chooseUnit'
import { asSystem, type Caller, type SystemCaller } from '../identity/caller'
import { asUnitReader, maySeeOrder } from '../identity/rules/policies'
import { type ApplyCommand, commandKey, type Decide } from '../orders/applyCommand'
import type { OrderStore } from '../orders/order.store'
import { receive } from '../orders/rules/handling'
import type { Actor } from '../orders/rules/order'
import { noteProgress } from '../orders/rules/progress'
import { reply } from '../orders/rules/replying'
import type { PushEntries } from '../knowledge/pushEntries'
import type { Binder } from '../platform/http/bind'
import type { Logger } from '../platform/log'
import type { Throttle } from '../platform/mongo/throttle'
import { Refused } from '../platform/problems'
import { cityOf } from '../orders/orders.routes'
import type { SubmitOrder } from '../orders/submitOrder'
import type { Describe } from './describeEvent'
import type { ExchangeFeed, FeedEntry } from './feed.store'

export interface ExchangeParts {
  readonly orders: Pick<OrderStore, 'findAll'>
  readonly feed: ExchangeFeed
  readonly describe: Describe
  readonly throttle: Throttle
  readonly applyCommand: ApplyCommand
  readonly submit: SubmitOrder
  readonly pushEntries: PushEntries
  readonly log: Logger
  readonly cities: ReadonlyMap<string, City>
}

/** Twice a second is more than a feed that changes every two seconds needs. */
const PULLS = { most: 120, window: 60 }
const COMMANDS = { most: 600, window: 60 }

const systemOf = (caller: Caller): SystemCaller => {
  if (caller.system === undefined) throw new Refused('wrong-credentials')
  return caller.system
}

export const exchangeRoutes = (bind: Binder, parts: ExchangeParts): void => {
  const { orders, feed, describe, throttle, applyCommand, submit, cities, pushEntries, log } = parts

  const eventsOf = async (entries: readonly FeedEntry[], unitId: string) => {
    const numbers = [...new Set(entries.map(({ number }) => number))]
    const found = (await orders.findAll(numbers)).flatMap((stored) => {
      const ids = entries.filter(({ number }) => number === stored.order.number).map(({ event }) => event)
      return describe.events(stored, unitId, ids)
    })
    const byId = new Map(found.map((event) => [event.id, event]))
    return entries.flatMap(({ event }) => byId.get(event) ?? [])
  }

  bind(listExchangeEvents, async ({ query, caller, now, koa }) => {
    const system = systemOf(caller)
    await throttle.count(`exchange-pull ${system.id}`, PULLS, now)
    const after = Number(query.after ?? 0)
    const found = await feed.read(system, after, query.limit + 1)
    // A cursor beyond the end is of another feed: going on from it would leave events out.
    if (found.length === 0 && after > (await feed.last(system)))
      throw new Refused('invalid-input', {
        fields: [{ path: '/after', message: '这不是本单位的拉取位置，请去掉它从头拉取' }],
      })
    const page = found.slice(0, query.limit)
    const next = page.at(-1)?.position ?? after
    koa.set('ETag', `W/"${after}-${next}"`)
    return {
      events: await eventsOf(page, system.unitId),
      next: String(next),
      more: found.length > page.length,
    }
  })

  /** Runs a step of the unit as its people's steps are run: the same rules, the same refusals, once per command id. */
  const command = async (
    { id: action }: Endpoint,
    request: { params: { number: string }; body: { commandId: string }; caller: Caller; now: Date },
    decide: (...given: [...Parameters<Decide>, Actor]) => ReturnType<Decide>,
  ) => {
    const { params, body, caller, now } = request
    const system = systemOf(caller)
    await throttle.count(`exchange-command ${system.id}`, COMMANDS, now)
    const by = asSystem(system)
    const stored = await applyCommand(
      params.number,
      commandKey(by.id, action, body.commandId),
      now,
      (s) => maySeeOrder(asUnitReader(system), s.order),
      (order, ctx) => decide(order, ctx, by),
    )
    const order = describe.order(stored)
    if (order === undefined) throw new Refused('not-found')
    return { number: stored.order.number, order }
  }

  // One line for each step that a unit's system may take; its endpoint stands in exchangeEndpoints.ts.
  bind(exchangeReceive, (r) => command(exchangeReceive, r, (order, ctx, by) => receive(order, by, ctx)))
  bind(exchangeReply, (r) => command(exchangeReply, r, (order, ctx, by) => reply(order, by, r.body, ctx)))
  bind(exchangeProgress, (r) =>
    command(exchangeProgress, r, (order, ctx, by) => noteProgress(order, by, r.body, ctx)),
  )

  bind(exchangePushKnowledge, async ({ body, caller, now }) => {
    const system = systemOf(caller)
    await throttle.count(`exchange-knowledge ${system.id}`, PULLS, now)
    const results = await pushEntries(system, body.lines, now)
    const refused = results.filter(({ result }) => result === 'refused').length
    log.info({ by: system.id, lines: results.length, refused }, 'knowledge pushed')
    return { results }
  })

  bind(exchangeTransferIn, async ({ body, caller, now }) => {
    const system = systemOf(caller)
    const city = cityOf(cities, system.city)
    const { line, reference, appeal } = body
    if (lineTarget(city.hotlines, line)?.unitId !== system.unitId)
      throw new Refused('not-yours', { detail: '这条热线不由贵单位运行，不能以它的名义转来诉求。' })
    if (appeal.city !== city.id)
      throw new Refused('invalid-input', {
        fields: [{ path: '/appeal/city', message: '只能转给本市的热线' }],
      })
    const { stored, queryCode } = await submit(
      // A person took the call: where a rule would stop the appeal, another person of the hotline decides. Command ids
      // of systems are their own, so that none of them opens what somebody else submitted.
      { ...appeal, insist: true, commandId: commandKey(system.id, 'transferIn', appeal.commandId) },
      city,
      undefined,
      now,
      () => throttle.count(`exchange-transfer ${system.id}`, COMMANDS, now),
      { line, reference },
    )
    const { number, state } = stored.order
    return { number, queryCode, statusWords: ORDER_STATUS_WORDS[state.status] }
  })
}
