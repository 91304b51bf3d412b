import type { Command } from 'commander'
import { loadCities } from '../cities/loadCities'
import { loadCalendar } from '../clock/loadCalendar'
import { loadSecret, makeSecrets } from '../platform/secrets'
import { readSettings } from '../platform/settings'
import { print } from './say'
import { DEMO_PASSWORD, seedDemoStaff } from './seed'
import { DEMO_CITIZEN } from './seedDeeds'
import { seedDemoOrders } from './seedOrders'
import { type Stores, withDatabase } from './stores'

/** `jiesu seed`: demo accounts for the workbench; with `--demo`, orders in every state as well. */
export const addSeed = (program: Command, stores: Stores): void => {
  program
    .command('seed')
    .description('make the demo accounts of the workbench (never on a public machine)')
    .option('--demo', 'and fictional orders in every state, as of the last forty days; nobody is told', false)
    .action(async ({ demo }: { demo: boolean }) => {
      const settings = readSettings(process.env)
      const cities = loadCities(settings.JIESU_CITIES)
      await withDatabase(settings.MONGODB_URI, async (connection) => {
        const made = await seedDemoStaff(stores.staff(connection), cities)
        for (const { account, name } of made) print(`${account}\t${name}`)
        print(`password\t${DEMO_PASSWORD}`)
        if (!demo) return
        const secrets = makeSecrets(loadSecret(settings.JIESU_SECRET, settings.JIESU_DATA))
        const parts = { orders: stores.orders(connection), accounts: stores.accounts(connection, secrets) }
        const calendar = loadCalendar(settings.JIESU_CALENDAR)
        const seeded = await seedDemoOrders({ ...parts, secrets, cities, calendar }, new Date())
        for (const { number, queryCode, city, story } of seeded)
          print(`${number}\t${queryCode}\t${city}\t${story}`)
        print(`${seeded.length} orders\tcitizen who sent some of them: ${DEMO_CITIZEN.phone}`)
      })
    })
}
