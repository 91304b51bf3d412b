import { fail, notSupported } from '../errors'
import { firstField, isDoc, typeOf, type Doc, type Value } from '../bson/value'
import type { Predicate } from '../query/match'
import { compileFilter } from '../query/match'

export const UPDATE_OPERATORS = [
  '$set',
  '$setOnInsert',
  '$unset',
  '$inc',
  '$mul',
  '$min',
  '$max',
  '$rename',
  '$currentDate',
  '$push',
  '$addToSet',
  '$pull',
  '$pullAll',
  '$pop',
] as const

export type UpdateOperator = (typeof UPDATE_OPERATORS)[number]

/** One operator at one path, e.g. `$inc` of `visits` by 1. */
export interface Change {
  readonly operator: UpdateOperator
  readonly path: string
  readonly argument: Value
}

export type Update =
  | { readonly kind: 'replacement'; readonly replacement: Doc }
  | {
      readonly kind: 'operators'
      readonly changes: readonly Change[]
      readonly elementFilters: ElementFilters
    }

/** The conditions of `$[identifier]`, by identifier. */
export type ElementFilters = ReadonlyMap<string, (element: Value) => boolean>

/** Reads and checks an update before any document is touched. */
export function parseUpdate(update: Value, arrayFilters: readonly Doc[]): Update {
  if (Array.isArray(update)) return notSupported('an update by an aggregation pipeline')
  if (!isDoc(update)) return fail('FailedToParse', 'Update argument must be an object')
  if (firstField(update)?.startsWith('$')) return parseOperators(update, arrayFilters)
  const dollar = Object.keys(update).find((field) => field.startsWith('$'))
  if (dollar !== undefined)
    return fail(
      'DollarPrefixedFieldName',
      `The dollar ($) prefixed field '${dollar}' is not allowed in a replacement document.`,
    )
  if (arrayFilters.length > 0)
    return fail('FailedToParse', 'Cannot specify arrayFilters and a replacement document')
  return { kind: 'replacement', replacement: update }
}

function parseOperators(update: Doc, arrayFilters: readonly Doc[]): Update {
  const changes = Object.entries(update).flatMap(([operator, fields]) => parseOperator(operator, fields))
  refuseConflicts(changes)
  // MongoDB applies changes in the order of their paths; it shows in the order of new fields.
  changes.sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0))
  return { kind: 'operators', changes, elementFilters: parseArrayFilters(arrayFilters, changes) }
}

function parseOperator(operator: string, fields: Value): Change[] {
  if (!isUpdateOperator(operator)) {
    if (operator === '$bit') return notSupported('the update operator $bit')
    return fail(
      'FailedToParse',
      `Unknown modifier: ${operator}. Expected a valid update modifier or a replacement document`,
    )
  }
  if (!isDoc(fields))
    return fail(
      'FailedToParse',
      `Modifiers operate on fields but we found type ${typeOf(fields)} instead for ${operator}.`,
    )
  return Object.entries(fields).map(([path, argument]) => {
    checkPath(path)
    if (operator === '$rename') checkRename(path, argument)
    return { operator, path, argument }
  })
}

const isUpdateOperator = (name: string): name is UpdateOperator =>
  (UPDATE_OPERATORS as readonly string[]).includes(name)

function checkPath(path: string): void {
  for (const segment of path.split('.')) {
    if (segment === '')
      fail('EmptyFieldName', `The update path '${path}' contains an empty field name, which is not allowed.`)
    if (segment.startsWith('$') && !/^\$(?:\[\w*\])?$/.test(segment))
      fail(
        'DollarPrefixedFieldName',
        `The dollar ($) prefixed field '${segment}' in '${path}' is not valid for storage.`,
      )
  }
}

function checkRename(path: string, target: Value): void {
  if (typeof target !== 'string')
    return fail('BadValue', `The 'to' field for $rename must be a string: ${path}`)
  checkPath(target)
  if (path.includes('$') || target.includes('$'))
    fail('BadValue', `$rename cannot use positional paths: ${path}`)
}

/** Two changes may not touch the same field, nor one field inside the other. */
function refuseConflicts(changes: readonly Change[]): void {
  const paths = changes.flatMap(({ operator, path, argument }) =>
    operator === '$rename' ? [path, argument as string] : [path],
  )
  const seen = new Set<string>()
  for (const path of paths.sort((a, b) => a.length - b.length)) {
    const segments = path.split('.')
    const clash = segments
      .map((_, depth) => segments.slice(0, depth + 1).join('.'))
      .find((outer) => seen.has(outer))
    if (clash !== undefined)
      fail('ConflictingUpdateOperators', `Updating the path '${path}' would create a conflict at '${clash}'`)
    seen.add(path)
  }
}

function parseArrayFilters(arrayFilters: readonly Doc[], changes: readonly Change[]): ElementFilters {
  const filters = new Map<string, (element: Value) => boolean>()
  for (const filter of arrayFilters) {
    const [identifier, ...others] = new Set(topLevelNames(filter))
    if (identifier === undefined || others.length > 0)
      return fail(
        'FailedToParse',
        `Error parsing array filter: expected a single top-level field name, found ${[...topLevelNames(filter)].join(', ') || 'none'}`,
      )
    if (filters.has(identifier))
      return fail(
        'FailedToParse',
        `Found multiple array filters with the same top-level field name ${identifier}`,
      )
    if (!changes.some(({ path }) => path.split('.').includes(`$[${identifier}]`)))
      return fail(
        'FailedToParse',
        `The array filter for identifier '${identifier}' was not used in the update`,
      )
    const matches: Predicate = compileFilter(filter)
    filters.set(identifier, (element) => matches({ [identifier]: element }))
  }
  return filters
}

function topLevelNames(filter: Doc): string[] {
  return Object.entries(filter).flatMap(([field, condition]) => {
    if (!field.startsWith('$')) return [field.split('.')[0] ?? field]
    return Array.isArray(condition) ? condition.filter(isDoc).flatMap(topLevelNames) : []
  })
}
