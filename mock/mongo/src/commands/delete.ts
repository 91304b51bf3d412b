import { decode } from '../bson/codec'
import { removeDocument } from '../store/documents'
import { Arguments } from './arguments'
import { namespaceIn, ok, write, type Command } from './command'
import { matchingRows } from './modify'
import { runStatements, withErrors } from './statements'

export const deleteCommand: Command = {
  fields: ['delete', 'deletes', 'ordered'],
  run: (context) => {
    const namespace = namespaceIn(context, 'delete')
    const statements = context.args.rawDocs('deletes')
    const ordered = context.args.flag('ordered', true)
    return write(context, (tx) => {
      let n = 0
      const errors = runStatements(statements, ordered, (statement) => {
        const args = new Arguments('delete.deletes', decode(statement))
        args.allowOnly(['q', 'limit', 'hint'])
        const target = { filter: args.doc('q'), sort: [], hint: args.value('hint') }
        const collection = tx.catalogue.get(namespace)
        for (const row of matchingRows(tx, namespace, target, args.count('limit', 0))) {
          if (collection) removeDocument(tx, collection, row)
          n++
        }
      })
      return ok({ n, ...withErrors(errors) })
    })
  },
}
