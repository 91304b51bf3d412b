import { encodeKey, fitKey } from '../bson/encode'
import type { Value } from '../bson/value'

/**
 * The layout of the one LMDB database:
 *
 *   v                                  version of the catalogue
 *   c                                  the catalogue: collections and indexes
 *   o                                  the process that owns the folder
 *   d + collection id + _id            a document, as BSON
 *   i + index id + fields (+ _id)      the _id of a document; unique indexes leave the _id out of the key
 *   r + session id                     the reply to the session's last retryable write
 */
export const VERSION_KEY = Buffer.from('v')
export const CATALOGUE_KEY = Buffer.from('c')
export const OWNER_KEY = Buffer.from('o')
export const REPLY_PREFIX = Buffer.from('r')

export const documentPrefix = (collectionId: number): Buffer => prefixed('d', collectionId)
export const indexPrefix = (indexId: number): Buffer => prefixed('i', indexId)

export const join = (prefix: Buffer, rest: Buffer): Buffer => Buffer.concat([prefix, rest])

/** The part of a key that stands for a document's `_id`. */
export const idKeyOf = (id: Value): Buffer => fitKey(encodeKey(id))

function prefixed(tag: string, id: number): Buffer {
  const prefix = Buffer.alloc(5)
  prefix.write(tag)
  prefix.writeUInt32BE(id, 1)
  return prefix
}
