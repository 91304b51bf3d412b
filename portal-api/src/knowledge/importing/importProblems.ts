/** What can be wrong with a file or a line of it, as the command says it and as the desk does. */

/** The file as a whole cannot be read. */
export const FILE_PROBLEMS = {
  'too-large': {
    en: 'the file is larger than 10 MB: divide it',
    zh: '文件超过 10 MB，请分成几个文件导入。',
  },
  empty: { en: 'the file is empty', zh: '文件是空的，请核对后再选。' },
  'old-excel': {
    en: 'this is an old Excel file (.xls): save it as .xlsx or CSV',
    zh: '这是旧版 Excel 文件（.xls），请在 Excel 里另存为 .xlsx 或 CSV 再导入。',
  },
  'no-text': {
    en: 'is neither JSON lines nor CSV nor a workbook (.xlsx)',
    zh: '读不出内容：请用 JSONL、CSV 或 Excel（.xlsx）文件。',
  },
  unreadable: {
    en: 'the workbook cannot be read: save it anew as .xlsx',
    zh: '打不开这个 Excel 文件，请在 Excel 里另存为 .xlsx 再导入。',
  },
  'too-large-unpacked': {
    en: 'the workbook is too large once unpacked: divide it, or save it as CSV',
    zh: '这个 Excel 文件展开后太大，请分成几个文件，或另存为 CSV 再导入。',
  },
  'too-many-rows': {
    en: 'more than 50,000 rows: divide the file',
    zh: '超过 5 万行，请分成几个文件导入。',
  },
  'broken-quotes': {
    en: 'a quotation mark is not closed: check the CSV file',
    zh: '有一处引号没有成对，请核对 CSV 文件，或另存为 .xlsx 再导入。',
  },
  'no-heads': {
    en: 'no header row with the columns 问题 (title) and 解答 (body) among the first 20 rows',
    zh: '前 20 行里没有找到表头，请让表头包含“问题”和“解答”两列。',
  },
} as const satisfies Record<string, { readonly en: string; readonly zh: string }>
export type FileProblem = keyof typeof FILE_PROBLEMS

export interface LineProblem {
  readonly code: keyof typeof LINES
  /** As the line of JSON has it: `source.document`. */
  readonly field?: string
  readonly most?: number
  /** A text or a number of the line that the sentence names. */
  readonly what?: string
}

type Say = (problem: LineProblem) => string
const most = ({ most: n = 0 }: LineProblem): string => String(n)
const what = ({ what: w = '' }: LineProblem): string => w

const LINES = {
  'no-json': { en: () => 'is no JSON', zh: () => '不是完整的 JSON。' },
  'no-object': { en: () => 'is no object', zh: () => '应当是一个 JSON 对象。' },
  empty: { en: () => 'must not be empty', zh: () => '请填写。' },
  'too-long': {
    en: (p) => `at most ${most(p)} characters`,
    zh: (p) => `请控制在 ${most(p)} 个字以内。`,
  },
  'too-many': { en: (p) => `at most ${most(p)}`, zh: (p) => `最多 ${most(p)} 个。` },
  'no-day': {
    en: () => 'a calendar day, YYYY-MM-DD',
    zh: () => '没有读懂日期，请写作 2026-11-21。',
  },
  'no-address': { en: () => 'an address, https://…', zh: () => '网址以 https:// 开头。' },
  wrong: { en: () => 'is not right', zh: () => '写法不对，请核对。' },
  'no-id': { en: () => 'has neither id nor title', zh: () => '编号和问题至少要填一个。' },
  'unknown-district': {
    en: (p) => `there is no district "${what(p)}"`,
    zh: (p) => `本市没有这个区市：${what(p)}。`,
  },
  'of-files': {
    en: (p) => `"${what(p)}" is an entry of the city’s files`,
    zh: () => '编号与随城市资料发布的条目相同、内容不同，没有导入；请由责任单位在工作台修改那一条。',
  },
  'of-unit': {
    en: (p) => `"${what(p)}" is kept by its unit at the desk`,
    zh: () => '这一条已由责任单位在工作台维护，没有导入。',
  },
  'other-city': {
    en: (p) => `"${what(p)}" belongs to another city`,
    zh: () => '编号已被其他城市使用，请换一个编号。',
  },
  repeated: {
    en: (p) => `line ${what(p)} has the same id and counts instead`,
    zh: (p) => `编号与第 ${what(p)} 行相同，以第 ${what(p)} 行为准。`,
  },
  'whole-entry': {
    en: () => 'entries of units are put back by the command alone',
    zh: () => '这是单位维护的完整条目，只能由运维人员用命令恢复。',
  },
} as const satisfies Record<string, { readonly en: Say; readonly zh: Say }>

/** Fields as people call them; the columns of tables bear the same names. */
export const FIELD_NAMES: Readonly<Record<string, string>> = {
  id: '编号',
  title: '问题',
  similar: '相似问法',
  shortAnswer: '简答',
  body: '解答',
  unitName: '责任单位',
  'source.document': '依据文件',
  'source.item': '条款',
  'source.url': '网址',
  checkedOn: '核对日期',
  districts: '适用区市',
  audience: '适用对象',
}

export const inEnglish = (problem: LineProblem): string => {
  const said = LINES[problem.code].en(problem)
  return problem.field === undefined || problem.field === '' ? said : `${problem.field}: ${said}`
}

/** `similar.3` is one of 相似问法. */
const nameOf = (field: string): string =>
  FIELD_NAMES[field] ?? FIELD_NAMES[field.replace(/\.\d+$/, '')] ?? field
export const inChinese = (problem: LineProblem): string => {
  const said = LINES[problem.code].zh(problem)
  return problem.field === undefined || problem.field === '' ? said : `${nameOf(problem.field)}：${said}`
}
