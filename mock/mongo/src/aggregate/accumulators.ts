import { Double, Int32 } from 'bson'
import { compare } from '../bson/compare'
import { encodeKey } from '../bson/encode'
import { calculate, toDouble } from '../bson/numbers'
import { isDecimal, isNumber, type NumberValue, type Value } from '../bson/value'
import { notSupported } from '../errors'
import type { StageMemory } from '../query/memory'

/** Gathers one value of a group, document by document. */
export interface Accumulator {
  add(value: Value): void
  result(): Value
}

/** @param memory where accumulators that keep every value account for them. */
export type MakeAccumulator = (memory: StageMemory) => Accumulator

const ACCUMULATORS: Readonly<Record<string, MakeAccumulator>> = {
  $sum: sum,
  $avg: average,
  $min: () => extreme(-1),
  $max: () => extreme(1),
  $first: first,
  $last: last,
  $push: push,
  $addToSet: addToSet,
}

/** A maker of accumulators by operator name; anything unknown is refused. */
export const accumulatorNamed = (operator: string): MakeAccumulator =>
  ACCUMULATORS[operator] ?? notSupported(`the accumulator ${operator}`)

/** What is not a number counts as nothing. */
function sum(): Accumulator {
  let total: NumberValue = new Int32(0)
  return {
    add: (value) => {
      if (isNumber(value)) total = calculate('add', total, value)
    },
    result: () => total,
  }
}

function average(): Accumulator {
  let total: NumberValue = new Int32(0)
  let count = 0
  return {
    add: (value) => {
      if (!isNumber(value)) return
      if (isDecimal(value)) notSupported('$avg over Decimal128')
      total = calculate('add', total, value)
      count++
    },
    result: () => (count === 0 ? null : new Double(toDouble(total) / count)),
  }
}

function extreme(direction: 1 | -1): Accumulator {
  let best: Value = null
  return {
    add: (value) => {
      if (value === null || value === undefined) return
      if (best === null || compare(value, best) * direction > 0) best = value
    },
    result: () => best,
  }
}

function first(): Accumulator {
  let kept: { value: Value } | undefined
  return { add: (value) => void (kept ??= { value: value ?? null }), result: () => kept?.value ?? null }
}

function last(): Accumulator {
  let kept: Value = null
  return { add: (value) => void (kept = value ?? null), result: () => kept }
}

function push(memory: StageMemory): Accumulator {
  const values: Value[] = []
  return {
    add: (value) => {
      if (value === undefined) return
      memory.add(encodeKey(value).length)
      values.push(value)
    },
    result: () => values,
  }
}

function addToSet(memory: StageMemory): Accumulator {
  const values = new Map<string, Value>()
  return {
    add: (value) => {
      if (value === undefined) return
      const key = encodeKey(value).toString('latin1')
      if (values.has(key)) return
      memory.add(key.length)
      values.set(key, value)
    },
    result: () => [...values.values()],
  }
}
