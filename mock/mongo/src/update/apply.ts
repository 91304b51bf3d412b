import { equal } from '../bson/compare'
import type { Path } from '../bson/paths'
import { copyOf, copyOfDoc, show, type Doc, type Value } from '../bson/value'
import { fail } from '../errors'
import { addToSet, pop, pull, pullAll, push } from './arrays'
import { increment, keepExtreme, multiply, rename, setCurrentDate } from './fields'
import type { Change, Update, UpdateOperator } from './parse'
import { concretePaths } from './positions'
import { createSlot, existingSlot, type Slot } from './slot'

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
    for (const path of paths) OPERATORS[change.operator](result, path, change, context.now)
  return result
}

/** Changes a document at a path, in place. */
type Apply = (root: Doc, path: Path, change: Change, now: Date) => void

/** How an operator changes the slot at its path. `path` is the path as the client wrote it, for messages. */
type Edit = (slot: Slot, argument: Value, path: string) => void

/** For operators that make what is missing on the way. */
const making =
  (edit: Edit): Apply =>
  (root, path, change) =>
    edit(createSlot(root, path), change.argument, change.path)

/** For operators that have nothing to do where nothing is. */
const onExisting =
  (edit: Edit): Apply =>
  (root, path, change) => {
    const slot = existingSlot(root, path)
    if (slot) edit(slot, change.argument, change.path)
  }

const set = making((slot, argument) => slot.set(copyOf(argument)))

const OPERATORS: Readonly<Record<UpdateOperator, Apply>> = {
  $set: set,
  $setOnInsert: set,
  $inc: making(increment),
  $mul: making(multiply),
  $min: making((slot, argument) => keepExtreme(slot, argument, -1)),
  $max: making((slot, argument) => keepExtreme(slot, argument, 1)),
  $currentDate: (root, path, { argument }, now) => setCurrentDate(createSlot(root, path), argument, now),
  $push: making(push),
  $addToSet: making(addToSet),
  $unset: onExisting((slot) => slot.remove()),
  $rename: (root, path, { argument }) => {
    const slot = existingSlot(root, path)
    if (slot) rename(root, slot, argument as string)
  },
  $pull: onExisting(pull),
  $pullAll: onExisting(pullAll),
  $pop: onExisting(pop),
}
