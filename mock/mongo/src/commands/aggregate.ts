import { compilePipeline } from '../aggregate/pipeline'
import type { Item } from '../aggregate/item'
import { Cursor } from '../cursors'
import { fail } from '../errors'
import { planFor, runQuery } from '../store/scan'
import { cursorBatchSize, DEFAULT_BATCH } from './batchSize'
import { namespaceIn, type Command } from './command'

export const AGGREGATE_FIELDS = [
  'aggregate',
  'pipeline',
  'cursor',
  'allowDiskUse',
  'hint',
  'bypassDocumentValidation',
]

export const aggregate: Command = {
  fields: AGGREGATE_FIELDS,
  run: (context) => {
    const { args, environment, cursors, now } = context
    const namespace = namespaceIn(context, 'aggregate')
    if (!args.optionalDoc('cursor')) fail('FailedToParse', "The 'cursor' option is required")
    const { query, stages } = compilePipeline(args.docs('pipeline'))
    const hinted = { ...query, hint: args.value('hint') }
    const view = environment.view()
    const collection = view.catalogue.get(namespace)
    const rows: Iterable<Item> = collection ? runQuery(view, collection, hinted) : []
    const results = stages.reduce((items, stage) => stage(items), rows)
    const source = collection && { collection, plan: planFor(collection, hinted) }
    const cursor = new Cursor(namespace, asBson(results), source)
    return cursors.firstBatch(cursor, cursorBatchSize(args, DEFAULT_BATCH), now)
  },
}

function* asBson(items: Iterable<Item>): Iterable<Buffer> {
  for (const { raw } of items) yield raw
}
