import { Day } from '@jiesu/shared-types'
import type { Command } from 'commander'
import { existsSync, readFileSync } from 'node:fs'
import { loadCity, loadCityDraft } from '../cities/loadCities'
import { loadCalendar } from '../clock/loadCalendar'
import { readSettings } from '../platform/settings'
import { replay } from '../simulation/replay'
import { type ReadLines, readAppealLines, storedAppeals } from '../simulation/replayedAppeals'
import type { ChangeExample, SaidByRule, SimulationReport } from '../simulation/rules/compareRules'
import { cityFolder } from './checkCityCommand'
import { CannotDo, print } from './say'
import { type Stores, withDatabase } from './stores'

interface SimulateOptions {
  readonly city: string
  readonly with: string
  readonly since?: string
  readonly appeals?: string
  readonly json: boolean
}

const exampleLines = ({ id, day, category, before, after }: ChangeExample): string[] => {
  const side = (name: string, said: readonly SaidByRule[]) => {
    const lines = said.length === 0 ? ['—'] : said.map(({ words, rule }) => `${words} [${rule}]`)
    return lines.map((line, i) => `    ${i === 0 ? name : '       '} ${line}`)
  }
  return [`  ${id} ${day} ${category}`, ...side('before:', before), ...side('after: ', after)]
}

/** The report for people, a paragraph for each part. */
export const simulationLines = ({ city, appeals, scope, dispatch, clock }: SimulationReport): string[] => [
  `${city}: ${appeals} appeals under the rules in force and under the changed ones`,
  `scope: ${scope.changed} change; stopped before ${scope.stoppedBefore}, after ${scope.stoppedAfter}`,
  ...scope.examples.flatMap(exampleLines),
  `units: ${dispatch.changed} change; dispatched by themselves before ${dispatch.automaticBefore}, after ${dispatch.automaticAfter}`,
  ...dispatch.examples.flatMap(exampleLines),
  `due times: ${clock.changed} change; ${clock.earlier} end earlier, ${clock.later} later`,
  ...clock.examples.flatMap(exampleLines),
]

const linesOf = (file: string, { city, since }: SimulateOptions, now: Date): ReadLines => {
  if (since !== undefined)
    throw new CannotDo('--since chooses among stored orders; leave it out with --appeals')
  if (!existsSync(file)) throw new CannotDo(`there is no file ${file}`)
  return readAppealLines(readFileSync(file, 'utf8'), city, now)
}

/** What could not be replayed goes to stderr. */
const complain = ({ elsewhere, problems }: ReadLines): void => {
  if (elsewhere > 0) process.stderr.write(`${elsewhere} appeals of other cities were left out\n`)
  for (const problem of problems) process.stderr.write(`${problem}\n`)
  if (problems.length > 0) process.exitCode = 1
}

/** `jiesu simulate`: what a change of a city's files would do to appeals, before it takes effect. */
export const addSimulate = (program: Command, stores: Stores): void => {
  program
    .command('simulate')
    .description(
      'what changed rules would do: replays stored orders, or appeals from a file, and says what differs',
    )
    .requiredOption('--city <id>')
    .requiredOption('--with <folder>', 'the files that change; the others are the city’s own')
    .option('--since <day>', 'only orders submitted since then, YYYY-MM-DD')
    .option('--appeals <file.jsonl>', 'replay these instead of the stored orders (MONGODB_URI, read only)')
    .option('--json', 'the report as JSON', false)
    .addHelpText(
      'after',
      '\nA line of appeals: {"id"?,"city"?,"requester"?,"kind"?,"category"?,"district"?,"facts"?,"text"?,"at"?}.',
    )
    .action(async (options: SimulateOptions) => {
      const settings = readSettings(process.env)
      const folder = cityFolder(options.city, settings.JIESU_CITIES)
      const before = loadCity(folder)
      const after = loadCityDraft(options.with, folder)
      if (after.id !== before.id) throw new CannotDo(`${options.with} is of ${after.id}, not of ${before.id}`)
      const { appeals, since } = options
      const calendar = loadCalendar(settings.JIESU_CALENDAR)
      const lines = appeals === undefined ? undefined : linesOf(appeals, options, new Date())
      if (since !== undefined && !Day.safeParse(since).success)
        throw new CannotDo(`--since is a day like 2026-11-01, not ${since}`)
      const { report } =
        lines === undefined
          ? await withDatabase(settings.MONGODB_URI, (connection) =>
              replay(before, after, calendar, storedAppeals(stores.orders(connection), options.city, since)),
            )
          : await replay(before, after, calendar, [lines.appeals])
      if (options.json) print(JSON.stringify(report, null, 2))
      else for (const line of simulationLines(report)) print(line)
      if (lines !== undefined) complain(lines)
    })
}
