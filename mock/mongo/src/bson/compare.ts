import type { Binary, BSONRegExp, BSONSymbol, Code, MaxKey, MinKey, ObjectId, Timestamp } from 'bson'
import { compareNumbers } from './numbers'
import { RANK_OF_TYPE, rankOf, typeOf, type Doc, type NumberValue, type Value } from './value'

/** MongoDB's total order of BSON values: first by type, then by value. Negative, zero or positive. */
export function compare(a: Value, b: Value): number {
  const type = typeOf(a)
  const rank = RANK_OF_TYPE[type]
  const otherRank = rankOf(b)
  if (rank !== otherRank) return rank - otherRank
  switch (type) {
    case 'minKey':
    case 'maxKey':
    case 'null':
    case 'undefined':
      return 0
    case 'int':
    case 'double':
    case 'long':
    case 'decimal':
      return compareNumbers(a as NumberValue, b as NumberValue)
    case 'string':
    case 'symbol':
      return compareStrings(textOf(a as string | BSONSymbol), textOf(b as string | BSONSymbol))
    case 'object':
      return compareDocs(a as Doc, b as Doc)
    case 'array':
      return compareArrays(a as Value[], b as Value[])
    case 'binData':
      return compareBinaries(a as Binary, b as Binary)
    case 'objectId':
      return Buffer.compare((a as ObjectId).id, (b as ObjectId).id)
    case 'bool':
      return Number(a) - Number(b)
    case 'date':
      return (a as Date).getTime() - (b as Date).getTime()
    case 'timestamp':
      return (a as Timestamp).compare(b as Timestamp)
    case 'regex':
      return compareRegexes(a as BSONRegExp, b as BSONRegExp)
    case 'javascript':
      return compareStrings((a as Code).code, (b as Code).code)
  }
}

export const equal = (a: Value, b: Value): boolean => compare(a, b) === 0

export const isExtremeKey = (value: Value): value is MinKey | MaxKey => {
  const type = typeOf(value)
  return type === 'minKey' || type === 'maxKey'
}

export const textOf = (value: string | BSONSymbol): string =>
  typeof value === 'string' ? value : value.value

export const bytesOf = (value: Binary): Uint8Array => value.buffer.subarray(0, value.position)

/** By code point, which is the order of the UTF-8 bytes; UTF-16 order differs for surrogates only. */
export function compareStrings(a: string, b: string): number {
  if (a === b) return 0
  const shorter = Math.min(a.length, b.length)
  for (let i = 0; i < shorter; i++) {
    const x = a.charCodeAt(i)
    const y = b.charCodeAt(i)
    if (x === y) continue
    return isSurrogate(x) === isSurrogate(y) ? x - y : isSurrogate(x) ? 1 : -1
  }
  return a.length - b.length
}

const isSurrogate = (unit: number): boolean => unit >= 0xd800 && unit <= 0xdfff

function compareDocs(a: Doc, b: Doc): number {
  const fields = Object.keys(a)
  const otherFields = Object.keys(b)
  for (const [position, field] of fields.entries()) {
    const other = otherFields[position]
    if (other === undefined) return 1
    const difference =
      rankOf(a[field]) - rankOf(b[other]) || compareStrings(field, other) || compare(a[field], b[other])
    if (difference !== 0) return difference
  }
  return fields.length - otherFields.length
}

function compareArrays(a: readonly Value[], b: readonly Value[]): number {
  const shorter = Math.min(a.length, b.length)
  for (let i = 0; i < shorter; i++) {
    const difference = compare(a[i], b[i])
    if (difference !== 0) return difference
  }
  return a.length - b.length
}

function compareBinaries(a: Binary, b: Binary): number {
  const x = bytesOf(a)
  const y = bytesOf(b)
  return x.length - y.length || a.sub_type - b.sub_type || Buffer.compare(x, y)
}

const compareRegexes = (a: BSONRegExp, b: BSONRegExp): number =>
  compareStrings(a.pattern, b.pattern) || compareStrings(a.options, b.options)
