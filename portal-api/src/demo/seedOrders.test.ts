import { join } from 'node:path'
import { isBlocking } from '@jiesu/shared-types'
import { loadCities } from '../cities/loadCities'
import { loadCalendar } from '../clock/loadCalendar'
import { checkScope } from '../scope/rules/checkScope'
import { planStories } from './seedOrders'
import { STORIES } from './stories'
import { demoAppeals, placed } from './texts'

const root = join(__dirname, '../..')
const cities = loadCities(join(root, 'cities'))
const calendar = loadCalendar(join(root, 'calendar'))

const plan = (city: string, now: string) =>
  planStories({ city: cities.get(city)!, calendar, now: new Date(now), account: 'demo-account' })

describe.each([...cities.keys()])('%s', (id) => {
  const city = cities.get(id)!

  test('what the demo’s citizens write is in the city’s words, and only what should be is out of scope', () => {
    for (const { text, alike, category, kind, requester, refusal } of demoAppeals(city))
      for (const words of [text, ...alike]) {
        const place = { road: '示范路', estate: '示范小区', building: 3 }
        const facts = { requester, kind, category, facts: [] }
        const findings = checkScope(city.scopeRules, facts, placed(words, place))
        expect([words, findings.some((one) => isBlocking(one.kind))]).toEqual([words, refusal !== undefined])
        expect(city.profile.kinds.map((one) => one.id)).toContain(kind)
        expect(placed(words, place)).not.toMatch(/[{}]/)
      }
  })

  test.each([
    ['a working morning', '2026-11-23T10:00:00+08:00'],
    ['a night in the middle of National Day', '2026-10-05T03:00:00+08:00'],
    ['the end of the longest holiday', '2026-02-21T23:00:00+08:00'],
    ['a year whose holidays nobody knows yet', '2027-01-03T12:00:00+08:00'],
  ])('on %s every story can be told, and nothing of it is still to come', (_what, now) => {
    const { stories, untold } = plan(id, now)
    expect(untold).toEqual([])
    expect(stories).toHaveLength(STORIES.reduce((sum, { count }) => sum + count, 0))
    for (const { sent } of stories)
      for (const { life } of sent) {
        const times = life.events.map((event) => event.at.getTime())
        expect(times).toEqual([...times].sort((a, b) => a - b))
        expect(times.at(-1)).toBeLessThanOrEqual(new Date(now).getTime())
        expect(new Date(now).getTime() - times[0]!).toBeLessThan(45 * 86_400_000)
      }
  })
})

test('the same moment gives the same stories', () => {
  const told = () =>
    plan('yantai', '2026-11-23T10:00:00+08:00').stories.flatMap(({ sent }) => sent.map(({ life }) => life))
  expect(told()).toEqual(told())
})
