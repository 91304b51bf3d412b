import { Long } from 'bson'
import { pathOf, valueAt, type Path } from '../bson/paths'
import { isDoc, type Doc, type Value } from '../bson/value'
import { fail, notSupported } from '../errors'
import { isTruthy } from '../query/operators'
import { ComputedItem, type Item } from './item'

interface Unwind {
  readonly path: Path
  /** Keeps documents in which there is nothing to unwind. */
  readonly keepEmpty: boolean
  readonly indexField: string | undefined
}

/** `$unwind`: one document per element of an array; what is no array stands for itself. */
export function compileUnwind(spec: Value): (items: Iterable<Item>) => Iterable<Item> {
  const unwind = parseUnwind(spec)
  return function* (items) {
    for (const item of items) for (const doc of unwound(item.doc, unwind)) yield new ComputedItem(doc)
  }
}

function parseUnwind(spec: Value): Unwind {
  if (!isDoc(spec)) return parseUnwind({ path: spec })
  const { path, preserveNullAndEmptyArrays, includeArrayIndex, ...others } = spec
  if (typeof path !== 'string' || !path.startsWith('$'))
    return fail('BadValue', 'path option to $unwind stage should be prefixed with a $')
  for (const option of Object.keys(others)) notSupported(`the option ${option} of $unwind`)
  return {
    path: pathOf(path.slice(1)),
    keepEmpty: isTruthy(preserveNullAndEmptyArrays),
    indexField: typeof includeArrayIndex === 'string' ? includeArrayIndex : undefined,
  }
}

function* unwound(doc: Doc, { path, keepEmpty, indexField }: Unwind): Iterable<Doc> {
  const withIndex = (result: Doc, index: Long | null) =>
    indexField ? { ...result, [indexField]: index } : result
  const value = valueAt(doc, path)
  if (!Array.isArray(value)) {
    if (keepEmpty || (value !== undefined && value !== null)) yield withIndex(doc, null)
    return
  }
  for (const [position, element] of value.entries())
    yield withIndex(replaceAt(doc, path, element), Long.fromNumber(position))
  if (value.length === 0 && keepEmpty) yield withIndex(replaceAt(doc, path, undefined), null)
}

/** A copy of the document with another value at the path; undefined takes the field away. */
function replaceAt(doc: Doc, [segment = '', ...rest]: Path, value: Value): Doc {
  const inner = doc[segment]
  if (rest.length > 0 && isDoc(inner)) return { ...doc, [segment]: replaceAt(inner, rest, value) }
  if (value !== undefined) return { ...doc, [segment]: value }
  const { [segment]: _, ...others } = doc
  return others
}
