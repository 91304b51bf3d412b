/** Files of entries over HTTP: taken from units' editors, given to everybody who may read the entry that names them. */
import type Router from '@koa/router'
import { ENTRY_FILE_TYPE_WORDS, uploadKnowledgeFile } from '@jiesu/shared-types'
import type { Context, Next } from 'koa'
import type { Caller } from '../../identity/caller'
import { within } from '../../platform/deadline'
import type { Binder } from '../../platform/http/bind'
import type { Throttle } from '../../platform/mongo/throttle'
import { Refused } from '../../platform/problems'
import type { EntryAttachment } from '../rules/entryContent'
import type { EntryFileLinks } from './entryFileLinks'
import type { EntryFiles } from './entryFiles.store'
import { readEntryFile } from './readEntryFile'

const UPLOADS_PER_PERSON = { most: 200, window: 3600 }
const PATH = '/api/v1/knowledge/:id/files/:file'

export interface EntryFileParts {
  readonly files: EntryFiles
  readonly links: EntryFileLinks
  readonly identify: (ctx: Context) => Promise<Caller>
  readonly throttle: Throttle
  readonly clock: () => Date
  readonly refreshKnowledge: (now: Date) => Promise<void>
  /** Of the entry's public version; undefined where there is none. */
  readonly attachmentsOf: (entry: string) => readonly EntryAttachment[] | undefined
  /** Milliseconds; reading the file from the editor takes as long as it takes. */
  readonly deadline: number
}

export const entryFileRoutes = (bind: Binder, router: Router, parts: EntryFileParts): void => {
  const { files, links, identify, throttle, clock, refreshKnowledge, attachmentsOf, deadline } = parts

  // Before anything is read, it is known whose it is.
  router.use(uploadKnowledgeFile.path, async (ctx: Context, next: Next) => {
    if (ctx.method === 'POST') {
      const { staff } = await within(deadline, identify(ctx))
      if (staff?.role === 'knowledge-editor') {
        await within(deadline, throttle.count(`entry files ${staff.id}`, UPLOADS_PER_PERSON, clock()))
        const { name, mediaType, bytes } = await readEntryFile(ctx)
        ctx.state['entryFile'] = { ...(await within(deadline, files.save(bytes, mediaType))), name }
      }
    }
    await next()
  })

  bind(uploadKnowledgeFile, ({ koa, now }) => {
    const file = koa.state['entryFile'] as EntryAttachment | undefined
    if (file === undefined) throw new Refused('not-yours', { detail: '附件由责任单位的知识编辑上传。' })
    return links.of(file, now)
  })

  router.get(PATH, async (ctx) => {
    const { id = '', file: wanted = '' } = ctx.params as Record<string, string | undefined>
    const { name = '', expires = '', signature = '' } = ctx.query
    const now = clock()
    await refreshKnowledge(now)
    const named = attachmentsOf(id)?.find((one) => one.id === wanted)
    const isSigned = links.isValid(wanted, String(name), String(expires), String(signature), now)
    const [record] = named !== undefined || isSigned ? await within(deadline, files.records([wanted])) : []
    if (record === undefined) throw new Refused('not-found')
    ctx.body = await within(deadline, files.open(wanted))
    ctx.length = record.bytes
    // First the name, for it sets a type of its own.
    ctx.attachment(`${named?.name ?? String(name)}.${ENTRY_FILE_TYPE_WORDS[record.mediaType].ending}`)
    ctx.type = record.mediaType
    ctx.set('Content-Security-Policy', "default-src 'none'; sandbox")
    ctx.set('Cache-Control', named === undefined ? 'private, no-store' : 'public, max-age=300')
  })
}
