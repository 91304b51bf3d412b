import type { Timestamp } from 'bson'
import { encode } from '../bson/codec'
import { bytesOf } from '../bson/compare'
import { toBigInt } from '../bson/numbers'
import { firstField, isBinary, isDoc, isNumber, type Doc } from '../bson/value'
import type { Cursors } from '../cursors'
import { fail, MongoError, notSupported } from '../errors'
import type { Environment } from '../store/environment'
import type { RetryableWrite } from '../store/replies'
import type { ReadView } from '../store/transaction'
import type { Message } from '../wire/message'
import { Arguments } from './arguments'
import type { Reply } from './command'
import { COMMANDS } from './registry'

/** What a thread brings to the commands that it runs. */
export interface Thread {
  readonly environment: Environment
  readonly cursors: Cursors
  /** Everybody waits for this thread (`Context.hurry`). */
  readonly hurry: boolean
  readonly view: () => ReadView
  readonly atClusterTime?: Timestamp | undefined
}

/** Runs one command. @throws MongoError; OverBudget in a thread that hurries */
export function runCommand(
  { body, sequences }: Pick<Message, 'body' | 'sequences'>,
  connectionId: number,
  now: Date,
  thread: Thread,
): Reply | Promise<Reply> {
  const name = firstField(body) ?? ''
  const command = COMMANDS.get(name) ?? notSupported(`the command "${name}"`)
  refuseTransactions(body)
  const args = new Arguments(name, body, sequences)
  args.allowOnly(command.fields)
  const database = args.string('$db')
  return command.run({ ...thread, args, database, connectionId, retryable: retryableWrite(body), now })
}

/** The id of the session in which a command comes, 16 bytes. */
export function sessionOf({ lsid }: Doc): Buffer | undefined {
  const id = isDoc(lsid) ? lsid.id : undefined
  return isBinary(id) ? Buffer.from(bytesOf(id)) : undefined
}

function refuseTransactions({ autocommit, startTransaction }: Doc): void {
  if (autocommit !== undefined || startTransaction !== undefined) notSupported('a multi-document transaction')
}

function retryableWrite(body: Doc): RetryableWrite | undefined {
  const { txnNumber } = body
  if (txnNumber === undefined || !isNumber(txnNumber)) return undefined
  const session = sessionOf(body)
  if (!session) return fail('InvalidOptions', 'Transaction number requires a session ID to also be specified')
  return { session, number: toBigInt(txnNumber) }
}

/** The reply to a command that failed, as BSON. */
export function errorReply(error: unknown): Buffer {
  if (error instanceof MongoError) {
    const { code, codeName, message, details } = error
    return encode({ ok: 0, errmsg: message, code, codeName, ...details })
  }
  const errmsg = error instanceof Error ? error.message : String(error)
  return encode({ ok: 0, errmsg, code: 8, codeName: 'UnknownError' })
}
