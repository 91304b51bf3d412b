/** A database as something to copy: by the driver alone, so that any MongoDB will do. */
import { createHash } from 'node:crypto'
import mongoose, { type Connection, type mongo } from 'mongoose'
import type { CollectionDescription, IndexDescription } from './archive'

const { BSON } = mongoose.mongo

export const databaseOf = (connection: Connection): mongo.Db => {
  if (connection.db === undefined) throw new Error('the connection is closed')
  return connection.db
}

const describeIndex = ({ v: _v, ns: _ns, ...index }: Record<string, unknown>) =>
  index as unknown as IndexDescription

/** Its collections with their indexes, by name. */
export const collectionsOf = async (db: mongo.Db): Promise<readonly CollectionDescription[]> => {
  const listed = await db.listCollections({ type: 'collection' }, { nameOnly: true }).toArray()
  const names = listed.map(({ name }) => name).filter((name) => !name.startsWith('system.'))
  return Promise.all(
    names.sort().map(async (name) => ({
      name,
      indexes: (await db.collection(name).indexes()).map(describeIndex),
    })),
  )
}

/** Creates a collection with its indexes, as far as they are not there; the one over `_id` is there by itself. */
export const createLike = async (db: mongo.Db, { name, indexes }: CollectionDescription): Promise<void> => {
  const there = await db.listCollections({ name }, { nameOnly: true }).toArray()
  if (there.length === 0) await db.createCollection(name)
  const further = indexes.filter(({ name: index }) => index !== '_id_')
  if (further.length > 0)
    await db.collection(name).createIndexes(further as unknown as mongo.IndexDescription[])
}

/** Documents as BSON in the order of their ids. @param session a snapshot to read from */
export const rawDocuments = (
  db: mongo.Db,
  collection: string,
  session?: mongo.ClientSession,
  after?: unknown,
): AsyncIterable<Buffer> =>
  db.collection(collection).find(after === undefined ? {} : { _id: { $gt: after as mongo.ObjectId } }, {
    raw: true,
    sort: { _id: 1 },
    ...(session && { session }),
  }) as unknown as AsyncIterable<Buffer>

const KEEP_TYPES = { promoteValues: false, promoteLongs: false, promoteBuffers: false, bsonRegExp: true }
const BATCH_BYTES = 8_000_000
const BATCH_COUNT = 500

/** Gathers documents into inserts of a sensible size. */
export const inserter = (db: mongo.Db) => {
  let collection = ''
  let batch: mongo.Document[] = []
  let bytes = 0
  const flush = async (): Promise<void> => {
    if (batch.length > 0) await db.collection(collection).insertMany(batch, { ordered: true })
    batch = []
    bytes = 0
  }
  return {
    flush,
    add: async (into: string, document: Buffer): Promise<void> => {
      const isFull = bytes + document.length > BATCH_BYTES || batch.length >= BATCH_COUNT
      if (into !== collection || isFull) await flush()
      collection = into
      batch.push(BSON.deserialize(document, KEEP_TYPES))
      bytes += document.length
    },
  }
}

export interface Fingerprint {
  readonly count: number
  /** SHA-256 of all documents' BSON, one after the other in the order of their ids. */
  readonly sha256: string
}

export const fingerprint = async (documents: AsyncIterable<Buffer>): Promise<Fingerprint> => {
  const hash = createHash('sha256')
  let count = 0
  for await (const document of documents) {
    hash.update(document)
    count++
  }
  return { count, sha256: hash.digest('hex') }
}
