import type { RuleReport } from '@jiesu/shared-types'
import { rulesWords } from '../../../words/zh/rules'
import { reportParts, saidOnSide } from './reportParts'

const report = (patch: Partial<RuleReport> = {}): RuleReport => ({
  outcome: 'report',
  orders: 1280,
  more: false,
  scope: { changed: 0, examples: [], stoppedBefore: 4, stoppedAfter: 4 },
  dispatch: { changed: 0, examples: [], automaticBefore: 900, automaticAfter: 900 },
  clock: { changed: 0, examples: [], earlier: 0, later: 0 },
  ...patch,
})
const sentences = (patch: Partial<RuleReport>) =>
  Object.fromEntries(reportParts(report(patch)).map(({ id, sentence }) => [id, sentence]))

test('what stays the same is said once', () => {
  expect(sentences({})).toEqual({
    scope: '1,280 件的提示都不变。',
    dispatch: '1,280 件的去向都不变。',
    clock: '1,280 件的时限都不变。',
  })
})

test('what changes is counted in plain words', () => {
  expect(
    sentences({
      scope: { changed: 6, examples: [], stoppedBefore: 4, stoppedAfter: 1007 },
      dispatch: { changed: 12, examples: [], automaticBefore: 900, automaticAfter: 900 },
      clock: { changed: 300, examples: [], earlier: 290, later: 10 },
    }),
  ).toEqual({
    scope: '1,280 件里有 6 件的提示会变。提交时会请诉求人再确认的，从 4 件变为 1,007 件。',
    dispatch: '1,280 件里有 12 件会改派。自动派单的前后都是 900 件。',
    clock: '1,280 件里有 300 件的时限会变。办结提前的 290 件，推后的 10 件。',
  })
})

test('a side without anything says what that means, several units that somebody chooses', () => {
  const one = { words: '市城管局', rule: 'a' }
  const other = { words: '市交通运输局', rule: 'b' }
  expect(saidOnSide('scope', [])).toEqual({ lead: '没有提示', lines: [] })
  expect(saidOnSide('dispatch', [one])).toEqual({ lead: undefined, lines: [one] })
  expect(saidOnSide('dispatch', [one, other])).toEqual({ lead: '由受理员从中选择：', lines: [one, other] })
  expect(saidOnSide('clock', [one, other]).lead).toBeUndefined()
})

test('which orders were replayed', () => {
  const { replayed } = rulesWords
  expect(replayed(128, false, undefined)).toBe('用改动前后的规则各算了一遍 128 件。')
  expect(replayed(5000, true, '2026-11-01')).toBe(
    '2026-11-01 以来的工单，用改动前后的规则各算了一遍最近的 5,000 件，更早的没有算。',
  )
})
