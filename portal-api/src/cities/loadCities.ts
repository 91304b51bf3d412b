import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import type { City } from './cityData'
import { CITY_FILES, type CityTexts, parseCity } from './parseCity'
import type { CityFinding } from './rules/cityFinding'

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
 * The texts of a city's files as they stand in its folder; the `knowledge` folder is not looked at.
 * @param base where the files stand that the folder does not hold itself.
 */
export const readCityTexts = (folder: string, base = folder): CityTexts =>
  new Map(
    CITY_FILES.flatMap((file): [string, string][] => {
      const path = join(existsSync(join(folder, file)) ? folder : base, file)
      return existsSync(path) ? [[file, readFileSync(path, 'utf8')]] : []
    }),
  )

/**
 * One city's folder, validated and cross-checked. Reads synchronously: it runs once, at start.
 * Throws CityDataError with every finding.
 */
export const loadCity = (folder: string): City => {
  const path = resolve(folder)
  const { city, findings } = parseCity(readCityTexts(path), basename(path))
  if (!city || findings.length > 0) throw new CityDataError(findings.map((finding) => say(path, finding)))
  return city
}

/**
 * A city as a draft would have it: `folder` holds the files that change and may have any name, all others are those of
 * `base`, the city's own folder. Throws CityDataError with every finding.
 */
export const loadCityDraft = (folder: string, base: string): City => {
  const path = resolve(folder)
  if (!CITY_FILES.some((file) => existsSync(join(path, file))))
    throw new CityDataError([`${path}: 没有找到城市文件，请放入改动的文件（${CITY_FILES.join('、')}）`])
  const { city, findings } = parseCity(readCityTexts(path, resolve(base)))
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
    const { city, findings } = parseCity(readCityTexts(folder), basename(folder))
    wrong.push(...findings.map((finding) => say(folder, finding)))
    if (city) cities.set(city.id, city)
  }
  if (wrong.length > 0) throw new CityDataError(wrong)
  return cities
}
