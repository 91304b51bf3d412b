/** Reads the one file of a multipart/form-data body and judges it. */
import multer from '@koa/multer'
import { ENTRY_FILE_MOST_BYTES, type EntryFileType } from '@jiesu/shared-types/vocabulary'
import type { Context } from 'koa'
import { buffer } from 'node:stream/consumers'
import { withoutTraces } from '../../attachments/withoutTraces'
import { Refused } from '../../platform/problems'
import { entryFileTypeOf } from './entryFileType'

const LIMITS = { fileSize: ENTRY_FILE_MOST_BYTES, files: 1, fields: 5, fieldSize: 1024 }
const NO_FILE = '没有读到附件，请用 multipart/form-data 上传，字段名 file。'
const REFUSED = {
  unknown: '附件请用 PDF、Word（docx）、Excel（xlsx）、JPG 或 PNG。',
  active: '文件里有宏、脚本或嵌入的程序，请另存为不带这些内容的文件再上传。',
} as const

export interface ReadEntryFile {
  /** From the file's own, without its ending. */
  readonly name: string
  readonly mediaType: EntryFileType
  readonly bytes: Buffer
}

const NAME_MOST = 80
/** Multer reads names as Latin letters; browsers write them in UTF-8. */
export const entryFileName = (given: string): string => {
  const name = Buffer.from(given, 'latin1').toString('utf8').normalize('NFC')
  const plain = name
    .replace(/^.*[\\/]/, '')
    .replace(/\.[A-Za-z0-9]{1,5}$/, '')
    // Control characters, and those that turn the direction of what follows.
    .replace(/[\p{Cc}\p{Cf}<>:"|?*]/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
  return [...plain].slice(0, NAME_MOST).join('') || '附件'
}

/** How the multipart parser says that a body breaks off or has no boundary. */
const BODY_ERRORS = /multipart|unexpected end|malformed|boundary|aborted|premature close/i
const asRefusal = (error: unknown): unknown => {
  if (!(error instanceof Error) || error instanceof Refused) return error
  if ((error as { code?: string }).code === 'LIMIT_FILE_SIZE')
    return new Refused('body-too-large', { detail: '单个附件请不超过 10 MB。' })
  const isBodys = error.name === 'MulterError' || BODY_ERRORS.test(error.message)
  return isBodys ? new Refused('malformed-body', { detail: NO_FILE }) : error
}

const upload = multer({ storage: multer.memoryStorage(), limits: LIMITS }).single('file')

/** @throws Refused where there is no file, or none that entries may have. */
export const readEntryFile = async (ctx: Context): Promise<ReadEntryFile> => {
  if (!ctx.is('multipart/form-data'))
    throw new Refused('unsupported-media', { detail: '请用 multipart/form-data 上传，字段名 file。' })
  try {
    await upload(ctx, () => Promise.resolve())
  } catch (error) {
    throw asRefusal(error)
  }
  const file = ctx['file'] as multer.File | undefined
  if (file === undefined) throw new Refused('malformed-body', { detail: NO_FILE })
  const mediaType = entryFileTypeOf(file.buffer)
  if (mediaType === 'unknown' || mediaType === 'active')
    throw new Refused('unsupported-media', { detail: REFUSED[mediaType] })
  const bytes =
    mediaType === 'image/jpeg' || mediaType === 'image/png'
      ? await buffer(withoutTraces(mediaType, inOnePiece(file.buffer)))
      : file.buffer
  return { name: entryFileName(file.originalname), mediaType, bytes }
}

async function* inOnePiece(bytes: Buffer): AsyncGenerator<Buffer> {
  await Promise.resolve()
  yield bytes
}
