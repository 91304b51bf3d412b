/** Orders that may be about the same: for operators who merge, and for citizens as public summaries. */
import { DAY_MS, MOST_PUBLIC_MATTERS } from '@jiesu/shared-types'
import type { City } from '../cities/cityData'
import type { OrderStore } from '../orders/order.store'
import type { StoredOrder } from '../orders/order.document'
import { canLead } from '../orders/rules/merging'
import type { Order } from '../orders/rules/order'
import type { Follows } from './follows.store'
import type { Recent, RecentOrders } from './recentOrders.store'
import { firstWords, type Matter } from './rules/matter'
import { LEAST_REPORTERS, mayBeShown, publicLevel, SHOWN_STATUSES } from './rules/publicMatter'
import { makeSimilarIndex, type SimilarIndex } from './rules/similarIndex'

/** What is older is another event. */
const RECENT_DAYS = 60
/** Orders that are compared, the latest first. */
const MOST_COMPARED = 5000
/** Clocks of several portals differ, and a write becomes visible after its time. */
const OVERLAP_MS = 60_000
/** An index that has grown so far is made anew from what is recent. */
const MOST_KEPT = MOST_COMPARED + 1000
const LOOKED_AT = 30
const MOST_CANDIDATES = 5
const MOST_PUBLIC_READ = 100

export interface SimilarParts {
  readonly recent: RecentOrders
  readonly follows: Pick<Follows, 'count'>
  readonly orders: Pick<OrderStore, 'find' | 'findAll'>
}

export interface Candidate {
  readonly order: Order
  readonly sharedPlaces: readonly string[]
}

export interface PublicOne {
  readonly order: Order
  readonly people: number
}

/** What somebody is about to report. */
export interface Asked {
  readonly category: string
  readonly district: string
  readonly street?: string | undefined
  readonly text: string
  /** Whose own orders are left out. */
  readonly account?: string | undefined
}

type Comparable = Pick<Order, 'number' | 'text' | 'category' | 'place' | 'submittedAt'>

const asMatter = ({ number: id, text, category, place, submittedAt: at }: Comparable): Matter => ({
  id,
  head: firstWords(text),
  body: text,
  place: place.detail,
  district: place.district,
  ...(place.street === undefined ? {} : { street: place.street }),
  category,
  at,
})

export const makeFindSimilar = ({ recent, follows, orders }: SimilarParts) => {
  const indexes = new Map<string, { index: SimilarIndex; readUntil: Date }>()

  /** The city's recent orders; what was added since the last question is read and put in. */
  const indexOf = async (city: string, now: Date): Promise<SimilarIndex> => {
    const known = indexes.get(city)
    const kept = known !== undefined && known.index.size < MOST_KEPT ? known : undefined
    const since = kept?.readUntil ?? new Date(now.getTime() - RECENT_DAYS * DAY_MS)
    const found: readonly Recent[] = await recent.changed(city, since, MOST_COMPARED)
    const index = kept?.index ?? makeSimilarIndex()
    // Oldest first, so that a list of equals begins with the one that was there first.
    index.add([...found].reverse().map(asMatter))
    const readUntil = new Date((found[0]?.changedAt ?? since).getTime() - (found.length > 0 ? OVERLAP_MS : 0))
    indexes.set(city, { index, readUntil: readUntil > since ? readUntil : since })
    return index
  }

  const whoIsAtIt = async (order: Order) => {
    const [{ orders: reports, accounts }, watchers] = await Promise.all([
      recent.reporters(order.number),
      follows.count(order.number),
    ])
    return { reporters: accounts.length, people: Math.max(1, reports) + watchers }
  }

  return {
    /** For the operator: orders of the city that can lead, best first. */
    candidates: async (order: Order, now: Date): Promise<readonly Candidate[]> => {
      const index = await indexOf(order.city, now)
      const found = index.search(asMatter(order), { limit: LOOKED_AT })
      const stored = new Map(
        (await orders.findAll(found.map(({ id }) => id))).map((s) => [s.order.number, s]),
      )
      return found
        .flatMap(({ id, sharedPlaces }): Candidate[] => {
          const other = stored.get(id)?.order
          return other !== undefined && canLead(other) ? [{ order: other, sharedPlaces }] : []
        })
        .slice(0, MOST_CANDIDATES)
    },

    /** For anybody: at most three, and only what `mayBeShown`. */
    publicOnes: async (asked: Asked, city: City, now: Date): Promise<readonly PublicOne[]> => {
      const { category, district, street = '', text, account } = asked
      const level = publicLevel(city, category)
      const words = text.trim()
      if (level === undefined || (street === '' && words === '')) return []
      const since = new Date(now.getTime() - RECENT_DAYS * DAY_MS)
      const where = { city: city.id, category, district, statuses: SHOWN_STATUSES, since }
      const stored = await orders.findAll(await recent.publicOnes(where, MOST_PUBLIC_READ))
      const near = stored.filter(
        ({ order, private: own }) =>
          (account === undefined || own.account !== account) &&
          // Without its street nobody could tell whether it is the same: whoever followed it by mistake would have
          // reported nothing.
          (level === 'district' ||
            (order.place.street !== undefined && (street === '' || order.place.street === street))),
      )
      const ranked = await inOrder(near, asked, city, now)
      const shown: PublicOne[] = []
      for (const { order } of ranked) {
        if (shown.length === MOST_PUBLIC_MATTERS) break
        const { reporters, people } = await whoIsAtIt(order)
        if (mayBeShown(order, reporters, city)) shown.push({ order, people })
      }
      return shown
    },

    /** The order if it may still be shown. */
    shownNow: async (number: string, city: City): Promise<StoredOrder | undefined> => {
      const stored = await orders.find(number)
      if (stored === undefined) return undefined
      const { reporters } = await whoIsAtIt(stored.order)
      return mayBeShown(stored.order, reporters, city) ? stored : undefined
    },

    /** How many reported or follow it. */
    people: async (order: Order): Promise<number> => (await whoIsAtIt(order)).people,
  }

  /** Likest first, by words that several wrote; without words the newest first. */
  async function inOrder(near: readonly StoredOrder[], asked: Asked, city: City, now: Date) {
    const newest = [...near].sort((a, b) => b.order.submittedAt.getTime() - a.order.submittedAt.getTime())
    if (near.length <= MOST_PUBLIC_MATTERS || asked.text.trim() === '') return newest
    const numbers = new Set(near.map(({ order }) => order.number))
    const index = await indexOf(city.id, now)
    const { category, district, street, text } = asked
    const found = index.search(
      asMatter({ number: '', text, category, place: { district, street, detail: '' }, submittedAt: now }),
      { limit: numbers.size, among: (id) => numbers.has(id), leastHolders: LEAST_REPORTERS },
    )
    const place = new Map(found.map(({ id }, at) => [id, at]))
    const last = found.length
    return newest.sort((a, b) => (place.get(a.order.number) ?? last) - (place.get(b.order.number) ?? last))
  }
}

export type FindSimilar = ReturnType<typeof makeFindSimilar>
