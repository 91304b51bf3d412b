import { encode } from '../bson/codec'
import { compileProjection } from '../query/project'
import { parseSort } from '../query/sort'
import { Cursor } from '../cursors'
import { runQuery, type Query } from '../store/scan'
import { mapped } from '../iterate'
import type { Arguments } from './arguments'
import { DEFAULT_BATCH } from './batchSize'
import { namespaceIn, type Command } from './command'

const FIELDS = [
  'find',
  'filter',
  'projection',
  'sort',
  'skip',
  'limit',
  'hint',
  'batchSize',
  'singleBatch',
  'noCursorTimeout',
  'allowDiskUse',
]

export const find: Command = {
  fields: FIELDS,
  run: (context) => {
    const { args, cursors } = context
    const namespace = namespaceIn(context, 'find')
    const query = findQuery(args)
    const project = compileProjection(args.doc('projection'), query.filter)
    const batchSize = args.count('batchSize', DEFAULT_BATCH)
    const view = context.view()
    const collection = view.catalogue.get(namespace)
    const { rows, plan } = runQuery(view, collection, query)
    const results = project ? mapped(rows, ({ doc }) => encode(project(doc))) : mapped(rows, ({ raw }) => raw)
    const cursor = new Cursor(namespace, results, collection && { collection, plan })
    return cursors.firstBatch(cursor, batchSize, context, args.flag('singleBatch'))
  },
}

/** The query in the arguments of `find`. A sort by `$natural` is the same as that hint. */
export function findQuery(args: Arguments): Query {
  const { $natural } = args.doc('sort')
  return {
    filter: args.doc('filter'),
    sort: $natural === undefined ? parseSort(args.doc('sort')) : [],
    skip: args.count('skip', 0),
    limit: args.count('limit', 0),
    hint: $natural === undefined ? args.value('hint') : { $natural },
  }
}
