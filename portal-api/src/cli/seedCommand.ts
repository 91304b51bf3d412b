import type { Command } from 'commander'
import { loadCities } from '../cities/loadCities'
import { readSettings } from '../platform/settings'
import { print } from './say'
import { DEMO_PASSWORD, seedDemoStaff } from './seed'
import { type Stores, withDatabase } from './stores'

/** `jiesu seed`: demo accounts for the workbench. */
export const addSeed = (program: Command, stores: Stores): void => {
  program
    .command('seed')
    .description('make the demo accounts of the workbench (never on a public machine)')
    .action(async () => {
      const settings = readSettings(process.env)
      const cities = loadCities(settings.JIESU_CITIES)
      const made = await withDatabase(settings.MONGODB_URI, (connection) =>
        seedDemoStaff(stores.staff(connection), cities),
      )
      for (const { account, name } of made) print(`${account}\t${name}`)
      print(`password\t${DEMO_PASSWORD}`)
    })
}
