/** Tells those who follow a matter what became of it, once per event; at night it waits for the morning. */
import { FOLLOWED_PAGE } from '@jiesu/shared-types'
import type { Accounts } from '../identity/accounts.store'
import { earliestMoment } from '../notices/rules/whoHears'
import type { OrderStore } from '../orders/order.store'
import type { StoredOrder } from '../orders/order.document'
import type { RecordedEvent } from '../orders/rules/events'
import type { City } from '../cities/cityData'
import type { Logger } from '../platform/log'
import { OutsideServiceDown } from '../platform/outside/outsideService'
import type { Sms } from '../platform/outside/sms'
import type { Wechat } from '../platform/outside/wechat'
import type { Follow, Follows } from './follows.store'
import { FOLLOWERS_HEAR } from './rules/followerNews'
import { summary } from './rules/publicMatter'

export interface TellFollowersParts {
  readonly follows: Follows
  readonly orders: Pick<OrderStore, 'find'>
  readonly accounts: Pick<Accounts, 'find'>
  readonly cities: ReadonlyMap<string, City>
  readonly sms: Sms
  readonly wechat: Wechat
  readonly wechatTemplate: string
  readonly log: Logger
}

const BATCH = 50
const LEASE_MS = 60_000
const FIRST_WAIT_MS = 60_000
const LONGEST_WAIT_MS = 3_600_000
/** With these waits about a day; the message in the app is there anyhow. */
const MOST_TRIES = 28

/** Whether those who follow have to be looked at: something to hear, or another order to follow. */
export const concernsFollowers = ({ type }: Pick<RecordedEvent, 'type'>): boolean =>
  FOLLOWERS_HEAR[type] !== undefined || type === 'merged'

/** A chore of the clock; safe beside other portals. */
export const makeTellFollowers = (parts: TellFollowersParts) => {
  const { follows, orders, accounts, cities, sms, wechat, wechatTemplate, log } = parts

  const send = async (follow: Follow, event: RecordedEvent, { order }: StoredOrder, now: Date) => {
    const news = FOLLOWERS_HEAR[event.type]
    const city = cities.get(follow.city)
    const account = await accounts.find(follow.account)
    if (news === undefined || city === undefined || account === undefined) return
    if (account.openid !== undefined && wechatTemplate !== '' && wechat.configured) {
      const data = { character_string1: follow.id, phrase2: news.phrase }
      if (await wechat.notify(account.openid, wechatTemplate, FOLLOWED_PAGE.weapp, data)) return
    }
    if (account.phone === undefined || !sms.configured) return
    const { categoryName: what } = summary(order, city, now, 'zh-CN')
    // Each event is told to each follower once, however often it is tried.
    const id = `${follow.id}-${event.id.slice(event.id.indexOf('-') + 1)}`
    await sms.send(account.phone, 'matter-news', { what, state: news.state }, id)
  }

  const tell = async (follow: Follow, now: Date): Promise<void> => {
    const stored = await orders.find(follow.number)
    if (stored === undefined) return follows.settle(follow, follow.told, now)
    const { state } = stored.order
    if (state.status === 'merged') {
      const lead = await orders.find(state.into)
      if (lead !== undefined) return follows.move(follow, state.into, lead.events.length)
    }
    // Of several things that happened meanwhile the last one counts.
    const event = stored.events.slice(follow.told).findLast(({ type }) => FOLLOWERS_HEAR[type] !== undefined)
    if (event !== undefined) {
      const earliest = earliestMoment(now)
      if (earliest > now) return follows.postpone(follow.id, earliest, false)
      await send(follow, event, stored, now)
    }
    await follows.settle(follow, stored.events.length, now)
  }

  return async (now: Date): Promise<void> => {
    for (const follow of await follows.due(now, BATCH)) {
      if (!(await follows.lease(follow.id, now, new Date(now.getTime() + LEASE_MS)))) continue
      try {
        await tell(follow, now)
      } catch (error) {
        const down = error instanceof OutsideServiceDown
        log[down ? 'warn' : 'error'](
          { reason: error instanceof Error ? error.message : '' },
          'follower not told',
        )
        const wait = Math.min(FIRST_WAIT_MS * 2 ** follow.tries, LONGEST_WAIT_MS)
        if (follow.tries + 1 < MOST_TRIES)
          await follows.postpone(follow.id, new Date(now.getTime() + wait), true)
        else await follows.settle(follow, follow.told, now)
      }
    }
  }
}
