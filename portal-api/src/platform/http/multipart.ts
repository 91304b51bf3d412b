/** Files that come as multipart/form-data. */
import multer from '@koa/multer'
import type { Context } from 'koa'
import { Refused } from '../problems'

/** How the multipart parser says that a body breaks off or has no boundary. */
const BODY_ERRORS = /multipart|unexpected end|malformed|boundary|aborted|premature close/i

interface Words {
  readonly tooLarge: string
  readonly missing: string
}

/** Multer's own errors as refusals; a broken multipart body is malformed; others keep their own meaning. */
export const asRefusal = (error: unknown, { tooLarge, missing }: Words): unknown => {
  if (!(error instanceof Error) || error instanceof Refused) return error
  if ((error as { code?: string }).code === 'LIMIT_FILE_SIZE')
    return new Refused('body-too-large', { detail: tooLarge })
  const isBodys = error.name === 'MulterError' || BODY_ERRORS.test(error.message)
  return isBodys ? new Refused('malformed-body', { detail: missing }) : error
}

/**
 * Reads the one file of a body into memory. To be called by a handler, so that only those are listened to who may send
 * one.
 */
export const makeReadUpload = (field: string, mostBytes: number, words: Words) => {
  const upload = multer({
    storage: multer.memoryStorage(),
    limits: { fileSize: mostBytes, files: 1, fields: 5, fieldSize: 1024 },
  }).single(field)
  return async (ctx: Context): Promise<Buffer> => {
    if (!ctx.is('multipart/form-data')) throw new Refused('unsupported-media', { detail: words.missing })
    try {
      await upload(ctx, () => Promise.resolve())
    } catch (error) {
      throw asRefusal(error, words)
    }
    const file = ctx['file'] as multer.File | undefined
    if (file === undefined) throw new Refused('malformed-body', { detail: words.missing })
    return file.buffer
  }
}
