/**
 * The files of a city that nobody has described yet: right in shape, so that they can be tried at once, and honest in
 * content: whatever the city's own document has to say reads 待填写 until somebody writes it.
 */
import type { z } from 'zod'
import type {
  CategoriesFile,
  DispatchFile,
  DistrictsFile,
  HotlinesFile,
  LimitsFile,
  ScopeFile,
  UnitsFile,
} from './cityData'
import type { ProfileFile } from './profileData'

/** Stands wherever the city's own words belong; `jiesu check-city` counts what is left. */
export const PLACEHOLDER = '待填写'

const SOURCE = { document: `${PLACEHOLDER}（文号）`, item: `${PLACEHOLDER}（条款）` }
const SETTING = `${PLACEHOLDER}：由热线管理机构设定，不是文件规定`

const profile = (id: string, name: string): z.input<typeof ProfileFile> => ({
  id,
  name,
  province: PLACEHOLDER,
  hotlineName: `${name} 12345 政务服务便民热线`,
  promise: '12345，每一件都有回音',
  document: { number: `${PLACEHOLDER}（文号）`, title: `${PLACEHOLDER}（文件名称）`, date: '2021-01-01' },
  scopeStatement: { text: `${PLACEHOLDER}：热线受理和不受理哪些事项，照文件原文写。`, source: SOURCE },
  requesterTypes: ['citizen', 'enterprise'],
  kinds: [
    { id: 'consult', name: '咨询', explanation: '想了解政策、怎么办理、找谁办' },
    { id: 'help', name: '求助', explanation: '遇到困难，希望有人来帮忙解决' },
    { id: 'complaint', name: '投诉', explanation: '对服务、管理或别人的行为不满意，希望纠正' },
    { id: 'report', name: '举报', explanation: '发现违法违规的事，希望有关部门查处' },
    { id: 'suggestion', name: '意见建议', explanation: '对城市和服务有想法，希望改进' },
  ],
  kindsSource: SOURCE,
  confidentialities: [
    {
      id: 'open',
      name: '实名',
      explanation:
        '热线座席、回访员和主办单位能看到您的称呼和电话，协办单位和公众看不到。每一次查看都会留下记录。',
    },
    {
      id: 'confidential',
      name: '实名保密',
      explanation:
        '称呼和电话只有热线座席、回访员能看到；承办单位只看到诉求内容、地点和照片，公众看不到。每一次查看都会留下记录。',
    },
    {
      id: 'anonymous',
      name: '匿名',
      explanation: '不留称呼和电话，热线、承办单位和公众都看不到您是谁。请凭编号和查询码回来看进度和答复。',
    },
  ],
  agents: { offered: true, note: SETTING },
  emergencyNumbers: [
    { number: '110', name: '报警', when: '违法犯罪正在发生，人身受到威胁' },
    { number: '119', name: '火警救援', when: '着火、爆炸、有人被困' },
    { number: '120', name: '医疗急救', when: '有人受伤、突发急病' },
    { number: '122', name: '交通事故', when: '发生交通事故' },
  ],
  ratingWindowDays: { value: 7, note: SETTING },
  maxRounds: { value: 3, note: SETTING },
  extension: { mostDays: 5, times: 1, note: SETTING, source: SOURCE },
  returnWindow: { workingDays: 1, note: SETTING, source: SOURCE },
  callbackAfterDays: { value: 3, note: SETTING },
  reminderEveryHours: { value: 24, note: SETTING },
  dueSoon: { workingDays: 1, minutes: 10, note: SETTING },
  knowledgeTasks: {
    correctionWorkingDays: 3,
    recheckWorkingDays: 10,
    recheckEveryDays: 180,
    note: SETTING,
  },
  knowledgeProposals: { askers: 3, keptDays: 90, note: SETTING },
  board: {
    note: SETTING,
    source: SOURCE,
    timelyView: { unit: 'working-days', amount: 1 },
    weights: { onTime: 40, viewed: 10, solved: 30, satisfied: 20 },
    deductions: { improperReturn: 2, yellowCard: 0, redCard: 1, most: 20 },
    leastOrders: 5,
    bands: [],
  },
  notices: [],
})

/** What every city is asked for; the app's shortcuts and the knowledge lead to some of these ids. */
const GROUPS: readonly (readonly [id: string, name: string, ...categories: (readonly [string, string])[]])[] =
  [
    ['utilities', '水电气', ['water-outage', '停水'], ['power-outage', '停电'], ['gas-outage', '停气']],
    ['city', '城市管理', ['roads', '道路破损'], ['water-main', '给水管道漏水']],
    ['housing', '住房', ['property-management', '物业管理']],
    ['noise', '噪声', ['night-construction', '夜间施工噪声']],
    ['environment', '生态环境', ['pollution', '环境污染']],
    ['transport', '交通', ['parking', '停车']],
    ['market', '市场监管', ['consumer-rights', '消费维权']],
    [
      'safety',
      '安全隐患',
      ['oil', '油类安全隐患'],
      ['gas', '燃气安全隐患'],
      ['ammonia', '涉氨安全隐患'],
      ['fire', '火灾隐患'],
      ['mine', '矿山安全隐患'],
      ['other', '其他安全隐患'],
    ],
    ['labour', '劳动保障', ['wages', '拖欠工资']],
    ['insurance', '社会保险', ['medical', '医疗保险']],
    ['epidemic', '疫情', ['consult', '疫情咨询'], ['other', '疫情其他诉求']],
    ['other', '其他', ['other', '其他']],
  ]

const categories = (): z.input<typeof CategoriesFile> => ({
  groups: GROUPS.map(([id, name, ...list]) => ({
    id,
    name,
    categories: list.map(([category, words]) => ({ id: `${id}/${category}`, name: words, hints: [words] })),
  })),
})

const districts: z.input<typeof DistrictsFile> = {
  source: `${PLACEHOLDER}：区划代码的来源`,
  districts: [{ id: 'district-1', name: `${PLACEHOLDER}区`, streets: [] }],
}

const units = (name: string): z.input<typeof UnitsFile> => ({
  units: [
    {
      id: 'hotline',
      name: `${name} 12345 政务服务便民热线`,
      level: 'hotline',
      duties: '受理诉求、直接答复一般性咨询、派单、回访，不代替部门职能',
    },
    {
      id: 'district-1',
      name: `${PLACEHOLDER}区人民政府`,
      level: 'district',
      district: 'district-1',
      duties: `${PLACEHOLDER}：辖区内的事项`,
    },
  ],
})

const limits: z.input<typeof LimitsFile> = {
  startsAt: { event: 'accepted', note: `${PLACEHOLDER}：文件从哪一刻起算，怎样读出来的` },
  rules: [
    {
      id: 'default',
      version: 1,
      precedence: 'city-default',
      when: {},
      milestones: [{ type: 'finish', unit: 'working-days', amount: 10 }],
      statedByDocument: false,
      source: { document: '热线运行设置', item: `默认时限（${PLACEHOLDER}）` },
      text: `本市的办理时限还没有录入（${PLACEHOLDER}）。这里暂按 10 个工作日计算。`,
      note: SETTING,
    },
  ],
}

const scope: z.input<typeof ScopeFile> = {
  lists: { burning: ['着火了', '起火了', '失火了'] },
  rules: [
    {
      id: 'emergency-fire',
      version: 1,
      kind: 'emergency',
      name: '火灾',
      title: '着火了，请先拨打 119',
      text: '请先离开危险的地方，立即拨打 119，说清地点、什么在烧、有没有人被困。您写的内容已经保存在这里。',
      match: [{ any: ['@burning'] }],
      channels: [{ name: '火警', phone: '119' }],
      source: SOURCE,
    },
    {
      id: 'litigation',
      version: 1,
      kind: 'redirect',
      name: '诉讼',
      title: '须通过诉讼解决的事项，请找人民法院',
      text: `${PLACEHOLDER}：照文件写明为什么不受理。已经进入诉讼的事项由人民法院处理，可以拨打 12368。`,
      match: [{ any: ['法院判决', '法院已经立案', '我要上诉'] }],
      channels: [{ name: '人民法院诉讼服务热线', phone: '12368' }],
      source: SOURCE,
    },
  ],
}

const dispatch: z.input<typeof DispatchFile> = {
  rows: [
    {
      id: 'everything',
      version: 1,
      category: '*',
      unit: 'hotline',
      coUnits: [],
      basis: `${PLACEHOLDER}：派单目录还没有录入，先由热线人工处理`,
      from: '2021-01-01',
    },
    {
      id: 'city-roads',
      version: 1,
      category: 'city/roads',
      unit: '@district',
      coUnits: [],
      basis: `${PLACEHOLDER}：例如市政道路由所在区市负责`,
      from: '2021-01-01',
    },
  ],
}

const emergency = (number: string, name: string): z.input<typeof HotlinesFile>['hotlines'][number] => ({
  number,
  name,
  group: 'emergency',
  unitName: PLACEHOLDER,
  merge: 'own',
  state: 'in-service',
  plan: '紧急热线，独立运行。',
  dial: number,
  advice: `紧急情况请立即拨打 ${number}。`,
})

const hotlines = (name: string): z.input<typeof HotlinesFile> => ({
  hotlines: [
    {
      number: '12345',
      name: `${name} 12345 政务服务便民热线`,
      group: 'government',
      unitName: PLACEHOLDER,
      merge: 'own',
      state: 'in-service',
      plan: `${PLACEHOLDER}：照文件写归并安排`,
      dial: '12345',
      advice: '不知道找谁，就拨打 12345。',
    },
    emergency('110', '报警电话'),
    emergency('119', '火警和救援电话'),
    emergency('120', '医疗急救电话'),
    emergency('122', '交通事故报警电话'),
  ],
})

/** Every file of a new city's folder by name. @param name as people say it, e.g. 烟台. */
export const scaffold = (id: string, name: string): Readonly<Record<string, unknown>> => ({
  'profile.json': profile(id, name),
  'categories.json': categories(),
  'districts.json': districts,
  'units.json': units(name),
  'limits.json': limits,
  'scope.json': scope,
  'dispatch.json': dispatch,
  'hotlines.json': hotlines(name),
})
