import { makeBreaker } from './breaker'

const make = (most = 2) => {
  const time = { now: 0 }
  const said: string[] = []
  const breaker = makeBreaker({
    restMs: 5,
    most,
    now: () => time.now,
    onFailure: (error) => said.push((error as Error).message),
    onRecovery: () => said.push('back'),
  })
  return { time, said, breaker }
}
const good = () => Promise.resolve('done')
const bad = (): Promise<string> => Promise.reject(new Error('down'))
const waiting = () => {
  let end = (_value: string): void => undefined
  const work = new Promise<string>((resolve) => {
    end = resolve
  })
  return {
    work: () => work,
    end: () => {
      end('done')
    },
  }
}

test('what works is done', async () => {
  const { breaker, said } = make()
  expect(await breaker.run(good)).toBe('done')
  expect(said).toEqual([])
})

test('after a failure nothing is tried for a while, and it is told once', async () => {
  const { breaker, said, time } = make()
  expect(await breaker.run(bad)).toBeUndefined()
  const never = jest.fn(() => good())
  time.now = 4
  expect(await breaker.run(never)).toBeUndefined()
  expect(never).not.toHaveBeenCalled()
  time.now = 5
  expect(await breaker.run(bad)).toBeUndefined()
  expect(said).toEqual(['down'])
  time.now = 10
  expect(await breaker.run(good)).toBe('done')
  expect(said).toEqual(['down', 'back'])
})

test('one call alone tries whether it is back', async () => {
  const { breaker, time } = make()
  await breaker.run(bad)
  time.now = 5
  const trial = waiting()
  const first = breaker.run(trial.work)
  const second = jest.fn(() => good())
  expect(await breaker.run(second)).toBeUndefined()
  expect(second).not.toHaveBeenCalled()
  trial.end()
  expect(await first).toBe('done')
  expect(await breaker.run(second)).toBe('done')
})

test('no more calls at a time than it can bear', async () => {
  const { breaker } = make(2)
  const [one, two] = [waiting(), waiting()]
  const under = [breaker.run(one.work), breaker.run(two.work)]
  const third = jest.fn(() => good())
  expect(await breaker.run(third)).toBeUndefined()
  one.end()
  two.end()
  expect(await Promise.all(under)).toEqual(['done', 'done'])
  expect(await breaker.run(third)).toBe('done')
})
