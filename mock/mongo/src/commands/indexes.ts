import { encode } from '../bson/codec'
import { equal } from '../bson/compare'
import { isDoc, show, showFields, type Value } from '../bson/value'
import { Cursor } from '../cursors'
import { fail } from '../errors'
import { isIdIndex, type Collection, type Index, type IndexSpec } from '../store/collection'
import { buildIndex, dropIndex } from '../store/documents'
import type { WriteTransaction } from '../store/transaction'
import { cursorBatchSize } from './batchSize'
import { ensureCollection, namespaceIn, ok, write, type Command } from './command'
import { parseIndexSpec } from './indexSpec'

export const createIndexes: Command = {
  fields: ['createIndexes', 'indexes', 'commitQuorum'],
  run: (context) => {
    const namespace = namespaceIn(context, 'createIndexes')
    const specs = context.args.docs('indexes').map(parseIndexSpec)
    if (specs.length === 0) fail('BadValue', 'Must specify at least one index to create')
    return write(context, (tx) => {
      const createdCollectionAutomatically = !tx.catalogue.get(namespace)
      const before = ensureCollection(tx, namespace).indexes.length
      for (const spec of specs) createIndex(tx, namespace, spec)
      return ok({
        numIndexesBefore: before,
        numIndexesAfter: ensureCollection(tx, namespace).indexes.length,
        createdCollectionAutomatically,
      })
    })
  },
}

function createIndex(tx: WriteTransaction, namespace: string, spec: IndexSpec): void {
  const { indexes } = ensureCollection(tx, namespace)
  const sameName = indexes.find(({ name }) => name === spec.name)
  const sameKey = indexes.find((index) => equal(index.key, spec.key) && samePartialFilter(index, spec))
  if (sameName && !(sameName === sameKey && sameOptions(sameName, spec)))
    fail(
      'IndexKeySpecsConflict',
      `An existing index has the same name as the requested index but other keys or options: ${spec.name} ${showFields(sameName.key)}`,
    )
  if (sameKey && !sameName && !isIdIndex(sameKey))
    fail('IndexOptionsConflict', `Index already exists with a different name: ${sameKey.name}`)
  if (!sameName && !sameKey) buildIndex(tx, namespace, spec)
}

const samePartialFilter = (a: IndexSpec, b: IndexSpec): boolean => equal(a.partialFilter, b.partialFilter)

const sameOptions = (a: IndexSpec, b: IndexSpec): boolean =>
  a.name === '_id_' ||
  (a.unique === b.unique && a.sparse === b.sparse && a.expireAfterSeconds === b.expireAfterSeconds)

export const listIndexes: Command = {
  fields: ['listIndexes', 'cursor'],
  run: (context) => {
    const namespace = namespaceIn(context, 'listIndexes')
    const collection = context.view().catalogue.get(namespace)
    if (!collection) return fail('NamespaceNotFound', `ns does not exist: ${namespace}`)
    const cursor = new Cursor(
      namespace,
      collection.indexes.map((index) => encode(describeIndex(index))),
    )
    return context.cursors.firstBatch(cursor, cursorBatchSize(context.args), context)
  },
}

const describeIndex = (index: Index): Record<string, unknown> => ({
  v: 2,
  key: index.key,
  name: index.name,
  ...(index.unique && !isIdIndex(index) && { unique: true }),
  ...(index.sparse && { sparse: true }),
  ...(index.partialFilter && { partialFilterExpression: index.partialFilter }),
  ...(index.expireAfterSeconds !== undefined && { expireAfterSeconds: index.expireAfterSeconds }),
})

export const dropIndexes: Command = {
  fields: ['dropIndexes', 'index'],
  run: (context) => {
    const namespace = namespaceIn(context, 'dropIndexes')
    return write(context, (tx) => {
      const collection = tx.catalogue.get(namespace)
      if (!collection) return fail('NamespaceNotFound', `ns not found ${namespace}`)
      for (const index of indexesNamed(collection, context.args.value('index')))
        dropIndex(tx, collection, index)
      return ok({ nIndexesWas: collection.indexes.length })
    })
  },
}

/** `*` is all but that of `_id`; else a name, a key pattern or a list of names. */
function indexesNamed(collection: Collection, wanted: Value): Index[] {
  if (wanted === '*') return collection.indexes.filter((index) => !isIdIndex(index))
  return (Array.isArray(wanted) ? wanted : [wanted]).map((name) => {
    const index = collection.indexes.find((each) =>
      isDoc(name) ? equal(each.key, name) : each.name === name,
    )
    if (!index) return fail('IndexNotFound', `index not found with name [${show(name)}]`)
    return isIdIndex(index) ? fail('InvalidOptions', 'cannot drop _id index') : index
  })
}
