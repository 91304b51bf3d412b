import type { ByteRange } from './attachments.store'

/**
 * The part of a file of `bytes` bytes that is asked for (RFC 9110, section 14); players ask for videos in parts, and
 * Safari plays none without. Several parts at once, and what is no range, is answered with the whole file: undefined.
 */
export const readRange = (header: string, bytes: number): ByteRange | 'beyond' | undefined => {
  const [, from = '', to = ''] = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(header.trim()) ?? []
  if (from === '' && to === '') return undefined
  const first = from === '' ? Math.max(0, bytes - Number(to)) : Number(from)
  const last = from === '' || to === '' ? bytes - 1 : Math.min(Number(to), bytes - 1)
  if (to !== '' && from !== '' && Number(to) < first) return undefined
  return first > last ? 'beyond' : { first, last }
}
