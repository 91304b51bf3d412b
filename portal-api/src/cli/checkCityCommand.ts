import type { Command } from 'commander'
import { join, resolve } from 'node:path'
import { loadCity } from '../cities/loadCities'
import { loadKnowledge } from '../knowledge/knowledgeData'
import { readSettings } from '../platform/settings'
import { print } from './say'

/** The folder of a city that is named by its id or by a path. */
export const cityFolder = (city: string, citiesFolder: string): string =>
  city.includes('/') || city.includes('\\') ? resolve(city) : join(citiesFolder, city)

/** `jiesu check-city`: validates a city's folder. */
export const addCheckCity = (program: Command): void => {
  program
    .command('check-city')
    .argument('<city>', 'id of a city, or the path of its folder')
    .description('validate and cross-check a city’s data')
    .action((name: string) => {
      const folder = cityFolder(name, readSettings(process.env).JIESU_CITIES)
      const { id, profile, categoryGroups, units, limits, scopeRules, dispatchRows, hotlines } =
        loadCity(folder)
      const base = loadKnowledge(resolve(folder, '..'), [id])
      const categories = categoryGroups.reduce((n, group) => n + group.categories.length, 0)
      print(
        `${id} ${profile.name}: ${categories} categories, ${units.length} units, ${limits.rules.length} limit rules, ` +
          `${scopeRules.length} scope rules, ${dispatchRows.length} dispatch rows, ${hotlines.length} hotlines, ` +
          `${base.items.length} knowledge entries; nothing to correct`,
      )
    })
}
