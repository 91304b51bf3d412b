/**
 * Fictional orders for a demo: believable, in every state, made by the real rules at past moments. Safe to run again:
 * a story that is there already is left alone.
 */
import { creditCodeCheck } from '@jiesu/shared-types'
import type { City } from '../cities/cityData'
import type { Calendar } from '../clock/rules/calendar'
import { chooseUnit } from '../dispatch/rules/chooseUnit'
import type { Accounts } from '../identity/accounts.store'
import type { OrderStore } from '../orders/order.store'
import { sealPersonalData } from '../orders/personalData'
import type { Order } from '../orders/rules/order'
import type { Secrets } from '../platform/secrets'
import { DEMO_CITIZEN, makeDeeds, type Person, type Sent } from './deeds'
import { makeDice } from './dice'
import { STORIES } from './stories'
import type { About, Story } from './story'
import { type DemoAppeal, demoAppeals, ENTERPRISES } from './texts'
import { makeWorld } from './world'

const DAY_MS = 86_400_000
/** How often a beginning is tried that leads to the wanted end. */
const ATTEMPTS = 160
const AWAKE_HOURS = { from: 7, until: 22 }
const SHANGHAI_MS = 8 * 3_600_000

export interface PlannedStory {
  readonly name: string
  /** Recognisable beginning of its orders' submission ids. */
  readonly id: string
  /** The first order leads, where others are merged into it. */
  readonly sent: readonly [Sent, ...Sent[]]
}

/** Whether a story can be about an appeal in that city. */
const suits = (city: City, now: Date) => {
  const units = (appeal: DemoAppeal): number =>
    chooseUnit(city, { ...appeal, district: city.districts[0]?.id, facts: [] }, now).options.length
  return (appeal: DemoAppeal, about: About): boolean => {
    if (about === 'contested') return appeal.refusal !== undefined
    if (appeal.refusal !== undefined) return false
    switch (about) {
      case 'any':
        return true
      case 'single':
        return units(appeal) === 1
      case 'pool':
        return units(appeal) !== 1
      case 'asks':
        return appeal.asks.length > 1
      case 'alike':
        return appeal.alike.length > 0
      case 'outage':
        return appeal.category.endsWith('-outage')
      case 'consult':
        return appeal.kind === 'consult'
      case 'law':
        return appeal.category.startsWith('market/')
    }
  }
}

/** Nobody writes in the middle of the night: then it was the evening before. */
const waking = (moment: Date): Date => {
  const hour = new Date(moment.getTime() + SHANGHAI_MS).getUTCHours()
  const back = hour < AWAKE_HOURS.from ? hour + 24 - AWAKE_HOURS.until + 1 : 0
  return new Date(moment.getTime() - back * 3_600_000)
}

interface Parts {
  readonly city: City
  readonly calendar: Calendar
  readonly now: Date
  /** Account of the demo's citizen. */
  readonly account: string
}

const storyId = (city: City, story: number, n: number): string =>
  `demo-${city.id}-order-${String(story + 1).padStart(2, '0')}-${String(n + 1).padStart(2, '0')}`

const storyIds = (city: City): readonly string[] =>
  STORIES.flatMap(({ count }, s) => Array.from({ length: count }, (_, n) => storyId(city, s, n)))

/** One try: that story about that appeal, begun at a moment that the dice choose. Nothing when it ends otherwise. */
const tell = (
  story: Story,
  appeal: DemoAppeal,
  seed: string,
  onDuty: boolean,
  { city, calendar, now, account }: Parts,
) => {
  const dice = makeDice(seed)
  const [least, most] = story.age
  const age = (least + ((most - least) * dice.between(0, 10_000)) / 10_000) * DAY_MS
  const start = waking(new Date(now.getTime() - age - 60_000 * dice.between(5, 50)))
  const world = makeWorld({ city, calendar, dice, start, end: now, onDuty })
  const deeds = makeDeeds({ world, city, dice, account })
  story.play({ deeds, world, dice }, appeal)
  world.end()
  const [first, ...others] = deeds.sent
  if (first === undefined || world.refused !== undefined) return undefined
  const orders: readonly [Order, ...Order[]] = [first.life.order, ...others.map(({ life }) => life.order)]
  return story.ends(orders, now) ? ([first, ...others] as const) : undefined
}

/**
 * What happened in a city until `now`. The same city and moment give the same stories.
 * @returns the stories, and names of those for which no beginning was found.
 */
export const planStories = (
  parts: Parts,
): { stories: readonly PlannedStory[]; untold: readonly string[] } => {
  const { city, now } = parts
  const fits = suits(city, now)
  const used = new Map<DemoAppeal, number>()
  const appeals = demoAppeals(city)
  const numbers = new Set<string>()
  const stories: PlannedStory[] = []
  const untold: string[] = []
  STORIES.forEach((story, s) => {
    const chosen = appeals.filter((appeal) => fits(appeal, story.about ?? 'any'))
    for (let n = 0; n < story.count; n++) {
      const id = storyId(city, s, n)
      const order = makeDice(id)
      // What was told least so far comes first, in an order that chance decides.
      const drawn = chosen
        .map((appeal) => ({ appeal, place: (used.get(appeal) ?? 0) * 1_000 + order.between(0, 999) }))
        .sort((a, b) => a.place - b.place)
      let told: PlannedStory['sent'] | undefined
      for (let attempt = 0; attempt < ATTEMPTS && told === undefined; attempt++) {
        const appeal = drawn[attempt % drawn.length]?.appeal
        const onDuty = attempt >= ATTEMPTS / 2
        const tried =
          appeal === undefined ? undefined : tell(story, appeal, `${id} ${attempt}`, onDuty, parts)
        if (tried === undefined || tried.some(({ life }) => numbers.has(life.order.number))) continue
        told = [tried[0], ...tried.slice(1)]
        for (const { life, appeal: about } of told) {
          numbers.add(life.order.number)
          used.set(about, (used.get(about) ?? 0) + 1)
        }
      }
      if (told === undefined) untold.push(story.name)
      else stories.push({ name: story.name, id, sent: told })
    }
  })
  return { stories, untold }
}

const enterpriseOf = ({ enterprise }: Person) => {
  if (enterprise === undefined) return {}
  const body = `91370000XXXXXXXX${ENTERPRISES.findIndex((name) => name === enterprise) + 1}`
  return { enterprise: { name: enterprise, creditCode: body + creditCodeCheck(body) } }
}

export interface SeedOrdersParts {
  readonly orders: Pick<OrderStore, 'insert' | 'findBySubmission'>
  readonly accounts: Pick<Accounts, 'byPhone'>
  readonly secrets: Secrets
  readonly cities: ReadonlyMap<string, City>
  readonly calendar: Calendar
}

export interface SeededOrder {
  readonly number: string
  readonly queryCode: string
  readonly city: string
  readonly story: string
}

/**
 * Orders of the demo for every city, up to `now`; nobody is told about them.
 * @returns those that were not there yet.
 */
export const seedDemoOrders = async (
  { orders, accounts, secrets, cities, calendar }: SeedOrdersParts,
  now: Date,
): Promise<readonly SeededOrder[]> => {
  const seeded: SeededOrder[] = []
  const { id: account } = await accounts.byPhone(DEMO_CITIZEN.phone, now)
  for (const city of cities.values()) {
    const missing = new Set<string>()
    for (const id of storyIds(city))
      if ((await orders.findBySubmission(`${id}-1`)) === undefined) missing.add(id)
    if (missing.size === 0) continue
    const { stories } = planStories({ city, calendar, now, account })
    for (const { id, name, sent } of stories) {
      if (!missing.has(id)) continue
      for (const [i, { life, person }] of sent.entries()) {
        const { order, events } = life
        const commandId = `${id}-${i + 1}`
        const queryCode = String(makeDice(`code ${commandId}`).between(0, 999_999)).padStart(6, '0')
        const { name: contactName, phone } = person
        const { confidentiality, requester } = order
        const secret = sealPersonalData(
          {
            commandId,
            confidentiality,
            requester,
            contact: { name: contactName, phone },
            ...enterpriseOf(person),
          },
          person.account,
          queryCode,
          order.submittedAt,
          secrets,
        )
        const last = events.at(-1)?.at ?? now
        const stored = await orders.insert(order, secret, events, last, {}, 'told')
        // Somebody else's order has that number: the story is left out, those merged into it with it.
        if (stored === 'number-taken') break
        seeded.push({ number: order.number, queryCode, city: city.id, story: name })
      }
    }
  }
  return seeded
}
