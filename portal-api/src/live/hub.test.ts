/** Everybody who listens, at beats whose moments are given. */
import type { LiveChange } from '@jiesu/shared-types'
import { makeLog } from '../platform/log'
import { Refused } from '../platform/problems'
import type { Follow } from './follow'
import { type Guest, type Hub, makeHub } from './hub'
import type { Change } from './rules/news'

const NUMBER = '2611237130589160'
const change: Change = {
  number: NUMBER,
  version: 2,
  city: 'yantai',
  status: 'submitted',
  unitsBefore: [],
  events: [{ type: 'submitted', at: new Date('2026-11-23T09:00:00+08:00') }],
}

let news: Change[]
let looks: string[]
let broken: boolean
let lines: string[]
let hub: Hub

const follow: Follow = {
  begin: () => {
    looks.push('begin')
    return Promise.resolve()
  },
  look: () => {
    looks.push('look')
    return broken ? Promise.reject(new Error('the database is away')) : Promise.resolve(news.splice(0))
  },
  forget: () => void looks.push('forget'),
}

beforeEach(() => {
  news = []
  looks = []
  lines = []
  said.length = 0
  broken = false
  hub = makeHub({ follow, log: makeLog('info', { write: (line) => said.push(line) }), most: 20 })
})
/** Lines of the log. */
const said: string[] = []

const operator: Guest = {
  listener: { kind: 'desk', reader: { role: 'operator', city: 'yantai' } },
  person: 'staff yantai-operator',
  stillMay: () => Promise.resolve(true),
}

/** Joins; what the line carries is written to `lines`. @returns what to call when the reader leaves. */
const join = (changes: Partial<Guest> = {}, name = ''): (() => void) => {
  let gone = (): void => undefined
  hub.join({ ...operator, ...changes }, (leave) => {
    gone = leave
    return {
      changed: ({ number, version }: LiveChange) => lines.push(`${name}changed ${number} ${String(version)}`),
      stillHere: () => lines.push(`${name}still here`),
      end: () => lines.push(`${name}end`),
    }
  })
  return gone
}
const refusalOf = (act: () => unknown): string => {
  try {
    act()
  } catch (error) {
    if (error instanceof Refused) return error.refusal
    throw error
  }
  return 'nothing'
}

test('whoever listens hears of news at the next beat; whoever may not, does not', async () => {
  join({}, 'a ')
  join({ listener: { kind: 'desk', reader: { role: 'handler', city: 'yantai', unitId: 'housing' } } }, 'b ')
  join({ listener: { kind: 'order', number: NUMBER } }, 'c ')
  news = [change]
  await hub.beat(0)
  expect(lines).toEqual([`a changed ${NUMBER} 2`, `c changed ${NUMBER} 2`])
})

test('a unit that lost the order hears no version', async () => {
  join({ listener: { kind: 'desk', reader: { role: 'handler', city: 'yantai', unitId: 'housing' } } })
  news = [{ ...change, unitsBefore: ['housing'] }]
  await hub.beat(0)
  expect(lines).toEqual([`changed ${NUMBER} undefined`])
})

test('nothing is looked for while nobody listens, and after two minutes of that it begins anew', async () => {
  await hub.beat(0)
  expect(looks).toEqual([])
  await hub.ready()
  const leave = join()
  await hub.beat(1_000)
  leave()
  await hub.beat(2_000)
  expect(looks).toEqual(['begin', 'look'])
  await hub.beat(122_000)
  expect(looks.at(-1)).toBe('forget')
})

test('silence is broken every 15 s, counted from whatever was said last', async () => {
  join()
  await hub.beat(0)
  await hub.beat(14_999)
  expect(lines).toEqual([])
  await hub.beat(15_000)
  news = [change]
  await hub.beat(20_000)
  await hub.beat(34_999)
  expect(lines).toEqual(['still here', `changed ${NUMBER} 2`])
  await hub.beat(35_000)
  expect(lines.at(-1)).toBe('still here')
})

test('silence is broken also while the database does not answer', async () => {
  join()
  await hub.beat(0)
  const look = jest.spyOn(follow, 'look').mockReturnValueOnce(new Promise(() => undefined))
  void hub.beat(1_000)
  void hub.beat(15_000)
  void hub.beat(30_000)
  expect(lines).toEqual(['still here', 'still here'])
  // The first look is still out: no other one is begun.
  expect(look).toHaveBeenCalledTimes(1)
  look.mockRestore()
})

test('an ended session’s connection ends at the next check; others go on', async () => {
  let signedIn = true
  join({ stillMay: () => Promise.resolve(signedIn) }, 'a ')
  join({}, 'b ')
  await hub.beat(0)
  signedIn = false
  await hub.beat(29_999)
  expect(lines).not.toContain('a end')
  await hub.beat(30_000)
  expect(lines).toContain('a end')
  news = [change]
  await hub.beat(31_000)
  expect(lines.filter((line) => line.includes('changed'))).toEqual([`b changed ${NUMBER} 2`])
})

test('that the database is away is said once, and nobody is sent away for it', async () => {
  join({ stillMay: () => (broken ? Promise.reject(new Error('away')) : Promise.resolve(true)) })
  await hub.beat(0)
  broken = true
  for (const at of [30_000, 60_000, 90_000]) await hub.beat(at)
  expect(said.filter((line) => line.includes('live updates wait'))).toHaveLength(1)
  broken = false
  news = [change]
  await hub.beat(120_000)
  expect(lines).not.toContain('end')
  expect(lines).toContain(`changed ${NUMBER} 2`)
})

test('after ten minutes a connection ends: whoever goes on listening shows again who they are', async () => {
  join()
  await hub.beat(1_000)
  await hub.beat(600_999)
  expect(lines).not.toContain('end')
  await hub.beat(601_000)
  expect(lines.at(-1)).toBe('end')
})

test('nobody holds more than twelve connections, all together not more than was set; who leaves makes room', () => {
  const own = Array.from({ length: 12 }, () => join())
  expect(refusalOf(join)).toBe('too-many-connections')
  own[0]?.()
  expect(refusalOf(join)).toBe('nothing')
  for (let i = 0; i < 8; i++) join({ person: `staff ${i}` })
  expect(refusalOf(() => join({ person: 'staff 9' }))).toBe('too-many-connections')
})

test('closing ends everybody and takes nobody more', async () => {
  join({}, 'a ')
  join({}, 'b ')
  await hub.close()
  expect(lines).toEqual(['a end', 'b end'])
  expect(refusalOf(join)).toBe('storage-unavailable')
})
