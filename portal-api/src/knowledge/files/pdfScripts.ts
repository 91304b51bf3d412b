/** Whether a PDF brings scripts, programs or files of its own (ISO 32000-1: 12.6.4, 7.11.4). */
import { inflateSync } from 'node:zlib'

const ACTIVE = /\/(?:JavaScript|JS|Launch|RichMedia|EmbeddedFiles?)(?![A-Za-z0-9])/
/** Names may write any character as #xx. */
const plain = (text: string): string =>
  text.replace(/#([0-9A-Fa-f]{2})/g, (_, code: string) => String.fromCharCode(parseInt(code, 16)))

/** Objects may stand in streams that hold nothing but objects. */
const MOST_INFLATED = 20 * 1024 * 1024
const inflated = (body: Buffer): string => {
  try {
    return inflateSync(body, { maxOutputLength: MOST_INFLATED }).toString('latin1')
  } catch {
    return ''
  }
}

/** Looks at everything but the content of pictures, fonts and pages, whose bytes only look like names by chance. */
export const hasScripts = (bytes: Buffer): boolean => {
  const text = bytes.toString('latin1')
  const opening = /stream\r?\n/g
  let from = 0
  for (;;) {
    opening.lastIndex = from
    const begins = opening.exec(text)
    const outside = text.slice(from, begins?.index ?? text.length)
    if (ACTIVE.test(plain(outside))) return true
    if (begins === null) return false
    const start = begins.index + begins[0].length
    const end = text.indexOf('endstream', start)
    if (end < 0) return ACTIVE.test(plain(text.slice(start)))
    const dictionary = outside.slice(outside.lastIndexOf('obj'))
    if (
      /\/ObjStm(?![A-Za-z])/.test(plain(dictionary)) &&
      ACTIVE.test(plain(inflated(bytes.subarray(start, end))))
    )
      return true
    from = end + 'endstream'.length
  }
}
