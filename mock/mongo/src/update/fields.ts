import { Decimal128, Double, Int32, Long, Timestamp } from 'bson'
import { fail } from '../errors'
import { compare } from '../bson/compare'
import { calculate } from '../bson/numbers'
import { pathOf } from '../bson/paths'
import { copyOf, isDoc, isNumber, show, typeOf, type Doc, type NumberValue, type Value } from '../bson/value'
import { createSlot, type Slot } from './slot'

export function increment(slot: Slot, by: Value, path: string): void {
  const amount = numericArgument('$inc', by, path)
  const current = slot.get()
  slot.set(current === undefined ? amount : calculate('add', numericField('$inc', current, path), amount))
}

export function multiply(slot: Slot, by: Value, path: string): void {
  const factor = numericArgument('$mul', by, path)
  const current = slot.get()
  slot.set(
    current === undefined
      ? zeroLike(factor)
      : calculate('multiply', numericField('$mul', current, path), factor),
  )
}

function numericArgument(operator: string, argument: Value, path: string): NumberValue {
  return isNumber(argument)
    ? argument
    : fail('TypeMismatch', `Cannot apply ${operator} with non-numeric argument: {${path}: ${show(argument)}}`)
}

function numericField(operator: string, current: Value, path: string): NumberValue {
  return isNumber(current)
    ? current
    : fail(
        'TypeMismatch',
        `Cannot apply ${operator} to a value of non-numeric type: ${path} is of type ${typeOf(current)}`,
      )
}

function zeroLike(number: NumberValue): NumberValue {
  if (number instanceof Long) return Long.ZERO
  if (number instanceof Double) return new Double(0)
  return number instanceof Decimal128 ? Decimal128.fromString('0') : new Int32(0)
}

/** `$min` (direction −1) and `$max` (direction 1): by BSON order, a missing field takes the argument. */
export function keepExtreme(slot: Slot, candidate: Value, direction: 1 | -1): void {
  const current = slot.get()
  if (current === undefined || compare(candidate, current) * direction > 0) slot.set(copyOf(candidate))
}

export function rename(root: Doc, slot: Slot, target: string): void {
  const value = slot.get()
  if (value === undefined) return
  if (slot.isArrayElement) fail('BadValue', 'The source field of $rename cannot be an array element')
  slot.remove()
  const destination = createSlot(root, pathOf(target))
  if (destination.isArrayElement)
    fail('BadValue', `The destination field of $rename cannot be an array element: ${target}`)
  destination.set(value)
}

export function setCurrentDate(slot: Slot, type: Value, now: Date): void {
  const wanted = isDoc(type) ? type.$type : type
  if (wanted === true || wanted === 'date') slot.set(now)
  else if (wanted === 'timestamp') slot.set(new Timestamp({ t: Math.floor(now.getTime() / 1000), i: 1 }))
  else fail('BadValue', `$currentDate takes true, {$type: 'date'} or {$type: 'timestamp'}, not ${show(type)}`)
}
