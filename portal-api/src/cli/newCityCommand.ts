import type { Command } from 'commander'
import { writeNewCity } from '../cities/newCity'
import { PLACEHOLDER } from '../cities/scaffold'
import { readSettings } from '../platform/settings'
import { print } from './say'

/** `jiesu new-city`: a folder that validates, for a city that nobody has described yet. */
export const addNewCity = (program: Command): void => {
  program
    .command('new-city')
    .argument('<id>', 'lower-case words joined by hyphens, e.g. weihai; the name of the folder')
    .option('--name <name>', 'as people say it, e.g. 威海')
    .description('make the folder of a new city, ready to be filled in; docs/cities.md explains every file')
    .action((id: string, { name }: { name?: string }) => {
      const folder = writeNewCity(readSettings(process.env).JIESU_CITIES, id, name)
      print(`made ${folder}`)
      print(
        `Replace every ${PLACEHOLDER} by what the city’s document says (docs/cities.md explains the files),`,
      )
      print(
        `and run \`npx jiesu check-city ${id}\` until nothing is left. The portal shows the city at its next start.`,
      )
    })
}
