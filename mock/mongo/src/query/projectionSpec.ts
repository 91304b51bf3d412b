import { fail, notSupported } from '../errors'
import { toDouble } from '../bson/numbers'
import { isDoc, isNumber, type Doc, type Value } from '../bson/value'
import { isTruthy } from './operators'

export interface Slice {
  readonly skip: number
  readonly limit: number | undefined
}

/** What a projection document asks for, field by field. */
export type ProjectedField =
  | { readonly kind: 'include' | 'exclude' | 'positional'; readonly field: string }
  | { readonly kind: 'slice'; readonly field: string; readonly slice: Slice }
  | { readonly kind: 'element'; readonly field: string; readonly condition: Doc }

/** Reads a find projection; nested documents are the same as dotted paths. Expressions are refused. */
export function parseProjection(spec: Doc, prefix = ''): ProjectedField[] {
  return Object.entries(spec).flatMap(([name, wanted]): ProjectedField[] => {
    const field = prefix + name
    if (field.endsWith('.$')) return [{ kind: 'positional', field: field.slice(0, -2) }]
    if (typeof wanted === 'boolean' || isNumber(wanted))
      return [{ kind: isTruthy(wanted) ? 'include' : 'exclude', field }]
    if (!isDoc(wanted)) return notSupported(`the computed projection of "${field}"`)
    const operator = Object.keys(wanted).find((key) => key.startsWith('$'))
    if (operator === undefined) return parseProjection(wanted, `${field}.`)
    if (operator === '$slice') return [{ kind: 'slice', field, slice: parseSlice(wanted.$slice) }]
    if (operator === '$elemMatch') return [{ kind: 'element', field, condition: parseElement(field, wanted) }]
    return notSupported(`the projection operator ${operator}`)
  })
}

function parseElement(field: string, wanted: Doc): Doc {
  if (field.includes('.'))
    return fail('BadValue', `Cannot use $elemMatch projection on the nested field ${field}`)
  return { [field]: { $elemMatch: wanted.$elemMatch } }
}

/** `$slice: n` is the first n (or last −n) elements; `[skip, n]` begins elsewhere, from the end if negative. */
function parseSlice(value: Value): Slice {
  if (isNumber(value)) {
    const count = toDouble(value)
    return count >= 0 ? { skip: 0, limit: count } : { skip: count, limit: undefined }
  }
  const numbers = Array.isArray(value) ? value.filter(isNumber).map(toDouble) : []
  const [skip, limit] = numbers
  if (skip === undefined || limit === undefined || numbers.length !== 2)
    return notSupported('this form of $slice in a projection')
  return limit > 0 ? { skip, limit } : fail('BadValue', '$slice limit must be positive')
}

export function sliceOf(array: readonly Value[], { skip, limit }: Slice): Value[] {
  const start = skip < 0 ? Math.max(0, array.length + skip) : skip
  return array.slice(start, limit === undefined ? undefined : start + limit)
}
