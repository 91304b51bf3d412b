import { MAX_KEY_BYTES, encodeCompoundKey, fitKey } from '../bson/encode'
import { arrayIndex, fieldOf, hasField, type Path } from '../bson/paths'
import { isDoc, type Doc, type Value } from '../bson/value'
import { fail } from '../errors'
import type { Index } from './collection'
import { join } from './keys'

export interface IndexEntry {
  readonly key: Buffer
  /** The indexed values, for the message about a duplicate. */
  readonly values: readonly Value[]
}

export interface IndexEntries {
  /** By their key's bytes, so that old and new entries of an update can be told apart. */
  readonly byKey: ReadonlyMap<string, IndexEntry>
  readonly multikey: boolean
  readonly truncated: boolean
}

const NONE: IndexEntries = { byKey: new Map(), multikey: false, truncated: false }

/** The entries that a document has in an index. */
export function entriesOf(index: Index, doc: Doc, idKey: Buffer): IndexEntries {
  if (index.covers && !index.covers(doc)) return NONE
  if (index.sparse && !index.fields.some(({ path }) => isPresent(doc, path))) return NONE
  const { rows, multikey } = keyRows(index, doc)
  const byKey = new Map<string, IndexEntry>()
  let truncated = false
  for (const values of rows) {
    const fields = encodeCompoundKey(values, index.directions)
    const full = index.unique ? fields : join(fields, idKey)
    truncated ||= full.length > MAX_KEY_BYTES
    const key = join(index.prefix, fitKey(full))
    byKey.set(key.toString('latin1'), { key, values })
  }
  return { byKey, multikey, truncated }
}

function isPresent(value: Value, path: Path): boolean {
  const [segment, ...rest] = path
  if (segment === undefined) return true
  if (Array.isArray(value)) return value.some((element) => isDoc(element) && isPresent(element, path))
  return isDoc(value) && hasField(value, segment) && isPresent(value[segment], rest)
}

/** One field on its way down a document: arrived at a value, or stopped before an array. */
type Progress = { readonly value: Value } | { readonly array: Value[]; readonly rest: Path }

/**
 * All combinations of values that a document has in the index's fields. Fields that lead into the same array
 * are paired element by element; two different arrays are refused, as in MongoDB.
 */
function keyRows(index: Index, doc: Doc): { rows: Value[][]; multikey: boolean } {
  const progress = index.fields.map(({ path }) => descend(doc, path))
  return { rows: expand(progress, index), multikey: progress.some((each) => 'array' in each) }
}

function expand(progress: readonly Progress[], index: Index): Value[][] {
  const arrays = new Set(progress.flatMap((each) => ('array' in each ? [each.array] : [])))
  const [array, another] = arrays
  if (array === undefined) return [progress.map((each) => ('value' in each ? each.value : null))]
  if (another !== undefined)
    return fail('CannotIndexParallelArrays', `cannot index parallel arrays in index ${index.name}`)
  if (array.length === 0) return expand(progress.map(intoEmptyArray), index)
  return array.flatMap((_, position) =>
    expand(
      progress.map((each) => intoElement(each, position)),
      index,
    ),
  )
}

function descend(value: Value, path: Path): Progress {
  const [segment, ...rest] = path
  if (Array.isArray(value)) return { array: value, rest: path }
  if (segment === undefined) return { value: value ?? null }
  return isDoc(value) ? descend(fieldOf(value, segment), rest) : { value: null }
}

/** An empty array itself is indexed as undefined, before null; what lies inside it is missing, so null. */
const intoEmptyArray = (each: Progress): Progress =>
  'value' in each ? each : { value: each.rest.length === 0 ? undefined : null }

function intoElement(each: Progress, position: number): Progress {
  if ('value' in each) return each
  const [segment, ...rest] = each.rest
  const element = each.array[position]
  if (segment === undefined) return { value: element ?? null }
  const index = arrayIndex(segment)
  if (index !== undefined) {
    if (isDoc(element) && hasField(element, segment))
      return fail(
        'BadValue',
        `Ambiguous field name found in array (do not use numeric field names in embedded elements): ${segment}`,
      )
    return descend(each.array[index], rest)
  }
  return isDoc(element) ? descend(element, each.rest) : { value: null }
}
