import { decode } from '../bson/codec'
import { parseSort } from '../query/sort'
import { parseUpdate } from '../update/parse'
import { Arguments } from './arguments'
import { namespaceIn, ok, write, type Command } from './command'
import { modify, type Modification } from './modify'
import { runStatements, withErrors } from './statements'

const STATEMENT_FIELDS = ['q', 'u', 'upsert', 'multi', 'arrayFilters', 'hint', 'sort']

export const update: Command = {
  fields: ['update', 'updates', 'ordered', 'bypassDocumentValidation'],
  run: (context) => {
    const namespace = namespaceIn(context, 'update')
    const statements = context.args.rawDocs('updates')
    const ordered = context.args.flag('ordered', true)
    return write(context, (tx) => {
      let n = 0
      let nModified = 0
      const upserted: { index: number; _id: unknown }[] = []
      const errors = runStatements(statements, ordered, (statement, index) => {
        const done = modify(tx, namespace, parseStatement(statement), context.now)
        n += done.upserted ? 1 : done.matched
        nModified += done.modified
        if (done.upserted) upserted.push({ index, _id: done.upserted._id })
      })
      return ok({ n, nModified, ...(upserted.length > 0 && { upserted }), ...withErrors(errors) })
    })
  },
}

function parseStatement(raw: Buffer): Modification {
  const args = new Arguments('update.updates', decode(raw))
  args.allowOnly(STATEMENT_FIELDS)
  return {
    filter: args.doc('q'),
    update: parseUpdate(args.value('u'), args.docs('arrayFilters')),
    upsert: args.flag('upsert'),
    multi: args.flag('multi'),
    sort: parseSort(args.doc('sort')),
    hint: args.value('hint'),
  }
}
