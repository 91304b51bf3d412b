/**
 * Takes out of a photo or video, as it passes, what tells where and with what it was taken (EXIF, XMP, IPTC, texts, and whatever
 * hangs on behind the picture). How a JPEG has to be turned stays. Pixels and colours are not touched.
 * HEIC keeps its own: phones turn it into JPEG before they send it, but for a file that was picked from elsewhere.
 */
import { Portions, type Chunks } from './portions'
import type { MediaType } from './sniff'
import { plainMp4, plainWebm } from './videoTraces'

const EXIF = Buffer.from('Exif\0\0', 'latin1')
const ORIENTATION = 0x0112
/** APP1 (EXIF, XMP), APP13 (IPTC), comments: texts about the picture. APP2 stays for colours, but not the index of several pictures. */
const TOLD = [0xe1, 0xed, 0xfe]
const [SOS, EOI] = [0xda, 0xd9]

/** How the picture has to be turned (1–8), from the EXIF of a JPEG; 1 when it does not say. */
const orientationIn = (exif: Buffer): number => {
  const tiff = exif.subarray(EXIF.length)
  if (tiff.length < 8) return 1
  const little = tiff.toString('latin1', 0, 2) === 'II'
  const u16 = (at: number) => (little ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at))
  const u32 = (at: number) => (little ? tiff.readUInt32LE(at) : tiff.readUInt32BE(at))
  const first = u32(4)
  if (first + 2 > tiff.length) return 1
  for (let i = 0; i < u16(first); i++) {
    const at = first + 2 + i * 12
    if (at + 12 > tiff.length) return 1
    if (u16(at) === ORIENTATION) {
      const turned = u16(at + 8)
      return turned >= 1 && turned <= 8 ? turned : 1
    }
  }
  return 1
}

/** An EXIF segment that says nothing but how to turn the picture. */
const turnedBy = (orientation: number): Buffer => {
  const tiff = Buffer.from('MM\0*\0\0\0\b\0\x01\x01\x12\0\x03\0\0\0\x01\0\0\0\0\0\0\0\0', 'latin1')
  tiff.writeUInt16BE(orientation, 18)
  const body = Buffer.concat([EXIF, tiff])
  const head = Buffer.from([0xff, 0xe1, 0, 0])
  head.writeUInt16BE(body.length + 2, 2)
  return Buffer.concat([head, body])
}

async function* plainJpeg(chunks: Chunks): AsyncGenerator<Buffer> {
  const bytes = new Portions(chunks)
  yield await bytes.take(2)
  for (;;) {
    const marker = await bytes.take(2)
    const [, kind = EOI] = marker
    if (marker.length < 2 || kind === EOI || marker[0] !== 0xff) {
      yield marker
      // What phones hang on behind the end: a second picture, a film, notes.
      await bytes.drain()
      return
    }
    const size = await bytes.take(2)
    const body = await bytes.take(size.length < 2 ? 0 : Math.max(0, size.readUInt16BE(0) - 2))
    const isIndex = kind === 0xe2 && body.toString('latin1', 0, 3) === 'MPF'
    if (kind === 0xe1 && body.subarray(0, EXIF.length).equals(EXIF)) {
      const orientation = orientationIn(body)
      if (orientation !== 1) yield turnedBy(orientation)
    } else if (!TOLD.includes(kind) && !isIndex) yield Buffer.concat([marker, size, body])
    if (kind === SOS) yield* bytes.untilMarker()
  }
}

const PNG_TEXTS = ['eXIf', 'tEXt', 'zTXt', 'iTXt', 'tIME']

async function* plainPng(chunks: Chunks): AsyncGenerator<Buffer> {
  const bytes = new Portions(chunks)
  yield await bytes.take(8)
  for (;;) {
    const head = await bytes.take(8)
    if (head.length < 8) {
      yield head
      return
    }
    const type = head.toString('latin1', 4, 8)
    const kept = !PNG_TEXTS.includes(type)
    if (kept) yield head
    for await (const piece of bytes.pass(head.readUInt32BE(0) + 4)) if (kept) yield piece
    if (type === 'IEND') {
      await bytes.drain()
      return
    }
  }
}

const WEBP_TEXTS = ['EXIF', 'XMP ']

/** The size stands at the very beginning, so texts are not taken out but made empty. */
async function* plainWebp(chunks: Chunks): AsyncGenerator<Buffer> {
  const bytes = new Portions(chunks)
  yield await bytes.take(12)
  for (;;) {
    const head = await bytes.take(8)
    yield head
    if (head.length < 8) return
    const length = head.readUInt32LE(4)
    const told = WEBP_TEXTS.includes(head.toString('latin1', 0, 4))
    for await (const piece of bytes.pass(length + (length % 2)))
      yield told ? Buffer.alloc(piece.length) : piece
  }
}

/** The same photo or video without traces; a file that is broken comes out as broken as it was. */
export const withoutTraces = (type: MediaType, chunks: Chunks): Chunks => {
  switch (type) {
    case 'image/jpeg':
      return plainJpeg(chunks)
    case 'image/png':
      return plainPng(chunks)
    case 'image/webp':
      return plainWebp(chunks)
    case 'image/heic':
      return chunks
    case 'video/mp4':
    case 'video/quicktime':
      return plainMp4(chunks)
    case 'video/webm':
      return plainWebm(chunks)
  }
}
