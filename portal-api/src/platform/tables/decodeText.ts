/** The text of a file from a Chinese office: UTF-8 where it is, else what Excel writes there, GB18030. */
const MARKS = [
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
] as const

const HAN = /\p{Script=Han}/u
const ONLY_ASCII = /^[\x00-\x7f]*$/

const decoded = (bytes: Uint8Array, encoding: string): string | undefined => {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}

/** A few words of GB18030 can happen to be right UTF-8 (联通 is the famous one), but then they are no Chinese. */
const inOfficesEncoding = (bytes: Uint8Array): string | undefined => {
  const unicode = decoded(bytes, 'utf-8')
  if (unicode !== undefined && (HAN.test(unicode) || ONLY_ASCII.test(unicode))) return unicode
  const national = decoded(bytes, 'gb18030')
  return national !== undefined && (unicode === undefined || HAN.test(national)) ? national : unicode
}

/** Without its mark (BOM). Undefined where the bytes are text in none of these encodings. */
export const decodeText = (bytes: Uint8Array): string | undefined => {
  const marked = MARKS.find(([, mark]) => mark.every((byte, i) => bytes[i] === byte))?.[0]
  const text = marked === undefined ? inOfficesEncoding(bytes) : decoded(bytes, marked)
  // Text has none; what has is something else.
  return text?.includes('\0') === true ? undefined : text
}
