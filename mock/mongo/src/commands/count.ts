import { lengthOf } from '../iterate'
import { runQuery } from '../store/scan'
import { namespaceIn, ok, type Command } from './command'

export const count: Command = {
  fields: ['count', 'query', 'skip', 'limit', 'hint', 'fields'],
  run: (context) => {
    const { args } = context
    const view = context.view()
    const collection = view.catalogue.get(namespaceIn(context, 'count'))
    const skip = args.count('skip', 0)
    // A negative limit means the same as a positive one.
    const limit = Math.abs(args.integer('limit', 0)) || Number.POSITIVE_INFINITY
    const filter = args.doc('query')
    const query = { filter, hint: args.value('hint') }
    const matched =
      collection && Object.keys(filter).length === 0
        ? view.countPrefix(collection.prefix)
        : lengthOf(runQuery(view, collection, query).rows)
    return ok({ n: Math.min(Math.max(0, matched - skip), limit) })
  },
}
