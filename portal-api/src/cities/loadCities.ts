import { existsSync, readdirSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import {
  CategoriesFile,
  type City,
  DispatchFile,
  DistrictsFile,
  HotlinesFile,
  LimitsFile,
  ProfileFile,
  ScopeFile,
  UnitsFile,
} from './cityData'
import type { z } from 'zod'
import { readCityFile } from './readCityFile'
import type { CityFinding } from './rules/cityFinding'
import { crossCheck } from './rules/crossCheck'
import { expandWordLists } from './rules/wordLists'

/** The files of a city that are rules or lists; its knowledge stands beside them. */
const FILES = ['profile', 'categories', 'districts', 'units', 'limits', 'scope', 'dispatch', 'hotlines'].map(
  (name) => `${name}.json`,
)

/** Everything that is wrong with the cities' folders, one finding a line. */
export class CityDataError extends Error {
  override readonly name = 'CityDataError'

  constructor(readonly findings: readonly string[]) {
    super(`城市数据有 ${findings.length} 处需要改正：\n${findings.join('\n')}`)
  }
}

/** `cities/yantai/dispatch.json › rows[3].unit: 没有编号为 "x" 的单位，请先写进 units.json` */
const say = (folder: string, finding: CityFinding): string =>
  `${basename(dirname(folder))}/${basename(folder)}/${finding.file}${finding.path === '' ? '' : ` › ${finding.path}`}: ${finding.message}`

/**
 * The city, or everything that is wrong with its folder. The `knowledge` folder is not looked at.
 * @param base for a draft, whose folder may have any name: where the files stand that it does not hold itself.
 */
const readCity = (folder: string, base?: string): { city?: City; findings: CityFinding[] } => {
  const findings: CityFinding[] = []
  const read = <S extends z.ZodType>(file: string, schema: S): z.output<S> | undefined =>
    readCityFile(base === undefined || existsSync(join(folder, file)) ? folder : base, file, schema, findings)
  const profile = read('profile.json', ProfileFile)
  const categories = read('categories.json', CategoriesFile)
  const districts = read('districts.json', DistrictsFile)
  const units = read('units.json', UnitsFile)
  const limits = read('limits.json', LimitsFile)
  const scope = read('scope.json', ScopeFile)
  const dispatch = read('dispatch.json', DispatchFile)
  const hotlines = read('hotlines.json', HotlinesFile)
  if (profile && base === undefined && profile.id !== basename(folder))
    findings.push({ file: 'profile.json', path: 'id', message: `应与文件夹同名："${basename(folder)}"` })
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
  }
  return { city, findings: [...findings, ...scopeWords.findings, ...crossCheck(city)] }
}

/**
 * One city's folder, validated and cross-checked. Reads synchronously: it runs once, at start.
 * Throws CityDataError with every finding.
 */
export const loadCity = (folder: string): City => {
  const path = resolve(folder)
  const { city, findings } = readCity(path)
  if (!city || findings.length > 0) throw new CityDataError(findings.map((finding) => say(path, finding)))
  return city
}

/**
 * A city as a draft would have it: `folder` holds the files that change and may have any name, all others are those of
 * `base`, the city's own folder. Throws CityDataError with every finding.
 */
export const loadCityDraft = (folder: string, base: string): City => {
  const path = resolve(folder)
  if (!FILES.some((file) => existsSync(join(path, file))))
    throw new CityDataError([`${path}: 没有找到城市文件，请放入改动的文件（${FILES.join('、')}）`])
  const { city, findings } = readCity(path, resolve(base))
  if (!city || findings.length > 0) throw new CityDataError(findings.map((finding) => say(path, finding)))
  return city
}

/**
 * Every folder below `root`, by city id, in the order of their names.
 * Throws ONE CityDataError with the findings of all cities.
 */
export const loadCities = (root: string): Map<string, City> => {
  const path = resolve(root)
  const folders = existsSync(path)
    ? readdirSync(path, { withFileTypes: true })
        .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.'))
        .map((entry) => join(path, entry.name))
        .sort()
    : []
  if (folders.length === 0)
    throw new CityDataError([`${path}: 没有找到城市文件夹，请确认路径，每个城市一个文件夹`])
  const cities = new Map<string, City>()
  const wrong: string[] = []
  for (const folder of folders) {
    const { city, findings } = readCity(folder)
    wrong.push(...findings.map((finding) => say(folder, finding)))
    if (city) cities.set(city.id, city)
  }
  if (wrong.length > 0) throw new CityDataError(wrong)
  return cities
}
