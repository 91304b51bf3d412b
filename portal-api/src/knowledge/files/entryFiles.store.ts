/** Files of entries (附件) in GridFS, beside the entries, so that a backup of the database is whole. */
import type { EntryFileType } from '@jiesu/shared-types/vocabulary'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { type Connection, mongo } from 'mongoose'

export interface EntryFileRecord {
  readonly id: string
  readonly mediaType: EntryFileType
  readonly bytes: number
}

export interface EntryFiles {
  /** Makes the index that finds forgotten uploads. */
  prepare(): Promise<void>
  save(content: Buffer, mediaType: EntryFileType): Promise<EntryFileRecord>
  records(ids: readonly string[]): Promise<readonly EntryFileRecord[]>
  /**
   * Takes uploads for an entry, before it is written: a crash in between leaves a file that nobody sees, never an
   * entry without its files. Those that are the entry's already stay so.
   * @returns false when one does not exist or belongs to another entry; none is taken then that was free.
   */
  claim(ids: readonly string[], entry: string): Promise<boolean>
  /** Lets go of files that no version and no draft of the entry names any more; they are forgotten uploads then. */
  release(ids: readonly string[], entry: string): Promise<void>
  /** The file's bytes, once the first could be read. @throws the database's error */
  open(id: string): Promise<Readable>
  /**
   * Deletes uploads that no entry has taken within a day.
   * @param named of these, the ones that an entry names all the same: they are kept.
   * @returns how many.
   */
  sweep(now: Date, named: (ids: readonly string[]) => Promise<readonly string[]>): Promise<number>
}

interface File {
  _id: string
  length: number
  metadata: { mediaType: EntryFileType; unclaimedSince?: Date; claim?: string }
}

const DAY_MS = 86_400_000
const SWEEP_BATCH = 100

export const makeEntryFiles = (connection: Connection, clock: () => Date): EntryFiles => {
  const db = connection.db
  if (db === undefined) throw new Error('the store of entries’ files needs an open connection')
  const bucket = new mongo.GridFSBucket(db, { bucketName: 'entryFiles' })
  const files = db.collection<File>('entryFiles.files')
  /** GridFS takes any id; the driver's types know only ObjectId. */
  const key = (id: string) => id as unknown as mongo.ObjectId

  const records = async (ids: readonly string[]): Promise<EntryFileRecord[]> => {
    if (ids.length === 0) return []
    const found = await files.find({ _id: { $in: [...ids] } }).toArray()
    return ids.flatMap((id) =>
      found
        .filter((file) => file._id === id)
        .map(({ _id, length, metadata }) => ({ id: _id, bytes: length, mediaType: metadata.mediaType })),
    )
  }

  return {
    prepare: async () => {
      await files.createIndex(
        { 'metadata.unclaimedSince': 1 },
        { partialFilterExpression: { 'metadata.unclaimedSince': { $exists: true } } },
        {},
      )
    },
    save: async (content, mediaType) => {
      const id = randomBytes(16).toString('base64url')
      const metadata = { mediaType, unclaimedSince: clock() }
      const upload = bucket.openUploadStreamWithId(key(id), id, { metadata })
      try {
        await pipeline(Readable.from([content]), upload)
      } catch (error) {
        await upload.abort().catch(() => undefined)
        throw error
      }
      return { id, mediaType, bytes: content.length }
    },
    records,
    claim: async (ids, entry) => {
      const free = [{ 'metadata.unclaimedSince': { $exists: true } }, { 'metadata.claim': entry }]
      const mine = { _id: { $in: [...ids] }, $or: free }
      if ((await files.countDocuments(mine)) !== new Set(ids).size) return false
      const { matchedCount } = await files.updateMany(mine, {
        $set: { 'metadata.claim': entry },
        $unset: { 'metadata.unclaimedSince': 1 },
      })
      return matchedCount === new Set(ids).size
    },
    release: async (ids, entry) => {
      if (ids.length === 0) return
      await files.updateMany(
        { _id: { $in: [...ids] }, 'metadata.claim': entry },
        { $unset: { 'metadata.claim': 1 }, $set: { 'metadata.unclaimedSince': clock() } },
      )
    },
    open: async (id) => {
      const content = bucket.openDownloadStream(key(id))
      await once(content, 'readable')
      return content
    },
    sweep: async (now, named) => {
      const forgotten = await files
        .find({ 'metadata.unclaimedSince': { $lt: new Date(now.getTime() - DAY_MS) } })
        .limit(SWEEP_BATCH)
        .toArray()
      if (forgotten.length === 0) return 0
      const kept = new Set(await named(forgotten.map(({ _id }) => _id)))
      const gone = forgotten.filter(({ _id }) => !kept.has(_id))
      for (const { _id } of gone) await bucket.delete(key(_id))
      // Named again while it was being let go.
      if (kept.size > 0)
        await files.updateMany({ _id: { $in: [...kept] } }, { $unset: { 'metadata.unclaimedSince': 1 } })
      return gone.length
    },
  }
}
