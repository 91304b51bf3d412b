import {
  checkScope,
  getCity,
  getKnowledge,
  listCities,
  listHotlines,
  previewDeadlines as previewDeadlinesEndpoint,
  searchKnowledge,
  suggestKnowledge,
} from '@jiesu/shared-types'
import type { DeclaredFact } from '@jiesu/shared-types'
import type { Calendar } from '../clock/rules/calendar'
import { previewDeadlines } from '../clock/previewDeadlines'
import { hotlineViews } from '../hotlines/hotlines.view'
import type { KnowledgeViews } from '../knowledge/knowledge.view'
import { namesIn, topicsIn } from '../knowledge/knowledgeIn'
import { cityOf } from '../orders/orders.routes'
import type { Binder } from '../platform/http/bind'
import { Refused } from '../platform/problems'
import { scopeAnswer } from '../scope/scope.view'
import type { City } from './cityData'
import { cityIn } from './cityIn'
import { cityBrief, cityProfile } from './city.view'

export interface CityParts {
  readonly cities: ReadonlyMap<string, City>
  readonly calendar: Calendar
  readonly knowledge: KnowledgeViews
  /** Whether places are looked up outside the portal, of which people are told. */
  readonly placesAskOutside: boolean
  /** Reads what was imported into the knowledge meanwhile. */
  readonly refreshKnowledge: (now: Date) => Promise<void>
}

/** What anybody may read: the cities' data, limits, scope, knowledge and hotlines. */
export const cityRoutes = (
  bind: Binder,
  { cities, calendar, knowledge, placesAskOutside, refreshKnowledge }: CityParts,
): void => {
  bind(listCities, ({ language }) => ({
    cities: [...cities.values()].map((city) => cityBrief(cityIn(city, language))),
  }))

  bind(getCity, ({ params, language }) => ({
    ...cityProfile(cityIn(cityOf(cities, params.city), language)),
    ...(placesAskOutside ? { placesAskOutside } : {}),
  }))

  bind(listHotlines, ({ params, language }) => ({
    hotlines: hotlineViews(cityIn(cityOf(cities, params.city), language)),
  }))

  bind(checkScope, ({ body, language }) => scopeAnswer(cityIn(cityOf(cities, body.city), language), body))

  bind(searchKnowledge, async ({ query, now, language }) => {
    const city = cityOf(cities, query.city)
    await refreshKnowledge(now)
    return topicsIn(await knowledge.searchKnowledge(query), city, language)
  })

  bind(suggestKnowledge, async ({ query, now }) => {
    cityOf(cities, query.city)
    await refreshKnowledge(now)
    return knowledge.suggestQuestions(query)
  })

  bind(getKnowledge, async ({ params, now, language }) => {
    await refreshKnowledge(now)
    const entry = knowledge.getEntry(params.id)
    if (entry === undefined)
      throw new Refused('not-found', { detail: '这条知识可能已经更新或下架，请重新查一下。' })
    return namesIn(entry, cityOf(cities, entry.city), language)
  })

  bind(previewDeadlinesEndpoint, ({ query, now, language }) => {
    const city = cityIn(cityOf(cities, query.city), language)
    if (!city.profile.kinds.some((kind) => kind.id === query.kind)) throw new Refused('not-offered-here')
    const known = city.categoryGroups.some((g) => g.categories.some((c) => c.id === query.category))
    if (query.category !== undefined && !known) throw new Refused('unknown-category')
    const at = query.at === undefined ? now : new Date(query.at)
    const year = at.getUTCFullYear()
    if (Number.isNaN(at.getTime()) || year < calendar.from || year > calendar.until + 1)
      throw new Refused('invalid-input', {
        fields: [{ path: '/at', message: `请给出 ${calendar.from} 年到 ${calendar.until + 1} 年之间的时间` }],
      })
    // The query's schema admits only declared facts.
    const facts = (query.facts ?? '').split(',').filter((fact) => fact !== '') as DeclaredFact[]
    const appeal = { requester: query.requester, kind: query.kind, category: query.category, facts }
    return previewDeadlines(city, appeal, at, calendar, now, language)
  })
}
