import type { Command } from 'commander'
import { loadCities } from '../cities/loadCities'
import { loadCalendar } from '../clock/loadCalendar'
import { DEMO_CITIZEN } from '../demo/deeds'
import { seedDemoKnowledge } from '../demo/seedKnowledge'
import { seedDemoOrders } from '../demo/seedOrders'
import { DEMO_PASSWORD, seedDemoStaff } from '../demo/seedStaff'
import { makeLog } from '../platform/log'
import { makeThrottle } from '../platform/mongo/throttle'
import { loadSecret, makeSecrets } from '../platform/secrets'
import { readSettings } from '../platform/settings'
import { print } from './say'
import { type Stores, withDatabase } from './stores'

/** `jiesu seed`: demo accounts for the workbench; with `--demo`, orders in every state and work on the knowledge as well. */
export const addSeed = (program: Command, stores: Stores): void => {
  program
    .command('seed')
    .description('make the demo accounts of the workbench (never on a public machine)')
    .option(
      '--demo',
      'and fictional orders in every state, as of the last forty days, and work on the knowledge; nobody is told',
      false,
    )
    .action(async ({ demo }: { demo: boolean }) => {
      const settings = readSettings(process.env)
      const cities = loadCities(settings.JIESU_CITIES)
      await withDatabase(settings.MONGODB_URI, async (connection) => {
        const made = await seedDemoStaff(stores.staff(connection), cities)
        for (const { account, name } of made) print(`${account}\t${name}`)
        print(`password\t${DEMO_PASSWORD}`)
        if (!demo) return
        const secrets = makeSecrets(loadSecret(settings.JIESU_SECRET, settings.JIESU_DATA))
        const calendar = loadCalendar(settings.JIESU_CALENDAR)
        const surroundings = { settings, connection, secrets, cities, calendar }
        const now = new Date()
        const seeded = await seedDemoOrders(
          {
            ...surroundings,
            orders: stores.orders(connection),
            accounts: stores.accounts(connection, secrets),
          },
          now,
        )
        for (const { number, queryCode, city, story } of seeded)
          print(`${number}\t${queryCode}\t${city}\t${story}`)
        const { editEntry, questions } = stores.knowledgeRoom({
          ...surroundings,
          throttle: makeThrottle(connection, secrets),
          clock: () => new Date(),
          log: makeLog(settings.JIESU_LOG),
        })
        await seedDemoKnowledge({ cities, editEntry, questions }, now)
        print(`${seeded.length} orders\tcitizen who sent some of them: ${DEMO_CITIZEN.phone}`)
      })
    })
}
