import type { Command } from 'commander'
import { SETTINGS } from '../platform/settings'
import { print } from './say'

/** `jiesu settings`: the table of settings. */
export const addSettings = (program: Command): void => {
  program
    .command('settings')
    .description('every setting, its meaning and default')
    .action(() => {
      for (const [name, { meaning, default: standard }] of Object.entries(SETTINGS))
        print(`${name.padEnd(25)} ${meaning} [${standard}]`)
    })
}
