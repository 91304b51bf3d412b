import fc from 'fast-check'
import { join } from 'node:path'
import type { City } from '../../cities/cityData'
import { loadCities } from '../../cities/loadCities'
import { loadCalendar } from '../../clock/loadCalendar'
import { compareRules, joinReports, type ReplayedAppeal } from './compareRules'

const root = join(__dirname, '../../..')
const calendar = loadCalendar(join(root, 'calendar'))
const found = loadCities(join(root, 'cities')).get('yantai')
if (found === undefined) throw new Error('no yantai')
const yantai: City = found

const appeal = (id: string, more: Partial<ReplayedAppeal> = {}): ReplayedAppeal => ({
  id,
  at: new Date('2026-11-23T09:00:00+08:00'),
  requester: 'citizen',
  kind: 'help',
  category: 'city/water-main',
  facts: [],
  district: '370602',
  text: '门口的自来水主管道漏水。',
  ...more,
})

const withLimit = (rule: string, amount: number): City => ({
  ...yantai,
  limits: {
    ...yantai.limits,
    rules: yantai.limits.rules.map((r) =>
      r.id === rule ? { ...r, milestones: r.milestones.map((m) => ({ ...m, amount })) } : r,
    ),
  },
})

test('the same rules change nothing', () => {
  expect(compareRules(yantai, yantai, [appeal('a'), appeal('b')], calendar)).toMatchObject({
    city: 'yantai',
    appeals: 2,
    scope: { changed: 0, stoppedBefore: 0, stoppedAfter: 0, examples: [] },
    dispatch: { changed: 0, automaticBefore: 2, automaticAfter: 2, examples: [] },
    clock: { changed: 0, earlier: 0, later: 0, examples: [] },
  })
})

test('a changed limit changes due times alone, of those it is for, said on both sides', () => {
  const appeals = [appeal('a'), appeal('b', { requester: 'enterprise' })]
  const report = compareRules(yantai, withLimit('yt-11-1-citizen', 7), appeals, calendar)
  expect(report).toMatchObject({ scope: { changed: 0 }, dispatch: { changed: 0 } })
  expect(report.clock).toEqual({
    changed: 1,
    earlier: 0,
    later: 1,
    examples: [
      {
        id: 'a',
        day: '2026-11-23',
        category: 'city/water-main',
        before: [{ words: '办理完毕并答复 11月30日（周一）24:00', rule: 'yt-11-1-citizen' }],
        after: [{ words: '办理完毕并答复 12月2日（周三）24:00', rule: 'yt-11-1-citizen' }],
      },
    ],
  })
  expect(compareRules(withLimit('yt-11-1-citizen', 7), yantai, appeals, calendar).clock).toMatchObject({
    earlier: 1,
    later: 0,
  })
})

test('another rule with the same due time is no change', () => {
  const renamed = yantai.limits.rules.map((r) => (r.id === 'yt-11-1-citizen' ? { ...r, id: 'new-name' } : r))
  const after = { ...yantai, limits: { ...yantai.limits, rules: renamed } }
  expect(compareRules(yantai, after, [appeal('a')], calendar).clock.changed).toBe(0)
})

test('a changed catalogue changes units, by name', () => {
  const dispatchRows = yantai.dispatchRows.flatMap((row) =>
    row.id === 'city-water-main' ? [row, { ...row, id: 'rival', unit: 'transport', coUnits: [] }] : [row],
  )
  const report = compareRules(yantai, { ...yantai, dispatchRows }, [appeal('a')], calendar)
  expect(report.dispatch).toMatchObject({ changed: 1, automaticBefore: 1, automaticAfter: 0 })
  expect(report.dispatch.examples).toMatchObject([
    {
      before: [{ words: '烟台市自来水有限公司、市城管局（协办）', rule: 'city-water-main' }],
      after: [
        { words: '烟台市自来水有限公司、市城管局（协办）', rule: 'city-water-main' },
        { words: '市交通运输局', rule: 'rival' },
      ],
    },
  ])
})

const declining = (any: string[]): City => {
  const [rule] = yantai.scopeRules.filter((r) => r.kind === 'decline')
  if (rule === undefined) throw new Error('no decline')
  return { ...yantai, scopeRules: [{ ...rule, id: 'strict', name: '漏水', match: [{ any }] }] }
}
const noScope: City = { ...yantai, scopeRules: [] }

test('a changed scope rule changes what is stopped, with the phrases that led to it', () => {
  const appeals = [appeal('a'), appeal('b', { text: '路灯不亮了。' })]
  const report = compareRules(noScope, declining(['漏油', '漏水']), appeals, calendar)
  expect(report.scope).toMatchObject({ changed: 1, stoppedBefore: 0, stoppedAfter: 1 })
  expect(report.scope.examples).toMatchObject([
    { id: 'a', before: [], after: [{ words: '不予受理：漏水（词句：漏水）', rule: 'strict' }] },
  ])
})

test('another phrase of the same rule is no change', () => {
  const [one, other] = [declining(['漏水']), declining(['主管'])]
  expect(compareRules(one, other, [appeal('a')], calendar).scope.changed).toBe(0)
})

test('what people wrote does not come out, whatever the phrases of a draft', () => {
  const text = '我的电话是一三八零零，我住在示范路。'
  const after = declining(['电话…零', '我…路'])
  const report = compareRules(noScope, after, [appeal('a', { text })], calendar)
  expect(report.scope.examples).toMatchObject([
    { after: [{ words: '不予受理：漏水（词句：电话…零、我…路）' }] },
  ])
  expect(JSON.stringify(report)).not.toMatch(/一三八|示范/)
})

test('everything is counted, five are shown', () => {
  const appeals = Array.from({ length: 12 }, (_, i) => appeal(`a${i}`))
  const { clock } = compareRules(yantai, withLimit('yt-11-1-citizen', 7), appeals, calendar)
  expect(clock.changed).toBe(12)
  expect(clock.examples.map((example) => example.id)).toEqual(['a0', 'a1', 'a2', 'a3', 'a4'])
})

test('a category that the changed folder no longer has is seen to reach nobody', () => {
  const after = {
    ...yantai,
    dispatchRows: yantai.dispatchRows.filter((row) => row.category !== 'city/water-main'),
  }
  expect(compareRules(yantai, after, [appeal('a')], calendar).dispatch.examples).toMatchObject([
    { after: [] },
  ])
})

test('reports of parts add up to the report of the whole, however it is cut', () => {
  const after = { ...withLimit('yt-11-1-citizen', 7), scopeRules: declining(['漏水']).scopeRules }
  const appeals = Array.from({ length: 16 }, (_, i) =>
    appeal(`a${i}`, i % 3 === 0 ? { text: '路灯不亮了。' } : { requester: i % 2 ? 'citizen' : 'enterprise' }),
  )
  const whole = compareRules(yantai, after, appeals, calendar)
  expect(whole.scope.changed).toBeGreaterThan(5)
  fc.assert(
    fc.property(fc.nat(16), fc.nat(16), (a, b) => {
      const cuts = [0, Math.min(a, b), Math.max(a, b), 16]
      const parts = [0, 1, 2].map((i) => appeals.slice(cuts[i], cuts[i + 1]))
      const [first, ...rest] = parts.map((part) => compareRules(yantai, after, part, calendar))
      if (first === undefined) throw new Error('no parts')
      expect(rest.reduce(joinReports, first)).toEqual(whole)
    }),
    { numRuns: 30 },
  )
})
