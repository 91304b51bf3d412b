import { compilePipeline } from '../aggregate/pipeline'
import type { Item } from '../aggregate/item'
import { Cursor } from '../cursors'
import { fail } from '../errors'
import { runQuery } from '../store/scan'
import { mapped } from '../iterate'
import { cursorBatchSize, DEFAULT_BATCH } from './batchSize'
import { namespaceIn, type Command } from './command'

const FIELDS = ['aggregate', 'pipeline', 'cursor', 'allowDiskUse', 'hint', 'bypassDocumentValidation']

export const aggregate: Command = {
  fields: FIELDS,
  run: (context) => {
    const { args, cursors } = context
    const namespace = namespaceIn(context, 'aggregate')
    if (!args.optionalDoc('cursor')) fail('FailedToParse', "The 'cursor' option is required")
    const { query, stages } = compilePipeline(args.docs('pipeline'))
    const view = context.view()
    const collection = view.catalogue.get(namespace)
    const { rows, plan } = runQuery(view, collection, { ...query, hint: args.value('hint') })
    const items = stages.reduce((input: Iterable<Item>, stage) => stage(input), rows)
    const results = mapped(items, ({ raw }) => raw)
    const cursor = new Cursor(namespace, results, collection && { collection, plan })
    return cursors.firstBatch(cursor, cursorBatchSize(args, DEFAULT_BATCH), context)
  },
}
