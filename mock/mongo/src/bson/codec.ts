import { deserialize, serialize, BSONError } from 'bson'
import { fail } from '../errors'
import type { Doc } from './value'

/** The largest document that MongoDB stores, in bytes. */
export const MAX_DOCUMENT_BYTES = 16 * 1024 * 1024

const KEEP_TYPES = { promoteValues: false, promoteLongs: false, promoteBuffers: false, bsonRegExp: true }

/** Decodes BSON and keeps every number's BSON type. Bytes that are not BSON are refused as `InvalidBSON`. */
export function decode(bytes: Uint8Array): Doc {
  try {
    return deserialize(bytes, KEEP_TYPES)
  } catch (error) {
    if (error instanceof BSONError || error instanceof RangeError) return fail('InvalidBSON', error.message)
    throw error
  }
}

/** Encodes a document; plain JavaScript numbers (in replies) become Int32 or Double. */
export function encode(doc: Doc | Record<string, unknown>): Buffer {
  try {
    const bytes = serialize(doc, { ignoreUndefined: false })
    return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  } catch (error) {
    // The serializer's buffer holds a little more than the largest document.
    if (error instanceof RangeError)
      return fail('BSONObjectTooLarge', 'BSONObj size is invalid: more than 16 MB')
    throw error
  }
}

const TYPE_DOCUMENT = 0x03
const TYPE_ARRAY = 0x04

/**
 * Builds a document around parts that are already BSON, so that a batch of stored documents goes to the
 * client without being decoded and encoded again.
 */
export class RawDocument {
  private readonly parts: Buffer[] = []
  private bytes = 0

  /** Adds the fields of a document that still has to be encoded. */
  fields(doc: Record<string, unknown>): this {
    return this.append(encode(doc).subarray(4, -1))
  }

  document(name: string, raw: Buffer): this {
    return this.append(elementHeader(TYPE_DOCUMENT, name)).append(raw)
  }

  documents(name: string, raws: readonly Buffer[]): this {
    const array = new RawDocument()
    raws.forEach((raw, position) => array.document(String(position), raw))
    return this.append(elementHeader(TYPE_ARRAY, name)).append(array.finish())
  }

  finish(): Buffer {
    const size = this.bytes + 5
    const length = Buffer.alloc(4)
    length.writeInt32LE(size)
    return Buffer.concat([length, ...this.parts, Buffer.alloc(1)], size)
  }

  private append(part: Buffer): this {
    this.parts.push(part)
    this.bytes += part.length
    return this
  }
}

const elementHeader = (type: number, name: string): Buffer =>
  Buffer.from(`${String.fromCharCode(type)}${name}\0`)
