import { Int32 } from 'bson'
import { compare, equal } from '../bson/compare'
import { fieldOf, pathOf, type Path } from '../bson/paths'
import { firstField, isDoc, isOperatorExpression, type Doc, type Value } from '../bson/value'
import { fail, notSupported } from '../errors'
import { isTruthy } from '../query/operators'

/** Computes a value from a document; undefined is "missing". */
export type Expression = (doc: Doc) => Value

/**
 * Compiles an aggregation expression: `'$field.path'`, `'$$ROOT'`, literals, documents and arrays of
 * expressions, and the operators below. Everything else is refused.
 */
export function compileExpression(expression: Value): Expression {
  if (typeof expression === 'string') return compileString(expression)
  if (Array.isArray(expression)) {
    const elements = expression.map(compileExpression)
    return (doc) => elements.map((element) => element(doc) ?? null)
  }
  if (!isDoc(expression)) return () => expression
  return isOperatorExpression(expression) ? compileOperator(expression) : compileDocument(expression)
}

function compileString(text: string): Expression {
  if (text.startsWith('$$')) {
    const [variable, ...path] = text.slice(2).split('.')
    return variable === 'ROOT'
      ? (doc) => fieldValue(doc, path)
      : notSupported(`the variable $$${variable ?? ''}`)
  }
  if (!text.startsWith('$')) return () => text
  const path = pathOf(text.slice(1))
  return (doc) => fieldValue(doc, path)
}

/** Unlike in a query, a path through an array gives the array of all that it reaches. */
function fieldValue(value: Value, path: Path): Value {
  const [segment, ...rest] = path
  if (segment === undefined) return value
  if (Array.isArray(value))
    return value.map((element) => fieldValue(element, path)).filter((each) => each !== undefined)
  return isDoc(value) ? fieldValue(fieldOf(value, segment), rest) : undefined
}

function compileDocument(expression: Doc): Expression {
  const fields = Object.entries(expression).map(([name, value]) => [name, compileExpression(value)] as const)
  return (doc) => {
    const result: Doc = {}
    for (const [name, compute] of fields) {
      const value = compute(doc)
      if (value !== undefined) result[name] = value
    }
    return result
  }
}

function compileOperator(expression: Doc): Expression {
  const name = firstField(expression) ?? ''
  const argument = expression[name]
  if (Object.keys(expression).length > 1)
    return fail(
      'BadValue',
      `an expression must have exactly one operator, found ${Object.keys(expression).join(', ')}`,
    )
  if (name === '$literal') return () => argument
  if (name === '$cond') return compileCondition(argument)
  const operator = OPERATORS[name] ?? notSupported(`the aggregation expression ${name}`)
  const operands = (Array.isArray(argument) ? argument : [argument]).map(compileExpression)
  if (operator.operands !== undefined && operands.length !== operator.operands)
    return fail(
      'BadValue',
      `Expression ${name} takes exactly ${String(operator.operands)} arguments, not ${String(operands.length)}`,
    )
  return (doc) => operator.compute(operands.map((operand) => operand(doc)))
}

function compileCondition(argument: Value): Expression {
  const parts = Array.isArray(argument)
    ? argument
    : isDoc(argument)
      ? [argument.if, argument.then, argument.else]
      : []
  if (parts.length !== 3 || parts.includes(undefined))
    return fail('BadValue', '$cond needs if, then and else')
  const [test = () => undefined, positive, negative] = parts.map(compileExpression)
  return (doc) => (isTruthy(test(doc)) ? positive : negative)?.(doc)
}

interface Operator {
  readonly operands?: number
  compute(values: readonly Value[]): Value
}

const comparison = (accepts: (order: number) => boolean): Operator => ({
  operands: 2,
  compute: ([a, b]) => accepts(compare(a, b)),
})

/** In comparisons a missing field comes before null, as BSON's undefined does. */
const OPERATORS: Readonly<Record<string, Operator>> = {
  $eq: comparison((order) => order === 0),
  $ne: comparison((order) => order !== 0),
  $gt: comparison((order) => order > 0),
  $gte: comparison((order) => order >= 0),
  $lt: comparison((order) => order < 0),
  $lte: comparison((order) => order <= 0),
  $and: { compute: (values) => values.every(isTruthy) },
  $or: { compute: (values) => values.some(isTruthy) },
  $not: { operands: 1, compute: ([value]) => !isTruthy(value) },
  $ifNull: {
    compute: (values) => values.find((value) => value !== null && value !== undefined) ?? values.at(-1),
  },
  $in: {
    operands: 2,
    compute: ([value, list]) =>
      Array.isArray(list)
        ? list.some((member) => equal(member, value))
        : fail('BadValue', '$in requires an array as a second argument'),
  },
  $size: {
    operands: 1,
    compute: ([list]) =>
      Array.isArray(list)
        ? new Int32(list.length)
        : fail('BadValue', 'The argument to $size must be an array'),
  },
}
