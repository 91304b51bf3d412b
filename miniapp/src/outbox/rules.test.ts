import fc from 'fast-check'
import type { ProblemCode } from '../api/problem'
import { advance, isDue, nextTryIn, type OutboxEvent, type Progress, type Waiting } from './rules'

const NOON = Date.parse('2026-11-23T12:00:00+08:00')
const DAY = 86_400_000
const SAVED: Progress = { state: 'saved' }
const problem = (code: ProblemCode, retryAfter?: number) => ({
  code,
  title: '',
  detail: '',
  fields: [],
  retryAfter,
})
const pressed = (at = NOON): Waiting => {
  const progress = advance(SAVED, { type: 'pressed', city: 'yantai', insist: false, at })
  if (progress.state !== 'waiting') throw new Error('a press makes it wait')
  return progress
}
const failing = (codes: readonly ProblemCode[]): Progress =>
  codes.reduce<Progress>(
    (progress, code) => advance(progress, { type: 'failed', problem: problem(code), at: NOON }),
    pressed(),
  )

test.each([
  'offline',
  'timeout',
  'unreadable',
  'too-many-attempts',
  'outside-service-down',
  'storage-unavailable',
  'internal',
  'session-expired',
] as const)('after %s it waits and is tried again', (code) => {
  expect(failing([code])).toMatchObject({ state: 'waiting', tries: 1, city: 'yantai' })
})

test.each([
  'invalid-input',
  'out-of-scope',
  'call-first',
  'unknown-attachment',
  'not-offered-here',
  'body-too-large',
  'photo-gone',
] as const)('%s brings it back to the person with the reason', (code) => {
  expect(failing(['offline', code])).toEqual({
    state: 'to-correct',
    correction: { code, title: '', detail: '', fields: [] },
  })
})

test('the pauses grow to a quarter of an hour', () => {
  const pauses = [1, 2, 3, 4, 5, 6, 20].map((tries) => {
    const progress = failing(Array.from({ length: tries }, () => 'offline' as const))
    return progress.state === 'waiting' ? (progress.notBefore - NOON) / 1000 : undefined
  })
  expect(pauses).toEqual([5, 15, 60, 300, 900, 900, 900])
})

test('the portal may ask for a longer pause, not for a shorter one', () => {
  const after = (seconds: number) => {
    const event: OutboxEvent = { type: 'failed', problem: problem('too-many-attempts', seconds), at: NOON }
    const progress = advance(pressed(), event)
    return progress.state === 'waiting' ? (progress.notBefore - NOON) / 1000 : undefined
  }
  expect([after(1), after(120)]).toEqual([5, 120])
})

test('a network that is back is worth a try at once; a portal in trouble is left alone meanwhile', () => {
  const cut = failing(['offline', 'offline', 'timeout']) as Waiting
  const broken = failing(['internal']) as Waiting
  const back = (waiting: Waiting) => advance(waiting, { type: 'network-back', at: NOON + 1 }) as Waiting
  expect([isDue(cut, NOON + 1), isDue(back(cut), NOON + 1)]).toEqual([false, true])
  expect([isDue(back(broken), NOON + 1), isDue(broken, NOON + 5000)]).toEqual([false, true])
})

test('after a network that is back the pauses begin anew', () => {
  const back = advance(failing(['offline', 'offline', 'timeout']), { type: 'network-back', at: NOON })
  const problem = { code: 'offline', title: '', detail: '', fields: [] } as const
  const failed = advance(back, { type: 'failed', problem, at: NOON }) as Waiting
  expect(failed.notBefore).toBe(NOON + 5000)
})

test('the next try is that of the one that is due first', () => {
  expect(nextTryIn([], NOON)).toBeUndefined()
  const soon = failing(['offline']) as Waiting
  const later = failing(['offline', 'offline', 'offline']) as Waiting
  expect(nextTryIn([later, soon], NOON + 1000)).toBe(4000)
  expect(nextTryIn([soon], NOON + DAY)).toBe(0)
})

test('after three days it is not sent without asking', () => {
  expect(advance(pressed(), { type: 'looked-at', at: NOON + 3 * DAY })).toEqual(pressed())
  expect(advance(pressed(), { type: 'looked-at', at: NOON + 3 * DAY + 1 })).toMatchObject({
    state: 'to-correct',
    correction: { code: 'too-old' },
  })
})

test('whatever happens: only a press makes it wait, a change always takes it out, late failures change nothing', () => {
  const event = fc.oneof(
    fc.constant<OutboxEvent>({ type: 'edited' }),
    fc.nat(9 * DAY).map((ms): OutboxEvent => ({ type: 'looked-at', at: NOON + ms })),
    fc
      .constantFrom<ProblemCode>('offline', 'internal', 'invalid-input', 'out-of-scope')
      .map((code): OutboxEvent => ({ type: 'failed', problem: problem(code), at: NOON })),
    fc.constant<OutboxEvent>({ type: 'pressed', city: 'yantai', insist: true, at: NOON }),
  )
  fc.assert(
    fc.property(fc.array(event, { maxLength: 30 }), (events) => {
      let progress = SAVED as Progress
      for (const next of events) {
        const before = progress
        progress = advance(before, next)
        if (progress.state === 'waiting')
          expect(next.type === 'pressed' || before.state === 'waiting').toBe(true)
        if (next.type === 'edited') expect(progress).toEqual(SAVED)
        if (next.type === 'failed' && before.state !== 'waiting') expect(progress).toBe(before)
      }
    }),
  )
})
