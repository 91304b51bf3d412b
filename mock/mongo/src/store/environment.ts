import { existsSync, mkdirSync, realpathSync } from 'node:fs'
import { dirname } from 'node:path'
import { open } from 'lmdb'
import { fail } from '../errors'
import type { ReadBudget } from './budget'
import { checkDataFile } from './dataFile'
import { claimFolder, FolderInUse, releaseFolder, reserveFolder } from './owner'
import { ReadView, WriteTransaction, type Lmdb } from './transaction'

/** The data folder cannot be used; the message is one line for people. */
export class UnusableFolder extends Error {
  override readonly name = 'UnusableFolder'
}

export interface EnvironmentOptions {
  /** Without it writes are acknowledged before they are on disk: for tests that want to be quick. */
  readonly durable?: boolean
}

/** The one LMDB database of a data folder: snapshots to read from, atomic and durable writes. */
export class Environment {
  private closing: Promise<void> | undefined

  private constructor(
    private readonly lmdb: Lmdb,
    /** The folder's real path. */
    readonly path: string,
    /** Gives the folder back; absent in threads that only read. */
    private readonly unreserve?: () => void,
  ) {}

  /**
   * Opens (or creates) a data folder for this process alone.
   *
   * @throws FolderInUse, UnusableFolder
   */
  static open(folder: string, { durable = true }: EnvironmentOptions = {}): Environment {
    const path = preparedFolder(folder)
    const unreserve = reserveFolder(path)
    try {
      checkDataFile(path)
      const lmdb = openLmdb(path, { noSync: !durable })
      try {
        claimFolder(lmdb, path)
      } catch (error) {
        void lmdb.close()
        throw error
      }
      return new Environment(lmdb, path, unreserve)
    } catch (error) {
      unreserve()
      throw error instanceof FolderInUse ? error : unusable(folder, error)
    }
  }

  /** Opens a folder that this process has open already, in a thread that only reads. */
  static openToRead(path: string): Environment {
    return new Environment(openLmdb(path, { readOnly: true }), path)
  }

  /** A view of all committed data, as of now; within a budget, if there is one. */
  view(budget?: ReadBudget): ReadView {
    this.refresh()
    return new ReadView(this.lmdb, budget && { budget })
  }

  /** Views of all committed data as of now, until it is released; meanwhile LMDB keeps what changes besides. */
  snapshot(): { readonly view: () => ReadView; readonly release: () => void } {
    this.refresh()
    const snapshot = this.lmdb.useReadTransaction()
    return { view: () => new ReadView(this.lmdb, { snapshot }), release: () => snapshot.done() }
  }

  /** Lets views see what has been committed in the meantime; for cursors that live on over several turns. */
  refresh(): void {
    this.lmdb.resetReadTxn()
  }

  /**
   * Runs one command's work as one atomic step, after all earlier ones. Resolves when its effects are on disk
   * (fdatasync); if `work` throws, nothing has happened.
   */
  async write<T>(work: (tx: WriteTransaction) => T): Promise<T> {
    if (this.closing) throw new Error('The data folder is being closed.')
    let outcome: { result: T } | { error: unknown } | undefined
    const committed = this.lmdb.transaction(() => {
      const tx = new WriteTransaction(this.lmdb)
      try {
        const result = work(tx)
        tx.flush()
        outcome = { result }
      } catch (error) {
        outcome = { error }
      }
    })
    await committed.catch(commitFailed)
    if (!outcome) throw new Error('The transaction did not run.')
    if ('error' in outcome) throw outcome.error
    return outcome.result
  }

  /** Waits for running writes, then gives the folder back. */
  close(): Promise<void> {
    return (this.closing ??= this.finish())
  }

  private async finish(): Promise<void> {
    await this.lmdb.flushed
    if (this.unreserve) releaseFolder(this.lmdb)
    await this.lmdb.close()
    this.unreserve?.()
  }
}

/** The disk is full or failing: nothing of the commit has happened, and the engine goes on with what it has. */
async function commitFailed(error: unknown): Promise<never> {
  const cause: unknown = await (error as { commitError?: Promise<never> }).commitError?.catch(
    (reason: unknown) => reason,
  )
  const { message } = (cause ?? error) as Error
  return fail('UnknownError', `The data folder cannot be written (is the disk full?): ${message}`)
}

function preparedFolder(folder: string): string {
  try {
    makeFolder(folder)
    return realpathSync(folder)
  } catch (error) {
    throw unusable(folder, error)
  }
}

/** Like `mkdir -p`. Node's own recursive mkdir never returns where a file system refuses with ENOENT (/proc). */
function makeFolder(folder: string): void {
  if (existsSync(folder)) return
  if (dirname(folder) !== folder) makeFolder(dirname(folder))
  mkdirSync(folder, { mode: 0o700 })
}

const openLmdb = (path: string, options: { noSync?: boolean; readOnly?: boolean }): Lmdb =>
  open<Buffer, Buffer>({
    path,
    keyEncoding: 'binary',
    encoding: 'binary',
    noSubdir: false,
    ...options,
    // Its batches have promises of their own, whose rejections nobody could handle.
    eventTurnBatching: false,
  })

const unusable = (folder: string, cause: unknown): UnusableFolder =>
  new UnusableFolder(
    `The data folder ${folder} cannot be used: ${(cause as Error).message.split('\n')[0] ?? ''}`,
    { cause },
  )
