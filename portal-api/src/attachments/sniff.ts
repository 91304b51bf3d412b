/** What a file is, by its first bytes: names and declared types from phones cannot be trusted (H5 sends none). */

/** So many bytes at the beginning tell. */
export const SIGNATURE_BYTES = 64

type PhotoType = 'image/jpeg' | 'image/png' | 'image/webp' | 'image/heic'
type VideoType = 'video/mp4' | 'video/quicktime' | 'video/webm'
export type MediaType = PhotoType | VideoType

export const isVideo = (type: MediaType): type is VideoType => type.startsWith('video/')

const starts = (bytes: Buffer, signature: readonly number[], at = 0): boolean =>
  signature.every((byte, i) => bytes[at + i] === byte)

const HEIC_BRANDS = ['heic', 'heix', 'hevc', 'mif1', 'msf1']

/** Major brands of MP4 as phones write it: ISO base media, MPEG-4, 3GPP. */
const MP4_BRANDS = /^(iso[m2-9]|mp4[12]|avc1|hvc1|M4V |MSNV|3gp\w|3g2\w|dash)$/
const EBML = [0x1a, 0x45, 0xdf, 0xa3]

/** `undefined` for everything that is neither a photo nor a video that the portal takes. */
export const mediaTypeOf = (bytes: Buffer): MediaType | undefined => {
  if (starts(bytes, [0xff, 0xd8, 0xff])) return 'image/jpeg'
  if (starts(bytes, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])) return 'image/png'
  const tag = (from: number) => bytes.subarray(from, from + 4).toString('latin1')
  if (tag(0) === 'RIFF' && tag(8) === 'WEBP') return 'image/webp'
  if (tag(4) === 'ftyp') {
    if (HEIC_BRANDS.includes(tag(8))) return 'image/heic'
    if (tag(8) === 'qt  ') return 'video/quicktime'
    return MP4_BRANDS.test(tag(8)) ? 'video/mp4' : undefined
  }
  // Matroska at large begins alike; browsers play the kind that calls itself WebM.
  if (starts(bytes, EBML) && bytes.subarray(0, SIGNATURE_BYTES).includes('webm')) return 'video/webm'
  return undefined
}
