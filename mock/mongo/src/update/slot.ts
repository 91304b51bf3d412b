import { fail } from '../errors'
import { arrayIndex, fieldOf, hasField, type Path } from '../bson/paths'
import { isDoc, show, type Doc, type Value } from '../bson/value'

/** MongoDB pads arrays with null; this bounds what one `$set` of a far position can do. */
const MAX_PADDING = 1_500_000

/** A place in a document that an operator reads and writes: a field of a document or a position in an array. */
export interface Slot {
  readonly isArrayElement: boolean
  get(): Value
  set(value: Value): void
  remove(): void
}

/** The slot at a path, creating the documents on the way. A scalar on the way is refused as `PathNotViable`. */
export function createSlot(root: Doc, path: Path): Slot {
  let container: Doc | Value[] = root
  path.slice(0, -1).forEach((segment, depth) => {
    const slot = slotIn(container, segment)
    let next = slot.get()
    if (next === undefined) {
      next = {}
      slot.set(next)
    }
    if (!isDoc(next) && !Array.isArray(next))
      return fail(
        'PathNotViable',
        `Cannot create field '${path[depth + 1] ?? ''}' in element {${segment}: ${show(next)}}`,
      )
    container = next
  })
  return slotIn(container, path[path.length - 1] ?? '')
}

/** The slot at a path, or undefined if something on the way is missing: nothing to remove there. */
export function existingSlot(root: Doc, path: Path): Slot | undefined {
  let container: Doc | Value[] = root
  for (const segment of path.slice(0, -1)) {
    if (Array.isArray(container) && arrayIndex(segment) === undefined) return undefined
    const next = slotIn(container, segment).get()
    if (!isDoc(next) && !Array.isArray(next)) return undefined
    container = next
  }
  const last = path[path.length - 1] ?? ''
  return Array.isArray(container) && arrayIndex(last) === undefined ? undefined : slotIn(container, last)
}

const slotIn = (container: Doc | Value[], segment: string): Slot =>
  Array.isArray(container) ? elementSlot(container, segment) : fieldSlot(container, segment)

const fieldSlot = (doc: Doc, field: string): Slot => ({
  isArrayElement: false,
  get: () => fieldOf(doc, field),
  set: (value) => {
    doc[field] = value
  },
  remove: () => {
    if (hasField(doc, field)) Reflect.deleteProperty(doc, field)
  },
})

function elementSlot(array: Value[], segment: string): Slot {
  const index =
    arrayIndex(segment) ??
    fail('PathNotViable', `Cannot create field '${segment}' in an array: it is no position`)
  return {
    isArrayElement: true,
    get: () => array[index],
    set: (value) => {
      if (index - array.length > MAX_PADDING)
        fail('BadValue', `Array position ${segment} is too far beyond the end`)
      while (array.length < index) array.push(null)
      array[index] = value
    },
    // Removing an element leaves null, so that the others keep their positions.
    remove: () => {
      if (index < array.length) array[index] = null
    },
  }
}
