import type { City, DispatchRow, LimitRule, ScopeRule } from '../cityData'
import { crossCheck } from './crossCheck'

const source = { document: '文件', item: '第1条' }
const setting = (value: number) => ({ value, note: '可以调整' })

const limit = (id: string, when: LimitRule['when']): LimitRule => ({
  id,
  version: 1,
  precedence: 'city-default',
  when,
  milestones: [{ type: 'finish', unit: 'working-days', amount: 5 }],
  statedByDocument: true,
  source,
  text: '5 个工作日内答复',
})
const scope = (id: string, more: Partial<ScopeRule> = {}): ScopeRule => ({
  id,
  version: 1,
  kind: 'redirect',
  name: '信访',
  title: '请走信访渠道',
  text: '请走信访渠道',
  match: [{ any: ['已信访'] }],
  channels: [],
  source,
  ...more,
})
const row = (id: string, category: string, more: Partial<DispatchRow> = {}): DispatchRow => ({
  id,
  version: 1,
  category,
  unit: 'water',
  coUnits: [],
  basis: '职能职责',
  from: '2021-05-09',
  ...more,
})
const line = (number: string, group: 'emergency' | 'government'): City['hotlines'][number] => ({
  number,
  name: number,
  group,
  unitName: '单位',
  merge: 'own',
  state: 'in-service',
  plan: '独立运行',
  dial: number,
  advice: '请直接拨打',
})

/** The smallest city in which everything fits. */
const sound = (): City => ({
  id: 'small',
  profile: {
    id: 'small',
    name: '小城',
    province: '省',
    hotlineName: '小城 12345',
    promise: '每一件都有回音',
    document: { number: '1 号', title: '文件', date: '2021-05-09' },
    scopeStatement: { text: '受理范围', source },
    requesterTypes: ['citizen'],
    kinds: [{ id: 'consult', name: '咨询', explanation: '想了解' }],
    kindsSource: source,
    confidentialities: [{ id: 'open', name: '实名', explanation: '看得到' }],
    emergencyNumbers: [{ number: '119', name: '火警', when: '着火' }],
    ratingWindowDays: setting(7),
    maxRounds: setting(3),
    extension: { mostDays: 5, times: 1, note: '设定', source: { document: '文件', item: '第一条' } },
    returnWindow: { workingDays: 1, note: '设定', source },
    callbackAfterDays: setting(3),
    reminderEveryHours: setting(24),
    petitionCheck: { similarity: 0.4, othersSimilarity: 0.7, rule: 'petition', note: '可以调整', source },
    agents: { offered: true, note: '可以调整' },
    dueSoon: { workingDays: 1, minutes: 10, note: '可以调整' },
    knowledgeTasks: {
      correctionWorkingDays: 3,
      recheckWorkingDays: 10,
      recheckEveryDays: 180,
      note: '可以调整',
    },
    knowledgeProposals: { askers: 3, keptDays: 90, note: '可以调整' },
    board: {
      note: '设定',
      source,
      timelyView: { unit: 'working-days', amount: 1 },
      weights: { onTime: 40, viewed: 10, solved: 30, satisfied: 20 },
      deductions: { improperReturn: 2, yellowCard: 0, redCard: 1, most: 20 },
      leastOrders: 5,
      bands: [],
    },
    notices: [],
  },
  categoryGroups: [
    {
      id: 'utilities',
      name: '水电',
      categories: [
        { id: 'utilities/water', name: '停水', hints: ['停水', '没水'] },
        { id: 'utilities/power', name: '停电', hints: [] },
      ],
    },
  ],
  districts: [
    { id: 'north', name: '北区', streets: [{ id: 'n1', name: '一街' }] },
    { id: 'south', name: '南区', streets: [] },
  ],
  units: [
    { id: 'water', name: '水司', level: 'utility', duties: '供水' },
    { id: 'district-north', name: '北区政府', level: 'district', district: 'north', duties: '属地' },
    { id: 'district-south', name: '南区政府', level: 'district', district: 'south', duties: '属地' },
  ],
  limits: {
    startsAt: { event: 'accepted', note: '从受理起' },
    rules: [limit('special', { categories: ['utilities/*'] }), limit('default', {})],
  },
  scopeRules: [
    scope('petition'),
    scope('advice', { kind: 'notice', match: [], when: { categories: ['utilities/power'] } }),
  ],
  dispatchRows: [
    row('water-north', 'utilities/water', { districts: ['north'] }),
    row('water-south', 'utilities/water', { districts: ['south'], unit: '@district', coUnits: ['water'] }),
    row('power', 'utilities/power', { coUnits: ['@district'] }),
  ],
  hotlines: [line('12345', 'government'), line('119', 'emergency')],
})

type Changed = { -readonly [K in keyof City]?: City[K] }
const say = (changed: Changed): string[] =>
  crossCheck({ ...sound(), ...changed }).map((f) => `${f.file} › ${f.path}: ${f.message}`)

test('a sound city has no findings', () => {
  expect(crossCheck(sound())).toEqual([])
})

const { profile, categoryGroups, districts, units, limits, dispatchRows, hotlines } = sound()
const [group] = categoryGroups
const withRow = (more: Partial<DispatchRow>): Changed => ({
  dispatchRows: [...dispatchRows, row('more', 'utilities/power', { unit: 'district-north', ...more })],
})
const withLimit = (when: LimitRule['when']): Changed => ({
  limits: { ...limits, rules: [...limits.rules, limit('more', when)] },
})
const withCategories = (...categories: { id: string; hints?: string[] }[]): Changed => ({
  categoryGroups: [
    {
      id: 'utilities',
      name: '水电',
      categories: [...(group?.categories ?? []), ...categories.map((c) => ({ name: '类', hints: [], ...c }))],
    },
  ],
})

describe('lists', () => {
  test.each<[string, Changed, string]>([
    [
      'a kind twice',
      { profile: { ...profile, kinds: [...profile.kinds, ...profile.kinds] } },
      'profile.json › kinds[1].id: 诉求类型 "consult" 重复了，请只留一个',
    ],
    [
      'a confidentiality twice',
      {
        profile: {
          ...profile,
          confidentialities: [...profile.confidentialities, ...profile.confidentialities],
        },
      },
      'profile.json › confidentialities[1].id: 身份公开方式 "open" 重复了，请只留一个',
    ],
    [
      'an emergency number that is no hotline',
      { hotlines: [line('12345', 'government')] },
      'profile.json › emergencyNumbers[0].number: hotlines.json 里没有紧急热线 "119"，请先写进去（group 为 emergency）',
    ],
    [
      'an emergency number in another group',
      { hotlines: [line('119', 'government')] },
      'profile.json › emergencyNumbers[0].number: hotlines.json 里没有紧急热线 "119"，请先写进去（group 为 emergency）',
    ],
    [
      'a petition check without its rule',
      { scopeRules: [scope('other')] },
      'profile.json › petitionCheck.rule: 没有受理规则 "petition"，请先写进 scope.json',
    ],
    [
      'a group twice',
      { categoryGroups: [...categoryGroups, ...categoryGroups] },
      'categories.json › groups[1].id: 类别组 "utilities" 重复了，请只留一个',
    ],
    [
      'a category twice',
      withCategories({ id: 'utilities/water' }),
      'categories.json › groups[0].categories[2].id: 类别 "utilities/water" 重复了，请只留一个',
    ],
    [
      'a category in another group',
      withCategories({ id: 'city/ponds' }),
      'categories.json › groups[0].categories[2].id: "city/ponds" 写在 "utilities" 组里，编号应以 "utilities/" 开头',
    ],
    [
      'a hint twice',
      withCategories({ id: 'utilities/gas', hints: ['停气', '没气', '停气'] }),
      'categories.json › groups[0].categories[2].hints[2]: 检索词 "停气" 重复了，请只留一个',
    ],
    [
      'a district twice',
      { districts: [...districts, ...districts.slice(0, 1)] },
      'districts.json › districts[2].id: 区划 "north" 重复了，请只留一个',
    ],
    [
      'a street twice',
      {
        districts: [
          {
            id: 'north',
            name: '北区',
            streets: [
              { id: 'n1', name: '一' },
              { id: 'n1', name: '二' },
            ],
          },
          ...districts.slice(1),
        ],
      },
      'districts.json › districts[0].streets[1].id: 镇街 "n1" 重复了，请只留一个',
    ],
    [
      'a district without a unit',
      { districts: [...districts, { id: 'west', name: '西区', streets: [] }] },
      'districts.json › districts[2].id: "西区" 还没有对应的单位，请在 units.json 里加一个 district 为 "west" 的单位',
    ],
    [
      'a district with two units',
      {
        units: [...units, { id: 'more', name: '更多', level: 'department', district: 'south', duties: '…' }],
      },
      'districts.json › districts[1].id: units.json 里有 2 个单位都对应 "南区"，请只留一个',
    ],
    [
      'a unit twice',
      { units: [...units, ...units.slice(0, 1)] },
      'units.json › units[3].id: 单位 "water" 重复了，请只留一个',
    ],
    [
      'a unit of an unknown district',
      { units: [...units, { id: 'more', name: '更多', level: 'district', district: 'west', duties: '…' }] },
      'units.json › units[3].district: 没有编号为 "west" 的区划，请先写进 districts.json',
    ],
    [
      'a district’s unit without a district',
      { units: [...units, { id: 'more', name: '更多', level: 'district', duties: '…' }] },
      'units.json › units[3].district: 区市一级的单位要写明是哪个区划（districts.json 里的编号）',
    ],
    [
      'a number twice',
      { hotlines: [...hotlines, ...hotlines.slice(0, 1)] },
      'hotlines.json › hotlines[2].number: 号码 "12345" 重复了，请只留一个',
    ],
    [
      'a number to dial that nobody knows',
      {
        hotlines: [
          ...hotlines,
          { ...line('12333', 'government'), transfer: { unit: 'x', how: 'expert-seat' } },
        ],
      },
      'hotlines.json › hotlines[2].transfer.unit: 没有编号为 "x" 的单位，请先写进 units.json',
    ],
    [
      'a number to dial that is nowhere',
      { hotlines: [...hotlines, { ...line('12333', 'government'), dial: '12334' }] },
      'hotlines.json › hotlines[2].dial: 要拨的号码 "12334" 不在本文件里，请先写进去',
    ],
  ])('%s', (_name, changed, expected) => {
    expect(say(changed)).toContain(expected)
  })
})

describe('limit and scope rules', () => {
  test.each<[string, Changed, string]>([
    [
      'a limit for a category that is not there',
      withLimit({ categories: ['utilities/power', 'noise/*'] }),
      'limits.json › rules[2].when.categories[1]: 没有类别符合 "noise/*"，请改正，或先写进 categories.json',
    ],
    [
      'a limit for a kind that is not there',
      withLimit({ kinds: ['report'] }),
      'limits.json › rules[2].when.kinds[0]: 本市没有诉求类型 "report"，请删去，或先写进 profile.json',
    ],
    [
      'a limit for a requester that is not served',
      withLimit({ requester: 'enterprise' }),
      'limits.json › rules[2].when.requester: 本市没有诉求人类型 "enterprise"，请删去，或先写进 profile.json',
    ],
    [
      'a limit id twice',
      { limits: { ...limits, rules: [...limits.rules, limit('default', {})] } },
      'limits.json › rules[2].id: 规则编号 "default" 重复了，请换一个',
    ],
    [
      'no limit for everybody',
      { limits: { ...limits, rules: limits.rules.slice(0, 1) } },
      'limits.json › rules: 没有兜底的规则，请加一条 when 为 {} 的，让每件诉求都有时限',
    ],
    [
      'a milestone twice',
      {
        limits: {
          ...limits,
          rules: limits.rules.map((rule) => ({
            ...rule,
            milestones: [...rule.milestones, ...rule.milestones],
          })),
        },
      },
      'limits.json › rules[1].milestones[1].type: 一条规则里 "finish" 只能有一个时限',
    ],
    [
      'a scope rule twice',
      { scopeRules: [scope('petition'), scope('petition')] },
      'scope.json › rules[1].id: 规则编号 "petition" 重复了，请换一个',
    ],
    [
      'a stop without words',
      { scopeRules: [scope('petition', { match: [], when: { categories: ['*'] } })] },
      'scope.json › rules[0].match: 会拦下诉求的规则必须有词句，让诉求人知道是哪几个字',
    ],
    [
      'a notice for everybody and everything',
      { scopeRules: [scope('advice', { kind: 'notice', match: [] })] },
      'scope.json › rules[0].match: 没有词句也没有条件，这条规则会对每件诉求生效，请补上一样',
    ],
    [
      'a scope rule for a category that is not there',
      { scopeRules: [scope('advice', { when: { categories: ['noise/night'] } })] },
      'scope.json › rules[0].when.categories[0]: 没有类别符合 "noise/night"，请改正，或先写进 categories.json',
    ],
  ])('%s', (_name, changed, expected) => {
    expect(say(changed)).toContain(expected)
  })

  test('a stop without a source', () => {
    const { source: _none, ...rule } = scope('petition')
    expect(say({ scopeRules: [rule] })).toEqual([
      'scope.json › rules[0].source: 会拦下诉求的规则必须写明依据（文件和条款）',
    ])
    expect(say({ scopeRules: [{ ...rule, kind: 'notice' }] })).toEqual([])
  })
})

describe('the dispatch catalogue', () => {
  test.each<[string, Changed, string]>([
    [
      'an unknown unit',
      withRow({ unit: 'x' }),
      'dispatch.json › rows[3].unit: 没有编号为 "x" 的单位，请先写进 units.json',
    ],
    [
      'an unknown co-unit',
      withRow({ coUnits: ['water', 'x'] }),
      'dispatch.json › rows[3].coUnits[1]: 没有编号为 "x" 的单位，请先写进 units.json',
    ],
    [
      'a main unit that helps itself',
      withRow({ coUnits: ['district-north'] }),
      'dispatch.json › rows[3].coUnits[0]: "district-north" 已经是主办单位，请从协办里删去',
    ],
    [
      'an unknown category',
      withRow({ category: 'utilities/heating' }),
      'dispatch.json › rows[3].category: 没有类别符合 "utilities/heating"，请改正，或先写进 categories.json',
    ],
    [
      'an unknown district',
      withRow({ districts: ['north', 'west'] }),
      'dispatch.json › rows[3].districts[1]: 没有编号为 "west" 的区划，请先写进 districts.json',
    ],
    [
      'a line that takes no orders',
      withRow({ line: '12345' }),
      'dispatch.json › rows[3].line: "12345" 不接收工单，请先在 hotlines.json 里写明 transfer',
    ],
    [
      'a line of another unit',
      {
        ...withRow({ line: '12333' }),
        hotlines: [
          ...hotlines,
          { ...line('12333', 'government'), transfer: { unit: 'water', how: 'dual-number' } },
        ],
      },
      'dispatch.json › rows[3].line: "12333" 由 "water" 运行，主办单位请写它',
    ],
    [
      'a condition on a kind that the city lacks',
      withRow({ when: { kinds: ['consult', 'report'] } }),
      'dispatch.json › rows[3].when.kinds[1]: 本市没有诉求类型 "report"，请删去，或先写进 profile.json',
    ],
    [
      'hours without length',
      withRow({ when: { hours: { from: '22:00', until: '22:00' } } }),
      'dispatch.json › rows[3].when.hours: 起止时刻相同，请写明从几点到几点，或删去',
    ],
    [
      'only a row with conditions',
      {
        dispatchRows: dispatchRows.map((r) =>
          r.id === 'power' ? { ...r, when: { facts: ['road-main'] } } : r,
        ),
      },
      'dispatch.json › rows: 类别 "utilities/power" 没有派单去向，请加一行',
    ],
    [
      'an end before the beginning',
      withRow({ until: '2021-05-08' }),
      'dispatch.json › rows[3].until: 失效日 2021-05-08 早于生效日 2021-05-09，请核对',
    ],
    [
      'a row id twice',
      withRow({ id: 'power' }),
      'dispatch.json › rows[3].id: 行编号 "power" 重复了，请换一个',
    ],
    [
      'a row twice',
      withRow({ unit: 'water' }),
      'dispatch.json › rows[3]: 与前面一行的类别、区划、单位和生效日都相同，请删去一行',
    ],
    [
      'a category without a way',
      { dispatchRows: dispatchRows.slice(0, 2) },
      'dispatch.json › rows: 类别 "utilities/power" 没有派单去向，请加一行',
    ],
    [
      'a category without a way in one district',
      { dispatchRows: dispatchRows.slice(1) },
      'dispatch.json › rows: 类别 "utilities/water" 在北区没有派单去向，请加一行',
    ],
    [
      'a way that will end',
      { dispatchRows: dispatchRows.map((r) => (r.id === 'power' ? { ...r, until: '2027-01-01' } : r)) },
      'dispatch.json › rows: 类别 "utilities/power" 没有派单去向，请加一行',
    ],
  ])('%s', (_name, changed, expected) => {
    expect(say(changed)).toEqual([expected])
  })
})
