import { toDouble } from '../bson/numbers'
import { isDoc, isNumber, isOperatorExpression, show, type Doc, type Value } from '../bson/value'
import { fail, notSupported } from '../errors'
import { compileFilter } from '../query/match'
import type { IndexSpec } from '../store/collection'
import { Arguments } from './arguments'

const OPTIONS = [
  'v',
  'ns',
  'key',
  'name',
  'unique',
  'sparse',
  'background',
  'partialFilterExpression',
  'expireAfterSeconds',
]

/** Reads one entry of `createIndexes.indexes`. Kinds of indexes that the engine does not have are refused. */
export function parseIndexSpec(doc: Doc): IndexSpec {
  const args = new Arguments('createIndexes.indexes', doc)
  args.allowOnly(OPTIONS)
  const key = parseKey(args.doc('key'))
  const partialFilter = args.optionalDoc('partialFilterExpression')
  const sparse = args.flag('sparse')
  if (partialFilter) checkPartialFilter(partialFilter)
  if (partialFilter && sparse)
    fail('CannotCreateIndex', 'cannot mix "partialFilterExpression" and "sparse" options')
  return {
    name: doc.name === undefined ? defaultName(key) : args.string('name'),
    key,
    unique: args.flag('unique'),
    sparse,
    partialFilter,
    expireAfterSeconds: parseExpiry(args, key),
  }
}

function parseKey(key: Doc): Doc {
  const fields = Object.entries(key)
  if (fields.length === 0) fail('CannotCreateIndex', 'Index keys cannot be empty.')
  for (const [field, order] of fields) {
    if (typeof order === 'string') notSupported(`an index of type "${order}" (on "${field}")`)
    if (field.includes('$')) notSupported(`an index on "${field}"`)
    if (field === '' || field.split('.').includes(''))
      fail('CannotCreateIndex', `Index keys cannot be an empty field: "${field}"`)
    if (!isNumber(order) || toDouble(order) === 0 || Number.isNaN(toDouble(order)))
      fail('CannotCreateIndex', `Values in the index key pattern must be numbers other than 0: "${field}"`)
  }
  return key
}

const defaultName = (key: Doc): string =>
  Object.entries(key)
    .map(([field, order]) => `${field}_${show(order)}`)
    .join('_')

function parseExpiry(args: Arguments, key: Doc): number | undefined {
  if (args.value('expireAfterSeconds') === undefined) return undefined
  if (Object.keys(key).length > 1)
    fail('CannotCreateIndex', 'TTL indexes are single-field indexes, compound indexes do not support TTL.')
  const seconds = args.count('expireAfterSeconds', 0)
  return seconds <= MAX_EXPIRY_SECONDS
    ? seconds
    : fail('CannotCreateIndex', `TTL index 'expireAfterSeconds' must be within ${String(MAX_EXPIRY_SECONDS)}`)
}

const MAX_EXPIRY_SECONDS = 0x7fffffff

const PARTIAL_OPERATORS = new Set(['$eq', '$gt', '$gte', '$lt', '$lte', '$type', '$exists', '$in'])

/** MongoDB's own restrictions, without `$or`, which this engine's planner could never use. */
function checkPartialFilter(filter: Doc): void {
  compileFilter(filter)
  for (const [field, condition] of Object.entries(filter)) {
    if (field === '$and' && Array.isArray(condition)) condition.filter(isDoc).forEach(checkPartialFilter)
    else if (field.startsWith('$')) refusePartial(field)
    else if (isOperatorExpression(condition))
      for (const [operator, operand] of Object.entries(condition)) checkPartialCondition(operator, operand)
  }
}

function checkPartialCondition(operator: string, operand: Value): void {
  if (!PARTIAL_OPERATORS.has(operator) || (operator === '$exists' && operand !== true))
    refusePartial(operator)
}

const refusePartial = (operator: string): never =>
  fail('CannotCreateIndex', `Expression not supported in partial index: ${operator}`)
