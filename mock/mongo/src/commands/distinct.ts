import { encodeKey } from '../bson/encode'
import { compare } from '../bson/compare'
import { pathOf, visitPath } from '../bson/paths'
import type { Value } from '../bson/value'
import { runQuery } from '../store/scan'
import { namespaceIn, ok, type Command } from './command'

export const distinct: Command = {
  fields: ['distinct', 'key', 'query', 'hint'],
  run: (context) => {
    const { args, environment } = context
    const view = environment.view()
    const collection = view.catalogue.get(namespaceIn(context, 'distinct'))
    const path = pathOf(args.string('key'))
    const values = new Map<string, Value>()
    const { rows } = runQuery(view, collection, { filter: args.doc('query'), hint: args.value('hint') })
    for (const { doc } of rows)
      visitPath(doc, path, 'elements', (value, isLeafArray) => {
        if (value !== undefined && !isLeafArray) values.set(encodeKey(value).toString('latin1'), value)
        return false
      })
    return ok({ values: [...values.values()].sort(compare) })
  },
}
