import { fail } from '../errors'
import { equal } from '../bson/compare'
import { type Path } from '../bson/paths'
import { copyOf, copyOfDoc, show, type Doc } from '../bson/value'
import { addToSet, pop, pull, pullAll, push } from './arrays'
import { increment, keepExtreme, multiply, rename, setCurrentDate } from './fields'
import type { Change, Update } from './parse'
import { concretePaths } from './positions'
import { createSlot, existingSlot } from './slot'

export interface UpdateContext {
  /** The query that found the document, for the positional `$`. */
  readonly filter: Doc
  readonly isInsert: boolean
  readonly now: Date
}

/** The document as it is after the update; the given one stays as it is. `_id` can never change. */
export function applyUpdate(doc: Doc, update: Update, context: UpdateContext): Doc {
  const result =
    update.kind === 'replacement' ? replaced(doc, update.replacement) : changed(doc, update, context)
  if (doc._id !== undefined && (result._id === undefined || !equal(result._id, doc._id)))
    return fail(
      'ImmutableField',
      `Performing an update on the path '_id' would modify the immutable field '_id' to ${show(result._id)}`,
    )
  return result
}

const replaced = (doc: Doc, replacement: Doc): Doc =>
  doc._id === undefined || '_id' in replacement
    ? copyOfDoc(replacement)
    : { _id: doc._id, ...copyOfDoc(replacement) }

function changed(doc: Doc, update: Update & { kind: 'operators' }, context: UpdateContext): Doc {
  const result = copyOfDoc(doc)
  const positions = { ...context, elementFilters: update.elementFilters }
  // All paths are made concrete before the first change, so that one change cannot move another one's target.
  const targets = update.changes
    .filter(({ operator }) => operator !== '$setOnInsert' || context.isInsert)
    .map((change) => ({ change, paths: concretePaths(result, change.path, positions) }))
  for (const { change, paths } of targets)
    for (const path of paths) applyChange(result, change, path, context.now)
  return result
}

function applyChange(root: Doc, { operator, argument, path }: Change, concrete: Path, now: Date): void {
  switch (operator) {
    case '$set':
    case '$setOnInsert':
      return createSlot(root, concrete).set(copyOf(argument))
    case '$inc':
      return increment(createSlot(root, concrete), argument, path)
    case '$mul':
      return multiply(createSlot(root, concrete), argument, path)
    case '$min':
      return keepExtreme(createSlot(root, concrete), argument, -1)
    case '$max':
      return keepExtreme(createSlot(root, concrete), argument, 1)
    case '$currentDate':
      return setCurrentDate(createSlot(root, concrete), argument, now)
    case '$push':
      return push(createSlot(root, concrete), argument, path)
    case '$addToSet':
      return addToSet(createSlot(root, concrete), argument, path)
    case '$unset':
      return existingSlot(root, concrete)?.remove()
    case '$rename': {
      const slot = existingSlot(root, concrete)
      return slot && rename(root, slot, argument as string)
    }
    case '$pull':
      return withExisting(root, concrete, (slot) => pull(slot, argument, path))
    case '$pullAll':
      return withExisting(root, concrete, (slot) => pullAll(slot, argument, path))
    case '$pop':
      return withExisting(root, concrete, (slot) => pop(slot, argument, path))
  }
}

function withExisting(
  root: Doc,
  path: Path,
  apply: (slot: NonNullable<ReturnType<typeof existingSlot>>) => void,
): void {
  const slot = existingSlot(root, path)
  if (slot) apply(slot)
}
