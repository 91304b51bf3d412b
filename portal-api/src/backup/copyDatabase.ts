import type { Connection, mongo } from 'mongoose'
import type { CollectionDescription } from './archive'
import { collectionsOf, createLike, databaseOf, fingerprint, inserter, rawDocuments } from './database'

/** What was copied is not what is there; the message names the collections. */
export class CopyDiffers extends Error {}

export interface Copied {
  readonly collection: string
  /** Documents at the target, all of them compared. */
  readonly documents: number
  /** Of these, what this run brought. */
  readonly brought: number
}

const lastIdIn = async (db: mongo.Db, name: string): Promise<unknown> =>
  (
    await db
      .collection(name)
      .find({}, { projection: { _id: 1 } })
      .sort({ _id: -1 })
      .limit(1)
      .toArray()
  )[0]?._id

const copyCollection = async (from: mongo.Db, to: mongo.Db, one: CollectionDescription): Promise<Copied> => {
  const { name } = one
  await createLike(to, one)
  const inserts = inserter(to)
  let brought = 0
  for await (const document of rawDocuments(from, name, undefined, await lastIdIn(to, name))) {
    await inserts.add(name, document)
    brought++
  }
  await inserts.flush()
  const [source, target] = await Promise.all([from, to].map((db) => fingerprint(rawDocuments(db, name))))
  if (source?.sha256 !== target?.sha256)
    throw new CopyDiffers(
      `${name} differs: ${source?.count ?? 0} documents here, ${target?.count ?? 0} there. Was something still writing?`,
    )
  return { collection: name, documents: target?.count ?? 0, brought }
}

/**
 * Copies all collections with their indexes to another database, in the order of their ids: begun again after an
 * interruption it goes on where it was. Each collection is compared at the end, by count and SHA-256 of all bytes.
 * Nothing may write meanwhile.
 * @param said called after each collection
 * @throws CopyDiffers
 */
export const copyDatabase = async (
  from: Connection,
  to: Connection,
  said: (copied: Copied) => void,
): Promise<void> => {
  const source = databaseOf(from)
  for (const one of await collectionsOf(source)) said(await copyCollection(source, databaseOf(to), one))
}
