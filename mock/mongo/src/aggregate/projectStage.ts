import { pathOf } from '../bson/paths'
import { isDoc, isNumber, isOperatorExpression, copyOfDoc, type Doc, type Value } from '../bson/value'
import { fail } from '../errors'
import { isTruthy } from '../query/operators'
import { compileProjection } from '../query/project'
import { createSlot } from '../update/slot'
import { compileExpression, type Expression } from './expression'
import { ComputedItem, type Item } from './item'

/** `$project`: includes or excludes fields like a find projection, and computes new ones. */
export function compileProjectStage(spec: Value): (items: Iterable<Item>) => Iterable<Item> {
  if (!isDoc(spec) || Object.keys(spec).length === 0)
    return fail('BadValue', '$project specification must be a non-empty object')
  const { plain, computed } = split(spec)
  const base = computed.length > 0 ? includedOnly(plain) : compileProjection(plain, {})
  return function* (items) {
    for (const { doc } of items) {
      const projected = base ? base(doc) : doc
      yield new ComputedItem(computed.length === 0 ? projected : withComputed(projected, doc, computed))
    }
  }
}

interface ComputedField {
  readonly path: string
  readonly compute: Expression
}

function split(spec: Doc, prefix = ''): { plain: Doc; computed: ComputedField[] } {
  const plain: Doc = {}
  const computed: ComputedField[] = []
  for (const [name, wanted] of Object.entries(spec)) {
    const path = prefix + name
    if (path.includes('$')) fail('BadValue', `FieldPath field names may not contain '$': ${path}`)
    if (typeof wanted === 'boolean' || isNumber(wanted)) plain[path] = wanted
    else if (isDoc(wanted) && !isOperatorExpression(wanted)) {
      const inner = split(wanted, `${path}.`)
      Object.assign(plain, inner.plain)
      computed.push(...inner.computed)
    } else computed.push({ path, compute: compileExpression(wanted) })
  }
  return { plain, computed }
}

/** Computed fields go with inclusion; what is not named is left out, but for `_id`. */
function includedOnly(plain: Doc): (doc: Doc) => Doc {
  const { _id: id, ...others } = plain
  const keepsId = id === undefined || isTruthy(id)
  if (Object.keys(others).length === 0) return (doc) => (keepsId && '_id' in doc ? { _id: doc._id } : {})
  if (!Object.values(others).every(isTruthy))
    return fail('Location31254', 'Cannot compute fields in an exclusion projection')
  return compileProjection(plain, {}) ?? ((doc) => doc)
}

function withComputed(projected: Doc, doc: Doc, computed: readonly ComputedField[]): Doc {
  const result = copyOfDoc(projected)
  for (const { path, compute } of computed) {
    const value = compute(doc)
    if (value !== undefined) createSlot(result, pathOf(path)).set(value)
  }
  return result
}
