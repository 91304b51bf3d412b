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
import { readCityFile } from './readCityFile'
import type { CityFinding } from './rules/cityFinding'
import { crossCheck } from './rules/crossCheck'
import { expandWordLists } from './rules/wordLists'

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

/** The city, or everything that is wrong with its folder. The `knowledge` folder is not looked at. */
const readCity = (folder: string): { city?: City; findings: CityFinding[] } => {
  const findings: CityFinding[] = []
  const profile = readCityFile(folder, 'profile.json', ProfileFile, findings)
  const categories = readCityFile(folder, 'categories.json', CategoriesFile, findings)
  const districts = readCityFile(folder, 'districts.json', DistrictsFile, findings)
  const units = readCityFile(folder, 'units.json', UnitsFile, findings)
  const limits = readCityFile(folder, 'limits.json', LimitsFile, findings)
  const scope = readCityFile(folder, 'scope.json', ScopeFile, findings)
  const dispatch = readCityFile(folder, 'dispatch.json', DispatchFile, findings)
  const hotlines = readCityFile(folder, 'hotlines.json', HotlinesFile, findings)
  if (profile && profile.id !== basename(folder))
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
