import { encode } from '../bson/codec'
import { Cursor } from '../cursors'
import { fail } from '../errors'
import { compileFilter } from '../query/match'
import { dropCollection } from '../store/documents'
import { ensureCollection, namespaceIn, ok, write, type Command } from './command'
import { cursorBatchSize } from './batchSize'

/** Options such as `capped` or `validator` would change behaviour and are refused like any unknown argument. */
export const create: Command = {
  fields: ['create', 'autoIndexId'],
  run: (context) => {
    const namespace = namespaceIn(context, 'create')
    return write(context, (tx) => {
      if (tx.catalogue.get(namespace)) fail('NamespaceExists', `Collection ${namespace} already exists.`)
      ensureCollection(tx, namespace)
      return ok()
    })
  },
}

export const drop: Command = {
  fields: ['drop'],
  run: (context) => {
    const namespace = namespaceIn(context, 'drop')
    return write(context, (tx) => {
      const collection = tx.catalogue.get(namespace)
      if (!collection) return ok()
      dropCollection(tx, collection)
      return ok({ nIndexesWas: collection.indexes.length, ns: namespace })
    })
  },
}

export const dropDatabase: Command = {
  fields: ['dropDatabase'],
  run: (context) =>
    write(context, (tx) => {
      for (const collection of tx.catalogue.inDatabase(context.database)) dropCollection(tx, collection)
      return ok({ dropped: context.database })
    }),
}

export const listCollections: Command = {
  fields: ['listCollections', 'filter', 'nameOnly', 'authorizedCollections', 'cursor'],
  run: (context) => {
    const { args, database, cursors } = context
    const nameOnly = args.flag('nameOnly')
    const matches = compileFilter(args.doc('filter'))
    const listed = context
      .view()
      .catalogue.inDatabase(database)
      .map(({ namespace, uuid, indexes }) => ({
        name: namespace.slice(database.length + 1),
        type: 'collection',
        ...(!nameOnly && {
          options: {},
          info: { readOnly: false, uuid },
          idIndex: { v: 2, key: indexes[0]?.key, name: indexes[0]?.name },
        }),
      }))
      .filter(({ name, type }) => matches({ name, type }))
    const cursor = new Cursor(`${database}.$cmd.listCollections`, listed.map(encode))
    return cursors.firstBatch(cursor, cursorBatchSize(args), context)
  },
}

export const listDatabases: Command = {
  fields: ['listDatabases', 'filter', 'nameOnly', 'authorizedDatabases'],
  run: ({ args, view }) => {
    const matches = compileFilter(args.doc('filter'))
    const names = new Set(
      view()
        .catalogue.all()
        .map(({ namespace }) => namespace.split('.')[0] ?? ''),
    )
    const databases = [...names].sort().filter((name) => matches({ name }))
    const nameOnly = args.flag('nameOnly')
    return ok({
      databases: databases.map((name) => (nameOnly ? { name } : { name, sizeOnDisk: 0, empty: false })),
      ...(!nameOnly && { totalSize: 0, totalSizeMb: 0 }),
    })
  },
}
