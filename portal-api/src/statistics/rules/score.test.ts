import { city } from '../../orders/rules/testSupport'
import { addMarks, type Figures, NO_FIGURES, total } from './figures'
import type { Mark } from './marks'
import { type BoardData, formulaWords, percentOf, standingOf } from './score'

const board: BoardData = {
  ...city('yantai').profile.board,
  weights: { onTime: 40, viewed: 10, solved: 30, satisfied: 20 },
  deductions: { improperReturn: 2, yellowCard: 0, redCard: 1, most: 5 },
  leastOrders: 5,
  bands: [
    { colour: 'red', least: 85, meaning: '好' },
    { colour: 'blue', least: 70, meaning: '合格' },
    { colour: 'yellow', least: 0, meaning: '改进' },
  ],
}
const all = (part: number, of: number): Figures => {
  const share = { part, of }
  return { ...NO_FIGURES, onTime: share, viewed: share, solved: share, satisfied: share }
}

test.each<readonly [string, Partial<Figures>, number | undefined, string | undefined]>([
  ['everything right', all(10, 10), 100, 'red'],
  ['at the line of a colour: that colour', all(85, 100), 85, 'red'],
  ['just below it', all(849, 1000), 84.9, 'blue'],
  ['everything wrong', all(0, 10), 0, 'yellow'],
  ['nothing of what counts', NO_FIGURES, undefined, undefined],
  ['cards alone make no score', { redCards: 3 }, undefined, undefined],
  ['too few jobs for a colour', all(4, 4), 100, undefined],
  // (40 × 0.5 + 30 × 1) ÷ 70
  [
    'only what there is, weighed anew',
    { onTime: { part: 5, of: 10 }, solved: { part: 2, of: 2 } },
    71.4,
    'blue',
  ],
  [
    'points off for improper returns and red cards',
    { ...all(10, 10), improperReturns: 1, redCards: 2 },
    96,
    'red',
  ],
  ['yellow cards cost nothing here', { ...all(10, 10), yellowCards: 9 }, 100, 'red'],
  ['no more off than the city says', { ...all(10, 10), improperReturns: 9 }, 95, 'red'],
  ['never below nothing', { ...all(0, 10), redCards: 9 }, 0, 'yellow'],
])('%s', (_what, figures, score, colour) => {
  expect(standingOf({ ...NO_FIGURES, ...figures }, board)).toEqual({ score, colour })
})

test('a city without colours has scores alone', () => {
  expect(standingOf(all(10, 10), { ...board, bands: [] })).toEqual({ score: 100, colour: undefined })
  expect(formulaWords({ ...board, bands: [] }).join('')).not.toContain('上榜')
})

test('the formula is said as it is computed', () => {
  expect(formulaWords(board)).toEqual([
    '得分 = 按时办结率 × 40% + 及时查阅率 × 10% + 问题解决率 × 30% + 满意率 × 20%；不当退单每件扣 2 分，红牌每件扣 1 分，合计最多扣 5 分。',
    '统计期内没有数据的指标不计，其余指标按比例折算成 100 分。',
    '派单后 1 个工作日内打开算及时查阅。',
    '按时办结率的件数不足 5 件的单位只列数据，不上榜。',
  ])
})

test.each([
  [{ part: 2, of: 3 }, 66.7],
  [{ part: 0, of: 3 }, 0],
  [{ part: 0, of: 0 }, undefined],
])('%j is %p percent', (share, percent) => {
  expect(percentOf(share)).toBe(percent)
})

test('a mark counts in the one period in which its moment lies', () => {
  const mark = (at: string, good: boolean): Mark => ({
    unitId: 'a',
    at: new Date(at),
    indicator: 'onTime',
    good,
  })
  const marks: Mark[] = [
    mark('2026-10-31T15:59:59.999Z', false),
    mark('2026-10-31T16:00:00Z', true),
    mark('2026-11-30T15:59:59.999Z', false),
    mark('2026-11-30T16:00:00Z', true),
    { unitId: 'b', at: new Date('2026-11-02T00:00:00Z'), count: 'redCards' },
  ]
  const november = { from: new Date('2026-11-01T00:00+08:00'), until: new Date('2026-12-01T00:00+08:00') }
  const figures = addMarks(addMarks(new Map(), marks.slice(0, 2), november), marks.slice(2), november)
  expect(figures.get('a')).toEqual({ ...NO_FIGURES, onTime: { part: 1, of: 2 } })
  expect(figures.get('b')).toEqual({ ...NO_FIGURES, redCards: 1 })
  expect(total(figures.values())).toEqual({ ...NO_FIGURES, onTime: { part: 1, of: 2 }, redCards: 1 })
})
