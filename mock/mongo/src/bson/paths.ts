import { isDoc, type Doc, type Value } from './value'

/** A dotted path, split: `'a.b.0'` is `['a', 'b', '0']`. */
export type Path = readonly string[]

export const pathOf = (dotted: string): Path => dotted.split('.')

const ARRAY_INDEX = /^(?:0|[1-9]\d*)$/

/** Reads a path segment as a position in an array. */
export const arrayIndex = (segment: string): number | undefined =>
  ARRAY_INDEX.test(segment) ? Number(segment) : undefined

export const fieldOf = (doc: Doc, field: string): Value =>
  Object.prototype.hasOwnProperty.call(doc, field) ? doc[field] : undefined

export const hasField = (doc: Doc, field: string): boolean => Object.prototype.hasOwnProperty.call(doc, field)

/**
 * - `elements`: an array at the end of the path stands for each of its elements and for itself
 * - `whole`: it stands for itself alone
 */
export type LeafMode = 'elements' | 'whole'

/** What a path reaches; undefined is "missing". `isLeafArray` marks the array itself after its elements. */
export type Visit = (value: Value, isLeafArray: boolean) => boolean

/**
 * Walks all values that a dotted path reaches, through arrays of documents as MongoDB's queries do, until
 * `visit` returns true; says whether it did. Where the path leads through arrays without any document,
 * nothing is visited, not even "missing".
 */
export function visitPath(root: Value, path: Path, mode: LeafMode, visit: Visit): boolean {
  return walk(root, path, 0, mode, visit)
}

function walk(value: Value, path: Path, depth: number, mode: LeafMode, visit: Visit): boolean {
  const segment = path[depth]
  if (segment === undefined) return visitLeaf(value, mode, visit)
  if (Array.isArray(value)) {
    for (const element of value) if (isDoc(element) && walk(element, path, depth, mode, visit)) return true
    const index = arrayIndex(segment)
    return index !== undefined && index < value.length && walk(value[index], path, depth + 1, mode, visit)
  }
  if (isDoc(value)) return walk(fieldOf(value, segment), path, depth + 1, mode, visit)
  return visit(undefined, false)
}

function visitLeaf(value: Value, mode: LeafMode, visit: Visit): boolean {
  if (!Array.isArray(value)) return visit(value, false)
  if (mode === 'elements') for (const element of value) if (visit(element, false)) return true
  return visit(value, true)
}

/** The value at a path that names array positions outright; does not spread over array elements. */
export function valueAt(root: Value, path: Path): Value {
  let value = root
  for (const segment of path) {
    if (Array.isArray(value)) {
      const index = arrayIndex(segment)
      value = index === undefined ? undefined : value[index]
    } else value = isDoc(value) ? fieldOf(value, segment) : undefined
  }
  return value
}
