import type { Binary, BSONRegExp, BSONSymbol, Code, ObjectId, Timestamp } from 'bson'
import { createHash } from 'node:crypto'
import { bytesOf, textOf } from './compare'
import { exactly } from './numbers'
import { RANK_OF_TYPE, rankOf, typeOf, type Doc, type NumberValue, type Value } from './value'

/** LMDB's longest key is 1978 bytes; five bytes of prefix come on top of this. */
export const MAX_KEY_BYTES = 1900

const HASH_BYTES = 20

/**
 * Encodes a value so that the bytes sort as `compare` sorts the values, and no encoding is the beginning of
 * another one: encodings can be joined to compound keys.
 */
export function encodeKey(value: Value): Buffer {
  const writer = new KeyWriter()
  writer.value(value)
  return writer.finish()
}

/** A compound key; the bytes of a descending field (direction −1) are inverted. */
export function encodeCompoundKey(values: readonly Value[], directions: readonly (1 | -1)[]): Buffer {
  const writer = new KeyWriter()
  values.forEach((value, position) => {
    const start = writer.length
    writer.value(value)
    if (directions[position] === -1) writer.invertFrom(start)
  })
  return writer.finish()
}

/**
 * Fits a key into LMDB: what is too long ends in a hash of the whole. Such keys can still be looked up but no
 * longer order exactly, see `truncated` in the catalogue.
 */
export function fitKey(key: Buffer): Buffer {
  if (key.length <= MAX_KEY_BYTES) return key
  return Buffer.concat([key.subarray(0, MAX_KEY_BYTES - HASH_BYTES), createHash('sha1').update(key).digest()])
}

/** The first key after all keys that begin with `prefix`. */
export function afterPrefix(prefix: Buffer): Buffer {
  let end = prefix.length
  while (end > 0 && prefix[end - 1] === 0xff) end--
  if (end === 0) return Buffer.alloc(MAX_KEY_BYTES, 0xff)
  const next = Buffer.from(prefix.subarray(0, end))
  next[end - 1] = (next[end - 1] ?? 0) + 1
  return next
}

const END = 0

class KeyWriter {
  private buffer = Buffer.allocUnsafe(128)
  length = 0

  finish(): Buffer {
    return Buffer.from(this.buffer.subarray(0, this.length))
  }

  invertFrom(start: number): void {
    for (let i = start; i < this.length; i++) this.buffer[i] = ~(this.buffer[i] ?? 0) & 0xff
  }

  value(value: Value): void {
    const type = typeOf(value)
    this.byte(RANK_OF_TYPE[type])
    switch (type) {
      case 'minKey':
      case 'maxKey':
      case 'null':
      case 'undefined':
        break
      case 'int':
      case 'double':
      case 'long':
      case 'decimal':
        this.number(value as NumberValue)
        break
      case 'string':
      case 'symbol':
        this.text(textOf(value as string | BSONSymbol))
        break
      case 'object':
        this.document(value as Doc)
        break
      case 'array':
        for (const element of value as Value[]) this.value(element)
        this.byte(END)
        break
      case 'binData':
        this.binary(value as Binary)
        break
      case 'objectId':
        this.bytes((value as ObjectId).id)
        break
      case 'bool':
        this.byte(value === true ? 1 : 0)
        break
      case 'date':
        this.date(value as Date)
        break
      case 'timestamp':
        this.timestamp(value as Timestamp)
        break
      case 'regex':
        this.text((value as BSONRegExp).pattern)
        this.text((value as BSONRegExp).options)
        break
      case 'javascript':
        this.text((value as Code).code)
    }
  }

  private reserve(bytes: number): void {
    if (this.length + bytes <= this.buffer.length) return
    const larger = Buffer.allocUnsafe(Math.max(this.buffer.length * 2, this.length + bytes))
    this.buffer.copy(larger, 0, 0, this.length)
    this.buffer = larger
  }

  private byte(byte: number): void {
    this.reserve(1)
    this.buffer[this.length++] = byte
  }

  private bytes(bytes: Uint8Array): void {
    this.reserve(bytes.length)
    this.buffer.set(bytes, this.length)
    this.length += bytes.length
  }

  private uint32(value: number): void {
    this.reserve(4)
    this.length = this.buffer.writeUInt32BE(value >>> 0, this.length)
  }

  private uint64(value: bigint): void {
    this.reserve(8)
    this.length = this.buffer.writeBigUInt64BE(value, this.length)
  }

  /** A zero byte inside is written 00 FF, the end 00 00: so "a" sorts before "a\0". */
  private text(text: string): void {
    const bytes = Buffer.from(text)
    let start = 0
    for (let zero = bytes.indexOf(0); zero >= 0; zero = bytes.indexOf(0, start)) {
      this.bytes(bytes.subarray(start, zero + 1))
      this.byte(0xff)
      start = zero + 1
    }
    this.bytes(bytes.subarray(start))
    this.byte(END)
    this.byte(END)
  }

  private document(doc: Doc): void {
    for (const field of Object.keys(doc)) {
      this.byte(rankOf(doc[field]))
      this.text(field)
      this.value(doc[field])
    }
    this.byte(END)
  }

  private binary(binary: Binary): void {
    const bytes = bytesOf(binary)
    this.uint32(bytes.length)
    this.byte(binary.sub_type)
    this.bytes(bytes)
  }

  private date(date: Date): void {
    const time = date.getTime()
    this.uint64(BigInt.asUintN(64, BigInt(Number.isNaN(time) ? 0 : time) ^ (1n << 63n)))
  }

  private timestamp(timestamp: Timestamp): void {
    this.uint32(timestamp.t)
    this.uint32(timestamp.i)
  }

  /** The double with its sign made sortable, then the remainder: one byte for its sign, nine for the rest. */
  private number(number: NumberValue): void {
    const { double, remainder } = exactly(number)
    this.uint64(sortableDouble(double))
    this.byte(remainder === 0n ? 0x80 : remainder > 0n ? 0x81 : 0x7f)
    if (remainder === 0n) return
    const biased = remainder + (1n << 71n)
    this.byte(Number(biased >> 64n))
    this.uint64(BigInt.asUintN(64, biased))
  }
}

const doubleBits = new DataView(new ArrayBuffer(8))

/** NaN is zero, the smallest; −0 equals 0; negative numbers have all bits flipped, others the sign bit. */
function sortableDouble(double: number): bigint {
  if (Number.isNaN(double)) return 0n
  doubleBits.setFloat64(0, double === 0 ? 0 : double)
  const bits = doubleBits.getBigUint64(0)
  return bits >> 63n ? BigInt.asUintN(64, ~bits) : bits | (1n << 63n)
}
