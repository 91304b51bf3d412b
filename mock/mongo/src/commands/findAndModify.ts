import type { Doc } from '../bson/value'
import { fail } from '../errors'
import { compileProjection } from '../query/project'
import { parseSort } from '../query/sort'
import { removeDocument } from '../store/documents'
import { parseUpdate } from '../update/parse'
import { namespaceIn, ok, write, type Command, type Reply } from './command'
import { matchingRows, modify } from './modify'

const FIELDS = [
  'query',
  'update',
  'remove',
  'new',
  'upsert',
  'fields',
  'sort',
  'arrayFilters',
  'hint',
  'bypassDocumentValidation',
]

const command = (name: string): Command => ({
  fields: [name, ...FIELDS],
  run: (context) => {
    const { args, now } = context
    const namespace = namespaceIn(context, name)
    const target = { filter: args.doc('query'), sort: parseSort(args.doc('sort')), hint: args.value('hint') }
    const project = compileProjection(args.doc('fields'), target.filter)
    const shown = (doc: Doc | undefined) => (doc && project ? project(doc) : (doc ?? null))
    if (args.flag('remove')) {
      if (args.value('update') !== undefined || args.flag('new') || args.flag('upsert'))
        fail('FailedToParse', "Cannot specify 'remove' together with 'update', 'new' or 'upsert'")
      return write(context, (tx): Reply => {
        const [row] = matchingRows(tx, namespace, target, 1)
        const collection = tx.catalogue.get(namespace)
        if (!row || !collection) return ok({ lastErrorObject: { n: 0 }, value: null })
        removeDocument(tx, collection, row)
        return ok({ lastErrorObject: { n: 1 }, value: shown(row.doc) })
      })
    }
    const update = parseUpdate(args.value('update'), args.docs('arrayFilters'))
    return write(context, (tx) => {
      const done = modify(
        tx,
        namespace,
        { ...target, update, upsert: args.flag('upsert'), multi: false },
        now,
      )
      return ok({
        lastErrorObject: {
          n: done.upserted ? 1 : done.matched,
          updatedExisting: done.matched > 0,
          ...(done.upserted && { upserted: done.upserted._id }),
        },
        value: shown(args.flag('new') ? done.after : done.before),
      })
    })
  },
})

export const findAndModify = command('findAndModify')
export const findandmodify = command('findandmodify')
