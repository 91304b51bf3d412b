/**
 * A city in which time passes: orders are submitted and people act on them at given moments, and whatever the clock
 * does to orders (cards, ends of rating windows, the fate of merged ones) happens in between, all by the real rules.
 */
import { shanghaiDay, shanghaiTime, startOfShanghaiDay } from '@jiesu/shared-types'
import type { City } from '../cities/cityData'
import type { Calendar } from '../clock/rules/calendar'
import { submission } from '../orders/rules/acceptance'
import { closeRatingWindow } from '../orders/rules/closing'
import type { Decision, RuleContext } from '../orders/rules/decision'
import { begin, evolveAll } from '../orders/rules/evolve'
import type { OrderEvent } from '../orders/rules/events'
import { followLead } from '../orders/rules/merging'
import type { Actor, AppealFacts, Order } from '../orders/rules/order'
import { issueCards, nextCardAt } from '../orders/rules/supervising'
import type { Dice } from './dice'

/** One order and all that happened to it. */
export interface Life {
  order: Order
  readonly events: OrderEvent[]
}

export interface World {
  readonly lives: readonly Life[]
  /** The moment at which the next deed happens. */
  readonly now: Date
  /** What a rule refused, if it did: the story is not told as it was meant. */
  readonly refused: string | undefined
  submit(number: string, facts: AppealFacts, by: Actor, suspect: boolean): Life
  /** Nothing when the world's time is over. */
  act(life: Life, decide: (order: Order, ctx: RuleContext) => Decision): void
  /** So many minutes later, day or night. */
  minutes(count: number): void
  /** So many hours later, when offices are open. */
  work(hours: number): void
  /** So many hours later, when people at home are awake. */
  home(hours: number): void
  /** Goes on at that moment, if it is still to come. */
  until(moment: Date): void
  /** Lets the clock do what it does until the world's end. */
  end(): void
}

const MINUTE_MS = 60_000
const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS
/** The portal's clock looks every two seconds. */
const TICK_MS = 2_000

const OFFICE = { from: '08:30', until: '17:30' }
const AWAKE = { from: '07:00', until: '21:30' }

const startOfDay = (now: Date): number => startOfShanghaiDay(shanghaiDay(now)).getTime()

export interface WorldParts {
  readonly city: City
  readonly calendar: Calendar
  readonly dice: Dice
  readonly start: Date
  /** Nothing happens from here on. */
  readonly end: Date
  /** Offices are open on days off as well (值班): long holidays would leave some stories without a past. */
  readonly onDuty: boolean
}

export const makeWorld = ({ city, calendar, dice, start, end, onDuty }: WorldParts): World => {
  const lives: Life[] = []
  let now = start
  let refused: string | undefined

  const context = (): RuleContext => ({ now, city, calendar })

  const take = (life: Life, decision: Decision): boolean => {
    if (!decision.ok) return false
    life.order = evolveAll(life.order, decision.events)
    life.events.push(...decision.events)
    return true
  }

  /** What the clock has to do with an order next. */
  const choreAt = ({ order }: Life): Date | undefined => {
    if (order.state.status === 'replied') return order.state.ratingOpenUntil
    if (order.state.status !== 'merged') return nextCardAt(order)
    const decision = followLead(order, leadOf(order.state.into), context())
    return decision.ok && decision.events.length > 0 ? new Date(now.getTime() + TICK_MS) : undefined
  }

  const leadOf = (number: string): Order | undefined =>
    lives.find(({ order }) => order.number === number)?.order

  const chore = (life: Life): void => {
    const { order } = life
    if (order.state.status === 'merged') take(life, followLead(order, leadOf(order.state.into), context()))
    else if (order.state.status === 'replied') take(life, closeRatingWindow(order, context()))
    else take(life, issueCards(order, context()))
  }

  const moveTo = (to: Date): void => {
    const stop = to < end ? to : end
    for (;;) {
      const next = lives
        .flatMap((life) => {
          const at = choreAt(life)
          return at === undefined || at > stop ? [] : [{ life, at }]
        })
        .sort((a, b) => a.at.getTime() - b.at.getTime())[0]
      if (next === undefined) break
      if (next.at > now) now = next.at
      chore(next.life)
    }
    now = to
  }

  /** The first moment from `moment` on that lies in the day's hours; on working days only, where it is asked. */
  const inHours = (moment: Date, hours: typeof OFFICE, workingDays: boolean): Date => {
    const time = shanghaiTime(moment)
    const free = workingDays && !calendar.isWorkingDay(shanghaiDay(moment))
    if (!free && time >= hours.from && time < hours.until) return moment
    const day = !free && time < hours.from ? startOfDay(moment) : startOfDay(moment) + DAY_MS
    const [hour = 0, minute = 0] = hours.from.split(':').map(Number)
    const opens = new Date(day + hour * HOUR_MS + (minute + dice.between(2, 70)) * MINUTE_MS)
    return inHours(opens, hours, workingDays)
  }

  const later = (hours: number): Date => new Date(now.getTime() + hours * HOUR_MS)

  return {
    lives,
    get now() {
      return now
    },
    get refused() {
      return refused
    },
    submit: (number, facts, by, suspect) => {
      const events = submission(facts, by, suspect, context())
      const life: Life = { order: evolveAll(begin(number, facts, now), events), events: [...events] }
      lives.push(life)
      return life
    },
    act: (life, decide) => {
      if (now >= end || refused !== undefined) return
      const decision = decide(life.order, context())
      if (!take(life, decision) && !decision.ok)
        refused = `${decision.refusal} ${decision.detail ?? ''} at ${life.order.state.status}`
    },
    minutes: (count) => moveTo(new Date(now.getTime() + count * MINUTE_MS)),
    work: (hours) => moveTo(inHours(later(hours), OFFICE, !onDuty)),
    home: (hours) => moveTo(inHours(later(hours), AWAKE, false)),
    until: (moment) => {
      if (moment > now) moveTo(moment)
    },
    end: () => moveTo(end),
  }
}
