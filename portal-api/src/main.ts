/** The `jiesu` command. Every error a person can cause is one line on stderr and exit code 1. */
import { Command } from 'commander'
import { CityDataError } from './cities/loadCities'
import { addBackup } from './cli/backupCommand'
import { addCalendar } from './cli/calendarCommand'
import { addCheckCity } from './cli/checkCityCommand'
import { addDue } from './cli/dueCommand'
import { addExchange } from './cli/exchangeCommand'
import { addKnowledge } from './cli/knowledgeCommand'
import { addNewCity } from './cli/newCityCommand'
import { CannotDo } from './cli/say'
import { addSeed } from './cli/seedCommand'
import { addServe } from './cli/serveCommand'
import { addSettings } from './cli/settingsCommand'
import { addSimulate } from './cli/simulateCommand'
import type { Stores } from './cli/stores'
import { CalendarError } from './clock/loadCalendar'
import { makeExchangeDeliveries } from './exchange/deliveries.store'
import { makeExchangeSystems } from './exchange/systems.store'
import { makeAccounts } from './identity/accounts.store'
import { makeStaffStore } from './identity/staff.store'
import { makeOrderStore } from './orders/order.store'
import { composeKnowledge } from './knowledge/composeKnowledge'
import { makeImportedEntries } from './knowledge/imported.store'
import { KnowledgeDataError } from './knowledge/knowledgeData'
import { makeKnowledgeLives } from './knowledge/lives.store'
import { CannotStart } from './platform/cannotStart'
import { SettingsError } from './platform/settings'
import { version } from '../package.json'

const EXPECTED = [CannotStart, CannotDo, SettingsError, CityDataError, CalendarError, KnowledgeDataError]

const stores: Stores = {
  staff: makeStaffStore,
  accounts: makeAccounts,
  orders: makeOrderStore,
  systems: makeExchangeSystems,
  deliveries: makeExchangeDeliveries,
  knowledge: makeImportedEntries,
  knowledgeRoom: composeKnowledge,
  lives: makeKnowledgeLives,
}

const program = new Command('jiesu')
  .description('接诉: the public self-service side of a 12345 hotline')
  .version(version)
  .addHelpText('after', '\nSettings come from the environment; see `jiesu settings`.')

addServe(program)
addSeed(program, stores)
addCheckCity(program)
addNewCity(program)
addDue(program)
addCalendar(program)
addSimulate(program, stores)
addExchange(program, stores)
addKnowledge(program, stores)
addBackup(program)
addSettings(program)

/** A person's mistake is said in its own words; ours with where it happened. */
const explain = (error: unknown): string => {
  if (!(error instanceof Error)) return String(error)
  return EXPECTED.some((kind) => error instanceof kind) ? error.message : (error.stack ?? error.message)
}

// `jiesu … | head` closes the pipe early; nobody is left to be told.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error
  process.exit(0)
})

program.parseAsync().catch((error: unknown) => {
  process.stderr.write(`jiesu: ${explain(error)}\n`)
  process.exit(1)
})
