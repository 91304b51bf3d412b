import type Router from '@koa/router'
import { type Attachment, uploadAttachment } from '@jiesu/shared-types'
import type { Context, Next } from 'koa'
import { within } from '../platform/deadline'
import { addressKey } from '../platform/http/addressKey'
import type { Binder } from '../platform/http/bind'
import type { Throttle } from '../platform/mongo/throttle'
import { Refused } from '../platform/problems'
import type { Secrets } from '../platform/secrets'
import type { AttachmentRecord, AttachmentStore } from './attachments.store'
import { NO_PHOTO, readPhoto } from './readPhoto'
import { readRange } from './readRange'

/** Mobile networks put many people behind one address. */
const UPLOADS_PER_ADDRESS = { most: 600, window: 3600 }
const LINK_MINUTES = 30

/** Links to photos and videos: signed and short-lived, because an <img> cannot send a token. */
export const makeAttachmentLinks = (secrets: Secrets) => {
  const text = (id: string, expires: string) => `attachment ${id} until ${expires}`
  return {
    of: (record: AttachmentRecord, now: Date): Attachment => {
      const expires = String(now.getTime() + LINK_MINUTES * 60_000)
      return {
        id: record.id,
        mediaType: record.mediaType,
        bytes: record.bytes,
        url: `/api/v1/attachments/${record.id}?expires=${expires}&signature=${secrets.sign(text(record.id, expires))}`,
      }
    },
    isValid: (id: string, expires: string, signature: string, now: Date): boolean =>
      secrets.isSigned(text(id, expires), signature) && Number(expires) > now.getTime(),
  }
}

export type AttachmentLinks = ReturnType<typeof makeAttachmentLinks>

export const attachmentRoutes = (
  bind: Binder,
  router: Router,
  parts: {
    attachments: AttachmentStore
    links: AttachmentLinks
    throttle: Throttle
    clock: () => Date
    /** Milliseconds; reading the photo from the phone takes as long as it takes. */
    deadline: number
  },
): void => {
  const { attachments, links, throttle, clock, deadline } = parts

  const read = readPhoto(attachments)
  router.use(uploadAttachment.path, async (ctx: Context, next: Next) => {
    if (ctx.method !== 'POST') {
      await next()
      return
    }
    await within(deadline, throttle.count(`upload ${addressKey(ctx.ip)}`, UPLOADS_PER_ADDRESS, clock()))
    await read(ctx, next)
  })

  bind(uploadAttachment, ({ koa }) => {
    const record = koa.state['photo'] as AttachmentRecord | undefined
    if (record === undefined) throw new Refused('malformed-body', { detail: NO_PHOTO })
    return record
  })

  router.get('/api/v1/attachments/:id', async (ctx) => {
    const id = ctx.params['id'] ?? ''
    const { expires = '', signature = '' } = ctx.query
    const now = clock()
    if (!links.isValid(id, String(expires), String(signature), now)) throw new Refused('not-found')
    const record = await within(deadline, attachments.find(id))
    if (record === undefined) throw new Refused('not-found')
    ctx.set('Accept-Ranges', 'bytes')
    const range = readRange(ctx.get('range'), record.bytes)
    if (range === 'beyond') {
      ctx.status = 416
      ctx.set('Content-Range', `bytes */${record.bytes}`)
      return
    }
    ctx.body = await within(deadline, attachments.open(id, range))
    ctx.length = record.bytes
    if (range !== undefined) {
      ctx.status = 206
      ctx.length = range.last - range.first + 1
      ctx.set('Content-Range', `bytes ${range.first}-${range.last}/${record.bytes}`)
    }
    ctx.type = record.mediaType
    ctx.set('Cache-Control', 'private, max-age=1800')
    ctx.set('Content-Disposition', 'inline')
  })
}
