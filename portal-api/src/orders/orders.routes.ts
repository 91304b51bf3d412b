import {
  contestDecline as contestDeclineEndpoint,
  type Endpoint,
  getOrder,
  getQueryCode,
  giveInformation as giveInformationEndpoint,
  type Language,
  listMyOrders,
  listPersonalDataReads,
  lookUpOrder,
  type OrderReceipt,
  rateOrder,
  remindOrder,
  shanghaiInstant,
  statusesOn,
  submitOrder,
  supplementOrder,
  vocabularyIn,
  withdrawOrder,
} from '@jiesu/shared-types'
import { timingSafeEqual } from 'node:crypto'
import type { AttachmentLinks } from '../attachments/attachments.routes'
import type { AttachmentStore } from '../attachments/attachments.store'
import type { PersonalDataReads } from '../audit/reads.store'
import type { City } from '../cities/cityData'
import { cityIn } from '../cities/cityIn'
import type { Account, Accounts } from '../identity/accounts.store'
import { asRequester, type Caller } from '../identity/caller'
import type { Sessions } from '../identity/sessions.store'
import { textInEnglish } from '../platform/english'
import type { Binder } from '../platform/http/bind'
import type { Throttle } from '../platform/mongo/throttle'
import { Refused } from '../platform/problems'
import type { Secrets } from '../platform/secrets'
import { type ApplyCommand, commandKey, type CommandParts, type Decide } from './applyCommand'
import { decodeCursor, encodeCursor } from './cursor'
import { cardView, orderView, unitNameOf } from './order.view'
import type { OrderPrivate, StoredOrder } from './order.document'
import { queryCodeOf } from './personalData'
import { contestDecline } from './rules/acceptance'
import { rate } from './rules/closing'
import type { Order } from './rules/order'
import { giveInformation, remind, supplement, withdraw } from './rules/information'
import type { SubmitOrder } from './submitOrder'

export interface OrderParts extends CommandParts {
  readonly submit: SubmitOrder
  readonly secrets: Secrets
  readonly accounts: Accounts
  readonly sessions: Sessions
  readonly throttle: Throttle
  readonly links: AttachmentLinks
  readonly attachments: AttachmentStore
  readonly reads: PersonalDataReads
  readonly applyCommand: ApplyCommand
  /** By which ways the requester will hear of a new order. */
  readonly newsWays: (secret: OrderPrivate, account: Account | undefined) => OrderReceipt['news']
  /** New orders per address and hour. */
  readonly hourlySubmissions: number
}

/** A six-digit code stays safe while so few guesses are possible. */
const WRONG_CODES_PER_NUMBER = { most: 5, window: 900 }
const WRONG_CODES_PER_ADDRESS = { most: 30, window: 3600 }
/** More than anybody needs; keeps a loop from filling the database with tokens. */
const ACCESSES_PER_ORDER = { most: 200, window: 3600 }
const PAGE = 20

const same = (a: string, b: string): boolean =>
  a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b))

/** The signed-in submitter, or whoever proved number and query code. */
export const isOwn = (
  caller: Caller,
  stored: { readonly order: Pick<Order, 'number'>; readonly private: Pick<OrderPrivate, 'account'> },
): boolean =>
  caller.orderAccess === stored.order.number ||
  (caller.account !== undefined && caller.account === stored.private.account)

export const cityOf = (cities: ReadonlyMap<string, City>, id: string): City => {
  const city = cities.get(id)
  if (city === undefined) throw new Refused('unknown-city')
  return city
}

export const orderRoutes = (bind: Binder, parts: OrderParts): void => {
  const { orders, accounts, sessions, throttle, links, attachments, cities, calendar, reads, secrets } = parts
  const { submit } = parts

  const view = async (stored: StoredOrder, caller: Caller, now: Date, language: Language) => {
    const records = await attachments.records(stored.order.attachments)
    return orderView(stored, asRequester(caller), {
      city: cityIn(cityOf(cities, stored.order.city), language),
      language,
      calendar,
      now,
      attachments: records.map((record) => links.of(record, now)),
    })
  }

  const own = async (number: string, caller: Caller): Promise<StoredOrder> => {
    const stored = await orders.find(number)
    if (stored === undefined || !isOwn(caller, stored)) throw new Refused('not-found')
    return stored
  }

  const openAccess = async (number: string, now: Date) => {
    await throttle.count(`access ${number}`, ACCESSES_PER_ORDER, now)
    return (await sessions.open({ kind: 'order', id: number }, now)).token
  }

  bind(submitOrder, async ({ body, caller, address, now, language }) => {
    const account = caller.account === undefined ? undefined : await accounts.find(caller.account)
    const limit = { most: parts.hourlySubmissions, window: 3600 }
    const admit = () => throttle.count(`submit ${address}`, limit, now)
    const { stored, queryCode } = await submit(
      body,
      cityOf(cities, body.city),
      account,
      now,
      admit,
      undefined,
      language,
    )
    return {
      order: await view(stored, caller, now, language),
      queryCode,
      accessToken: await openAccess(stored.order.number, now),
      news: parts.newsWays(stored.private, account),
    }
  })

  bind(listMyOrders, async ({ caller, query, now, language }) => {
    const found = await orders.ofAccount(caller.account ?? '', {
      after: decodeCursor(query.after),
      ...(query.shelf === undefined ? {} : { statuses: statusesOn(query.shelf) }),
      limit: PAGE + 1,
    })
    const page = found.slice(0, PAGE)
    const last = page.at(-1)?.order
    return {
      orders: page.map(({ order, private: secret }) => ({
        ...cardView(order, { city: cityIn(cityOf(cities, order.city), language), language, calendar, now }),
        ...(secret.agentMasked === undefined ? {} : { byAgent: true as const }),
      })),
      ...(found.length > PAGE && last !== undefined
        ? { next: encodeCursor({ at: last.submittedAt, number: last.number }) }
        : {}),
    }
  })

  bind(lookUpOrder, async ({ body, caller, address, now, language }) => {
    const limits = {
      [`lookup-address ${address}`]: WRONG_CODES_PER_ADDRESS,
      [`lookup-number ${body.number}`]: WRONG_CODES_PER_NUMBER,
    }
    const stored = await throttle.guess(limits, now, async () => {
      const found = await orders.find(body.number)
      return found !== undefined && same(queryCodeOf(found.private, secrets), body.queryCode)
        ? found
        : undefined
    })
    if (stored === undefined) throw new Refused('wrong-number-or-code')
    return {
      order: await view(stored, caller, now, language),
      accessToken: await openAccess(body.number, now),
    }
  })

  bind(getOrder, async ({ params, caller, now, language }) =>
    view(await own(params.number, caller), caller, now, language),
  )

  bind(getQueryCode, async ({ params, caller }) => {
    const stored = await orders.find(params.number)
    if (stored === undefined || stored.private.account !== caller.account) throw new Refused('not-found')
    return { queryCode: queryCodeOf(stored.private, secrets) }
  })

  bind(listPersonalDataReads, async ({ params, caller, language }) => {
    const { order } = await own(params.number, caller)
    const city = cityOf(cities, order.city)
    const list = await reads.of(order.number)
    return {
      reads: list.map((read) => ({
        at: shanghaiInstant(read.at),
        byWords: unitNameOf(city, read.unitId) ?? vocabularyIn(language).ACTOR_ROLE_WORDS[read.role],
        what: language === 'en' ? textInEnglish(read.what) : read.what,
        why: read.why,
      })),
    }
  })

  const command = async (
    { id: action }: Endpoint,
    request: {
      params: { number: string }
      body: { commandId: string }
      caller: Caller
      now: Date
      language: Language
    },
    decide: Decide,
  ) => {
    const { params, body, caller, now, language } = request
    const key = commandKey('requester', action, body.commandId)
    const stored = await parts.applyCommand(params.number, key, now, (s) => isOwn(caller, s), decide)
    return view(stored, caller, now, language)
  }

  bind(giveInformationEndpoint, (r) =>
    command(giveInformationEndpoint, r, (order, ctx) =>
      giveInformation(order, asRequester(r.caller), r.body.text, ctx),
    ),
  )
  bind(contestDeclineEndpoint, (r) =>
    command(contestDeclineEndpoint, r, (order, ctx) =>
      contestDecline(order, asRequester(r.caller), r.body.reason, ctx),
    ),
  )
  bind(withdrawOrder, (r) =>
    command(withdrawOrder, r, (order, ctx) => withdraw(order, asRequester(r.caller), r.body.reason, ctx)),
  )
  bind(supplementOrder, (r) =>
    command(supplementOrder, r, (order, ctx) => supplement(order, asRequester(r.caller), r.body.text, ctx)),
  )
  bind(remindOrder, (r) =>
    command(remindOrder, r, (order, ctx) => remind(order, asRequester(r.caller), r.body.text, ctx)),
  )
  bind(rateOrder, (r) =>
    command(rateOrder, r, (order, ctx) => rate(order, asRequester(r.caller), r.body, ctx)),
  )
}
