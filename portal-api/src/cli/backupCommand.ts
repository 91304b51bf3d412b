import type { Command } from 'commander'
import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { DamagedBackup } from '../backup/archive'
import { copyDatabase, CopyDiffers } from '../backup/copyDatabase'
import { NotEmpty, restoreBackup } from '../backup/restoreBackup'
import { type Saved, takeBackup } from '../backup/takeBackup'
import { readSettings } from '../platform/settings'
import { CannotDo, print } from './say'
import { withDatabase } from './stores'

const line = ({ collection, documents }: Saved): void => print(`${collection}\t${documents}`)

/** What a person can put right, or has to know, is said in one line. */
const inOneLine = async <T>(work: Promise<T>): Promise<T> => {
  try {
    return await work
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException
    if (error instanceof NotEmpty) throw new CannotDo(`${message}; --replace drops them first`)
    if (error instanceof DamagedBackup || error instanceof CopyDiffers) throw new CannotDo(message)
    if (code === 'ENOENT' || code === 'EACCES' || code === 'ENOSPC' || code === 'EISDIR')
      throw new CannotDo(message)
    throw error
  }
}

/** `jiesu backup`, `jiesu restore`, `jiesu copy-database`: the data as a file, back again, and elsewhere. */
export const addBackup = (program: Command): void => {
  const database = () => readSettings(process.env).MONGODB_URI

  program
    .command('backup <file>')
    .description(
      'saves the whole database, as of one moment, while everything runs (mongodump’s archive format)',
    )
    .option('--force', 'write over a file that is there')
    .addHelpText(
      'after',
      '\nPersonal data stay encrypted in it; the key (JIESU_SECRET, or secret.key in JIESU_DATA) is not part of it: keep it apart.',
    )
    .action(async (name: string, { force }: { force?: boolean }) => {
      const file = resolve(name)
      if (existsSync(file) && force !== true)
        throw new CannotDo(`${file} is there already; --force writes over it`)
      for (const saved of await inOneLine(withDatabase(database(), (open) => takeBackup(open, file))))
        line(saved)
    })

  program
    .command('restore <file>')
    .description('brings a backup back into an empty database; stop the portal first')
    .option('--replace', 'drop what the database holds')
    .action(async (name: string, { replace }: { replace?: boolean }) => {
      const restored = withDatabase(database(), (open) =>
        restoreBackup(open, resolve(name), replace === true),
      )
      for (const saved of await inOneLine(restored)) line(saved)
    })

  program
    .command('copy-database')
    .description('copies the database to another MongoDB, and compares both; stop the portal first')
    .requiredOption('--to <uri>', 'where to, with the database’s name; goes on where it was interrupted')
    .action(async ({ to }: { to: string }) => {
      const copying = withDatabase(database(), (source) =>
        withDatabase(to, (target) =>
          copyDatabase(source, target, ({ collection, documents, brought }) =>
            print(`${collection}\t${documents}\t+${brought}`),
          ),
        ),
      )
      await inOneLine(copying)
    })
}
