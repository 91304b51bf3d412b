import { fail, notSupported } from '../errors'
import { compare } from '../bson/compare'
import { toDouble } from '../bson/numbers'
import { pathOf, visitPath, type Path } from '../bson/paths'
import { isDoc, isNumber, show, type Doc, type Value } from '../bson/value'

export interface SortField {
  readonly name: string
  readonly path: Path
  readonly direction: 1 | -1
}

export type SortKey = readonly Value[]

export interface Sorter {
  keyOf(doc: Doc): SortKey
  compare(a: SortKey, b: SortKey): number
}

/** Reads a sort document such as `{ status: 1, createdAt: -1 }`. */
export function parseSort(spec: Doc): SortField[] {
  return Object.entries(spec).map(([name, order]) => {
    if (isDoc(order) || name.startsWith('$')) return notSupported(`the sort { ${name}: ${show(order)} }`)
    const direction = isNumber(order) ? toDouble(order) : NaN
    if (direction !== 1 && direction !== -1)
      return fail('Location15975', '$sort key ordering must be 1 (for ascending) or -1 (for descending)')
    return { name, path: pathOf(name), direction }
  })
}

export function createSorter(fields: readonly SortField[]): Sorter {
  return {
    keyOf: (doc) => fields.map((field) => sortValue(doc, field)),
    compare(a, b) {
      for (const [position, field] of fields.entries()) {
        const order = compare(a[position], b[position])
        if (order !== 0) return order * field.direction
      }
      return 0
    },
  }
}

/**
 * What a document sorts by: the smallest value that the path reaches, the largest for a descending sort. What
 * is missing sorts as null, an empty array before null.
 */
function sortValue(doc: Doc, { path, direction }: SortField): Value {
  let best: { value: Value } | undefined
  visitPath(doc, path, 'elements', (reached, isLeafArray) => {
    if (isLeafArray && (reached as Value[]).length > 0) return false
    const value = isLeafArray ? undefined : (reached ?? null)
    if (!best || compare(value, best.value) * direction < 0) best = { value }
    return false
  })
  return best ? best.value : null
}

/** Sorts an array in place by its elements' sort keys, stable. */
export function sortBy<T>(items: T[], keyOf: (item: T) => SortKey, sorter: Sorter): void {
  const keyed = items.map((item) => ({ item, key: keyOf(item) }))
  keyed.sort((a, b) => sorter.compare(a.key, b.key))
  keyed.forEach(({ item }, position) => (items[position] = item))
}
