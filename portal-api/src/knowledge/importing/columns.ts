/** Tables as people keep them: which column is which field, and how its cells are read. */
import type { LineProblem } from './importProblems'
import type { Rows } from '../../platform/tables/readWorkbook'
import { asDay } from './asDay'

type Read = 'text' | 'list' | 'day'
interface Column {
  /** As the line of JSON has it. */
  readonly field: string
  readonly read: Read
  /** The first one is what exports call it. */
  readonly names: readonly string[]
}

export const COLUMNS: readonly Column[] = [
  { field: 'id', read: 'text', names: ['编号', '序列号', '知识编号', 'id', '编码', 'code'] },
  {
    field: 'title',
    read: 'text',
    names: [
      '问题',
      '标题',
      '标准问题',
      '问题标题',
      '常见问题',
      '咨询问题',
      '事项名称',
      'title',
      'question',
      'q',
    ],
  },
  {
    field: 'similar',
    read: 'list',
    names: ['相似问法', '相似问题', '扩展问法', '其他问法', 'similar', 'phrasings'],
  },
  {
    field: 'shortAnswer',
    read: 'text',
    names: ['简答', '简要答复', '摘要', 'shortanswer', 'short answer', 'summary'],
  },
  {
    field: 'body',
    read: 'text',
    names: [
      '解答',
      '正文',
      '内容',
      '答案',
      '答复',
      '回答',
      '问题解答',
      '解答内容',
      '详细解答',
      'body',
      'answer',
      'content',
      'a',
    ],
  },
  {
    field: 'unitName',
    read: 'text',
    names: [
      '责任单位',
      '单位',
      '部门',
      '主管部门',
      '解答单位',
      '答复单位',
      '发布单位',
      'unitname',
      'unit',
      'department',
    ],
  },
  {
    field: 'document',
    read: 'text',
    names: ['依据文件', '政策依据', '依据', '文件', '文件名称', '来源', 'document', 'source'],
  },
  { field: 'item', read: 'text', names: ['条款', '依据条款', '条目', 'item', 'clause'] },
  { field: 'url', read: 'text', names: ['网址', '依据网址', '链接', '原文链接', 'url', 'link'] },
  {
    field: 'checkedOn',
    read: 'day',
    names: [
      '核对日期',
      '更新日期',
      '更新时间',
      '发布日期',
      '发布时间',
      'checkedon',
      'checked on',
      'date',
      'updated',
    ],
  },
  {
    field: 'districts',
    read: 'list',
    names: ['适用区市', '适用区县', '适用地区', '区市', '区县', 'districts', 'district'],
  },
  { field: 'audience', read: 'list', names: ['适用对象', '服务对象', '适用人群', 'audience'] },
]

const headKey = (head: string): string =>
  head
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s*:：]|\(.*?\)|（.*?）/g, '')
const BY_NAME = new Map(
  COLUMNS.flatMap((column) => column.names.map((name) => [headKey(name), column] as const)),
)
const columnOf = (head: string): Column | undefined => BY_NAME.get(headKey(head))

export interface Heads {
  /** Which column stands at which place. */
  readonly columns: readonly (Column | undefined)[]
  /** Names of columns that are left aside. */
  readonly leftAside: readonly string[]
  /** The row after the heads, from 0. */
  readonly next: number
}

/** Heads stand here at the latest; above them there may be titles and notes. */
const LAST_HEAD = 20
const isBlank = (cell: string | undefined): boolean => cell === undefined || cell.trim() === ''

/** A second row of heads, below merged ones (依据 over 文件 and 条款), names only columns. */
const isSecondRow = (row: readonly string[]): boolean =>
  row.some((cell) => !isBlank(cell)) && row.every((cell) => isBlank(cell) || columnOf(cell) !== undefined)

/** The row that names both question and answer, whatever stands above it. Of two columns of one name the first counts. */
export const findHeads = (rows: Rows): Heads | undefined => {
  for (let i = 0; i < Math.min(rows.length, LAST_HEAD); i++) {
    const first = rows[i] ?? []
    const second = rows[i + 1] ?? []
    const twoRows = first.some((cell) => columnOf(cell) !== undefined) && isSecondRow(second)
    const width = Math.max(first.length, twoRows ? second.length : 0)
    const heads = Array.from({ length: width }, (_, at) => {
      const below = twoRows ? second[at] : undefined
      return (isBlank(below) ? first[at] : below) ?? ''
    })
    const named = heads.map(columnOf)
    const columns = named.map((column, at) => (named.indexOf(column) === at ? column : undefined))
    const has = (field: string) => columns.some((column) => column?.field === field)
    if (has('body') && (has('title') || has('id')))
      return {
        columns,
        leftAside: heads
          .filter((head, at) => !isBlank(head) && columns[at] === undefined)
          .map((head) => head.trim()),
        next: i + (twoRows ? 2 : 1),
      }
  }
  return undefined
}

/** Several in a cell: a line each; in one line divided by ；or |. */
const listOf = (cell: string): string[] =>
  cell
    .split(/[\r\n]/.test(cell.trim()) ? /[\r\n]+/ : /[;；|｜]/)
    .map((one) => one.trim())
    .filter((one) => one !== '')

/** A row as a line of JSON would say it. */
export const lineOf = (
  columns: Heads['columns'],
  row: readonly string[],
): { readonly value: Record<string, unknown> } | { readonly problem: LineProblem } => {
  const line: Record<string, unknown> = {}
  for (const [at, column] of columns.entries()) {
    const cell = row[at]?.trim() ?? ''
    if (column === undefined || cell === '') continue
    if (column.read === 'list') line[column.field] = listOf(cell)
    else if (column.read === 'text') line[column.field] = cell
    else {
      const day = asDay(cell)
      if (day === undefined) return { problem: { code: 'no-day', field: column.field } }
      line[column.field] = day
    }
  }
  const { document, item, url, ...rest } = line
  // An address without a document is the document.
  const source =
    document === undefined && item === undefined && url === undefined
      ? undefined
      : { document: document ?? url, item, url }
  return { value: source === undefined ? rest : { ...rest, source } }
}
