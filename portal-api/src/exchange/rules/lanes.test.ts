import fc from 'fast-check'
import { at } from '../../orders/rules/testSupport'
import { chooseDeliveries, type Outstanding } from './lanes'

const NOW = at('2026-11-23T09:00')
const plus = (seconds: number) => new Date(NOW.getTime() + seconds * 1000)

/** `a3`: third event of order a; due now unless it says otherwise. */
const one = (id: string, changes: Partial<Outstanding> = {}): Outstanding => ({
  id,
  number: id.slice(0, 1),
  sequence: Number(id.slice(1)),
  state: 'waiting',
  nextAt: NOW,
  ...changes,
})

const chosen = (...outstanding: Outstanding[]) => {
  const { deliver, putBack } = chooseDeliveries(outstanding, NOW)
  return {
    deliver: deliver.map(({ id }) => id).sort(),
    putBack: Object.fromEntries(
      putBack.map(({ id, until }) => [id, (until.getTime() - NOW.getTime()) / 1000]),
    ),
  }
}

test.each<[string, Outstanding[], string[], Record<string, number>]>([
  ['nothing', [], [], {}],
  ['the first of each order', [one('a3'), one('b2'), one('a4')], ['a3', 'b2'], {}],
  ['whatever order they come in', [one('a12'), one('a9'), one('a10')], ['a9'], {}],
  [
    'what waits holds those behind it until its time',
    [one('a3', { nextAt: plus(40) }), one('a4')],
    [],
    { a4: 40 },
  ],
  [
    'those behind it that wait anyway are left alone',
    [one('a3', { nextAt: plus(40) }), one('a4', { nextAt: plus(5) })],
    [],
    {},
  ],
  [
    'what was given up holds those behind it for an hour',
    [one('a3', { state: 'dead' }), one('a4')],
    [],
    { a4: 3600 },
  ],
  ['something dead further behind holds nothing', [one('a3'), one('a4', { state: 'dead' })], ['a3'], {}],
  ['what somebody is delivering is left to them', [one('a3', { takenUntil: plus(1) }), one('a4')], [], {}],
  ['unless they never came back', [one('a3', { takenUntil: plus(-1) }), one('a4')], ['a3'], {}],
  ['one order’s trouble is not another’s', [one('a3', { state: 'dead' }), one('b3')], ['b3'], {}],
])('%s', (_what, outstanding, deliver, putBack) => {
  expect(chosen(...outstanding)).toEqual({ deliver, putBack })
})

test('whatever fails and whenever somebody looks, the events of an order arrive in their order and all of them', () => {
  const deliveries = fc.array(fc.record({ order: fc.constantFrom('a', 'b', 'c') }), {
    minLength: 1,
    maxLength: 12,
  })
  const outcomes = fc.infiniteStream(fc.boolean())
  fc.assert(
    fc.property(deliveries, outcomes, (orders, succeeds) => {
      let now = NOW.getTime()
      const seen = new Map<string, number>()
      let outstanding = orders.map(({ order }) => {
        const sequence = (seen.get(order) ?? 0) + 1
        seen.set(order, sequence)
        return one(`${order}${sequence}`)
      })
      const arrived: string[] = []
      for (let look = 0; outstanding.length > 0 && look < 500; look++) {
        const { deliver, putBack } = chooseDeliveries(outstanding, new Date(now))
        const until = new Map(putBack.map((back) => [back.id, back.until]))
        outstanding = outstanding.flatMap((delivery) => {
          if (!deliver.includes(delivery))
            return [{ ...delivery, nextAt: until.get(delivery.id) ?? delivery.nextAt }]
          const ok = look > 300 || (succeeds.next().value as boolean)
          if (!ok) return [{ ...delivery, nextAt: new Date(now + 7_000) }]
          arrived.push(delivery.id)
          return []
        })
        now += 2_000
      }
      expect(outstanding).toEqual([])
      for (const [order, last] of seen) {
        const own = arrived.filter((id) => id.startsWith(order))
        expect(own).toEqual(Array.from({ length: last }, (_, i) => `${order}${i + 1}`))
      }
    }),
    { seed: 20211104, numRuns: 200 },
  )
})
