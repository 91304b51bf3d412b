import { fail, notSupported } from '../errors'
import { compare, equal } from '../bson/compare'
import { wholeNumber } from '../bson/numbers'
import { copyOf, isDoc, isNumber, isOperatorExpression, typeOf, type Doc, type Value } from '../bson/value'
import { compileElementTest, compileFilter } from '../query/match'
import { createSorter, parseSort, sortBy } from '../query/sort'
import type { Slot } from './slot'

const PUSH_MODIFIERS = new Set(['$each', '$position', '$sort', '$slice'])

/** `$push`: one value, or `$each` with `$position`, then `$sort`, then `$slice`. */
export function push(slot: Slot, argument: Value, path: string): void {
  const current = arrayIn(slot, path) ?? []
  if (!isDoc(argument) || !('$each' in argument)) {
    slot.set([...current, copyOf(argument)])
    return
  }
  refuseUnknown('$push', argument, PUSH_MODIFIERS)
  const array = inserted(current, eachOf('$push', argument), argument.$position)
  if (argument.$sort !== undefined) sortArray(array, argument.$sort)
  slot.set(argument.$slice === undefined ? array : sliced(array, argument.$slice))
}

function inserted(array: readonly Value[], values: readonly Value[], position: Value): Value[] {
  const at = position === undefined ? array.length : integer('$position', position)
  const index = at < 0 ? Math.max(0, array.length + at) : Math.min(at, array.length)
  return [...array.slice(0, index), ...values, ...array.slice(index)]
}

function sortArray(array: Value[], order: Value): void {
  if (isDoc(order)) {
    const sorter = createSorter(parseSort(order))
    sortBy(array, (element) => sorter.keyOf(isDoc(element) ? element : {}), sorter)
    return
  }
  const direction = integer('$sort', order)
  if (direction !== 1 && direction !== -1) fail('BadValue', 'The $sort element value must be either 1 or -1')
  array.sort((a, b) => direction * compare(a, b))
}

function sliced(array: readonly Value[], count: Value): Value[] {
  const size = integer('$slice', count)
  return size >= 0 ? array.slice(0, size) : array.slice(size)
}

export function addToSet(slot: Slot, argument: Value, path: string): void {
  const set = [...(arrayIn(slot, path) ?? [])]
  const values = isDoc(argument) && '$each' in argument ? eachOf('$addToSet', argument) : [copyOf(argument)]
  if (isDoc(argument) && '$each' in argument) refuseUnknown('$addToSet', argument, new Set(['$each']))
  for (const value of values) if (!set.some((member) => equal(member, value))) set.push(value)
  slot.set(set)
}

/** `$pull`: what equals a value, or what matches a condition; a plain document is a condition on documents. */
export function pull(slot: Slot, argument: Value, path: string): void {
  const array = arrayIn(slot, path)
  if (!array) return
  const unwanted = pullTest(argument)
  slot.set(array.filter((element) => !unwanted(element)))
}

function pullTest(argument: Value): (element: Value) => boolean {
  if (isDoc(argument) && !isOperatorExpression(argument)) {
    const matches = compileFilter(argument)
    return (element) => isDoc(element) && matches(element)
  }
  return compileElementTest(argument)
}

export function pullAll(slot: Slot, argument: Value, path: string): void {
  if (!Array.isArray(argument)) return fail('BadValue', '$pullAll requires an array argument')
  const array = arrayIn(slot, path)
  if (array) slot.set(array.filter((element) => !argument.some((unwanted) => equal(element, unwanted))))
}

export function pop(slot: Slot, argument: Value, path: string): void {
  const end = integer('$pop', argument)
  if (end !== 1 && end !== -1) fail('FailedToParse', `$pop expects 1 or -1, found ${String(end)}`)
  const array = arrayIn(slot, path)
  if (array) slot.set(end === 1 ? array.slice(0, -1) : array.slice(1))
}

function arrayIn(slot: Slot, path: string): readonly Value[] | undefined {
  const current = slot.get()
  if (current === undefined || Array.isArray(current)) return current
  return fail('BadValue', `The field '${path}' must be an array but is of type ${typeOf(current)}`)
}

function eachOf(operator: string, { $each }: Doc): Value[] {
  if (!Array.isArray($each))
    return fail(
      'BadValue',
      `The argument to $each in ${operator} must be an array but it was of type: ${typeOf($each)}`,
    )
  return $each.map(copyOf)
}

const integer = (what: string, value: Value): number =>
  isNumber(value)
    ? wholeNumber(value, what)
    : fail('FailedToParse', `${what} must be a number, not ${typeOf(value)}`)

function refuseUnknown(operator: string, argument: Doc, known: ReadonlySet<string>): void {
  for (const modifier of Object.keys(argument))
    if (!known.has(modifier)) notSupported(`the modifier ${modifier} of ${operator}`)
}
