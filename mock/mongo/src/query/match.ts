import { fail, notSupported } from '../errors'
import { pathOf, visitPath } from '../bson/paths'
import { isDoc, isOperatorExpression, type Doc, type Value } from '../bson/value'
import { compileOperators, equalityTest, type FieldTest } from './operators'

export type Predicate = (doc: Doc) => boolean

/** Compiles a query filter once; the predicate then answers for any number of documents. */
export function compileFilter(filter: Doc): Predicate {
  const tests = Object.entries(filter).flatMap(([field, condition]) => compileEntry(field, condition))
  const [only] = tests
  if (!only) return () => true
  return tests.length === 1 ? only : (doc) => tests.every((test) => test(doc))
}

function compileEntry(field: string, condition: Value): Predicate[] {
  switch (field) {
    case '$and':
      return branches(field, condition)
    case '$or': {
      const any = branches(field, condition)
      return [(doc) => any.some((test) => test(doc))]
    }
    case '$nor': {
      const none = branches(field, condition)
      return [(doc) => !none.some((test) => test(doc))]
    }
    case '$comment':
      return []
    default:
      if (field.startsWith('$')) return notSupported(`the top level query operator ${field}`)
      return fieldTests(condition).map((test) => alongPath(field, test))
  }
}

function branches(operator: string, condition: Value): Predicate[] {
  if (!Array.isArray(condition) || condition.length === 0)
    return fail('BadValue', `${operator} must be a nonempty array`)
  return condition.map((branch) =>
    isDoc(branch) ? compileFilter(branch) : fail('BadValue', `${operator} entries need to be full objects`),
  )
}

/** Tests one array element by itself, as `$pull` does: a plain value by equality, or operators. */
export function compileElementTest(condition: Value): (element: Value) => boolean {
  const tests = fieldTests(condition)
  return (element) => tests.every((test) => test((accept) => accept(element)))
}

const fieldTests = (condition: Value): FieldTest[] =>
  isOperatorExpression(condition) ? compileOperators(condition, compileFilter) : [equalityTest(condition)]

function alongPath(field: string, test: FieldTest): Predicate {
  const path = pathOf(field)
  return (doc) => test((accept, mode) => visitPath(doc, path, mode, accept))
}
