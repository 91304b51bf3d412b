/** For the tests of these rules: a real city's data and an order in any status, at given times. */
import { join } from 'node:path'
import type { City } from '../../cities/cityData'
import { loadCities } from '../../cities/loadCities'
import { loadCalendar } from '../../clock/loadCalendar'
import type { Calendar } from '../../clock/rules/calendar'
import { acceptance, submission, SYSTEM } from './acceptance'
import type { RuleContext } from './decision'
import { begin, evolveAll } from './evolve'
import type { OrderEvent } from './events'
import type { Actor, AppealFacts, Order } from './order'

const root = join(__dirname, '../../..')
const cities = loadCities(join(root, 'cities'))
const calendar: Calendar = loadCalendar(join(root, 'calendar'))

export const city = (id: string): City => {
  const found = cities.get(id)
  if (found === undefined) throw new Error(`no city ${id}`)
  return found
}

/** An instant in Shanghai: `at('2026-11-23T09:00')`. */
export const at = (shanghai: string): Date => new Date(`${shanghai}:00+08:00`)

export const context = (now: Date, id = 'yantai'): RuleContext => ({ now, city: city(id), calendar })

export const REQUESTER: Actor = { role: 'requester', id: 'a1' }
export const OPERATOR: Actor = { role: 'operator', id: 'o1' }

/** A handler of the order's main unit. */
export const handlerOf = (order: Order): Actor => ({
  role: 'handler',
  id: 'h1',
  unitId: order.assignment?.unitId,
})

export const facts = (changes: Partial<AppealFacts> = {}): AppealFacts => ({
  city: 'yantai',
  requester: 'citizen',
  kind: 'help',
  category: 'city/water-main',
  facts: [],
  place: { district: '370602', detail: '示范路 1 号' },
  text: '门口的自来水主管道漏水。',
  confidentiality: 'open',
  attachments: [],
  findings: [],
  insisted: false,
  ...changes,
})

/** An order right after submission: dispatched by the catalogue unless the facts say otherwise. */
export const submitted = (now: Date, changes: Partial<AppealFacts> = {}, suspect = false): Order => {
  const appeal = facts(changes)
  const events = submission(appeal, REQUESTER, suspect, context(now, appeal.city))
  return evolveAll(begin('2611217130589164', appeal, now), events)
}

/** Waiting for an operator's word. */
export const undecided = (now: Date): Order => submitted(now, {}, true)

/** Accepted, but the catalogue names nobody. */
export const undispatched = (now: Date): Order =>
  evolveAll(undecided(now), acceptance(facts(), SYSTEM, '', context(now)).slice(0, 1))

export const after = (order: Order, ...events: readonly OrderEvent[]): Order => evolveAll(order, events)
