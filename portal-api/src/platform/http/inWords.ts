/** What is wrong with a field, in words for the person who filled it in, where the contract gives none of its own. */
import type * as z from 'zod/mini'

const WANTED: Record<string, string> = {
  string: '这里应为文字',
  number: '这里应为数字',
  int: '这里应为整数',
  boolean: '这里应为“是”或“否”',
  array: '这里应为一个列表',
  object: '这里应为一组内容，请对照接口文档检查',
}

const UNITS: Record<string, string> = { string: '个字', array: '项' }

/** The error map of every request: the contracts' own words come first, these fill the gaps. */
export const inWords = (issue: z.core.$ZodRawIssue): string => {
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined ? '请补上这一项' : (WANTED[issue.expected] ?? '请核对这一项')
    case 'invalid_value':
      return `请在给出的选项里选择：${issue.values.map(String).join('、')}`
    case 'too_big':
      return `请不超过 ${String(issue.maximum)} ${UNITS[issue.origin] ?? ''}`.trimEnd()
    case 'too_small':
      return `请不少于 ${String(issue.minimum)} ${UNITS[issue.origin] ?? ''}`.trimEnd()
    default:
      return '格式不对，请核对这一项'
  }
}
