import { encode } from '../bson/codec'
import { compileFilter } from '../query/match'
import { compileProjection } from '../query/project'
import { parseSort } from '../query/sort'
import { Cursor } from '../cursors'
import { planFor, runQuery, type Query, type Row } from '../store/scan'
import type { Arguments } from './arguments'
import { DEFAULT_BATCH } from './batchSize'
import { namespaceIn, type Command } from './command'

export const FIND_FIELDS = [
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
  fields: FIND_FIELDS,
  run: (context) => {
    const { args, environment, cursors, now } = context
    const namespace = namespaceIn(context, 'find')
    const query = findQuery(args)
    const project = compileProjection(args.doc('projection'), query.filter)
    const batchSize = args.count('batchSize', DEFAULT_BATCH)
    const view = environment.view()
    const collection = view.catalogue.get(namespace)
    if (!collection) {
      compileFilter(query.filter)
      return cursors.firstBatch(new Cursor(namespace, []), batchSize, now)
    }
    const rows = runQuery(view, collection, query)
    const results = project ? mapped(rows, ({ doc }) => encode(project(doc))) : mapped(rows, ({ raw }) => raw)
    const cursor = new Cursor(namespace, results, { collection, plan: planFor(collection, query) })
    return cursors.firstBatch(cursor, batchSize, now, args.flag('singleBatch'))
  },
}

/** The query in the arguments of `find`. */
export const findQuery = (args: Arguments): Query => ({
  filter: args.doc('filter'),
  sort: sortIn(args, 'sort'),
  skip: args.count('skip', 0),
  limit: args.count('limit', 0),
  hint: args.value('hint'),
})

/** A sort by `$natural` is the order of the collection itself. */
export function sortIn(args: Arguments, field: string): ReturnType<typeof parseSort> {
  const { $natural, ...sort } = args.doc(field)
  return $natural === undefined || Object.keys(sort).length > 0 ? parseSort(args.doc(field)) : []
}

function* mapped(rows: Iterable<Row>, toResult: (row: Row) => Buffer): Iterable<Buffer> {
  for (const row of rows) yield toResult(row)
}
