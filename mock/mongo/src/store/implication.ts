import { compare, equal } from '../bson/compare'
import { isDoc, isOperatorExpression, isRegex, rankOf, type Doc, type Value } from '../bson/value'
import { compileFilter } from '../query/match'
import type { Index } from './collection'
import type { Condition, Conditions } from './conditions'

/**
 * Whether a partial or sparse index is sure to hold every document that the query can match. When in doubt
 * it says no: the query then scans more, but loses nothing.
 */
export function holdsAllMatches(index: Index, conditions: Conditions): boolean {
  if (index.partialFilter && !impliesFilter(conditions, index.partialFilter)) return false
  return (
    !index.sparse ||
    index.fields.some(({ name }) => conditions.byPath.get(name)?.some(impliesPresence) ?? false)
  )
}

function impliesFilter(conditions: Conditions, partialFilter: Doc): boolean {
  return Object.entries(partialFilter).every(([field, required]) => {
    if (field === '$and' && Array.isArray(required))
      return required.every((branch) => isDoc(branch) && impliesFilter(conditions, branch))
    if (field.startsWith('$')) return false
    const given = conditions.byPath.get(field) ?? []
    const requirements = isOperatorExpression(required)
      ? Object.entries(required).map(([operator, operand]) => ({ operator, operand }))
      : [{ operator: '$eq', operand: required }]
    return requirements.every((requirement) => given.some((condition) => implies(condition, requirement)))
  })
}

function implies(given: Condition, required: Condition): boolean {
  if (given.operator === '$eq' && isPlain(given.operand)) return satisfies(given.operand, required)
  if (given.operator === '$in' && Array.isArray(given.operand))
    return given.operand.every((value) => isPlain(value) && satisfies(value, required))
  if (required.operator === '$exists' && required.operand === true) return impliesPresence(given)
  return (
    impliesBound(given, required, ['$gt', '$gte'], 1) ||
    impliesBound(given, required, ['$lt', '$lte'], -1) ||
    (given.operator === required.operator && equal(given.operand, required.operand))
  )
}

/** Null also matches what is missing, arrays and patterns match more than themselves. */
const isPlain = (value: Value): boolean =>
  value !== null && value !== undefined && !Array.isArray(value) && !isRegex(value)

const satisfies = (value: Value, { operator, operand }: Condition): boolean =>
  compileFilter({ field: { [operator]: operand } })({ field: value })

function impliesBound(
  given: Condition,
  required: Condition,
  [open, closed]: [string, string],
  direction: 1 | -1,
): boolean {
  const isBound = ({ operator }: Condition) => operator === open || operator === closed
  if (!isBound(given) || !isBound(required) || rankOf(given.operand) !== rankOf(required.operand))
    return false
  const order = compare(given.operand, required.operand) * direction
  return order > 0 || (order === 0 && (required.operator === closed || given.operator === open))
}

/** Whether a condition can only hold for a field that is there. */
function impliesPresence({ operator, operand }: Condition): boolean {
  switch (operator) {
    case '$eq':
    case '$gt':
    case '$gte':
    case '$lt':
    case '$lte':
      return operand !== null && operand !== undefined
    case '$in':
      return Array.isArray(operand) && !operand.some((value) => value === null || value === undefined)
    case '$exists':
      return operand === true
    case '$regex':
      return true
    default:
      return false
  }
}
