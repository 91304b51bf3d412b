import fc from 'fast-check'
import { type ChangedOrder, type Known, knownAfter, movedOn, newIn } from './news'

const minute = (n: number) => new Date(Date.UTC(2026, 10, 23, 1, n))
const order = (number: string, version: number, minutes: readonly number[]): ChangedOrder => ({
  number,
  version,
  city: 'yantai',
  status: 'handling',
  unitsBefore: [],
  events: minutes.map((n) => ({ type: 'progress-noted', at: minute(n) })),
})
const minutesOf = ({ events }: ChangedOrder) => events.map(({ at }) => at.getUTCMinutes())

test('an order moved on when its version did, or when it was not known', () => {
  const known: Known = new Map([
    ['a', { version: 3, events: 3 }],
    ['b', { version: 3, events: 3 }],
  ])
  const lately = [
    { number: 'a', version: 3 },
    { number: 'b', version: 4 },
    { number: 'c', version: 1 },
  ]
  expect(movedOn(known, lately)).toEqual(['b', 'c'])
})

test('of a known order, the events after those that were known are new', () => {
  const known: Known = new Map([['a', { version: 1, events: 2 }]])
  expect(minutesOf(newIn(known, order('a', 2, [1, 2, 3, 4]), minute(0)))).toEqual([3, 4])
})

test('of an unknown order, what happened lately is new; where nothing did by its own account, everything', () => {
  expect(minutesOf(newIn(new Map(), order('a', 2, [1, 2, 30]), minute(10)))).toEqual([30])
  expect(minutesOf(newIn(new Map(), order('a', 2, [1, 2]), minute(10)))).toEqual([1, 2])
})

test('what is known is what changed lately, as it was looked at', () => {
  const known: Known = new Map([
    ['old', { version: 1, events: 1 }],
    ['same', { version: 2, events: 2 }],
  ])
  const after = knownAfter(known, [{ number: 'same' }, { number: 'new' }], [order('new', 5, [1, 2, 3])])
  expect([...after]).toEqual([
    ['same', { version: 2, events: 2 }],
    ['new', { version: 5, events: 3 }],
  ])
})

test('whatever is read how often, every version is news once, and none twice', () => {
  const step = fc.array(
    fc.record({ number: fc.constantFrom('a', 'b', 'c'), version: fc.integer({ min: 1, max: 9 }) }),
  )
  fc.assert(
    fc.property(fc.array(step, { maxLength: 8 }), (steps) => {
      let known: Known = new Map()
      /** Versions only grow; each reading sees every order as it is by then. */
      const reached = new Map<string, number>()
      const told: string[] = []
      for (const changes of steps) {
        for (const { number, version } of changes)
          reached.set(number, Math.max(version, reached.get(number) ?? 0))
        const lately = [...reached].map(([number, version]) => ({ number, version }))
        const moved = movedOn(known, lately)
        const looked = moved.map((number) => order(number, reached.get(number) ?? 0, []))
        told.push(...looked.map(({ number, version }) => `${number}${version}`))
        known = knownAfter(known, lately, looked)
      }
      expect(new Set(told).size).toBe(told.length)
      for (const [number, version] of reached) expect(told).toContain(`${number}${version}`)
    }),
  )
})
