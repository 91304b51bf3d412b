import type { Command } from 'commander'
import { createInterface } from 'node:readline'
import { loadCities } from '../cities/loadCities'
import { loadCalendar } from '../clock/loadCalendar'
import { readSettings } from '../platform/settings'
import { answerDue, answerLine, type DueAnswer } from './due'
import { CannotDo, print } from './say'

interface DueOptions {
  readonly city?: string
  readonly requester?: string
  readonly kind?: string
  readonly category?: string
  readonly facts?: string
  readonly at?: string
}

/** Anything beside `--city` is a question of its own; without one, what is piped in is read line by line. */
const asksByOptions = ({ city: _default, ...question }: DueOptions): boolean =>
  Object.keys(question).length > 0

/** `jiesu due`: the time limits of one appeal by options, or of many as JSON lines on stdin. */
export const addDue = (program: Command): void => {
  program
    .command('due')
    .description('the time limits of an appeal, by options; or of many, as JSON lines on stdin')
    .option('--city <id>', 'city of the appeal; of lines, those that name none')
    .option('--requester <type>', 'citizen or enterprise')
    .option('--kind <kind>')
    .option('--category <id>')
    .option('--facts <list>', 'comma-separated')
    .option('--at <instant>', 'ISO 8601, in Shanghai when it names no zone; default: now')
    .addHelpText(
      'after',
      '\nA line: {"id","city"?,"requester"?,"kind"?,"category"?,"facts"?,"at"?,"workingDays"?|"calendarDays"?|"minutes"?}.\n' +
        'With one of the three numbers, the due time of that plain limit is said instead of the city’s rule.\n' +
        'Lines that cannot be answered give {"id","error"}, and the command ends with 1.',
    )
    .action(async (options: DueOptions) => {
      const settings = readSettings(process.env)
      const cities = loadCities(settings.JIESU_CITIES)
      const calendar = loadCalendar(settings.JIESU_CALENDAR)
      const say = (answer: DueAnswer): void => {
        if ('error' in answer) process.exitCode = 1
        print(JSON.stringify(answer))
      }
      if (asksByOptions(options) || process.stdin.isTTY) {
        if (options.city === undefined) throw new CannotDo('name the city, e.g. `jiesu due --city yantai`')
        say(answerDue(options, { cities, calendar, now: new Date() }))
        return
      }
      for await (const line of createInterface({ input: process.stdin, crlfDelay: Infinity }))
        if (line.trim() !== '') say(answerLine(line, { cities, calendar, now: new Date() }, options.city))
    })
}
