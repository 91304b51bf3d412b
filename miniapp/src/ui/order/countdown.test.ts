import type { MilestoneView } from '@jiesu/shared-types'
import { countdown, nextTick, sayCountdown } from './countdown'
import { milestone } from './testSupport'

const at = (instant: string) => new Date(`${instant}+08:00`)

test('working days are counted as such, whatever the weekend between', () => {
  expect(countdown(milestone(), at('2026-11-25T21:00:00'))).toMatchObject({
    state: 'running',
    words: '还剩 2 个工作日 3 小时',
  })
})

test('minutes run at once', () => {
  const explain = milestone({
    unit: 'minutes',
    startAt: '2026-11-21T10:00:00+08:00',
    dueAt: '2026-11-21T10:30:00+08:00',
    workingDays: [],
  })
  expect(countdown(explain, at('2026-11-21T10:21:00'))).toEqual({
    state: 'running',
    words: '还剩 9 分钟',
    left: 0.3,
  })
})

test('what was running when the portal answered is late once its time has passed', () => {
  expect(countdown(milestone(), at('2026-11-28T01:20:00'))).toEqual({
    state: 'late',
    words: '已超时 1 小时 20 分',
    left: 0,
  })
})

test('due soon stays so until it is late', () => {
  expect(countdown(milestone({ state: 'due-soon' }), at('2026-11-27T22:00:00')).state).toBe('due-soon')
})

test.each(['met', 'met-late', 'void'] as const)('%s no longer counts', (state) => {
  expect(countdown(milestone({ state }), at('2026-12-01T00:00:00'))).toMatchObject({ state, words: '' })
})

test('the next look is when the minute turns', () => {
  expect(nextTick(milestone(), at('2026-11-27T23:58:20'))).toBe(40_050)
  expect(nextTick(milestone(), at('2026-11-28T00:00:20'))).toBe(40_050)
})

test.each(['met', 'met-late', 'void'] as const)('%s needs no further look', (state) => {
  expect(nextTick(milestone({ state }), at('2026-11-25T21:00:00'))).toBeUndefined()
})

test('no look is more than a minute away, or less than a moment', () => {
  for (let second = 0; second <= 120; second++) {
    const wait = nextTick(milestone(), new Date(at('2026-11-27T23:59:00').getTime() + second * 1000))
    expect(wait).toBeGreaterThanOrEqual(250)
    expect(wait).toBeLessThanOrEqual(60_050)
  }
})

const WORKING = { limit: '5 个工作日', dueWords: '11月27日（周五）24:00' }
test.each<[string, Partial<MilestoneView>, string]>([
  [
    '还剩 2 个工作日 3 小时，11月27日（周五）24:00 前办理完毕并答复，时限 5 个工作日',
    WORKING,
    '2026-11-25T21:00:00',
  ],
  [
    '快到期，还剩 2 小时，11月27日（周五）24:00 前办理完毕并答复，时限 5 个工作日',
    { ...WORKING, state: 'due-soon' },
    '2026-11-27T22:00:00',
  ],
  [
    '已超时 1 小时 20 分，应在 11月27日（周五）24:00 前办理完毕并答复，时限 5 个工作日',
    WORKING,
    '2026-11-28T01:20:00',
  ],
  [
    '还剩 2 个工作日 3 小时，11月27日（周五）24:00 前办理完毕并答复，时限 5 个工作日，已经同意延期，原来的期限 11月25日（周三）24:00',
    { ...WORKING, extendedFrom: ['2026-11-26T00:00:00+08:00'] },
    '2026-11-25T21:00:00',
  ],
  [
    '办理完毕并答复，已按时完成，时限 5 个工作日，最迟 11月27日（周五）24:00，完成于 11月26日（周四）15:00',
    { ...WORKING, state: 'met', metAt: '2026-11-26T15:00:00+08:00' },
    '2026-12-01T09:00:00',
  ],
  [
    '办理完毕并答复，不再计时，时限 5 个工作日，最迟 11月27日（周五）24:00',
    { ...WORKING, state: 'void' },
    '2026-12-01T09:00:00',
  ],
])('heard: %s', (sentence, patch, now) => {
  expect(sayCountdown(milestone(patch), at(now))).toBe(sentence)
})
