import type { Timestamp } from 'bson'
import { encode } from '../bson/codec'
import { fail } from '../errors'
import type { Cursors } from '../cursors'
import type { Environment } from '../store/environment'
import { runOnce, type RetryableWrite } from '../store/replies'
import type { Collection } from '../store/collection'
import type { ReadView, WriteTransaction } from '../store/transaction'
import type { Arguments } from './arguments'

/** A reply document, or one that is BSON already. */
export type Reply = Buffer | Readonly<Record<string, unknown>>

/** All that a command gets to work with. */
export interface Context {
  readonly args: Arguments
  readonly database: string
  /** For writing. */
  readonly environment: Environment
  /** What to read from: all that is committed, or the snapshot that the client goes on reading. */
  readonly view: () => ReadView
  /** The snapshot's time. */
  readonly atClusterTime?: Timestamp | undefined
  /** Everybody waits for this thread: it reads within a budget and keeps nothing open. */
  readonly hurry: boolean
  readonly cursors: Cursors
  readonly connectionId: number
  readonly retryable: RetryableWrite | undefined
  readonly now: Date
}

export interface Command {
  /** The arguments that it understands; any other one is refused. */
  readonly fields: readonly string[]
  run(context: Context): Reply | Promise<Reply>
}

export const ok = (reply: Record<string, unknown> = {}): Reply => ({ ...reply, ok: 1 })

export const asBson = (reply: Reply): Buffer => (Buffer.isBuffer(reply) ? reply : encode(reply))

/** Runs a write command: atomically, durably, and once even if the client sends it again. */
export function write(context: Context, work: (tx: WriteTransaction) => Reply): Promise<Reply> {
  const { environment, retryable, now } = context
  return environment.write((tx) =>
    retryable ? runOnce(tx, retryable, now, () => asBson(work(tx))) : work(tx),
  )
}

/** The namespace `database.collection` that a command names in its field. */
export function namespaceIn({ args, database }: Context, field: string): string {
  const collection = args.string(field)
  const namespace = `${database}.${collection}`
  if (collection === '' || collection.startsWith('.') || /[\0$]/.test(collection))
    return fail('InvalidNamespace', `Invalid namespace specified '${namespace}'`)
  return namespace
}

/** The collection to write to; made on first use, as in MongoDB. */
export function ensureCollection(tx: WriteTransaction, namespace: string): Collection {
  if (!tx.catalogue.get(namespace)) tx.changeCatalogue(tx.catalogue.withNewCollection(namespace))
  return tx.catalogue.get(namespace) ?? fail('UnknownError', `The collection ${namespace} could not be made`)
}
