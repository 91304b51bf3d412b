import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { zhCN } from 'zod/locales'
import type { z } from 'zod'
import type { CityFinding } from './rules/cityFinding'

const TYPE_WORDS: Record<string, string> = {
  string: '文字',
  number: '数字',
  int: '整数',
  array: '列表',
  object: '一组字段',
  boolean: 'true 或 false',
}
const inWords = zhCN().localeError

/** What is wrong with a value, for the person who edits the file. */
const explain: z.core.$ZodErrorMap = (issue) => {
  if (issue.code === 'invalid_type') {
    const wanted = TYPE_WORDS[issue.expected] ?? issue.expected
    return issue.input === undefined ? `缺少这一项，请补上（${wanted}）` : `这里应为${wanted}`
  }
  if (issue.code === 'unrecognized_keys')
    return `不认识 ${issue.keys.map((key) => `"${key}"`).join('、')}，请删去或改正拼写`
  if (issue.code === 'invalid_value') return `只能是 ${issue.values.map(String).join('、')} 之一`
  if (issue.code === 'too_small' && issue.origin === 'string') return '不能为空，请补上内容'
  return inWords(issue)
}

/** `['rows', 3, 'unit']` → `rows[3].unit`. */
const pathWords = (path: readonly PropertyKey[]): string =>
  path
    .map((part, i) => (typeof part === 'number' ? `[${part}]` : `${i > 0 ? '.' : ''}${String(part)}`))
    .join('')

/** Reads and parses one file of a city's folder; what is wrong goes into `findings` and gives `undefined`. */
export const readCityFile = <S extends z.ZodType>(
  folder: string,
  file: string,
  schema: S,
  findings: CityFinding[],
): z.output<S> | undefined => {
  const path = join(folder, file)
  if (!existsSync(path)) {
    findings.push({ file, path: '', message: '缺少这个文件，请参照其他城市的同名文件补上' })
    return undefined
  }
  let data: unknown
  try {
    data = JSON.parse(readFileSync(path, 'utf8'))
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error)
    findings.push({ file, path: '', message: `不是完整的 JSON，请检查逗号、引号和括号（${detail}）` })
    return undefined
  }
  const parsed = schema.safeParse(data, { error: explain })
  if (parsed.success) return parsed.data
  for (const issue of parsed.error.issues)
    findings.push({ file, path: pathWords(issue.path), message: issue.message })
  return undefined
}
