/** 5000 → 5,000. */
const grouped = (count: number): string => String(count).replace(/\B(?=(\d{3})+$)/g, ',')

const of = (orders: number, changed: number) => `${grouped(orders)} 件里有 ${grouped(changed)} 件`
const moved = (what: string, before: number, after: number) =>
  before === after
    ? `${what}前后都是 ${grouped(before)} 件。`
    : `${what}从 ${grouped(before)} 件变为 ${grouped(after)} 件。`

/** The administrator's page of the workbench. */
export const rulesWords = {
  /** What each file of a city's folder is, in the order in which they are offered. */
  files: {
    'limits.json': { title: '办理时限', what: '什么诉求多久办完，依据哪一条。' },
    'scope.json': { title: '受理范围', what: '哪些词句会提示另有渠道、不予受理或紧急情况。' },
    'dispatch.json': { title: '派单目录', what: '哪类诉求、在哪个区划，派给哪个单位。' },
    'categories.json': { title: '诉求类别', what: '诉求分哪些类，人们怎么称呼它们。' },
    'units.json': { title: '承办单位', what: '单位的名称、级别和职责。' },
    'districts.json': { title: '区划', what: '区市和镇街。' },
    'profile.json': { title: '城市概况', what: '热线名称、受理说明、延期和评价的约定。' },
    'hotlines.json': { title: '热线号码', what: '各条热线的归并和现在该拨的号码。' },
    'english.json': { title: '英文', what: '给外籍人士看的英文：类别、区划、提示等。没有写的显示中文。' },
  } as Readonly<Record<string, { title: string; what: string } | undefined>>,
  choose: '规则文件',
  changed: '已改动',
  changedCount: (count: number) => (count === 0 ? '还没有改动文件' : `改动了 ${count} 个文件`),
  text: (title: string) => `${title}的全文`,
  restore: '恢复现行文本',
  fromFile: '从文件读入',
  fromFileUnknown: (name: string) => `已读入到当前文件，来自 ${name}`,
  fromFileKnown: (titles: string) => `已读入：${titles}`,
  copy: '复制全文',
  characters: (count: number) => `${grouped(count)} 字`,
  outdated: '现行文本在您改动之后有更新',
  outdatedHelp: '试算会用您这里的全文。请核对更新的内容，或恢复现行文本后重新改动。',

  trial: '试算',
  harmless: '试算不会改动任何工单，规则要写进城市数据并发布后才生效。',
  since: '从哪一天的工单算起',
  sinceHint: (most: number) => `例如 2026-11-01；不填就算最近的 ${grouped(most)} 件。`,
  nothingChanged: '请先改动一个文件，再试算。',
  busy: '正在用改动前后的规则各算一遍，一般几秒钟。',
  tooLong: (file: string) => `${file} 需要改正`,

  outcome: '试算结果',
  stale: '之后又有改动，请重新试算。',
  findings: (total: number) => `有 ${grouped(total)} 处需要先改正`,
  findingsHelp: '改正后再试算；点开可以看到是哪一行。',
  findingsFirst: (shown: number) => `这里列出前 ${shown} 处。`,
  findingPlace: (line: number | undefined, path: string) =>
    [line === undefined ? '' : `第 ${grouped(line)} 行`, path].filter((part) => part !== '').join(' · '),
  noOrders: '没有可以试算的工单',
  noOrdersHelp: '这段时间还没有工单；文件本身没有需要改正的地方。',
  replayed: (orders: number, more: boolean, since: string | undefined) =>
    [
      since === undefined ? '' : `${since} 以来的工单，`,
      `用改动前后的规则各算了一遍${more ? '最近的 ' : ' '}${grouped(orders)} 件`,
      more ? '，更早的没有算。' : '。',
    ].join(''),
  parts: {
    scope: {
      title: '受理',
      same: (orders: number) => `${grouped(orders)} 件的提示都不变。`,
      changed: (orders: number, changed: number) => `${of(orders, changed)}的提示会变。`,
      counts: (before: number, after: number) => moved('提交时会请诉求人再确认的，', before, after),
      nothing: '没有提示',
    },
    dispatch: {
      title: '派单',
      same: (orders: number) => `${grouped(orders)} 件的去向都不变。`,
      changed: (orders: number, changed: number) => `${of(orders, changed)}会改派。`,
      counts: (before: number, after: number) => moved('自动派单的', before, after),
      nothing: '派单目录里没有去处，由受理员派单',
      several: '由受理员从中选择：',
    },
    clock: {
      title: '时限',
      same: (orders: number) => `${grouped(orders)} 件的时限都不变。`,
      changed: (orders: number, changed: number) => `${of(orders, changed)}的时限会变。`,
      counts: (earlier: number, later: number) =>
        `办结提前的 ${grouped(earlier)} 件，推后的 ${grouped(later)} 件。`,
      nothing: '没有时限',
    },
  },
  newest: (shown: number) => `最近的 ${shown} 件：`,
  before: '原来',
  after: '改后',
  from: (day: string) => `${day} 起算`,
} as const
