/** What a file is, by its first bytes: names and declared types from phones cannot be trusted (H5 sends none). */

/** So many bytes at the beginning tell. */
export const SIGNATURE_BYTES = 12

export type PhotoType = 'image/jpeg' | 'image/png' | 'image/webp' | 'image/heic'

const starts = (bytes: Buffer, signature: readonly number[], at = 0): boolean =>
  signature.every((byte, i) => bytes[at + i] === byte)

const HEIC_BRANDS = ['heic', 'heix', 'hevc', 'mif1', 'msf1']

/** `undefined` for everything that is not a photo the portal takes. */
export const photoType = (bytes: Buffer): PhotoType | undefined => {
  if (starts(bytes, [0xff, 0xd8, 0xff])) return 'image/jpeg'
  if (starts(bytes, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])) return 'image/png'
  const tag = (from: number) => bytes.subarray(from, from + 4).toString('latin1')
  if (tag(0) === 'RIFF' && tag(8) === 'WEBP') return 'image/webp'
  if (tag(4) === 'ftyp' && HEIC_BRANDS.includes(tag(8))) return 'image/heic'
  return undefined
}
