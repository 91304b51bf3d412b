import {
  type FollowedMatter,
  type Language,
  type Message,
  ORDER_STATUS_WORDS,
  shanghaiInstant,
  type SimilarOrder,
} from '@jiesu/shared-types'
import type { City } from '../cities/cityData'
import type { Order } from '../orders/rules/order'
import type { StoredOrder } from '../orders/order.document'
import type { Candidate } from './findSimilar'
import type { Follow } from './follows.store'
import { followerSentence } from './rules/followerNews'
import { SHOWN_STATUSES, summary } from './rules/publicMatter'
import { whySimilar } from './rules/why'

const unitNameOf = (city: City, id: string | undefined): string | undefined =>
  city.units.find((unit) => unit.id === id)?.name

/** Answered or being worked at again: more may come. */
const STILL_GOING: readonly Order['state']['status'][] = [
  ...SHOWN_STATUSES,
  'replied',
  'redo-review',
  'merged',
]

const ANSWERED: readonly Order['state']['status'][] = ['replied', 'redo-review', 'concluded']

/** What was answered last, where the unit said that everybody may read it. */
const publishedReply = (order: Order, city: City): Pick<FollowedMatter, 'reply'> => {
  const last = order.replies.at(-1)
  if (last?.publishable !== true || !ANSWERED.includes(order.state.status)) return {}
  const unitName = unitNameOf(city, last.unitId) ?? '承办单位'
  return { reply: { unitName, text: last.publicReply, at: shanghaiInstant(last.at) } }
}

export const followedView = (
  follow: Follow,
  { order }: StoredOrder,
  people: number,
  city: City,
  now: Date,
  language: Language,
): FollowedMatter => ({
  id: follow.id,
  cityName: city.profile.name,
  ...summary(order, city, now, language),
  people,
  followedAt: shanghaiInstant(follow.at),
  over: !STILL_GOING.includes(order.state.status),
  answered: ANSWERED.includes(order.state.status) && order.replies.length > 0,
  ...publishedReply(order, city),
})

/** 站内消息 of one matter that is followed: what happened since, without the number of the order. */
export const followedMessages = (
  follow: Follow,
  stored: StoredOrder,
  city: City,
  now: Date,
  language: Language,
): Message[] => {
  const about = summary(stored.order, city, now, language)
  return stored.events.slice(follow.from).flatMap(({ type, at }, i): Message[] => {
    const text = followerSentence(type, about, language)
    if (text === undefined) return []
    const id = `${follow.id}-${follow.from + i + 1}`
    return [{ id, followed: follow.id, type, at: shanghaiInstant(at), text, cityName: city.profile.name }]
  })
}

const EXCERPT = 80

/** For the operator, who sees all orders of the city. */
export const similarOrderView = (
  { order, sharedPlaces }: Candidate,
  asked: Order,
  city: City,
): SimilarOrder => {
  const category = city.categoryGroups
    .flatMap((group) => group.categories)
    .find(({ id }) => id === order.category)
  const district = city.districts.find(({ id }) => id === order.place.district)
  const street = district?.streets.find(({ id }) => id === order.place.street)?.name
  const unitName = unitNameOf(city, order.assignment?.unitId)
  return {
    number: order.number,
    categoryName: category?.name ?? order.category,
    placeWords: [district?.name, street, order.place.detail].filter(Boolean).join(' '),
    excerpt: [...order.text].slice(0, EXCERPT).join(''),
    status: order.state.status,
    statusWords: ORDER_STATUS_WORDS[order.state.status],
    ...(unitName === undefined ? {} : { unitName }),
    submittedAt: shanghaiInstant(order.submittedAt),
    why: whySimilar(asked, order, sharedPlaces),
  }
}
