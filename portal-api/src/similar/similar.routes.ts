import {
  findSimilar,
  followMatter,
  isUnitRole,
  listFollowed,
  listSimilarOrders,
  unfollow,
} from '@jiesu/shared-types'
import type { City } from '../cities/cityData'
import { cityIn } from '../cities/cityIn'
import { maySeeOrder } from '../identity/rules/policies'
import type { OrderStore } from '../orders/order.store'
import { cityOf } from '../orders/orders.routes'
import type { Binder } from '../platform/http/bind'
import type { Throttle } from '../platform/mongo/throttle'
import { Refused } from '../platform/problems'
import type { Secrets } from '../platform/secrets'
import { followedView, similarOrderView } from './followed.view'
import type { FindSimilar } from './findSimilar'
import type { Follows } from './follows.store'
import { makeMatterKeys } from './matterKeys'
import { summary } from './rules/publicMatter'

export interface SimilarRouteParts {
  readonly similar: FindSimilar
  readonly follows: Follows
  readonly orders: Pick<OrderStore, 'find' | 'findAll'>
  readonly cities: ReadonlyMap<string, City>
  readonly throttle: Throttle
  readonly secrets: Secrets
}

/** Asked a few times while somebody writes; too few to ask through a city. */
const QUESTIONS = { most: 60, window: 600 }
const FOLLOWS = { most: 20, window: 86_400 }
const MOST_FOLLOWED = 100

export const similarRoutes = (bind: Binder, parts: SimilarRouteParts): void => {
  const { similar, follows, orders, cities, throttle, secrets } = parts
  const keys = makeMatterKeys(secrets)

  bind(findSimilar, async ({ body, caller, address, now, language }) => {
    const city = cityOf(cities, body.city)
    await throttle.count(`similar ${address}`, QUESTIONS, now)
    const { category, district, street, text = '' } = body
    const asked = { category, district, street, text, account: caller.account }
    const found = await similar.publicOnes(asked, city, now)
    return {
      matters: found.map(({ order, people }) => ({
        key: keys.seal(order.number, now),
        ...summary(order, cityIn(city, language), now, language),
        people,
      })),
    }
  })

  bind(followMatter, async ({ body, caller, now, language }) => {
    const account = caller.account ?? ''
    const number = keys.open(body.key, now)
    const stored = number === undefined ? undefined : await orders.find(number)
    if (stored === undefined) throw gone()
    const { order } = stored
    const city = cityOf(cities, order.city)
    const known = await follows.find(account, order.number)
    if (known !== undefined)
      return followedView(known, stored, await similar.people(order), cityIn(city, language), now, language)
    if (stored.private.account === account || (await similar.shownNow(order.number, city)) === undefined)
      throw gone()
    await throttle.count(`follow ${account}`, FOLLOWS, now)
    const { number: followed, city: of } = order
    const follow = await follows.add({
      account,
      number: followed,
      city: of,
      at: now,
      from: stored.events.length,
    })
    return followedView(follow, stored, await similar.people(order), cityIn(city, language), now, language)
  })

  bind(listFollowed, async ({ caller, now, language }) => {
    const mine = await follows.ofAccount(caller.account ?? '', MOST_FOLLOWED)
    const stored = new Map((await orders.findAll(mine.map((f) => f.number))).map((s) => [s.order.number, s]))
    const views = mine.map(async (follow) => {
      const found = stored.get(follow.number)
      const city = cities.get(follow.city)
      if (found === undefined || city === undefined) return []
      return [
        followedView(follow, found, await similar.people(found.order), cityIn(city, language), now, language),
      ]
    })
    return { matters: (await Promise.all(views)).flat() }
  })

  bind(unfollow, async ({ params, caller }) => {
    await follows.remove(caller.account ?? '', params.id)
    return null
  })

  bind(listSimilarOrders, async ({ params, caller, now }) => {
    const { staff } = caller
    const stored = await orders.find(params.number)
    if (staff === undefined || stored === undefined || !maySeeOrder(staff, stored.order))
      throw new Refused('not-found')
    // A unit sees its own orders alone.
    if (isUnitRole(staff.role)) throw new Refused('not-yours', { detail: '并单由热线工作人员办理。' })
    const city = cityOf(cities, stored.order.city)
    const found = await similar.candidates(stored.order, now)
    return { orders: found.map((one) => similarOrderView(one, stored.order, city)) }
  })
}

const gone = () =>
  new Refused('not-found', { detail: '这件事已经有了结果，或者暂时不能关注。您仍然可以自己提交。' })
