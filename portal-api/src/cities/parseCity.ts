/** A city's files made a city: each parsed, then compared with the others. Reads nothing itself. */
import { zhCN } from 'zod/locales'
import type { z } from 'zod'
import {
  CategoriesFile,
  type City,
  DispatchFile,
  DistrictsFile,
  EnglishFile,
  HotlinesFile,
  LimitsFile,
  ScopeFile,
  UnitsFile,
} from './cityData'
import { ProfileFile } from './profileData'
import type { CityFinding } from './rules/cityFinding'
import { crossCheck } from './rules/crossCheck'
import { brokenLine } from './rules/jsonText'
import { expandWordLists } from './rules/wordLists'

/** The files of a city that are rules or lists; its knowledge stands beside them. */
export const CITY_FILES: readonly string[] = [
  'profile',
  'categories',
  'districts',
  'units',
  'limits',
  'scope',
  'dispatch',
  'hotlines',
  'english',
].map((name) => `${name}.json`)

/** Texts of a city's files by their names; one that is not there is missing. */
export type CityTexts = ReadonlyMap<string, string>

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

/** Parses one file; what is wrong goes into `findings` and gives `undefined`. */
const parseFile = <S extends z.ZodType>(
  texts: CityTexts,
  file: string,
  schema: S,
  findings: CityFinding[],
): z.output<S> | undefined => {
  const text = texts.get(file)
  if (text === undefined) {
    findings.push({ file, path: '', message: '缺少这个文件，请参照其他城市的同名文件补上' })
    return undefined
  }
  let data: unknown
  try {
    data = JSON.parse(text)
  } catch {
    const line = brokenLine(text)
    const where = line === undefined ? '' : `（第 ${line} 行附近）`
    findings.push({ file, path: '', message: `不是完整的 JSON，请检查逗号、引号和括号${where}`, line })
    return undefined
  }
  const parsed = schema.safeParse(data, { error: explain })
  if (parsed.success) return parsed.data
  for (const issue of parsed.error.issues)
    findings.push({ file, path: pathWords(issue.path), message: issue.message })
  return undefined
}

/**
 * The city, and everything that is wrong with its files; no city when one of them cannot be read.
 * @param id what the city has to be called; left out where any name will do.
 */
export const parseCity = (texts: CityTexts, id?: string): { city?: City; findings: CityFinding[] } => {
  const findings: CityFinding[] = []
  const parse = <S extends z.ZodType>(file: string, schema: S) => parseFile(texts, file, schema, findings)
  const profile = parse('profile.json', ProfileFile)
  const categories = parse('categories.json', CategoriesFile)
  const districts = parse('districts.json', DistrictsFile)
  const units = parse('units.json', UnitsFile)
  const limits = parse('limits.json', LimitsFile)
  const scope = parse('scope.json', ScopeFile)
  const dispatch = parse('dispatch.json', DispatchFile)
  const hotlines = parse('hotlines.json', HotlinesFile)
  // A city may have no English yet.
  const english = texts.has('english.json') ? parse('english.json', EnglishFile) : undefined
  if (profile && id !== undefined && profile.id !== id)
    findings.push({ file: 'profile.json', path: 'id', message: `应与文件夹同名："${id}"` })
  // References can be judged only when every file reads.
  if (!profile || !categories || !districts || !units || !limits || !scope || !dispatch || !hotlines)
    return { findings }
  const scopeWords = expandWordLists(scope.rules, scope.lists)
  const city: City = {
    id: profile.id,
    profile,
    categoryGroups: categories.groups,
    districts: districts.districts,
    units: units.units,
    limits,
    scopeRules: scopeWords.rules,
    dispatchRows: dispatch.rows,
    hotlines: hotlines.hotlines,
    ...(english === undefined ? {} : { english }),
  }
  return { city, findings: [...findings, ...scopeWords.findings, ...crossCheck(city)] }
}
