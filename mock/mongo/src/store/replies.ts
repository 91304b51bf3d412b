import { Binary, Long } from 'bson'
import { decode, encode } from '../bson/codec'
import { bytesOf } from '../bson/compare'
import { isBinary, isLong } from '../bson/value'
import { fail } from '../errors'
import { join, REPLY_PREFIX } from './keys'
import type { WriteTransaction } from './transaction'

/** A write that its client may send again if it did not hear the answer. */
export interface RetryableWrite {
  /** The session's id, 16 bytes. */
  readonly session: Buffer
  /** Grows with every write of the session. */
  readonly number: bigint
}

/** MongoDB's logicalSessionTimeoutMinutes. */
export const SESSION_MINUTES = 30

/**
 * Runs a write once, however often it is sent: the reply is stored in the same commit as the effects, and
 * given again to a write with the same number.
 */
export function runOnce(tx: WriteTransaction, write: RetryableWrite, now: Date, run: () => Buffer): Buffer {
  const key = join(REPLY_PREFIX, write.session)
  const stored = tx.get(key)
  if (stored) {
    const last = parseReply(stored)
    if (last.number === write.number) return last.reply
    if (last.number > write.number)
      fail(
        'TransactionTooOld',
        `Retryable write ${String(write.number)} is older than the session's last one, ${String(last.number)}`,
      )
  }
  const reply = run()
  tx.put(key, encode({ number: Long.fromBigInt(write.number), at: now, reply: new Binary(reply) }))
  return reply
}

interface StoredReply {
  readonly number: bigint
  readonly at: Date
  readonly reply: Buffer
}

function parseReply(stored: Buffer): StoredReply {
  const { number, at, reply } = decode(stored)
  return {
    number: isLong(number) ? number.toBigInt() : -1n,
    at: at instanceof Date ? at : new Date(0),
    reply: isBinary(reply) ? Buffer.from(bytesOf(reply)) : Buffer.alloc(0),
  }
}

/** Forgets replies of sessions that have been silent for longer than a session lives. */
export function forgetOldReplies(tx: WriteTransaction, now: Date): void {
  const oldest = now.getTime() - SESSION_MINUTES * 60_000
  for (const { key, value } of tx.prefixRange(REPLY_PREFIX))
    if (parseReply(value).at.getTime() < oldest) tx.remove(key)
}
