import { shanghaiInstant } from '@jiesu/shared-types'
import type { Command } from 'commander'
import { loadCities } from '../cities/loadCities'
import type { Delivery, ExchangeDeliveries } from '../exchange/deliveries.store'
import { type Credentials, newCredentials, newSystemId, registerSystem } from '../exchange/registerSystem'
import { whyNotWebhook } from '../exchange/rules/webhookAddress'
import type { ExchangeSystem, ExchangeSystems } from '../exchange/systems.store'
import { loadSecret, makeSecrets } from '../platform/secrets'
import { readSettings } from '../platform/settings'
import { CannotDo, print } from './say'
import { type Stores, withDatabase } from './stores'

interface Exchange {
  readonly systems: ExchangeSystems
  readonly deliveries: ExchangeDeliveries
}

const secretsOf = () => {
  const { JIESU_SECRET, JIESU_DATA } = readSettings(process.env)
  return makeSecrets(loadSecret(JIESU_SECRET, JIESU_DATA))
}

const activeSystem = async (systems: ExchangeSystems, id: string): Promise<ExchangeSystem> => {
  const found = await systems.find(id)
  if (found?.active !== true) throw new CannotDo(`there is no system ${id}; see: jiesu exchange list`)
  return found
}

const sayCredentials = (id: string, { secret, token }: Credentials): void => {
  print(`system\t${id}`)
  print(`secret\t${secret}`)
  print(`token\t${token}`)
  process.stderr.write('Secret and token are shown this once. How they are used: docs/exchange.md\n')
}

const systemLine = async (system: ExchangeSystem, deliveries: ExchangeDeliveries): Promise<string> => {
  const waiting = await deliveries.count(system.id, 'waiting')
  const dead = await deliveries.count(system.id, 'dead')
  const { lastSuccessAt: last } = system
  const success = last === undefined ? 'never' : shanghaiInstant(last)
  return [
    system.id,
    system.name,
    system.url,
    `waiting ${waiting}`,
    `dead ${dead}`,
    `last success ${success}`,
  ].join('\t')
}

const deadLine = ({ id, type, tries, why = '' }: Delivery): string =>
  [id, type, `${tries} tries`, why].join('\t')

const PAGE = 100

const sayDead = async (
  deliveries: ExchangeDeliveries,
  filter: { readonly city?: string; readonly system?: string },
): Promise<void> => {
  let after: string | undefined
  do {
    const page = await deliveries.dead(filter, after, PAGE)
    for (const delivery of page) print(deadLine(delivery))
    after = page.length === PAGE ? page.at(-1)?.id : undefined
  } while (after !== undefined)
}

/** `jiesu exchange …`: which units' systems take part (信息共享), and what could not be delivered to them. */
export const addExchange = (program: Command, stores: Stores): void => {
  const exchange = program
    .command('exchange')
    .description('units’ own systems: who takes part, and what could not be delivered')
  const use = (work: (parts: Exchange) => Promise<void>): Promise<void> =>
    withDatabase(readSettings(process.env).MONGODB_URI, (connection) =>
      work({ systems: stores.systems(connection), deliveries: stores.deliveries(connection) }),
    )

  exchange
    .command('add')
    .description('register a unit’s system; prints its secret and token, once')
    .requiredOption('--city <id>')
    .requiredOption('--unit <id>', 'a unit of the city’s units.json')
    .requiredOption('--url <address>', 'where events are pushed to: https, or http on this machine')
    .option('--name <name>', 'what people call it; default: the unit’s name')
    .action(async (options: { city: string; unit: string; url: string; name?: string }) => {
      const city = loadCities(readSettings(process.env).JIESU_CITIES).get(options.city)
      if (city === undefined) throw new CannotDo(`there is no city ${options.city}`)
      const unit = city.units.find(({ id }) => id === options.unit)
      if (unit === undefined)
        throw new CannotDo(`${city.id} has no unit ${options.unit} (see its units.json)`)
      const wrong = whyNotWebhook(options.url)
      if (wrong !== undefined) throw new CannotDo(`--url: ${wrong}`)
      const credentials = newCredentials()
      const id = newSystemId(city.id, unit.id)
      const name = options.name ?? `${unit.name}业务系统`
      await use(({ systems }) =>
        registerSystem(
          systems,
          secretsOf(),
          { id, city: city.id, unitId: unit.id, name, url: options.url },
          credentials,
        ),
      )
      sayCredentials(id, credentials)
    })
  exchange
    .command('list')
    .description('every system: what waits, what was given up, when it last took something')
    .option('--city <id>', 'only those of a city')
    .action(({ city }: { city?: string }) =>
      use(async ({ systems, deliveries }) => {
        for (const system of await systems.list(city)) print(await systemLine(system, deliveries))
      }),
    )
  exchange
    .command('rotate')
    .argument('<system>')
    .description('give a system a new secret and token; the old ones are void at once')
    .action((id: string) =>
      use(async ({ systems }) => {
        const credentials = newCredentials()
        await registerSystem(systems, secretsOf(), await activeSystem(systems, id), credentials)
        sayCredentials(id, credentials)
      }),
    )
  exchange
    .command('remove')
    .argument('<system>')
    .description('nothing more is sent to a system, its token opens nothing, what waits for it is forgotten')
    .action((id: string) =>
      use(async ({ systems, deliveries }) => {
        await activeSystem(systems, id)
        await systems.remove(id)
        await deliveries.drop(id)
        print(`removed ${id}`)
      }),
    )
  exchange
    .command('dead')
    .description('deliveries that were given up')
    .option('--city <id>')
    .option('--system <id>')
    .action((filter: { city?: string; system?: string }) =>
      use(({ deliveries }) => sayDead(deliveries, filter)),
    )
  exchange
    .command('replay')
    .argument('[delivery]', 'one delivery, as `jiesu exchange dead` names it')
    .option('--system <id>', 'all that was given up for a system')
    .description('try deliveries again that were given up')
    .action((id: string | undefined, { system }: { system?: string }) =>
      use(async ({ systems, deliveries }) => {
        if ((id === undefined) === (system === undefined))
          throw new CannotDo('name one delivery, or all of a system with --system <id>')
        const which = id === undefined ? { system: (await activeSystem(systems, system ?? '')).id } : { id }
        const replayed = await deliveries.replay(which, new Date())
        if (id !== undefined && replayed === 0)
          throw new CannotDo(`there is no dead delivery ${id}; see: jiesu exchange dead`)
        print(`replayed ${replayed}`)
      }),
    )
}
