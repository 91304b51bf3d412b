import { decode, encode } from '../bson/codec'
import { firstField, type Doc } from '../bson/value'
import { insertDocument } from '../store/documents'
import { withLeadingId } from '../update/upsert'
import { ensureCollection, namespaceIn, ok, write, type Command } from './command'
import { checkStorable, runStatements, withErrors } from './statements'

export const insert: Command = {
  fields: ['insert', 'documents', 'ordered', 'bypassDocumentValidation'],
  run: (context) => {
    const namespace = namespaceIn(context, 'insert')
    const documents = context.args.rawDocs('documents')
    const ordered = context.args.flag('ordered', true)
    return write(context, (tx) => {
      let n = 0
      const errors = runStatements(documents, ordered, (given) => {
        const { doc, raw } = storable(given)
        insertDocument(tx, ensureCollection(tx, namespace), doc, raw)
        n++
      })
      return ok({ n, ...withErrors(errors) })
    })
  },
}

/** The client's own bytes are stored as they are, unless `_id` is missing or not in front. */
function storable(given: Buffer): { doc: Doc; raw: Buffer } {
  const doc = decode(given)
  const stored = firstField(doc) === '_id' ? doc : withLeadingId(doc)
  checkStorable(stored)
  return { doc: stored, raw: stored === doc ? given : encode(stored) }
}
