/** The `jiesu` command. Every error a person can cause is one line on stderr and exit code 1. */
import { Command } from 'commander'
import { createInterface } from 'node:readline'
import { loadCities, loadCity, CityDataError } from './cities/loadCities'
import { CalendarError, loadCalendar } from './clock/loadCalendar'
import { answerDue } from './cli/due'
import { DEMO_PASSWORD, seedDemoStaff } from './cli/seed'
import { makeStaffStore } from './identity/staff.store'
import { KnowledgeDataError, loadKnowledge } from './knowledge/knowledgeData'
import { CannotStart } from './platform/cannotStart'
import { connect } from './platform/mongo/connect'
import { readSettings, SETTINGS, SettingsError } from './platform/settings'
import { serve } from './serve'
import { version } from '../package.json'
import { join, resolve } from 'node:path'

const print = (line: string): void => {
  process.stdout.write(`${line}\n`)
}

const program = new Command('jiesu')
  .description('接诉: the public self-service side of a 12345 hotline')
  .version(version)
  .addHelpText('after', '\nSettings come from the environment; see `jiesu settings`.')

program
  .command('serve')
  .description('run the API and the H5 portal')
  .option('--demo', 'make the demo accounts of the workbench first (never on a public machine)', false)
  .action(async ({ demo }: { demo: boolean }) => {
    const running = await serve(readSettings(process.env), { demo })
    print(`ready ${running.url}`)
    process.send?.({ type: 'ready', url: running.url })
    const stop = (): void => {
      running.stop().then(
        () => process.exit(0),
        (error: unknown) => {
          process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
          process.exit(1)
        },
      )
    }
    process.once('SIGINT', stop)
    process.once('SIGTERM', stop)
    process.once('disconnect', stop)
  })

program
  .command('seed')
  .description('make the demo accounts of the workbench (never on a public machine)')
  .action(async () => {
    const settings = readSettings(process.env)
    const cities = loadCities(settings.JIESU_CITIES)
    const connection = await connect(settings.MONGODB_URI).catch((error: unknown) => {
      throw new CannotStart(
        `no database answers at MONGODB_URI: ${(error as Error).message}. Is \`npm start\` running, or MONGODB_URI set?`,
      )
    })
    const made = await seedDemoStaff(makeStaffStore(connection), cities)
    await connection.close()
    for (const { account, name } of made) print(`${account}\t${name}`)
    print(`password\t${DEMO_PASSWORD}`)
  })

program
  .command('check-city')
  .argument('<city>', 'id of a city, or the path of its folder')
  .description('validate and cross-check a city’s data')
  .action((city: string) => {
    const settings = readSettings(process.env)
    const folder =
      city.includes('/') || city.includes('\\') ? resolve(city) : join(settings.JIESU_CITIES, city)
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

interface DueOptions {
  readonly city?: string
  readonly requester?: string
  readonly kind?: string
  readonly category?: string
  readonly facts?: string
  readonly at?: string
}

program
  .command('due')
  .description('the time limits of an appeal; without --city reads JSON lines from stdin')
  .option('--city <id>')
  .option('--requester <type>', 'citizen or enterprise')
  .option('--kind <kind>')
  .option('--category <id>')
  .option('--facts <list>', 'comma-separated')
  .option('--at <instant>', 'ISO 8601 with zone; default: now')
  .action(async (options: DueOptions) => {
    const settings = readSettings(process.env)
    const cities = loadCities(settings.JIESU_CITIES)
    const calendar = loadCalendar(settings.JIESU_CALENDAR)
    const say = (question: unknown): void => {
      const answer = answerDue(question, cities, calendar, new Date())
      if ('error' in answer) process.exitCode = 1
      print(JSON.stringify(answer))
    }
    if (options.city !== undefined) {
      say(options)
      return
    }
    for await (const line of createInterface({ input: process.stdin })) {
      if (line.trim() === '') continue
      let question: unknown
      try {
        question = JSON.parse(line)
      } catch {
        process.exitCode = 1
        print(JSON.stringify({ error: 'not a JSON object', question: line }))
        continue
      }
      say(question)
    }
  })

program
  .command('settings')
  .description('every setting, its meaning and default')
  .action(() => {
    for (const [name, { meaning, default: standard }] of Object.entries(SETTINGS))
      print(`${name.padEnd(25)} ${meaning} [${standard}]`)
  })

program.parseAsync().catch((error: unknown) => {
  const expected =
    error instanceof CannotStart ||
    error instanceof SettingsError ||
    error instanceof CityDataError ||
    error instanceof CalendarError ||
    error instanceof KnowledgeDataError
  process.stderr.write(
    `jiesu: ${error instanceof Error ? (expected ? error.message : (error.stack ?? error.message)) : String(error)}\n`,
  )
  process.exit(1)
})
