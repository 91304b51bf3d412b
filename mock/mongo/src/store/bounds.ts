import { compare, isExtremeKey } from '../bson/compare'
import { afterPrefix, encodeCompoundKey, encodeKey } from '../bson/encode'
import { isNaNValue } from '../bson/numbers'
import { isDoc, isNumber, isRegex, RANK_OF_TYPE, rankOf, type Value } from '../bson/value'
import { literalPrefix } from '../query/regex'
import type { Condition } from './conditions'

/** Keys from ≤ key < to. */
export interface KeyRange {
  readonly from: Buffer
  readonly to: Buffer
}

/** Longer bounds would reach into the part of a key that may be a hash. */
export const MAX_BOUND_BYTES = 1500

/** The values that a field must have one of, where equality (or `$in`, `$all`) decides; else undefined. */
export function equalityValues(conditions: readonly Condition[]): readonly Value[] | undefined {
  for (const { operator, operand } of conditions)
    if (operator === '$eq' && isLookedUp(operand)) return [operand ?? null]
  for (const { operator, operand } of conditions) {
    if (!Array.isArray(operand)) continue
    if (operator === '$in' && operand.every(isLookedUp)) return operand.map((value) => value ?? null)
    const [first] = operand
    if (operator === '$all' && operand.length > 0 && isLookedUp(first) && !isDoc(first))
      return [first ?? null]
  }
  return undefined
}

/** Arrays match as a whole or by element, patterns by text: neither is one key in an index. */
const isLookedUp = (value: Value): boolean => !Array.isArray(value) && !isRegex(value)

interface Bound {
  readonly value: Value
  readonly inclusive: boolean
}

/**
 * The key range of a field under `$gt`, `$gte`, `$lt`, `$lte` or an anchored `$regex`, in the field's
 * direction. With `oneBound` only one side is used: in a multikey index the two sides may be satisfied by
 * different array elements.
 */
export function rangeOf(
  conditions: readonly Condition[],
  direction: 1 | -1,
  oneBound: boolean,
): KeyRange | undefined {
  let lower: Bound | undefined
  let upper: Bound | undefined
  for (const { operator, operand } of conditions) {
    if (!isBound(operand)) continue
    const known = lower ?? upper
    if (known && rankOf(known.value) !== rankOf(operand)) continue
    if (operator === '$gt' || operator === '$gte') {
      if (!lower || compare(operand, lower.value) > 0)
        lower = { value: operand, inclusive: operator === '$gte' }
    } else if (operator === '$lt' || operator === '$lte') {
      if (!upper || compare(operand, upper.value) < 0)
        upper = { value: operand, inclusive: operator === '$lte' }
    }
  }
  if (!lower && !upper) return prefixRangeOf(conditions, direction)
  return keyRange(lower, oneBound && lower ? undefined : upper, direction)
}

function isBound(value: Value): boolean {
  if (value === null || value === undefined || Array.isArray(value) || isDoc(value)) return false
  if (isRegex(value) || isExtremeKey(value) || (isNumber(value) && isNaNValue(value))) return false
  return encodeKey(value).length <= MAX_BOUND_BYTES
}

/** Ranges stay inside the operand's type, so the missing side ends where the type ends. */
function keyRange(lower: Bound | undefined, upper: Bound | undefined, direction: 1 | -1): KeyRange {
  const rank = rankOf((lower ?? upper)?.value)
  const keyOf = (bound: Bound) => encodeCompoundKey([bound.value], [direction])
  const [first, last] = direction === 1 ? [lower, upper] : [upper, lower]
  const typeByte = direction === 1 ? rank : 0xff - rank
  return {
    from: first ? (first.inclusive ? keyOf(first) : afterPrefix(keyOf(first))) : Buffer.from([typeByte]),
    to: last ? (last.inclusive ? afterPrefix(keyOf(last)) : keyOf(last)) : Buffer.from([typeByte + 1]),
  }
}

function prefixRangeOf(conditions: readonly Condition[], direction: 1 | -1): KeyRange | undefined {
  for (const { operator, operand } of conditions) {
    const literal = operator === '$regex' && isRegex(operand) ? literalPrefix(operand) : undefined
    if (literal === undefined || literal.length > MAX_BOUND_BYTES / 4) continue
    const ascending = Buffer.concat([Buffer.from([RANK_OF_TYPE.string]), Buffer.from(literal)])
    const from = direction === 1 ? ascending : Buffer.from(ascending.map((byte) => 0xff - byte))
    return { from, to: afterPrefix(from) }
  }
  return undefined
}
