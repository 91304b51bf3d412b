/** 站内消息 for requesters, and news that did not arrive for whoever looks after it. */
import {
  dropNews,
  keepsNews,
  type Language,
  listMessages,
  listUndelivered,
  type Message,
  retryNews,
  shanghaiInstant,
} from '@jiesu/shared-types'
import type { City } from '../cities/cityData'
import { cityIn } from '../cities/cityIn'
import type { Caller } from '../identity/caller'
import { decodeMessageCursor, encodeMessageCursor, isBeyond } from './messageCursor'
import type { StoredOrder } from '../orders/order.document'
import type { OrderStore } from '../orders/order.store'
import type { UndeliveredNews } from '../orders/undelivered.store'
import type { ClosedCorrection, KnowledgeLives } from '../knowledge/lives.store'
import type { Binder } from '../platform/http/bind'
import type { Logger } from '../platform/log'
import { Refused } from '../platform/problems'
import { followedMessages } from '../similar/followed.view'
import type { Follows } from '../similar/follows.store'
import { correctionClosed, messageOf } from './rules/messages'
import { correctionInEnglish, messageInEnglish } from './rules/messagesInEnglish'

export interface NoticeRouteParts {
  readonly orders: Pick<OrderStore, 'ofAccount' | 'findAll'>
  readonly follows: Pick<Follows, 'ofAccount'>
  /** Errors that the reader reported in entries. */
  readonly lives: Pick<KnowledgeLives, 'closedCorrections'>
  readonly undelivered: UndeliveredNews
  readonly cities: ReadonlyMap<string, City>
  readonly log: Logger
}

const MESSAGES = 20
/** Messages are those of so many newest orders; older ones are read on the orders' own pages. */
const ORDERS = 100
/** … and the outcomes of error reports in so many entries, which are small. */
const ENTRIES = 1000
/** Orders with undelivered news on a page. */
const PAGE = 50

const categoryName = (city: City, id: string): string =>
  city.categoryGroups.flatMap((group) => group.categories).find((category) => category.id === id)?.name ?? id

const messagesOf = ({ order, events }: StoredOrder, city: City, now: Date, language: Language): Message[] =>
  events.flatMap((event): Message[] => {
    const say = language === 'en' ? messageInEnglish : messageOf
    const text = say(event, {
      category: categoryName(city, order.category),
      unitName: (id) => city.units.find((unit) => unit.id === id)?.name,
      now,
    })
    if (text === undefined) return []
    const { id, type, at } = event
    const cityName = city.profile.name
    return [{ id, number: order.number, type, at: shanghaiInstant(at), text, cityName }]
  })

const correctionMessage = (
  { entry, city, title, task, at, outcome }: ClosedCorrection,
  cities: NoticeRouteParts['cities'],
  language: Language,
): Message[] => {
  const known = cities.get(city)
  if (known === undefined) return []
  return [
    {
      id: `${task}-0`,
      entry,
      type: 'correction-closed',
      at: shanghaiInstant(at),
      text: language === 'en' ? correctionInEnglish(title, outcome) : correctionClosed(title, outcome),
      cityName: cityIn(known, language).profile.name,
    },
  ]
}

/** Newest first; of one moment, the later event first. */
const newestFirst = (a: Message, b: Message): number => (isBeyond(a, b) ? 1 : -1)

export const noticeRoutes = (
  bind: Binder,
  { orders, follows, lives, undelivered, cities, log }: NoticeRouteParts,
): void => {
  bind(listMessages, async ({ caller, query, now, language }) => {
    const after = decodeMessageCursor(query.after)
    const mine = await orders.ofAccount(caller.account ?? '', { limit: ORDERS })
    const followed = await follows.ofAccount(caller.account ?? '', ORDERS)
    const leads = new Map(
      (await orders.findAll(followed.map((f) => f.number))).map((s) => [s.order.number, s]),
    )
    const ofOthers = followed.flatMap((follow) => {
      const stored = leads.get(follow.number)
      const city = cities.get(follow.city)
      return stored === undefined || city === undefined
        ? []
        : followedMessages(follow, stored, cityIn(city, language), now, language)
    })
    const corrections = await lives.closedCorrections(caller.account ?? '', ENTRIES)
    const all = mine
      .flatMap((stored) => {
        const city = cities.get(stored.order.city)
        return city === undefined ? [] : messagesOf(stored, cityIn(city, language), now, language)
      })
      .concat(
        ofOthers,
        corrections.flatMap((one) => correctionMessage(one, cities, language)),
      )
      .sort(newestFirst)
      .filter((message) => after === undefined || isBeyond(message, after))
    const messages = all.slice(0, MESSAGES)
    const last = messages.at(-1)
    return {
      messages,
      ...(all.length > MESSAGES && last !== undefined ? { next: encodeMessageCursor(last) } : {}),
    }
  })

  const keeper = ({ staff }: Caller) => {
    if (staff === undefined) throw new Refused('sign-in-required')
    if (!keepsNews(staff.role))
      throw new Refused('not-yours', { detail: '没有送达的消息由管理员处理，如有疑问请联系热线。' })
    return staff
  }

  bind(listUndelivered, async ({ caller, query }) => {
    const { city } = keeper(caller)
    const found = await undelivered.page(city, query.after, PAGE + 1)
    const page = found.slice(0, PAGE)
    const last = page.at(-1)
    return {
      news: page.flatMap(({ news }) =>
        news.map((one) => ({
          ...one,
          since: shanghaiInstant(one.since),
          givenUpAt: shanghaiInstant(one.givenUpAt),
        })),
      ),
      orders: await undelivered.countOrders(city),
      ...(found.length > PAGE && last !== undefined ? { next: last.number } : {}),
    }
  })

  /** How many were there to be acted upon; what others were faster with is none of them. */
  const each = async (
    ids: readonly string[],
    act: (number: string, id: string) => Promise<boolean>,
  ): Promise<number> => {
    let done = 0
    for (const id of new Set(ids)) if (await act(id.slice(0, id.indexOf('-')), id)) done++
    return done
  }

  bind(retryNews, async ({ caller, body, now }) => {
    const { city, id: by } = keeper(caller)
    const done = await each(body.news, (number, id) => undelivered.again(city, number, id, now))
    log.info({ by, news: body.news, done }, 'news tried again')
    return { done }
  })

  bind(dropNews, async ({ caller, body }) => {
    const { city, id: by } = keeper(caller)
    const done = await each(body.news, (number, id) => undelivered.drop(city, number, id))
    log.info({ by, news: body.news, done }, 'news dropped')
    return { done }
  })
}
