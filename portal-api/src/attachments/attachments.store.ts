/** Photos and videos of orders in GridFS: bytes in chunks beside the orders, so that a backup of the database is whole. */
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { pipeline } from 'node:stream/promises'
import type { Readable } from 'node:stream'
import { type Connection, mongo } from 'mongoose'
import { Refused } from '../platform/problems'
import { isVideo, mediaTypeOf, type MediaType, SIGNATURE_BYTES } from './sniff'
import { withoutTraces } from './withoutTraces'

export interface AttachmentRecord {
  readonly id: string
  readonly mediaType: MediaType
  readonly bytes: number
}

/** Bytes of a file, from the first up to and with the last. */
export interface ByteRange {
  readonly first: number
  readonly last: number
}

export interface AttachmentStore {
  /** Makes the index that finds forgotten uploads. */
  prepare(): Promise<void>
  /**
   * Keeps a photo or video as it arrives, never whole in memory, and without what tells where it was taken.
   * @returns undefined when its first bytes are neither's; the rest is then read and forgotten.
   * @throws when it is too large or breaks off, or the database's error; nothing is kept then.
   */
  save(content: Readable): Promise<AttachmentRecord | undefined>
  remove(id: string): Promise<void>
  find(id: string): Promise<AttachmentRecord | undefined>
  records(ids: readonly string[]): Promise<readonly AttachmentRecord[]>
  /**
   * Takes uploads for one submission, before its order is written: a crash in between leaves an unused photo, never
   * an order without its photos. Claiming again for the same submission succeeds; all are taken or none.
   * @returns false when one does not exist or belongs to another submission.
   */
  claim(ids: readonly string[], submissionId: string): Promise<boolean>
  /** The file's bytes, or some of them, once the first could be read. @throws the database's error */
  open(id: string, range?: ByteRange): Promise<Readable>
  /** Deletes uploads that no submission claimed within a day. @returns how many. */
  sweep(now: Date): Promise<number>
}

interface Metadata {
  mediaType: MediaType
  /** Until a submission claims it. */
  unclaimedSince?: Date
  claim?: string
}

interface File {
  _id: string
  length: number
  metadata: Metadata
}

const DAY_MS = 86_400_000

/** As many chunks as tell what a file is; fewer when it is shorter. */
const firstBytes = async (chunks: AsyncIterator<Buffer>): Promise<Buffer> => {
  let head = Buffer.alloc(0)
  while (head.length < SIGNATURE_BYTES) {
    const next = await chunks.next()
    if (next.done === true) break
    head = Buffer.concat([head, next.value])
  }
  return head
}

async function* joined(head: Buffer, rest: AsyncIterator<Buffer>): AsyncGenerator<Buffer> {
  yield head
  for (let next = await rest.next(); next.done !== true; next = await rest.next()) yield next.value
}

const MB = 1024 * 1024
const MOST_PHOTO_BYTES = 10 * MB
export const MOST_VIDEO_BYTES = 30 * MB

/** Breaks off what is too large for its kind. */
async function* withinLimit(type: MediaType, chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  const [most, detail] = isVideo(type)
    ? [MOST_VIDEO_BYTES, '视频请不超过 30 MB（约 30 秒）。']
    : [MOST_PHOTO_BYTES, '单张照片请不超过 10 MB。']
  let bytes = 0
  for await (const chunk of chunks) {
    bytes += chunk.length
    if (bytes > most) throw new Refused('body-too-large', { detail })
    yield chunk
  }
}

const SWEEP_BATCH = 100

export const makeAttachmentStore = (connection: Connection, clock: () => Date): AttachmentStore => {
  const db = connection.db
  if (db === undefined) throw new Error('the attachment store needs an open connection')
  const bucket = new mongo.GridFSBucket(db, { bucketName: 'attachments' })
  const files = db.collection<File>('attachments.files')
  /** GridFS takes any id; the driver's types know only ObjectId. */
  const key = (id: string) => id as unknown as mongo.ObjectId

  const read = (file: File): AttachmentRecord => ({
    id: file._id,
    mediaType: file.metadata.mediaType,
    bytes: file.length,
  })

  const records = async (ids: readonly string[]) => {
    if (ids.length === 0) return []
    const found = await files.find({ _id: { $in: [...ids] } }).toArray()
    return ids.flatMap((id) => found.filter((file) => file._id === id).map(read))
  }

  const take = async (ids: readonly string[], submissionId: string): Promise<number> => {
    const free = [{ 'metadata.unclaimedSince': { $exists: true } }, { 'metadata.claim': submissionId }]
    const { matchedCount } = await files.updateMany(
      { _id: { $in: [...ids] }, $or: free },
      { $set: { 'metadata.claim': submissionId }, $unset: { 'metadata.unclaimedSince': 1 } },
    )
    return matchedCount
  }

  return {
    prepare: async () => {
      await files.createIndex(
        { 'metadata.unclaimedSince': 1 },
        { partialFilterExpression: { 'metadata.unclaimedSince': { $exists: true } } },
        {},
      )
    },
    save: async (content) => {
      const chunks = content.iterator({ destroyOnReturn: false }) as AsyncIterator<Buffer>
      const head = await firstBytes(chunks)
      const mediaType = mediaTypeOf(head)
      if (mediaType === undefined) {
        content.resume()
        return undefined
      }
      const id = randomBytes(16).toString('base64url')
      const metadata = { mediaType, unclaimedSince: clock() }
      const upload = bucket.openUploadStreamWithId(key(id), id, { metadata })
      try {
        await pipeline(withoutTraces(mediaType, withinLimit(mediaType, joined(head, chunks))), upload)
      } catch (error) {
        await upload.abort().catch(() => undefined)
        // Whoever sends it hears of it when they are done sending.
        content.resume()
        throw error
      }
      return { id, mediaType, bytes: upload.length }
    },
    remove: async (id) => {
      await bucket.delete(key(id))
    },
    find: async (id) => (await records([id]))[0],
    records,
    claim: async (ids, submissionId) => {
      if (ids.length === 0 || (await take(ids, submissionId)) === new Set(ids).size) return true
      await files.updateMany(
        { _id: { $in: [...ids] }, 'metadata.claim': submissionId },
        { $unset: { 'metadata.claim': 1 }, $set: { 'metadata.unclaimedSince': clock() } },
      )
      return false
    },
    open: async (id, range) => {
      const part = range === undefined ? {} : { start: range.first, end: range.last + 1 }
      const content = bucket.openDownloadStream(key(id), part)
      await once(content, 'readable')
      return content
    },
    sweep: async (now) => {
      const forgotten = await files
        .find({ 'metadata.unclaimedSince': { $lt: new Date(now.getTime() - DAY_MS) } })
        .limit(SWEEP_BATCH)
        .toArray()
      for (const file of forgotten) await bucket.delete(key(file._id))
      return forgotten.length
    },
  }
}
