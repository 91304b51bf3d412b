/** Where files of entries are fetched. */
import type { EntryFile } from '@jiesu/shared-types'
import type { Secrets } from '../../platform/secrets'
import type { EntryAttachment } from '../rules/entryContent'

const LINK_MINUTES = 30
/** In the place of an entry, for what was just uploaded. */
const NO_ENTRY = 'none'

const addressOf = (entry: string, file: string): string => `/api/v1/knowledge/${entry}/files/${file}`

/** Links for the desk, where files are seen before anybody else may: signed and short-lived, as a link sends no token. */
export const makeEntryFileLinks = (secrets: Secrets) => {
  const text = (id: string, name: string, expires: string) => `entry file ${id} ${name} until ${expires}`
  return {
    of: ({ id, name, mediaType, bytes }: EntryAttachment, now: Date): EntryFile => {
      const expires = String(now.getTime() + LINK_MINUTES * 60_000)
      const query = new URLSearchParams({ name, expires, signature: secrets.sign(text(id, name, expires)) })
      return { id, name, mediaType, bytes, url: `${addressOf(NO_ENTRY, id)}?${query.toString()}` }
    },
    isValid: (id: string, name: string, expires: string, signature: string, now: Date): boolean =>
      secrets.isSigned(text(id, name, expires), signature) && Number(expires) > now.getTime(),
  }
}
export type EntryFileLinks = ReturnType<typeof makeEntryFileLinks>

/** As readers fetch it: whoever may read the entry. */
export const publicFile = (entry: string, { id, name, mediaType, bytes }: EntryAttachment): EntryFile => ({
  id,
  name,
  mediaType,
  bytes,
  url: addressOf(entry, id),
})
