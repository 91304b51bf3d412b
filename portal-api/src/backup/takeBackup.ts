import { createWriteStream } from 'node:fs'
import { open, rename, rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { Connection } from 'mongoose'
import { archivedCollection, archivePrelude, type CollectionDescription } from './archive'
import { collectionsOf, databaseOf, rawDocuments } from './database'

export interface Saved {
  readonly collection: string
  readonly documents: number
}

/**
 * Writes the whole database into one file while everything runs: all documents as of one moment (a snapshot session).
 * The file appears under its name only when it is complete and on disk.
 * @throws the driver's error, for instance where the server gives no snapshots (a standalone mongod)
 */
export const takeBackup = async (connection: Connection, file: string): Promise<readonly Saved[]> => {
  const db = databaseOf(connection)
  const client = connection.getClient()
  const { version } = (await db.admin().serverInfo()) as { version: string }
  const collections = await collectionsOf(db)
  const saved: Saved[] = []
  const session = client.startSession({ snapshot: true })

  async function* documentsOf({ name }: CollectionDescription): AsyncIterable<Buffer> {
    let documents = 0
    for await (const document of rawDocuments(db, name, session)) {
      documents++
      yield document
    }
    saved.push({ collection: name, documents })
  }
  async function* archive(): AsyncIterable<Buffer> {
    yield archivePrelude(db.databaseName, collections, version)
    for (const one of collections) yield* archivedCollection(db.databaseName, one.name, documentsOf(one))
  }

  const part = `${file}.part`
  try {
    await pipeline(Readable.from(archive()), createWriteStream(part, { mode: 0o600, flush: true }))
    await rename(part, file)
    await syncFolder(dirname(file))
    return saved
  } catch (error) {
    await rm(part, { force: true })
    throw error
  } finally {
    await session.endSession()
  }
}

/** Makes the new name itself durable. */
const syncFolder = async (folder: string): Promise<void> => {
  const handle = await open(folder, 'r')
  await handle.sync()
  await handle.close()
}
