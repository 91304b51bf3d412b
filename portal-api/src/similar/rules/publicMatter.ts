/**
 * What anybody may read of a matter that others reported: see docs/adr/0011-similar-matters.md. Nothing that a person
 * wrote, no number, no time of day; and nothing at all where it could tell who complained.
 */
import {
  type Language,
  type OrderStatus,
  type PublicLevel,
  shanghaiDay,
  vocabularyIn,
} from '@jiesu/shared-types/vocabulary'
import type { City } from '../../cities/cityData'
import { openMilestones } from '../../orders/rules/milestones'
import type { Order } from '../../orders/rules/order'

/** A matter before somebody's door is shown only when so many different people have reported it. */
export const LEAST_REPORTERS = 3

/** Accepted, and not answered yet: what is answered needs no more followers. */
export const SHOWN_STATUSES: readonly OrderStatus[] = [
  'awaiting-dispatch',
  'dispatched',
  'handling',
  'return-review',
]

const categoryOf = (city: City, id: string) =>
  city.categoryGroups.flatMap((group) => group.categories).find((category) => category.id === id)

export const publicLevel = (city: City, category: string): PublicLevel | undefined =>
  categoryOf(city, category)?.publicAs

type Standing = Pick<Order, 'category' | 'requester' | 'confidentiality' | 'insisted' | 'facts'> & {
  readonly state: Pick<Order['state'], 'status'>
}

/**
 * A citizen's own open report of a public matter that is being handled. Who asked for confidentiality or stayed
 * anonymous is in no summary and no count; an enterprise is one of few in its street.
 * @param reporters different signed-in people who reported it and hid nothing.
 */
export const mayBeShown = (order: Standing, reporters: number, city: City): boolean => {
  const level = publicLevel(city, order.category)
  return (
    level !== undefined &&
    order.requester === 'citizen' &&
    order.confidentiality === 'open' &&
    // Taken against a rule's advice, or watched by the public: a person decides who hears of it.
    !order.insisted &&
    !order.facts.includes('urgent-public-opinion') &&
    SHOWN_STATUSES.includes(order.state.status) &&
    (level === 'street' || reporters >= LEAST_REPORTERS)
  )
}

/** In the words of people who only want to know whether somebody is at it. */
const STATUS: Record<Language, Partial<Record<OrderStatus, string>>> = {
  'zh-CN': {
    'awaiting-dispatch': '已受理，正在确定办理单位',
    dispatched: '已派给承办单位',
    handling: '正在办理',
    'return-review': '正在办理',
    'redo-review': '正在核实',
    replied: '已经答复',
    concluded: '已经办结',
  },
  en: {
    'awaiting-dispatch': 'Accepted; the handling unit is being found',
    dispatched: 'Sent to the handling unit',
    handling: 'Being handled',
    'return-review': 'Being handled',
    'redo-review': 'Being looked into',
    replied: 'Answered',
    concluded: 'Closed',
  },
}
/** Withdrawn, declined, handled with another: whatever the reason, it is nobody else's. */
const NOT_GOING_ON: Record<Language, string> = {
  'zh-CN': '不再单独办理',
  en: 'No longer handled on its own',
}

export interface Summary {
  categoryName: string
  placeWords: string
  statusWords: string
  unitName?: string
  sinceWords: string
  dueWords?: string
}

/**
 * @param order one that `mayBeShown`, or that was when somebody began to follow it.
 * @param city with its names in that language.
 */
export const summary = (order: Order, city: City, now: Date, language: Language): Summary => {
  const { sayDay, sayDue } = vocabularyIn(language)
  const level = publicLevel(city, order.category)
  const district = city.districts.find(({ id }) => id === order.place.district)
  const street = district?.streets.find(({ id }) => id === order.place.street)?.name
  const unitName = city.units.find(({ id }) => id === order.assignment?.unitId)?.name
  const due = openMilestones(order).findLast(({ type }) => type === 'finish')?.dueAt
  return {
    categoryName: categoryOf(city, order.category)?.name ?? order.category,
    placeWords: [district?.name, level === 'street' ? street : undefined].filter(Boolean).join(' '),
    statusWords: STATUS[language][order.state.status] ?? NOT_GOING_ON[language],
    ...(unitName === undefined ? {} : { unitName }),
    sinceWords: sayDay(shanghaiDay(order.submittedAt)),
    ...(due === undefined ? {} : { dueWords: sayDue(due, now) }),
  }
}
