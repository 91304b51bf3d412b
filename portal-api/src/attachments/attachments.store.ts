/** Photos of orders in GridFS: bytes in chunks beside the orders, so that a backup of the database is whole. */
import { randomBytes } from 'node:crypto'
import { pipeline } from 'node:stream/promises'
import { Readable } from 'node:stream'
import { type Connection, mongo } from 'mongoose'
import type { PhotoType } from './sniff'

export interface AttachmentRecord {
  readonly id: string
  readonly mediaType: PhotoType
  readonly bytes: number
}

export interface AttachmentStore {
  save(content: Buffer, mediaType: PhotoType): Promise<AttachmentRecord>
  find(id: string): Promise<AttachmentRecord | undefined>
  records(ids: readonly string[]): Promise<readonly AttachmentRecord[]>
  /**
   * Takes uploads for one submission, before its order is written: a crash in between leaves an unused photo, never
   * an order without its photos. Claiming again for the same submission succeeds.
   * @returns false when one does not exist or belongs to another submission.
   */
  claim(ids: readonly string[], submissionId: string): Promise<boolean>
  open(id: string): Readable
  /** Deletes uploads that no submission claimed within a day. @returns how many. */
  sweep(now: Date): Promise<number>
}

interface Metadata {
  mediaType: PhotoType
  claim?: string
}

const DAY_MS = 86_400_000

export const makeAttachmentStore = (connection: Connection): AttachmentStore => {
  const db = connection.db
  if (db === undefined) throw new Error('the attachment store needs an open connection')
  const bucket = new mongo.GridFSBucket(db, { bucketName: 'attachments' })
  const files = db.collection<{ _id: string; length: number; uploadDate: Date; metadata: Metadata }>('attachments.files')
  /** GridFS takes any id; the driver's types know only ObjectId. */
  const key = (id: string) => id as unknown as mongo.ObjectId

  const read = (file: { _id: string; length: number; metadata: Metadata }): AttachmentRecord => ({
    id: file._id,
    mediaType: file.metadata.mediaType,
    bytes: file.length,
  })

  const records = async (ids: readonly string[]) => {
    if (ids.length === 0) return []
    const found = await files.find({ _id: { $in: [...ids] } }).toArray()
    return ids.flatMap((id) => found.filter((file) => file._id === id).map(read))
  }

  return {
    save: async (content, mediaType) => {
      const id = randomBytes(16).toString('base64url')
      const upload = bucket.openUploadStreamWithId(key(id), id, { metadata: { mediaType } })
      await pipeline(Readable.from([content]), upload)
      return { id, mediaType, bytes: content.length }
    },
    find: async (id) => (await records([id]))[0],
    records,
    claim: async (ids, submissionId) => {
      if (ids.length === 0) return true
      const free = [{ 'metadata.claim': { $exists: false } }, { 'metadata.claim': submissionId }]
      const claimed = await files.updateMany(
        { _id: { $in: [...ids] }, $or: free },
        { $set: { 'metadata.claim': submissionId } },
      )
      return claimed.matchedCount === new Set(ids).size
    },
    open: (id) => bucket.openDownloadStream(key(id)),
    sweep: async (now) => {
      const forgotten = await files
        .find({ 'metadata.claim': { $exists: false }, uploadDate: { $lt: new Date(now.getTime() - DAY_MS) } })
        .limit(100)
        .toArray()
      for (const file of forgotten) await bucket.delete(key(file._id))
      return forgotten.length
    },
  }
}
