import { firstField, type Doc } from './bson/value'
import { asBson, type Reply } from './commands/command'
import { cursorIdsIn } from './commands/cursorCommands'
import { errorReply, runCommand } from './commands/run'
import { Cursors, keeperOf } from './cursors'
import { MongoError, notSupported } from './errors'
import { Readers, SNAPSHOT_READER } from './readers/readers'
import { asksForSnapshot } from './readers/snapshots'
import { OverBudget, ReadBudget } from './store/budget'
import { Environment, type EnvironmentOptions } from './store/environment'
import { removeExpired } from './store/expiry'
import { forgetOldReplies } from './store/replies'
import type { Message } from './wire/message'

export interface EngineOptions extends EnvironmentOptions {
  /** The clock; tests bring their own. */
  readonly now?: () => Date
  /** Gets errors that are the engine's own fault; the client only learns their message. */
  readonly onInternalError?: (error: unknown) => void
}

/**
 * Answers MongoDB commands from one data folder. This thread writes, and reads what is read quickly; reader threads do
 * the rest.
 */
export class Engine {
  private readonly cursors = new Cursors()
  private readonly readers: Readers
  private readonly now: () => Date
  private readonly onInternalError: (error: unknown) => void

  private constructor(
    private readonly environment: Environment,
    options: EngineOptions,
  ) {
    this.now = options.now ?? (() => new Date())
    this.onInternalError = options.onInternalError ?? (() => undefined)
    this.readers = new Readers(environment.path, this.onInternalError)
  }

  /** @throws FolderInUse, UnusableFolder */
  static open(folder: string, options: EngineOptions = {}): Engine {
    return new Engine(Environment.open(folder, options), options)
  }

  /** Runs one command and returns its reply as BSON; errors become replies too. */
  async answer(message: Message, connectionId: number): Promise<Buffer> {
    try {
      const keeper = readerFor(message.body)
      if (keeper !== 0) return await this.readers.answer(message.body, connectionId, this.now(), keeper)
      return asBson(await this.run(message, connectionId))
    } catch (error) {
      if (error instanceof OverBudget) return this.readers.answer(message.body, connectionId, this.now())
      if (!(error instanceof MongoError)) this.onInternalError(error)
      return errorReply(error)
    }
  }

  private run(message: Message, connectionId: number): Reply | Promise<Reply> {
    const { environment, cursors } = this
    const view = () => environment.view(new ReadBudget())
    return runCommand(message, connectionId, this.now(), { environment, cursors, hurry: true, view })
  }

  /** Housekeeping that has to happen now and then: TTL indexes, old replies, idle cursors and snapshots. */
  async sweep(): Promise<void> {
    const now = this.now()
    this.cursors.forgetIdle(now)
    this.readers.sweep(now)
    await removeExpired(this.environment, now)
    await this.environment.write((tx) => forgetOldReplies(tx, now))
  }

  async close(): Promise<void> {
    await this.readers.close()
    await this.environment.close()
  }
}

/** The thread that has to run a command because it keeps what the command goes on with: 0 is the main thread. */
function readerFor(body: Doc): number {
  if (asksForSnapshot(body)) return SNAPSHOT_READER
  const name = firstField(body)
  if (name !== 'getMore' && name !== 'killCursors') return 0
  const [keeper = 0, ...others] = new Set(cursorIdsIn(body).map(keeperOf))
  return others.length === 0 ? keeper : notSupported('killCursors for cursors that different threads keep')
}
