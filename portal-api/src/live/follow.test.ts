import type { Changes } from './changes.store'
import { makeFollow } from './follow'
import type { ChangedOrder } from './rules/news'

const START = Date.UTC(2026, 10, 23, 1)
let now: number
let asked: Date[]
let stored: (ChangedOrder & { at: number })[]
let away: boolean

const changes: Changes = {
  since: (_cities, since) => {
    if (away) return Promise.reject(new Error('away'))
    asked.push(since)
    return Promise.resolve(stored.filter(({ at }) => at >= since.getTime()))
  },
  of: (numbers) => Promise.resolve(stored.filter(({ number }) => numbers.includes(number))),
}
const follow = () => makeFollow(changes, ['yantai'], () => new Date(now))
const commit = (number: string, version: number, at: number): void => {
  const events = [{ type: 'submitted' as const, at: new Date(at) }]
  stored = stored.filter((one) => one.number !== number)
  stored.push({ number, version, city: 'yantai', status: 'submitted', unitsBefore: [], events, at })
}
const numbers = (news: readonly ChangedOrder[]) => news.map(({ number, version }) => `${number}${version}`)

beforeEach(() => {
  now = START
  asked = []
  stored = []
  away = false
})

test('what was there at the beginning is no news; what comes after it is, once', async () => {
  commit('a', 1, now)
  const one = follow()
  await Promise.all([one.begin(), one.begin()])
  expect(asked).toHaveLength(1)
  commit('b', 1, now)
  expect(numbers(await one.look())).toEqual(['b1'])
  expect(numbers(await one.look())).toEqual([])
  commit('b', 2, now)
  expect(numbers(await one.look())).toEqual(['b2'])
})

test('a change that was written late, or by a portal whose clock is behind, is not missed', async () => {
  const one = follow()
  await one.begin()
  now += 1_500
  await one.look()
  commit('late', 3, now - 45_000)
  now += 1_500
  expect(numbers(await one.look())).toEqual(['late3'])
})

test('what happened while the database was away is news when it is back', async () => {
  const one = follow()
  await one.begin()
  away = true
  commit('a', 1, now + 60_000)
  now += 3_600_000
  await expect(one.look()).rejects.toThrow('away')
  away = false
  expect(numbers(await one.look())).toEqual(['a1'])
})

test('forgotten, it begins anew', async () => {
  const one = follow()
  await one.begin()
  one.forget()
  commit('a', 1, now)
  await one.begin()
  expect(numbers(await one.look())).toEqual([])
})
