import { fail, notSupported } from '../errors'
import { compare, equal, isExtremeKey } from '../bson/compare'
import { isNaNValue, toDouble } from '../bson/numbers'
import type { LeafMode } from '../bson/paths'
import {
  firstField,
  isDoc,
  isNumber,
  isObjectId,
  isOperatorExpression,
  isRegex,
  rankOf,
  type Doc,
  type Value,
} from '../bson/value'
import type { Predicate } from './match'
import { compileRegex } from './regex'
import { typeTest } from './types'

type ValueTest = (value: Value) => boolean

/**
 * The values that a test has to look at: those along a path of a document, or one array element inside
 * `$elemMatch`. Says whether `accept` took any of them.
 */
export type Field = (accept: ValueTest, mode: LeafMode) => boolean

export type FieldTest = (field: Field) => boolean

const anyValue =
  (accept: ValueTest, mode: LeafMode = 'elements'): FieldTest =>
  (field) =>
    field(accept, mode)

const not =
  (test: FieldTest): FieldTest =>
  (field) =>
    !test(field)

/** Compiles `{ $gt: 1, $lt: 5 }`. The filter compiler comes in as an argument because filters nest. */
export function compileOperators(expression: Doc, compileFilter: (filter: Doc) => Predicate): FieldTest[] {
  return Object.entries(expression).flatMap(([operator, operand]) => {
    switch (operator) {
      case '$eq':
        return [exactTest(operand)]
      case '$ne':
        if (isRegex(operand)) return fail('BadValue', "Can't have regex as arg to $ne.")
        return [not(exactTest(operand))]
      case '$gt':
      case '$gte':
      case '$lt':
      case '$lte':
        return [anyValue(rangeTest(operator, operand))]
      case '$in':
        return [anyValue(membershipTest(operator, operand))]
      case '$nin':
        return [not(anyValue(membershipTest(operator, operand)))]
      case '$exists':
        return [existsTest(operand)]
      case '$not':
        return [negation(operand, compileFilter)]
      case '$regex':
        return [regexTest(operand, expression.$options)]
      case '$options':
        return '$regex' in expression ? [] : fail('BadValue', '$options needs a $regex')
      case '$all':
        return allTests(operand, compileFilter)
      case '$elemMatch':
        return [elementTest(operand, compileFilter)]
      case '$size':
        return [sizeTest(operand)]
      case '$type':
        return [anyValue(typeTest(operand))]
      case '$mod':
        return [anyValue(moduloTest(operand))]
      default:
        return notSupported(`the query operator ${operator}`)
    }
  })
}

/** `{ a: value }`: null also takes what is missing, and a regular expression is matched, not compared. */
export const equalityTest = (operand: Value): FieldTest =>
  anyValue(isRegex(operand) ? patternTest(operand.pattern, operand.options) : equalTo(operand))

const exactTest = (operand: Value): FieldTest => anyValue(equalTo(operand))

const isNullish = (value: Value): boolean => value === null || value === undefined

const equalTo = (operand: Value): ValueTest =>
  isNullish(operand) ? isNullish : (value) => value !== undefined && equal(value, operand)

const patternTest = (pattern: string, options: string): ValueTest => {
  const regex = compileRegex(pattern, options)
  return (value) =>
    typeof value === 'string'
      ? regex.test(value)
      : isRegex(value) && value.pattern === pattern && value.options === options
}

function regexTest(operand: Value, options: Value): FieldTest {
  if (options !== undefined && typeof options !== 'string')
    return fail('BadValue', '$options has to be a string')
  if (typeof operand === 'string') return anyValue(patternTest(operand, options ?? ''))
  if (isRegex(operand)) return anyValue(patternTest(operand.pattern, options ?? operand.options))
  return fail('BadValue', '$regex has to be a string')
}

type RangeOperator = '$gt' | '$gte' | '$lt' | '$lte'

const ACCEPTS: Readonly<Record<RangeOperator, (order: number) => boolean>> = {
  $gt: (order) => order > 0,
  $gte: (order) => order >= 0,
  $lt: (order) => order < 0,
  $lte: (order) => order <= 0,
}

/** Ranges look only at values of the operand's own type ("type bracketing"), except against MinKey and MaxKey. */
function rangeTest(operator: RangeOperator, operand: Value): ValueTest {
  if (isRegex(operand)) return fail('BadValue', "Can't have RegEx as arg to predicate over field")
  const accepts = ACCEPTS[operator]
  const inclusive = accepts(0)
  if (isNullish(operand)) return inclusive ? isNullish : () => false
  if (isExtremeKey(operand)) return (value) => value !== undefined && accepts(compare(value, operand))
  if (isNumber(operand)) {
    if (isNaNValue(operand)) return (value) => inclusive && isNumber(value) && isNaNValue(value)
    return (value) => isNumber(value) && !isNaNValue(value) && accepts(compare(value, operand))
  }
  const rank = rankOf(operand)
  return (value) => rankOf(value) === rank && accepts(compare(value, operand))
}

/** Strings and ObjectIds, the usual members of long lists, are looked up rather than compared one by one. */
function membershipTest(operator: '$in' | '$nin', operand: Value): ValueTest {
  if (!Array.isArray(operand)) return fail('BadValue', `${operator} needs an array`)
  const strings = new Set<string>()
  const ids = new Set<string>()
  const others: ValueTest[] = []
  for (const member of operand) {
    if (isOperatorExpression(member)) return fail('BadValue', `cannot nest $ under ${operator}`)
    if (typeof member === 'string') strings.add(member)
    else if (isObjectId(member)) ids.add(member.toHexString())
    else others.push(isRegex(member) ? patternTest(member.pattern, member.options) : equalTo(member))
  }
  return (value) =>
    (typeof value === 'string' && strings.has(value)) ||
    (isObjectId(value) && ids.has(value.toHexString())) ||
    others.some((test) => test(value))
}

function existsTest(operand: Value): FieldTest {
  const exists = anyValue((value) => value !== undefined, 'whole')
  return isTruthy(operand) ? exists : not(exists)
}

export const isTruthy = (value: Value): boolean =>
  !(value === false || isNullish(value) || (isNumber(value) && toDouble(value) === 0))

function negation(operand: Value, compileFilter: (filter: Doc) => Predicate): FieldTest {
  if (isRegex(operand)) return not(equalityTest(operand))
  if (!isOperatorExpression(operand)) return fail('BadValue', '$not needs a regex or a document')
  const tests = compileOperators(operand, compileFilter)
  return (field) => !tests.every((test) => test(field))
}

function allTests(operand: Value, compileFilter: (filter: Doc) => Predicate): FieldTest[] {
  if (!Array.isArray(operand)) return fail('BadValue', '$all needs an array')
  if (operand.length === 0) return [() => false]
  return operand.map((member) =>
    isDoc(member) && firstField(member) === '$elemMatch'
      ? elementTest(member.$elemMatch, compileFilter)
      : equalityTest(member),
  )
}

const LOGICAL = new Set(['$and', '$or', '$nor'])

/** One and the same array element has to satisfy all conditions, given as a filter or as operators. */
function elementTest(operand: Value, compileFilter: (filter: Doc) => Predicate): FieldTest {
  if (!isDoc(operand)) return fail('BadValue', '$elemMatch needs an Object')
  const accepts =
    isOperatorExpression(operand) && !LOGICAL.has(firstField(operand) ?? '')
      ? elementByOperators(operand, compileFilter)
      : elementByFilter(compileFilter(operand))
  return anyValue((value) => Array.isArray(value) && value.some(accepts), 'whole')
}

function elementByOperators(expression: Doc, compileFilter: (filter: Doc) => Predicate): ValueTest {
  const tests = compileOperators(expression, compileFilter)
  return (element) => tests.every((test) => test((accept) => accept(element)))
}

const elementByFilter =
  (matches: Predicate): ValueTest =>
  (element) =>
    isDoc(element)
      ? matches(element)
      : Array.isArray(element) && matches(Object.fromEntries(element.entries()))

function sizeTest(operand: Value): FieldTest {
  const size = isNumber(operand) ? toDouble(operand) : NaN
  if (!Number.isInteger(size) || size < 0)
    return fail('BadValue', 'Failed to parse $size. Expected a non-negative integer')
  return anyValue((value) => Array.isArray(value) && value.length === size, 'whole')
}

function moduloTest(operand: Value): ValueTest {
  const numbers = Array.isArray(operand) ? operand.filter(isNumber) : []
  const [divisor, remainder] = numbers.map((number) => Math.trunc(toDouble(number)))
  if (!Array.isArray(operand) || operand.length !== 2 || divisor === undefined || remainder === undefined)
    return fail('BadValue', 'malformed mod, it needs a numeric divisor and remainder')
  if (divisor === 0) return fail('BadValue', 'divisor cannot be 0')
  return (value) => isNumber(value) && Math.trunc(toDouble(value)) % divisor === remainder
}
