import { encode } from './bson/codec'
import { toBigInt } from './bson/numbers'
import { firstField, isBinary, isDoc, isNumber, type Doc } from './bson/value'
import { bytesOf } from './bson/compare'
import { Arguments } from './commands/arguments'
import { asBson, type Reply } from './commands/command'
import { COMMANDS } from './commands/registry'
import { Cursors } from './cursors'
import { fail, MongoError, notSupported } from './errors'
import { Environment, type EnvironmentOptions } from './store/environment'
import { removeExpired } from './store/expiry'
import { forgetOldReplies, type RetryableWrite } from './store/replies'
import type { Message } from './wire/message'

export interface EngineOptions extends EnvironmentOptions {
  /** The clock; tests bring their own. */
  readonly now?: () => Date
  /** Gets errors that are the engine's own fault; the client only learns their message. */
  readonly onInternalError?: (error: unknown) => void
}

/** Answers MongoDB commands from one data folder. */
export class Engine {
  private readonly cursors = new Cursors()
  private readonly now: () => Date
  private readonly onInternalError: (error: unknown) => void

  private constructor(
    private readonly environment: Environment,
    options: EngineOptions,
  ) {
    this.now = options.now ?? (() => new Date())
    this.onInternalError = options.onInternalError ?? (() => undefined)
  }

  /** @throws FolderInUse, UnusableFolder */
  static open(folder: string, options: EngineOptions = {}): Engine {
    return new Engine(Environment.open(folder, options), options)
  }

  /** Runs one command and returns its reply as BSON; errors become replies too. */
  async answer(message: Message, connectionId: number): Promise<Buffer> {
    try {
      return asBson(await this.run(message, connectionId))
    } catch (error) {
      if (!(error instanceof MongoError)) this.onInternalError(error)
      return encode(errorReply(error))
    }
  }

  private run({ body, sequences }: Message, connectionId: number): Reply | Promise<Reply> {
    const name = firstField(body) ?? ''
    const command = COMMANDS.get(name) ?? notSupported(`the command "${name}"`)
    refuseTransactions(body)
    const args = new Arguments(name, body, sequences)
    args.allowOnly(command.fields)
    return command.run({
      args,
      database: args.string('$db'),
      environment: this.environment,
      cursors: this.cursors,
      connectionId,
      retryable: retryableWrite(body),
      now: this.now(),
    })
  }

  /** Housekeeping that has to happen now and then: TTL indexes, old replies, idle cursors. */
  async sweep(): Promise<void> {
    const now = this.now()
    this.cursors.forgetIdle(now)
    await removeExpired(this.environment, now)
    await this.environment.write((tx) => forgetOldReplies(tx, now))
  }

  close(): Promise<void> {
    return this.environment.close()
  }
}

function refuseTransactions({ autocommit, startTransaction }: Doc): void {
  if (autocommit !== undefined || startTransaction !== undefined) notSupported('a multi-document transaction')
}

function retryableWrite({ lsid, txnNumber }: Doc): RetryableWrite | undefined {
  if (txnNumber === undefined || !isNumber(txnNumber)) return undefined
  const id = isDoc(lsid) ? lsid.id : undefined
  if (!isBinary(id))
    return fail('InvalidOptions', 'Transaction number requires a session ID to also be specified')
  return { session: Buffer.from(bytesOf(id)), number: toBigInt(txnNumber) }
}

function errorReply(error: unknown): Record<string, unknown> {
  if (error instanceof MongoError) {
    const { code, codeName, message, details } = error
    return { ok: 0, errmsg: message, code, codeName, ...details }
  }
  return {
    ok: 0,
    errmsg: error instanceof Error ? error.message : String(error),
    code: 8,
    codeName: 'UnknownError',
  }
}
