/** Connections that open, break, end and are refused, in a time that only the test moves. */
import { ApiProblem, localProblem } from '../problem'
import { type Connection, type Heard, keepConnected, type LiveLink, type LiveState } from './keepConnected'

interface Try {
  readonly connection: Connection
  readonly aborted: () => boolean
  end(): void
  fail(problem: ApiProblem): void
}

let tries: Try[]
let states: LiveState[]
let heard: Heard[]
let link: LiveLink

const start = (): LiveLink =>
  keepConnected(
    (connection, signal) =>
      new Promise((resolve, reject) => {
        const broken = () => reject(localProblem('offline'))
        signal.addEventListener('abort', broken)
        tries.push({ connection, aborted: () => signal.aborted, end: resolve, fail: reject })
      }),
    { state: (state) => states.push(state), heard: (change) => heard.push(change) },
    () => 1,
  )
const last = (): Try => tries[tries.length - 1]!
const pass = (milliseconds: number) => jest.advanceTimersByTimeAsync(milliseconds)
const broken = () => localProblem('offline')

beforeEach(() => {
  jest.useFakeTimers()
  tries = []
  states = []
  heard = []
  link = start()
})
afterEach(() => {
  link.close()
  jest.useRealTimers()
})

test('it opens, says that anything may have happened meanwhile, and hands on what it hears', () => {
  last().connection.opened()
  last().connection.changed({ number: '2611237130589160', version: 2 })
  expect(states).toEqual(['live'])
  expect(heard).toEqual(['anything', { number: '2611237130589160', version: 2 }])
})

test('it tries again later and later, at most every 30 s; once it held, from the beginning', async () => {
  const waits: number[] = []
  for (let i = 0; i < 7; i++) {
    const before = tries.length
    last().fail(broken())
    await pass(0)
    let waited = 0
    while (tries.length === before) {
      await pass(1_000)
      waited += 1_000
    }
    waits.push(waited)
  }
  expect(waits).toEqual([1_000, 2_000, 4_000, 8_000, 16_000, 30_000, 30_000])
  expect(new Set(states)).toEqual(new Set(['lost']))
  last().connection.opened()
  last().connection.alive()
  await pass(5_000)
  last().fail(broken())
  await pass(1_000)
  expect(tries).toHaveLength(9)
})

test('the end that the portal gives after a while is no loss', async () => {
  last().connection.opened()
  await pass(5_000)
  last().end()
  await pass(3_000)
  expect(tries).toHaveLength(2)
  last().connection.opened()
  expect(states).toEqual(['live', 'live'])
  expect(heard).toEqual(['anything', 'anything'])
})

test('what ends at once, again and again, is tried less and less', async () => {
  for (const wait of [1_000, 2_000, 4_000]) {
    const before = tries.length
    last().connection.opened()
    last().end()
    await pass(wait - 1)
    expect(tries).toHaveLength(before)
    await pass(1)
    expect(tries).toHaveLength(before + 1)
  }
  expect(states.filter((state) => state === 'lost')).toHaveLength(3)
})

test('silence for 45 s means that nobody is there any more', async () => {
  last().connection.opened()
  await pass(44_000)
  last().connection.alive()
  await pass(44_999)
  expect(last().aborted()).toBe(false)
  await pass(1)
  expect(tries[0]?.aborted()).toBe(true)
  expect(states).toEqual(['live', 'lost'])
})

test.each(['sign-in-required', 'session-expired', 'not-found', 'not-yours'] as const)(
  'after %s it does not try again',
  async (code) => {
    last().fail(new ApiProblem({ code, title: '' }))
    await pass(600_000)
    expect(states).toEqual(['off'])
    expect(tries).toHaveLength(1)
  },
)

test('it waits as long as the portal asks', async () => {
  last().fail(new ApiProblem({ code: 'too-many-connections', title: '', retryAfter: 60 }))
  await pass(59_999)
  expect(tries).toHaveLength(1)
  await pass(1)
  expect(tries).toHaveLength(2)
})

test('back on the network it tries at once; while it is connected nothing changes', async () => {
  link.retry()
  expect(tries).toHaveLength(1)
  last().connection.opened()
  link.drop()
  await pass(0)
  expect(states).toEqual(['live', 'lost'])
  link.retry()
  expect(tries).toHaveLength(2)
  await pass(30_000)
  expect(tries).toHaveLength(2)
})

test('closed, it says and tries nothing more', async () => {
  last().connection.opened()
  link.close()
  await pass(600_000)
  expect(last().aborted()).toBe(true)
  expect(tries).toHaveLength(1)
  expect(states).toEqual(['live'])
})
