import fc from 'fast-check'
import { MongoError } from '../errors'
import { plain, typedDoc } from '../tests/support'
import { applyUpdate } from './apply'
import { parseUpdate } from './parse'

/**
 * The updater beside a model of its own, written for plain JavaScript from MongoDB's manual: whole numbers, short
 * texts, null, documents and arrays, at paths of one or two names. What the one refuses the other has to refuse.
 */
type Json = number | string | null | Json[] | { [name: string]: Json }
type Fields = Record<string, Json>

class Impossible extends Error {}

const impossible = (): never => {
  throw new Impossible()
}
const isFields = (value: Json | undefined): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const same = (a: Json, b: Json): boolean => JSON.stringify(a) === JSON.stringify(b)

/** BSON's order of types; of the same type only numbers and texts are compared below. */
const rank = (value: Json): number => {
  if (value === null) return 0
  if (typeof value === 'object') return Array.isArray(value) ? 4 : 3
  return typeof value === 'number' ? 1 : 2
}
const less = (a: Json, b: Json): boolean =>
  rank(a) === rank(b) ? a !== null && b !== null && a < b : rank(a) < rank(b)

const numberOr = (value: Json | undefined): number =>
  value === undefined ? 0 : typeof value === 'number' ? value : impossible()
const listOr = (value: Json | undefined): Json[] =>
  value === undefined ? [] : Array.isArray(value) ? value : impossible()

/** What becomes of a field's value; undefined is no field. */
const EDITS: Record<string, (value: Json | undefined, argument: Json) => Json | undefined> = {
  $set: (_, argument) => argument,
  $unset: () => undefined,
  $inc: (value, argument) => numberOr(value) + numberOr(argument),
  $mul: (value, argument) => numberOr(value) * numberOr(argument) + 0,
  $min: (value, argument) => (value === undefined || less(argument, value) ? argument : value),
  $max: (value, argument) => (value === undefined || less(value, argument) ? argument : value),
  $push: (value, argument) => [...listOr(value), argument],
  $addToSet: (value, argument) => {
    const list = listOr(value)
    return list.some((one) => same(one, argument)) ? list : [...list, argument]
  },
  $pull: (value, argument) =>
    value === undefined ? undefined : listOr(value).filter((one) => !same(one, argument)),
  $pop: (value, argument) =>
    value === undefined ? undefined : argument === 1 ? listOr(value).slice(0, -1) : listOr(value).slice(1),
}
/** These make nothing where nothing is. */
const NEEDS_FIELD = new Set(['$unset', '$pull', '$pop'])

const edited = (
  doc: Fields,
  [name = '', ...below]: readonly string[],
  operator: string,
  argument: Json,
): Fields => {
  const value = doc[name]
  const edit = EDITS[operator] ?? impossible
  const { [name]: _, ...others } = doc
  if (below.length === 0) {
    const result = edit(value, argument)
    return result === undefined ? others : { ...doc, [name]: result }
  }
  if (isFields(value)) return { ...doc, [name]: edited(value, below, operator, argument) }
  if (NEEDS_FIELD.has(operator)) return doc
  return value === undefined ? { ...doc, [name]: edited({}, below, operator, argument) } : impossible()
}

type Step = readonly [operator: string, path: string, argument: Json]

const modelled = (doc: Fields, steps: readonly Step[]): Fields | 'refused' => {
  try {
    return steps.reduce(
      (before, [operator, path, argument]) => edited(before, path.split('.'), operator, argument),
      doc,
    )
  } catch (error) {
    if (error instanceof Impossible) return 'refused'
    throw error
  }
}

const updated = (doc: Fields, steps: readonly Step[]): unknown => {
  const update: Record<string, Fields> = {}
  for (const [operator, path, argument] of steps) (update[operator] ??= {})[path] = argument
  try {
    const context = { filter: {}, isInsert: false, now: new Date(0) }
    return plain(applyUpdate(typedDoc(doc), parseUpdate(typedDoc(update), []), context))
  } catch (error) {
    if (error instanceof MongoError) return 'refused'
    throw error
  }
}

const scalar = fc.oneof(fc.integer({ min: -3, max: 3 }), fc.constantFrom('x', 'y', '停水'), fc.constant(null))
const list = fc.array(scalar, { maxLength: 3 })
const inner = fc.dictionary(fc.constantFrom('x', 'y'), fc.oneof(scalar, list), {
  maxKeys: 2,
  noNullPrototype: true,
})
const doc = fc.dictionary(fc.constantFrom('a', 'b', 'c'), fc.oneof(scalar, list, inner), {
  noNullPrototype: true,
})
const ofScalars = fc.tuple(
  fc.constantFrom('$set', '$unset', '$push', '$addToSet', '$pull', '$min', '$max'),
  scalar,
)
const ofNumbers = fc.tuple(fc.constantFrom('$inc', '$mul'), fc.integer({ min: -3, max: 3 }))
const ends = fc.tuple(fc.constant('$pop'), fc.constantFrom(1, -1))
/** No two of these paths touch each other. */
const PATHS = ['a', 'b.x', 'b.y', 'c.x'] as const
const steps = fc
  .subarray([...PATHS], { minLength: 1 })
  .chain((paths) =>
    fc.tuple(
      ...paths.map((path) =>
        fc.oneof(ofScalars, ofNumbers, ends).map(([op, value]): Step => [op, path, value]),
      ),
    ),
  )

test('the updater agrees with the model', () => {
  const seen = { refused: 0, changed: 0 }
  fc.assert(
    fc.property(doc, steps, (before, changes) => {
      const expected = modelled(before, changes)
      expect(updated(before, changes)).toEqual(expected)
      seen[expected === 'refused' ? 'refused' : 'changed']++
    }),
    { numRuns: process.env['JIESU_LONG'] === undefined ? 3000 : 100_000, seed: 2021 },
  )
  // Otherwise the comparison would say little.
  expect(Math.min(seen.refused, seen.changed)).toBeGreaterThan(300)
})
