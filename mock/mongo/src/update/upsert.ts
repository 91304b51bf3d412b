import { ObjectId } from 'bson'
import { pathOf } from '../bson/paths'
import { copyOf, isDoc, isOperatorExpression, isRegex, type Doc, type Value } from '../bson/value'
import { applyUpdate } from './apply'
import type { Update } from './parse'
import { createSlot } from './slot'

/** The document that an upsert inserts when nothing matched: what the filter fixes, then the update. */
export function upsertedDocument(filter: Doc, update: Update, now: Date): Doc {
  const known: Doc = {}
  fillFrom(filter, known)
  const base = update.kind === 'replacement' ? idOnly(known) : known
  return withLeadingId(applyUpdate(base, update, { filter, isInsert: true, now }))
}

const idOnly = ({ _id }: Doc): Doc => (_id === undefined ? {} : { _id })

/** MongoDB stores `_id` as the first field, and makes one up where there is none. */
export function withLeadingId(doc: Doc): Doc {
  const { _id = new ObjectId(), ...fields } = doc
  return { _id, ...fields }
}

function fillFrom(filter: Doc, doc: Doc): void {
  for (const [field, condition] of Object.entries(filter)) {
    if (field === '$and' && Array.isArray(condition))
      condition.filter(isDoc).forEach((branch) => fillFrom(branch, doc))
    if (field === '$or' && Array.isArray(condition) && condition.length === 1)
      condition.filter(isDoc).forEach((branch) => fillFrom(branch, doc))
    if (field.startsWith('$')) continue
    const fixed = fixedValue(condition)
    if (fixed) createSlot(doc, pathOf(field)).set(copyOf(fixed.value))
  }
}

/** The one value that a condition allows, if it is of that kind. */
function fixedValue(condition: Value): { value: Value } | undefined {
  if (isRegex(condition)) return undefined
  if (!isOperatorExpression(condition)) return { value: condition }
  if ('$eq' in condition) return { value: condition.$eq }
  for (const list of [condition.$in, condition.$all])
    if (Array.isArray(list) && list.length === 1 && !isRegex(list[0])) return { value: list[0] }
  return undefined
}
