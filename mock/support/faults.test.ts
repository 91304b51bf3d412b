import { Faults, readFaultPlan } from './faults'

describe('readFaultPlan', () => {
  test.each([
    [{ latencyMs: 50 }],
    [{ status: 503, times: 2 }],
    [{ errcode: -1, everyNth: 3, path: '/wxa/' }],
    [{ drop: true }],
    [{ drop: 'after' }],
  ])('takes %j', (body) => {
    expect(readFaultPlan(body)).toEqual(body)
  })

  test.each([
    [[], 'the body must be a JSON object'],
    [{}, 'nothing to do'],
    [{ times: 1 }, 'nothing to do'],
    [{ status: 200 }, 'status must be'],
    [{ errcode: 0 }, 'errcode must be'],
    [{ latencyMs: -1 }, 'latencyMs must be'],
    [{ everyNth: 0, drop: true }, 'everyNth must be'],
    [{ drop: 'before' }, 'drop must be'],
    [{ path: 'wxa', drop: true }, 'path must be'],
    [{ delay: 5 }, 'unknown field "delay"'],
    [{ toString: 5 }, 'unknown field "toString"'],
  ])('refuses %j: %s', (body, reason) => {
    expect(readFaultPlan(body)).toContain(reason)
  })
})

describe('Faults', () => {
  const strikes = (faults: Faults, paths: string[]) => paths.map((path) => faults.next(path) !== undefined)

  test('strike every matching request when nothing narrows them', () => {
    const faults = new Faults()
    faults.set({ drop: true })
    expect(strikes(faults, ['/a', '/b'])).toEqual([true, true])
  })

  test('strike every nth request of a path, as often as asked, and count', () => {
    const faults = new Faults()
    faults.set({ status: 500, path: '/a', everyNth: 2, times: 2 })
    expect(strikes(faults, ['/a', '/b', '/a', '/a', '/a', '/a', '/a'])).toEqual([
      false,
      false,
      true,
      false,
      true,
      false,
      false,
    ])
    expect(faults.state().struck).toBe(2)
  })

  test('begin to count anew with a new plan and end when cleared', () => {
    const faults = new Faults()
    faults.set({ status: 500, times: 1 })
    expect(strikes(faults, ['/a', '/a'])).toEqual([true, false])
    faults.set({ status: 500, times: 1 })
    expect(strikes(faults, ['/a'])).toEqual([true])
    faults.set({ status: 500 })
    faults.clear()
    expect(strikes(faults, ['/a'])).toEqual([false])
    expect(faults.state().plan).toBeNull()
  })
})
