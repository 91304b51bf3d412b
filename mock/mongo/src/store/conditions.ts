import type { BSONRegExp } from 'bson'
import { BSONRegExp as Regex } from 'bson'
import { isDoc, isOperatorExpression, isRegex, type Doc, type Value } from '../bson/value'

/** One condition that every matching document satisfies on a field. */
export interface Condition {
  readonly operator: string
  readonly operand: Value
}

/** What a filter says about each dotted path, as far as an index could use it. */
export interface Conditions {
  readonly byPath: ReadonlyMap<string, readonly Condition[]>
  /** The branches of each top-level `$or`. */
  readonly alternatives: readonly (readonly Doc[])[]
}

/** Collects conditions from the filter and from `$and` inside it; what it does not know it leaves out. */
export function conditionsOf(filter: Doc): Conditions {
  const byPath = new Map<string, Condition[]>()
  const alternatives: Doc[][] = []
  collect(filter, '', byPath, alternatives)
  return { byPath, alternatives }
}

function collect(filter: Doc, prefix: string, byPath: Map<string, Condition[]>, alternatives: Doc[][]): void {
  for (const [field, condition] of Object.entries(filter)) {
    if (field === '$and') docsIn(condition).forEach((branch) => collect(branch, prefix, byPath, alternatives))
    else if (field === '$or' && prefix === '') alternatives.push(docsIn(condition))
    else if (!field.startsWith('$')) collectField(prefix + field, condition, byPath, alternatives)
  }
}

function collectField(
  path: string,
  condition: Value,
  byPath: Map<string, Condition[]>,
  alternatives: Doc[][],
): void {
  const add = (operator: string, operand: Value) =>
    byPath.set(path, [...(byPath.get(path) ?? []), { operator, operand }])
  if (!isOperatorExpression(condition)) return void add(isRegex(condition) ? '$regex' : '$eq', condition)
  for (const [operator, operand] of Object.entries(condition)) {
    if (operator === '$elemMatch' && isDoc(operand) && !isOperatorExpression(operand))
      collect(operand, `${path}.`, byPath, alternatives)
    else if (operator === '$regex') add('$regex', regexOf(operand, condition.$options))
    else if (operator !== '$options') add(operator, operand)
  }
}

function regexOf(operand: Value, options: Value): BSONRegExp | null {
  const given = typeof options === 'string' ? options : undefined
  if (isRegex(operand)) return given === undefined ? operand : new Regex(operand.pattern, given)
  return typeof operand === 'string' ? new Regex(operand, given ?? '') : null
}

const docsIn = (value: Value): Doc[] => (Array.isArray(value) ? value.filter(isDoc) : [])
