import { fail } from '../errors'
import { hasField, pathOf, type Path } from '../bson/paths'
import { isDoc, type Doc, type Value } from '../bson/value'
import { compileFilter } from './match'
import { matchedPosition } from './positional'
import { parseProjection, sliceOf, type ProjectedField } from './projectionSpec'

export type Projector = (doc: Doc) => Doc

type Mode = 'include' | 'exclude'

/** Fields by name; a field maps to its own named subfields, or to `true` where a path ends. */
type FieldTree = Map<string, FieldTree | true>

/**
 * Compiles a projection. `filter` is the query's own, needed for the positional `.$`. Undefined if the
 * projection changes nothing.
 */
export function compileProjection(spec: Doc, filter: Doc): Projector | undefined {
  const fields = parseProjection(spec)
  if (fields.length === 0) return undefined
  const mode = modeOf(fields)
  const keepsId = !fields.some(({ kind, field }) => kind === 'exclude' && field === '_id')
  const tree = treeOf(fields.filter((field) => isInTree(field, mode)))
  const refinements = fields.flatMap((field) => refinementOf(field, filter))
  return (doc) => {
    const picked = mode === 'include' ? include(doc, tree) : exclude(doc, tree)
    const withId = keepsId && mode === 'include' ? withIdOf(doc, picked) : picked
    return refinements.reduce((result, refine) => refine(result, doc), withId)
  }
}

function modeOf(fields: readonly ProjectedField[]): Mode {
  let mode: Mode | undefined
  for (const { kind, field } of fields) {
    if (kind === 'slice' || (field === '_id' && fields.length > 1)) continue
    const asked: Mode = kind === 'exclude' ? 'exclude' : 'include'
    if (mode && mode !== asked)
      return fail(
        'Location31254',
        `Cannot do ${asked === 'include' ? 'inclusion' : 'exclusion'} on field ${field} in ${mode === 'include' ? 'inclusion' : 'exclusion'} projection`,
      )
    mode = asked
  }
  return (
    mode ?? (fields.some(({ kind, field }) => kind === 'include' && field === '_id') ? 'include' : 'exclude')
  )
}

/** A slice includes its field where others are included, and excludes nothing. */
const isInTree = ({ kind }: ProjectedField, mode: Mode): boolean =>
  (kind === 'exclude') === (mode === 'exclude')

function treeOf(fields: readonly ProjectedField[]): FieldTree {
  const tree: FieldTree = new Map()
  for (const { field } of fields) addPath(tree, pathOf(field), field)
  return tree
}

function addPath(tree: FieldTree, [segment = '', ...rest]: Path, field: string): void {
  const known = tree.get(segment)
  if (known === true || (known && rest.length === 0))
    return fail('Location31249', `Path collision at ${field}`)
  if (rest.length === 0) {
    tree.set(segment, true)
    return
  }
  const subtree: FieldTree = known ?? new Map<string, FieldTree | true>()
  tree.set(segment, subtree)
  addPath(subtree, rest, field)
}

function include(doc: Doc, tree: FieldTree): Doc {
  const result: Doc = {}
  for (const field of Object.keys(doc)) {
    const wanted = tree.get(field)
    if (wanted === undefined) continue
    const value = wanted === true ? doc[field] : includeInside(doc[field], wanted)
    if (value !== undefined) result[field] = value
  }
  return result
}

/** Scalars on the way to a wanted subfield are left out; arrays are searched element by element. */
function includeInside(value: Value, tree: FieldTree): Value {
  if (isDoc(value)) return include(value, tree)
  if (!Array.isArray(value)) return undefined
  return value.map((element) => includeInside(element, tree)).filter((element) => element !== undefined)
}

function exclude(doc: Doc, tree: FieldTree): Doc {
  const result: Doc = {}
  for (const field of Object.keys(doc)) {
    const unwanted = tree.get(field)
    if (unwanted !== true) result[field] = unwanted ? excludeInside(doc[field], unwanted) : doc[field]
  }
  return result
}

function excludeInside(value: Value, tree: FieldTree): Value {
  if (isDoc(value)) return exclude(value, tree)
  return Array.isArray(value) ? value.map((element) => excludeInside(element, tree)) : value
}

const withIdOf = (doc: Doc, picked: Doc): Doc =>
  hasField(doc, '_id') && !hasField(picked, '_id') ? { _id: doc._id, ...picked } : picked

/** Reshapes one array of the projected document; the stored document is at hand to match against. */
type Refinement = (projected: Doc, stored: Doc) => Doc

function refinementOf(field: ProjectedField, filter: Doc): Refinement[] {
  const path = pathOf(field.field)
  switch (field.kind) {
    case 'include':
    case 'exclude':
      return []
    case 'slice':
      return [(projected) => changeArray(projected, path, (array) => sliceOf(array, field.slice))]
    case 'positional':
      return [
        (projected, stored) =>
          changeArray(projected, path, (array) => [matchedElement(array, stored, filter, field.field)]),
      ]
    case 'element': {
      const matches = compileFilter(field.condition)
      return [
        (projected) =>
          firstMatchOnly(projected, field.field, (element) => matches({ [field.field]: [element] })),
      ]
    }
  }
}

function matchedElement(array: readonly Value[], stored: Doc, filter: Doc, field: string): Value {
  const position = matchedPosition(stored, filter, field)
  return position === undefined
    ? fail(
        'Location51246',
        `positional operator '.$' couldn't find a matching element in the array "${field}"`,
      )
    : array[position]
}

/** `$elemMatch` leaves the field out where no element matches, and where it is no array. */
function firstMatchOnly(projected: Doc, field: string, matches: (element: Value) => boolean): Doc {
  const { [field]: array, ...others } = projected
  const match = Array.isArray(array) ? array.find(matches) : undefined
  return match === undefined ? others : { ...projected, [field]: [match] }
}

function changeArray(doc: Doc, path: Path, change: (array: Value[]) => Value[]): Doc {
  return changeAt(doc, path, change) as Doc
}

function changeAt(value: Value, path: Path, change: (array: Value[]) => Value[]): Value {
  const [segment, ...rest] = path
  if (segment === undefined) return Array.isArray(value) ? change(value) : value
  if (Array.isArray(value))
    return value.map((element) => (isDoc(element) ? changeAt(element, path, change) : element))
  return isDoc(value) && hasField(value, segment)
    ? { ...value, [segment]: changeAt(value[segment], rest, change) }
    : value
}
