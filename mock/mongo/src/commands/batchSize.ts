import { Arguments } from './arguments'

/** MongoDB's own first batch. */
export const DEFAULT_BATCH = 101

/** The batch size in a command's `cursor` document, as `aggregate` and the list commands carry it. */
export function cursorBatchSize(args: Arguments, otherwise = Number.POSITIVE_INFINITY): number {
  return new Arguments('cursor', args.doc('cursor')).count('batchSize', otherwise)
}
