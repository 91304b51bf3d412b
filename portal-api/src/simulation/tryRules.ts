/** A draft of a city's rules, tried: what has to be corrected first, or what it would do to the stored orders. */
import type { SimulateInput, SimulationAnswer } from '@jiesu/shared-types'
import type { City } from '../cities/cityData'
import { CITY_FILES, type CityTexts, parseCity } from '../cities/parseCity'
import type { CityFinding } from '../cities/rules/cityFinding'
import type { Calendar } from '../clock/rules/calendar'
import type { OrderStore } from '../orders/order.store'
import { within } from '../platform/deadline'
import { Refused } from '../platform/problems'
import { storedAppeals } from './replayedAppeals'
import { replay } from './replay'
import { findingsView, reportView } from './simulation.view'

/** Orders that are replayed at most, the newest: some three seconds of work. */
export const MOST_ORDERS = 5000
/** Then the report is given of what was compared so far: requests are given up after twenty seconds. */
const PATIENCE_MS = 12_000
const LAST_PATIENCE_MS = 18_000

export interface TryRulesParts {
  readonly cities: ReadonlyMap<string, City>
  /** The cities' files as they are in force. */
  readonly texts: ReadonlyMap<string, CityTexts>
  readonly calendar: Calendar
  /** For reading alone. */
  readonly orders: Pick<OrderStore, 'replayable'>
  readonly clock: () => Date
}

export type TryRules = (city: string, draft: SimulateInput) => Promise<SimulationAnswer>

const unknownFiles = (names: readonly string[]): CityFinding[] =>
  names
    .filter((name) => !CITY_FILES.includes(name))
    .map((name) => ({
      file: name.slice(0, 60),
      path: '',
      message: `没有这个文件，请用 ${CITY_FILES.join('、')} 之一`,
    }))

/**
 * One trial at a time for a city: each takes its share of the portal.
 * @throws Refused `not-allowed-now` while another one is under way, `unknown-city`.
 */
export const makeTryRules = ({ cities, texts, calendar, orders, clock }: TryRulesParts): TryRules => {
  const running = new Set<string>()

  const attempt = async (before: City, own: CityTexts, { files, since }: SimulateInput) => {
    const draft = new Map([...own, ...Object.entries(files)])
    const parsed = parseCity(draft, before.id)
    const findings = [...unknownFiles(Object.keys(files)), ...parsed.findings]
    const after = parsed.city
    if (after === undefined || findings.length > 0) return findingsView(findings, draft)
    const until = clock().getTime() + PATIENCE_MS
    const isOver = () => clock().getTime() > until
    const pages = storedAppeals(orders, before.id, since)
    return reportView(
      before,
      after,
      await replay(before, after, calendar, pages, { most: MOST_ORDERS, isOver }),
    )
  }

  return async (id, draft) => {
    const city = cities.get(id)
    const own = texts.get(id)
    if (city === undefined || own === undefined) throw new Refused('unknown-city')
    if (running.has(id))
      throw new Refused('not-allowed-now', {
        detail: '本市正在进行另一次试算，请等它算完再试；您改动的内容都还在。',
        retryAfter: 5,
      })
    running.add(id)
    try {
      return await within(LAST_PATIENCE_MS, attempt(city, own, draft))
    } finally {
      running.delete(id)
    }
  }
}
