import type { Command } from 'commander'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { City } from '../cities/cityData'
import { loadCity } from '../cities/loadCities'
import { PLACEHOLDER } from '../cities/scaffold'
import { type Coverage, dispatchCoverage } from '../dispatch/rules/coverage'
import { loadKnowledge } from '../knowledge/knowledgeData'
import { loadSynonyms } from '../knowledge/synonymData'
import { readSettings } from '../platform/settings'
import { CannotDo, print } from './say'

/**
 * The folder of a city that is named by its id or by a path.
 * @throws CannotDo where there is none, naming the cities that there are.
 */
export const cityFolder = (city: string, citiesFolder: string): string => {
  if (city.includes('/') || city.includes('\\')) {
    if (!existsSync(city)) throw new CannotDo(`there is no folder ${city}`)
    return resolve(city)
  }
  const folder = join(citiesFolder, city)
  if (existsSync(folder)) return folder
  const known = existsSync(citiesFolder)
    ? readdirSync(citiesFolder, { withFileTypes: true })
        .filter((entry) => entry.isDirectory())
        .map(({ name }) => name)
    : []
  throw new CannotDo(
    `there is no city "${city}"; ` +
      (known.length === 0 ? `none is in ${citiesFolder}` : `known: ${known.sort().join(', ')}`),
  )
}

const place = (stretch: {
  category: string
  categoryName: string
  districts: readonly string[]
  under?: string
}): string =>
  `${stretch.category} ${stretch.categoryName}` +
  (stretch.districts.length === 0 ? '' : `（${stretch.districts.join('、')}）`) +
  (stretch.under === undefined ? '' : ` under the conditions of ${stretch.under}`)

/** The dispatch catalogue's coverage in lines: counts, then what waits for an operator, what overlaps, what is missing. */
export const coverageLines = (found: Coverage): string[] => [
  `dispatch: ${found.cases} cases of category, district and condition; ${found.automatic} go by themselves, ` +
    `${found.shared} wait in the operator’s pool, ${found.uncovered} reach nobody`,
  ...found.sharedStretches.map((s) => `  pool: ${place(s)}: ${s.units.join(' / ')} [${s.rows.join(', ')}]`),
  ...found.overlaps.map(
    (o) => `  warning: ${place(o)}: rows ${o.rows.join(', ')} all lead to ${o.unit}; only the first is used`,
  ),
  ...found.uncoveredStretches.map((s) => `  error: ${place(s)}: no row in force today leads anywhere`),
]

const summary = (city: City, entries: number): string => {
  const { id, profile, categoryGroups, units, limits, scopeRules, dispatchRows, hotlines } = city
  const categories = categoryGroups.reduce((n, group) => n + group.categories.length, 0)
  return (
    `${id} ${profile.name}: ${categories} categories, ${units.length} units, ${limits.rules.length} limit rules, ` +
    `${scopeRules.length} scope rules, ${dispatchRows.length} dispatch rows, ${hotlines.length} hotlines, ` +
    `${entries} knowledge entries`
  )
}

/** What still waits for the city's own words, a line for each file. */
const unwritten = (folder: string): string[] =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .flatMap((name) => {
      const left = readFileSync(join(folder, name), 'utf8').split(PLACEHOLDER).length - 1
      return left === 0 ? [] : [`  warning: ${name} says ${PLACEHOLDER} ${left} times`]
    })

/** `jiesu check-city`: validates a city's folder and says what its dispatch catalogue covers. */
export const addCheckCity = (program: Command): void => {
  program
    .command('check-city')
    .argument('<city>', 'id of a city, or the path of its folder')
    .description('validate and cross-check a city’s data; say what its dispatch catalogue covers')
    .action((name: string) => {
      const folder = cityFolder(name, readSettings(process.env).JIESU_CITIES)
      const city = loadCity(folder)
      const base = loadKnowledge(resolve(folder, '..'), [city.id], new Map([[city.id, city]]))
      loadSynonyms(resolve(folder, '..'), [city.id])
      const coverage = dispatchCoverage(city, new Date())
      print(summary(city, base.items.length))
      const missing = unwritten(folder)
      for (const line of [...coverageLines(coverage), ...missing]) print(line)
      if (coverage.uncovered > 0) process.exitCode = 1
      else
        print(
          missing.length === 0
            ? 'nothing to correct'
            : `right in shape; ${PLACEHOLDER} is still to be written`,
        )
    })
}
