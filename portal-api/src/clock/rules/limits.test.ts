import { sayDue } from '@jiesu/shared-types/vocabulary'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { LimitsFile } from '../../cities/cityData'
import type { Appeal } from '../../cities/rules/appeal'
import { loadCalendar } from '../loadCalendar'
import { countedWorkingDays, dueTime } from './dueTime'
import { explanation, matchingRules, promiseMilestones } from './limits'

const root = join(__dirname, '../../..')
const calendar = loadCalendar(join(root, 'calendar'))
const limitsOf = (city: string) =>
  LimitsFile.parse(JSON.parse(readFileSync(join(root, 'cities', city, 'limits.json'), 'utf8'))).rules
const yantai = limitsOf('yantai')
const fuzhou = limitsOf('fuzhou')

const appeal = (given: Partial<Appeal>): Appeal => ({
  requester: 'citizen',
  kind: 'complaint',
  facts: [],
  ...given,
})
const at = (shanghai: string) => new Date(`${shanghai}:00+08:00`)
const said = (rules: typeof yantai, given: Partial<Appeal>, start: string) =>
  promiseMilestones(rules, appeal(given), at(start), calendar).map(
    (p) => `${p.type} ${sayDue(p.dueAt, at('2026-06-01T00:00'))}`,
  )

describe('烟政办发〔2021〕3号 第11条', () => {
  test.each<[string, string, Partial<Appeal>, string, string[]]>([
    [
      '① citizen: 5 working days',
      '①',
      { category: 'city/roads' },
      '2026-11-23T09:00',
      ['finish 11月30日（周一）24:00'],
    ],
    [
      '① an ordinary week',
      '①',
      { category: 'city/roads' },
      '2026-06-05T16:59',
      ['finish 6月12日（周五）24:00'],
    ],
    [
      '① over National Day, with the worked Saturday 10-10',
      '①',
      {},
      '2026-09-30T10:00',
      ['finish 10月13日（周二）24:00'],
    ],
    ['① on the last day of National Day', '①', {}, '2026-10-07T23:59', ['finish 10月13日（周二）24:00']],
    [
      '① over the Spring Festival, with the worked Saturdays 02-14 and 02-28',
      '①',
      {},
      '2026-02-12T09:00',
      ['finish 2月26日（周四）24:00'],
    ],
    [
      '① from the Spring Festival itself, counting the worked Saturday 02-28',
      '①',
      {},
      '2026-02-23T09:00',
      ['finish 2月28日（周六）24:00'],
    ],
    ['① accepted on a make-up Saturday', '①', {}, '2026-10-10T09:00', ['finish 10月16日（周五）24:00']],
    [
      '① over Mid-Autumn, with the worked Sunday 09-20',
      '①',
      {},
      '2026-09-18T09:00',
      ['finish 9月24日（周四）24:00'],
    ],
    [
      '② enterprise: 15 working days',
      '②',
      { requester: 'enterprise' },
      '2026-06-01T09:00',
      ['finish 6月23日（周二）24:00'],
    ],
    [
      '② over National Day',
      '②',
      { requester: 'enterprise' },
      '2026-09-30T09:00',
      ['finish 10月27日（周二）24:00'],
    ],
    [
      '③ no water: cause in 30 minutes, finished in 3 working days',
      '③',
      { category: 'utilities/water-outage' },
      '2026-09-30T10:00',
      ['explain 9月30日（周三）10:30', 'finish 10月10日（周六）24:00'],
    ],
    [
      '③ half an hour runs over midnight and in the holidays',
      '③',
      { category: 'utilities/heating-outage' },
      '2026-02-16T23:45',
      ['explain 2月17日（周二）00:15', 'finish 2月26日（周四）24:00'],
    ],
    [
      '③ no gas, reported by an enterprise: the urgent matter wins',
      '③',
      { category: 'utilities/gas-outage', requester: 'enterprise' },
      '2026-06-01T09:00',
      ['explain 6月1日（周一）09:30', 'finish 6月4日（周四）24:00'],
    ],
    [
      '④ epidemic consultation: one hour, at night too',
      '④',
      { category: 'epidemic/consult' },
      '2026-10-03T23:30',
      ['finish 10月4日（周日）00:30'],
    ],
    [
      '④ a consultation on another epidemic matter',
      '④',
      { category: 'epidemic/other', kind: 'consult' },
      '2026-06-01T09:00',
      ['finish 6月1日（周一）10:00'],
    ],
    [
      '④ other epidemic orders: 3 calendar days, holidays included',
      '④',
      { category: 'epidemic/other' },
      '2026-10-01T09:00',
      ['finish 10月4日（周日）24:00'],
    ],
    [
      '⑤ safety hazard: 3 calendar days',
      '⑤',
      { category: 'safety/other' },
      '2026-10-01T09:00',
      ['finish 10月4日（周日）24:00'],
    ],
    [
      '⑤ gas: answered the same day',
      '⑤',
      { category: 'safety/gas' },
      '2026-06-05T22:50',
      ['explain 6月5日（周五）24:00', 'finish 6月8日（周一）24:00'],
    ],
    [
      '⑤ oil',
      '⑤',
      { category: 'safety/oil' },
      '2026-06-05T08:00',
      ['explain 6月5日（周五）24:00', 'finish 6月8日（周一）24:00'],
    ],
    [
      '⑤ ammonia',
      '⑤',
      { category: 'safety/ammonia' },
      '2026-06-05T08:00',
      ['explain 6月5日（周五）24:00', 'finish 6月8日（周一）24:00'],
    ],
    [
      '⑤ fire',
      '⑤',
      { category: 'safety/fire' },
      '2026-06-05T08:00',
      ['explain 6月5日（周五）24:00', 'finish 6月8日（周一）24:00'],
    ],
    [
      '⑤ mine',
      '⑤',
      { category: 'safety/mine' },
      '2026-06-05T08:00',
      ['explain 6月5日（周五）24:00', 'finish 6月8日（周一）24:00'],
    ],
    [
      '⑥ night construction noise: response at once, 3 working days',
      '⑥',
      { category: 'noise/night-construction' },
      '2026-09-29T23:50',
      ['respond 9月30日（周三）00:20', 'finish 10月9日（周五）24:00'],
    ],
    [
      '⑥ urgent public opinion',
      '⑥',
      { category: 'city/roads', facts: ['urgent-public-opinion'] },
      '2026-06-01T09:00',
      ['respond 6月1日（周一）09:30', 'finish 6月4日（周四）24:00'],
    ],
  ])('%s', (_what, item, given, start, expected) => {
    expect(said(yantai, given, start)).toEqual(expected)
    expect(matchingRules(yantai, appeal(given))[0]?.source.item).toBe(`第11条${item}`)
  })

  const SAME_DAY =
    '油、气、氨、火、矿类安全隐患：承办单位当天就要回复您，并在 3 个自然日内办理完毕（节假日也算在内）。'
  test.each([
    ['2026-06-05T00:00:00', '6月5日（周五）', '6月8日（周一）', '1 天'],
    ['2026-06-05T00:00:01', '6月5日（周五）', '6月8日（周一）', '23 小时 59 分'],
    ['2026-06-05T08:00:00', '6月5日（周五）', '6月8日（周一）', '16 小时'],
    ['2026-06-05T20:00:00', '6月5日（周五）', '6月8日（周一）', '4 小时'],
    ['2026-06-05T23:50:00', '6月5日（周五）', '6月8日（周一）', '10 分钟'],
    ['2026-06-05T23:59:30', '6月5日（周五）', '6月8日（周一）', '不到 1 分钟'],
    ['2026-06-06T00:00:00', '6月6日（周六）', '6月9日（周二）', '1 天'],
  ])('⑤ accepted at %s: until 24:00 of %s, and how long that is, is said', (start, day, third, length) => {
    const [first, finish] = promiseMilestones(
      yantai,
      appeal({ category: 'safety/gas' }),
      new Date(`${start}+08:00`),
      calendar,
    )
    expect(first).toMatchObject({ type: 'explain', unit: 'same-day' })
    expect(sayDue(first!.dueAt)).toBe(`${day}24:00`)
    expect(explanation(first!)).toBe(`${SAME_DAY}“当天”从起算到 24:00 为止（${length}）。`)
    expect(sayDue(finish!.dueAt)).toBe(`${third}24:00`)
    expect(explanation(finish!)).toBe(SAME_DAY)
  })

  test('a day that was extended is explained as before, without a length that is no longer true', () => {
    const [first] = promiseMilestones(
      yantai,
      appeal({ category: 'safety/gas' }),
      at('2026-06-05T23:50'),
      calendar,
    )
    expect(explanation({ ...first!, dueAt: at('2026-06-08T00:00') })).toBe(SAME_DAY)
  })

  test('every item of the article is there, each with its sentence', () => {
    const items = new Set(yantai.map((rule) => rule.source.item))
    expect([...items].sort()).toEqual(['①', '②', '③', '④', '⑤', '⑥'].map((n) => `第11条${n}`))
    for (const rule of yantai) expect(rule.source.quote).toBeTruthy()
  })

  test('a due day in a year without a notice is provisional', () => {
    const [finish] = promiseMilestones(yantai, appeal({}), at('2026-12-29T09:00'), calendar)
    expect(finish).toMatchObject({ provisional: true })
    expect(promiseMilestones(yantai, appeal({}), at('2026-12-21T09:00'), calendar)[0]).toMatchObject({
      provisional: false,
    })
  })
})

describe('榕政办〔2021〕104号 states no limits of its own', () => {
  test('the default says that it is the operator’s, never Yantai’s', () => {
    for (const given of [{}, { requester: 'enterprise' }, { category: 'utilities/water-outage' }] as const) {
      const [finish] = promiseMilestones(fuzhou, appeal(given), at('2026-06-01T09:00'), calendar)
      expect(finish).toMatchObject({ statedByDocument: false, rule: 'fz-default' })
      expect(finish?.reason).toContain('没有写明')
    }
  })

  test('12315 matters take the statutory limits: 7 working days to decide, then 45 to mediate', () => {
    expect(said(fuzhou, { category: 'market/consumer-rights' }, '2026-06-01T09:00')).toEqual([
      'decide 6月10日（周三）24:00',
      'finish 8月13日（周四）24:00',
    ])
    expect(
      matchingRules(fuzhou, appeal({ category: 'market/consumer-rights', kind: 'consult' }))[0]?.precedence,
    ).toBe('statutory')
  })
})

describe('12315 matters that ask for enforcement in Fuzhou', () => {
  test.each(['market/pyramid', 'market/food-safety', 'market/drugs'])(
    '%s: 15 working days to decide on filing, then 5 to tell',
    (category) => {
      expect(said(fuzhou, { category }, '2026-06-01T09:00')).toEqual([
        'decide 6月23日（周二）24:00',
        'finish 6月30日（周二）24:00',
      ])
      expect(matchingRules(fuzhou, appeal({ category }))[0]).toMatchObject({
        id: 'fz-12315-report',
        precedence: 'statutory',
      })
    },
  )

  test('a consultation about them, and what is mostly a dispute between buyer and seller, is none', () => {
    expect(said(fuzhou, { category: 'market/food-safety', kind: 'consult' }, '2026-06-01T09:00')).toEqual([
      'finish 6月4日（周四）24:00',
    ])
    expect(matchingRules(fuzhou, appeal({ category: 'market/price' }))[0]?.id).toBe('fz-default')
  })

  test('the law’s extension and what must be verified are named beside every statutory limit', () => {
    const rules = fuzhou.filter((rule) => rule.precedence === 'statutory')
    expect(rules.map((rule) => rule.id)).toEqual(['fz-12315-complaint', 'fz-12315-report'])
    for (const rule of rules) expect(rule.note).toMatch(/第.+条.*2026年4月15日.*核对/s)
    expect(rules[1]?.note).toContain('延长 15 个工作日')
  })
})

test('the countdown counts from today to the last day, and only for limits in working days', () => {
  const due = dueTime({ unit: 'working-days', amount: 3 }, at('2026-09-30T10:00'), calendar).at
  expect(countedWorkingDays('working-days', at('2026-09-30T12:00'), due, calendar)).toEqual([
    '2026-09-30',
    '2026-10-08',
    '2026-10-09',
    '2026-10-10',
  ])
  expect(countedWorkingDays('working-days', due, due, calendar)).toEqual([])
  expect(countedWorkingDays('hours', at('2026-09-30T12:00'), due, calendar)).toEqual([])
})
