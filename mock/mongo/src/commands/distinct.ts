import { MAX_DOCUMENT_BYTES } from '../bson/codec'
import { encodeKey } from '../bson/encode'
import { compare } from '../bson/compare'
import { pathOf, visitPath } from '../bson/paths'
import type { Value } from '../bson/value'
import { fail } from '../errors'
import { runQuery } from '../store/scan'
import { namespaceIn, ok, type Command } from './command'

export const distinct: Command = {
  fields: ['distinct', 'key', 'query', 'hint'],
  run: (context) => {
    const { args } = context
    const view = context.view()
    const collection = view.catalogue.get(namespaceIn(context, 'distinct'))
    const path = pathOf(args.string('key'))
    const values = new Map<string, Value>()
    let bytes = 0
    const { rows } = runQuery(view, collection, { filter: args.doc('query'), hint: args.value('hint') })
    for (const { doc } of rows)
      visitPath(doc, path, 'elements', (value, isLeafArray) => {
        if (value === undefined || isLeafArray) return false
        const key = encodeKey(value).toString('latin1')
        if (!values.has(key) && (bytes += key.length) > MAX_DOCUMENT_BYTES)
          fail('Location17217', 'distinct too big, 16mb cap')
        values.set(key, value)
        return false
      })
    const { atClusterTime } = context
    return ok({ values: [...values.values()].sort(compare), ...(atClusterTime && { atClusterTime }) })
  },
}
