import { EJSON } from 'bson'
import type {
  Binary,
  BSONRegExp,
  BSONSymbol,
  Code,
  Decimal128,
  Double,
  Int32,
  Long,
  MaxKey,
  MinKey,
  ObjectId,
  Timestamp,
} from 'bson'
import { notSupported } from '../errors'

export type NumberValue = Int32 | Double | Long | Decimal128

/**
 * A BSON value as the engine handles it: numbers keep their BSON type (never a bare JavaScript number), so
 * that a Double 5.0 stays a Double when its document is written back.
 */
export type Value =
  | null
  | undefined
  | boolean
  | string
  | Date
  | NumberValue
  | ObjectId
  | Binary
  | Timestamp
  | BSONRegExp
  | BSONSymbol
  | Code
  | MinKey
  | MaxKey
  | Value[]
  | Doc

export interface Doc {
  [field: string]: Value
}

/** MongoDB's `$type` aliases. */
export type TypeName =
  | 'double'
  | 'string'
  | 'object'
  | 'array'
  | 'binData'
  | 'undefined'
  | 'objectId'
  | 'bool'
  | 'date'
  | 'null'
  | 'regex'
  | 'javascript'
  | 'symbol'
  | 'int'
  | 'timestamp'
  | 'long'
  | 'decimal'
  | 'minKey'
  | 'maxKey'

const TYPE_OF_TAG: Readonly<Record<string, TypeName>> = {
  Int32: 'int',
  Double: 'double',
  Long: 'long',
  Decimal128: 'decimal',
  ObjectId: 'objectId',
  Binary: 'binData',
  Timestamp: 'timestamp',
  BSONRegExp: 'regex',
  BSONSymbol: 'symbol',
  Code: 'javascript',
  MinKey: 'minKey',
  MaxKey: 'maxKey',
}

/**
 * Ranks of the types in MongoDB's sort order; types with one rank are compared with each other. The rank is
 * also the first byte of a value's index key, so it is part of the file format.
 */
export const RANK_OF_TYPE: Readonly<Record<TypeName, number>> = {
  minKey: 1,
  undefined: 4,
  null: 5,
  int: 10,
  double: 10,
  long: 10,
  decimal: 10,
  string: 15,
  symbol: 15,
  object: 20,
  array: 25,
  binData: 30,
  objectId: 35,
  bool: 40,
  date: 45,
  timestamp: 47,
  regex: 50,
  javascript: 60,
  maxKey: 127,
}

/** The BSON type of a value. A DBRef is refused: the engine could not compare it as MongoDB does. */
export function typeOf(value: Value): TypeName {
  if (value === null) return 'null'
  if (value === undefined) return 'undefined'
  if (typeof value === 'string') return 'string'
  if (typeof value === 'boolean') return 'bool'
  if (Array.isArray(value)) return 'array'
  if (value instanceof Date) return 'date'
  const tag = tagOf(value)
  if (tag === undefined) return 'object'
  return TYPE_OF_TAG[tag] ?? notSupported(`a value of BSON type ${tag}`)
}

export const rankOf = (value: Value): number => RANK_OF_TYPE[typeOf(value)]

const tagOf = (value: object): string | undefined => (value as { _bsontype?: string })._bsontype

export const isDoc = (value: Value): value is Doc =>
  typeof value === 'object' &&
  value !== null &&
  !Array.isArray(value) &&
  !(value instanceof Date) &&
  tagOf(value) === undefined

export const isNumber = (value: Value): value is NumberValue => rankOf(value) === RANK_OF_TYPE.int

const hasTag = (value: Value, tag: string): boolean =>
  typeof value === 'object' && value !== null && tagOf(value) === tag

export const isObjectId = (value: Value): value is ObjectId => hasTag(value, 'ObjectId')
export const isRegex = (value: Value): value is BSONRegExp => hasTag(value, 'BSONRegExp')
export const isBinary = (value: Value): value is Binary => hasTag(value, 'Binary')
export const isTimestamp = (value: Value): value is Timestamp => hasTag(value, 'Timestamp')
export const isLong = (value: Value): value is Long => hasTag(value, 'Long')
export const isDecimal = (value: Value): value is Decimal128 => hasTag(value, 'Decimal128')

/** The first field of a document, which decides whether it is an operator expression. */
export const firstField = (doc: Doc): string | undefined => {
  for (const field in doc) return field
  return undefined
}

/** `{ $gt: 1 }` rather than `{ a: 1 }`. */
export const isOperatorExpression = (value: Value): value is Doc =>
  isDoc(value) && (firstField(value)?.startsWith('$') ?? false)

/** Copies containers; leaves (numbers, dates, ids …) are never modified in place and stay shared. */
export function copyOf(value: Value): Value {
  if (Array.isArray(value)) return value.map(copyOf)
  return isDoc(value) ? copyOfDoc(value) : value
}

export function copyOfDoc(doc: Doc): Doc {
  const copy: Doc = {}
  for (const field of Object.keys(doc)) copy[field] = copyOf(doc[field])
  return copy
}

/** A value in an error message, close to how the mongo shell prints it. */
export function show(value: Value): string {
  switch (typeOf(value)) {
    case 'null':
    case 'undefined':
      return 'null'
    case 'string':
      return JSON.stringify(value)
    case 'objectId':
      return `ObjectId('${(value as ObjectId).toHexString()}')`
    case 'date':
      return `new Date(${String((value as Date).getTime())})`
    case 'array':
      return `[ ${(value as Value[]).map(show).join(', ')} ]`
    case 'object':
      return showFields(value as Doc)
    default:
      return EJSON.stringify(value)
  }
}

export const showFields = (doc: Doc): string =>
  `{ ${Object.entries(doc)
    .map(([field, value]) => `${field}: ${show(value)}`)
    .join(', ')} }`
