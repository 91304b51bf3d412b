import { createReadStream } from 'node:fs'
import type { Connection } from 'mongoose'
import { readArchive } from './archive'
import { collectionsOf, createLike, databaseOf, inserter } from './database'
import type { Saved } from './takeBackup'

/** The database holds something already. */
export class NotEmpty extends Error {}

const bytesOf = (file: string): AsyncIterable<Buffer> => createReadStream(file)

/** Reads a backup from beginning to end. @throws DamagedBackup */
export const checkBackup = async (file: string): Promise<readonly Saved[]> => {
  const { collections, documents } = await readArchive(bytesOf(file))
  const counts = new Map(collections.map(({ name }) => [name, 0]))
  for await (const { collection } of documents) {
    counts.set(collection, (counts.get(collection) ?? 0) + 1)
  }
  return [...counts].map(([collection, documents]) => ({ collection, documents }))
}

/**
 * Brings a backup back. The whole file is read and its checksums compared before anything is touched.
 * @param replace drop what the database holds; without it nothing but an empty database will do
 * @throws DamagedBackup, NotEmpty
 */
export const restoreBackup = async (
  connection: Connection,
  file: string,
  replace: boolean,
): Promise<readonly Saved[]> => {
  const checked = await checkBackup(file)
  const db = databaseOf(connection)
  const there = await collectionsOf(db)
  if (!replace) {
    const counts = await Promise.all(there.map(({ name }) => db.collection(name).countDocuments()))
    const documents = counts.reduce((sum, count) => sum + count, 0)
    if (documents > 0)
      throw new NotEmpty(`the database ${db.databaseName} already holds ${documents} documents`)
  }
  for (const { name } of there) await db.dropCollection(name)

  const { collections, documents } = await readArchive(bytesOf(file))
  for (const collection of collections) await createLike(db, collection)
  const inserts = inserter(db)
  for await (const { collection, document } of documents) await inserts.add(collection, document)
  await inserts.flush()
  for (const { collection, documents: expected } of checked) {
    const found = await db.collection(collection).countDocuments()
    if (found !== expected) throw new Error(`${collection} has ${found} documents instead of ${expected}`)
  }
  return checked
}
