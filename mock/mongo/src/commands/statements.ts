import { isRegex, typeOf, type Doc } from '../bson/value'
import { fail, MongoError } from '../errors'

export interface WriteError {
  readonly index: number
  readonly code: number
  readonly errmsg: string
}

/**
 * Runs the statements of one write command. An error of one statement is reported beside the others' results;
 * after it an ordered command stops.
 */
export function runStatements<T>(
  statements: readonly T[],
  ordered: boolean,
  run: (statement: T, index: number) => void,
): WriteError[] {
  if (statements.length === 0)
    fail('InvalidLength', 'Write batch sizes must be between 1 and 100000. Got 0 operations.')
  const errors: WriteError[] = []
  for (const [index, statement] of statements.entries()) {
    try {
      run(statement, index)
    } catch (error) {
      if (!(error instanceof MongoError)) throw error
      errors.push({ index, code: error.code, errmsg: error.message, ...error.details })
      if (ordered) break
    }
  }
  return errors
}

/** The part of a write reply that is only there after errors. */
export const withErrors = (writeErrors: readonly WriteError[]): Record<string, unknown> =>
  writeErrors.length > 0 ? { writeErrors } : {}

/** Refuses what MongoDB does not store. */
export function checkStorable(doc: Doc): void {
  const id = doc._id
  if (Array.isArray(id) || isRegex(id) || id === undefined)
    fail('InvalidIdField', `The '_id' value cannot be of type ${typeOf(id)}`)
  const dollar = Object.keys(doc).find((field) => field.startsWith('$'))
  if (dollar !== undefined)
    fail('DollarPrefixedFieldName', `The dollar ($) prefixed field '${dollar}' is not valid for storage.`)
}
