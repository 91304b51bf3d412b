import { pathOf, valueAt, type Path } from '../bson/paths'
import { isDoc, type Doc, type Value } from '../bson/value'
import { compileFilter } from './match'

/**
 * Which element of the array at `arrayPath` the filter matched: the meaning of `$` in updates and
 * projections. The last condition on the array decides. Undefined if the filter says nothing about it.
 */
export function matchedPosition(doc: Doc, filter: Doc, arrayPath: string): number | undefined {
  const path = pathOf(arrayPath)
  const array = valueAt(doc, path)
  if (!Array.isArray(array)) return undefined
  for (const condition of conditionsOn(arrayPath, filter).reverse()) {
    const matches = compileFilter(condition)
    const position = array.findIndex((element) => matches(nest(path, [element])))
    if (position >= 0) return position
  }
  return undefined
}

function conditionsOn(arrayPath: string, filter: Doc): Doc[] {
  return Object.entries(filter).flatMap(([field, condition]): Doc[] => {
    if (field === '$and' && Array.isArray(condition))
      return condition.filter(isDoc).flatMap((branch) => conditionsOn(arrayPath, branch))
    if (field === '$or') return [{ $or: condition }]
    return field === arrayPath || field.startsWith(`${arrayPath}.`) ? [{ [field]: condition }] : []
  })
}

/** A document that has nothing but `value` at `path`. */
const nest = (path: Path, value: Value): Doc =>
  path.reduceRight<Value>((inner, segment) => ({ [segment]: inner }), value) as Doc
