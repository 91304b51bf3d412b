import { Int32, UUID, type Binary } from 'bson'
import { toDouble } from '../bson/numbers'
import { pathOf, type Path } from '../bson/paths'
import { isDoc, isNumber, type Doc, type Value } from '../bson/value'
import { compileFilter, type Predicate } from '../query/match'
import { documentPrefix, indexPrefix } from './keys'

/** What `createIndexes` asks for. */
export interface IndexSpec {
  readonly name: string
  /** Field → direction, e.g. `{ status: 1, createdAt: -1 }`, in the client's own number types. */
  readonly key: Doc
  readonly unique: boolean
  readonly sparse: boolean
  readonly partialFilter: Doc | undefined
  /** Seconds after the indexed date at which a document goes away. */
  readonly expireAfterSeconds: number | undefined
}

export interface IndexField {
  readonly name: string
  readonly path: Path
  readonly direction: 1 | -1
}

/** What indexing has met so far; each flag rules out some plans and never goes back. */
export interface IndexTraits {
  /** Some document has several entries, because an array lies on a field. */
  readonly multikey: boolean
  /** Some key was too long for LMDB and ends in a hash: entries no longer order exactly. */
  readonly truncated: boolean
}

export interface Index extends IndexSpec, IndexTraits {
  readonly id: number
  readonly prefix: Buffer
  readonly fields: readonly IndexField[]
  readonly directions: readonly (1 | -1)[]
  /** The partial filter, compiled. */
  readonly covers: Predicate | undefined
}

export interface Collection {
  /** `database.collection` */
  readonly namespace: string
  readonly id: number
  readonly uuid: Binary
  readonly prefix: Buffer
  /** The first one is always that of `_id`; its entries are the documents themselves. */
  readonly indexes: readonly Index[]
}

export const ID_INDEX_NAME = '_id_'

export const isIdIndex = (index: Index): boolean => index.name === ID_INDEX_NAME

/** All indexes that have entries of their own. */
export const secondaryIndexes = (collection: Collection): readonly Index[] => collection.indexes.slice(1)

export function newCollection(namespace: string, id: number, idIndexId: number): Collection {
  const idIndex: IndexSpec = {
    name: ID_INDEX_NAME,
    key: { _id: new Int32(1) },
    unique: true,
    sparse: false,
    partialFilter: undefined,
    expireAfterSeconds: undefined,
  }
  return {
    namespace,
    id,
    uuid: new UUID(),
    prefix: documentPrefix(id),
    indexes: [newIndex(idIndex, idIndexId)],
  }
}

export function newIndex(spec: IndexSpec, id: number, traits?: IndexTraits): Index {
  const fields = Object.entries(spec.key).map(([name, order]) => ({
    name,
    path: pathOf(name),
    direction: isNumber(order) && toDouble(order) < 0 ? (-1 as const) : (1 as const),
  }))
  return {
    ...spec,
    id,
    prefix: indexPrefix(id),
    fields,
    directions: fields.map(({ direction }) => direction),
    covers: spec.partialFilter && compileFilter(spec.partialFilter),
    multikey: traits?.multikey ?? false,
    truncated: traits?.truncated ?? false,
  }
}

/** A collection as it is stored in the catalogue. */
export const collectionToDoc = (collection: Collection): Doc => ({
  ns: collection.namespace,
  id: new Int32(collection.id),
  uuid: collection.uuid,
  indexes: collection.indexes.map(indexToDoc),
})

const indexToDoc = (index: Index): Doc => ({
  id: new Int32(index.id),
  name: index.name,
  key: index.key,
  unique: index.unique,
  sparse: index.sparse,
  ...(index.partialFilter && { partialFilter: index.partialFilter }),
  ...(index.expireAfterSeconds !== undefined && { expireAfterSeconds: new Int32(index.expireAfterSeconds) }),
  multikey: index.multikey,
  truncated: index.truncated,
})

export function collectionFromDoc(doc: Doc): Collection {
  const id = numberIn(doc.id)
  return {
    namespace: doc.ns as string,
    id,
    uuid: doc.uuid as Binary,
    prefix: documentPrefix(id),
    indexes: (doc.indexes as Doc[]).map(indexFromDoc),
  }
}

function indexFromDoc(doc: Doc): Index {
  const spec: IndexSpec = {
    name: doc.name as string,
    key: doc.key as Doc,
    unique: doc.unique === true,
    sparse: doc.sparse === true,
    partialFilter: isDoc(doc.partialFilter) ? doc.partialFilter : undefined,
    expireAfterSeconds: isNumber(doc.expireAfterSeconds) ? toDouble(doc.expireAfterSeconds) : undefined,
  }
  return newIndex(spec, numberIn(doc.id), {
    multikey: doc.multikey === true,
    truncated: doc.truncated === true,
  })
}

const numberIn = (value: Value): number => (isNumber(value) ? toDouble(value) : 0)
