import { Long } from 'bson'
import { toBigInt } from '../bson/numbers'
import { isNumber, type Doc, type Value } from '../bson/value'
import { fail } from '../errors'
import { namespaceIn, ok, type Command } from './command'

export const getMore: Command = {
  fields: ['getMore', 'collection', 'batchSize'],
  run: ({ args, database, view, cursors, now }) => {
    const namespace = `${database}.${args.string('collection')}`
    const count = args.count('batchSize', 0) || Number.POSITIVE_INFINITY
    return cursors.nextBatch(cursorId(args.value('getMore')), namespace, count, view().catalogue, now)
  },
}

export const killCursors: Command = {
  fields: ['killCursors', 'cursors'],
  run: (context) => {
    namespaceIn(context, 'killCursors')
    const ids = context.args.list('cursors').map(cursorId)
    const killed = ids.filter((id) => context.cursors.kill(id))
    return ok({
      cursorsKilled: killed.map(asLong),
      cursorsNotFound: ids.filter((id) => !killed.includes(id)).map(asLong),
      cursorsAlive: [],
      cursorsUnknown: [],
    })
  },
}

/** The cursors that a command goes on with, as `getMore` and `killCursors` name them. */
export const cursorIdsIn = ({ getMore: one, cursors }: Doc): bigint[] =>
  (Array.isArray(cursors) ? cursors : [one]).map(cursorId)

const cursorId = (value: Value): bigint =>
  isNumber(value) ? toBigInt(value) : fail('TypeMismatch', 'A cursor id must be a number')

const asLong = (id: bigint): Long => Long.fromBigInt(id)
