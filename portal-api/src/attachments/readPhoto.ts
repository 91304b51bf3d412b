/** Reads the one photo or video of a multipart/form-data body, straight on into the database. */
import multer from '@koa/multer'
import type { Context, Next } from 'koa'
import type { Readable } from 'node:stream'
import { asRefusal } from '../platform/http/multipart'
import { Refused } from '../platform/problems'
import { MOST_VIDEO_BYTES, type AttachmentRecord, type AttachmentStore } from './attachments.store'

// The store limits photos further, once it knows what comes.
const LIMITS = { fileSize: MOST_VIDEO_BYTES, files: 1, fields: 5, fieldSize: 1024 }

export const NO_PHOTO = '没有读到照片或视频，请用 multipart/form-data 上传，字段名 file。'

/** What multer knows of a file while it arrives, and what we note on it for the case that it must go again. */
type Arriving = multer.File & { readonly stream: Readable; record?: AttachmentRecord }
type Done = (error: unknown, info?: Arriving) => void

/** Multer's way to keep a file. Its types describe files on a disk, so both sides are named here as they are. */
const keepIn = (attachments: AttachmentStore) => ({
  _handleFile: (_request: unknown, file: multer.File, done: Done) => {
    attachments.save((file as Arriving).stream).then(
      (record) => {
        if (record === undefined)
          done(
            new Refused('unsupported-media', {
              detail: '请上传 JPG、PNG、WebP 或 HEIC 照片，或 MP4、MOV、WebM 短视频。',
            }),
          )
        else done(null, { ...(file as Arriving), record })
      },
      (error: unknown) => {
        done(error)
      },
    )
  },
  // For what was kept before something else in the body proved wrong.
  _removeFile: (_request: unknown, file: multer.File, done: (error: Error) => void) => {
    const { record } = file as Arriving
    const removed = record === undefined ? Promise.resolve() : attachments.remove(record.id)
    removed.then(() => {
      ;(done as Done)(null)
    }, done)
  },
})

const WORDS = { tooLarge: '视频请不超过 30 MB（约 30 秒），单张照片请不超过 10 MB。', missing: NO_PHOTO }

/** Leaves what was kept in `ctx.state.photo`; nothing there when no file came. */
export const readPhoto = (attachments: AttachmentStore) => {
  const upload = multer({ storage: keepIn(attachments), limits: LIMITS }).single('file')
  return async (ctx: Context, next: Next): Promise<void> => {
    if (!ctx.is('multipart/form-data'))
      throw new Refused('unsupported-media', { detail: '请用 multipart/form-data 上传，字段名 file。' })
    try {
      // The middleware only reads the body; what follows runs outside, so that its errors keep their own meaning.
      await upload(ctx, () => Promise.resolve())
    } catch (error) {
      throw asRefusal(error, WORDS)
    }
    ctx.state['photo'] = (ctx['file'] as Arriving | undefined)?.record
    await next()
  }
}
