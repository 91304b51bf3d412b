import fc from 'fast-check'
import type { MediaType } from './sniff'
import { withoutTraces } from './withoutTraces'

const latin = (text: string) => Buffer.from(text, 'latin1')
const segment = (kind: number, body: Buffer): Buffer => {
  const head = Buffer.from([0xff, kind, 0, 0])
  head.writeUInt16BE(body.length + 2, 2)
  return Buffer.concat([head, body])
}
/** EXIF with an orientation and, behind it, words that stand for a position. */
const exif = (orientation: number, little: boolean): Buffer => {
  const tiff = Buffer.alloc(26)
  tiff.write(little ? 'II' : 'MM', 'latin1')
  const u16 = (value: number, at: number) =>
    little ? tiff.writeUInt16LE(value, at) : tiff.writeUInt16BE(value, at)
  const u32 = (value: number, at: number) =>
    little ? tiff.writeUInt32LE(value, at) : tiff.writeUInt32BE(value, at)
  u16(42, 2)
  u32(8, 4)
  u16(1, 8)
  u16(0x0112, 10)
  u16(3, 12)
  u32(1, 14)
  u16(orientation, 18)
  return Buffer.concat([latin('Exif\0\0'), tiff, latin('GPS 37.46N 121.44E')])
}
const SOI = Buffer.from([0xff, 0xd8])
const EOI = Buffer.from([0xff, 0xd9])
const JFIF = segment(0xe0, latin('JFIF\0'))
const COLOURS = segment(0xe2, latin('ICC_PROFILE\0'))
const TABLES = segment(0xdb, Buffer.alloc(65, 7))
/** Coded data with a stuffed byte and a restart marker in it. */
const SCAN = Buffer.concat([
  segment(0xda, Buffer.from([1, 1, 0])),
  Buffer.from([5, 0xff, 0x00, 0xd9, 9, 0xff, 0xd3, 8, 0xff, 0x00]),
])
const jpeg = (...told: Buffer[]) => Buffer.concat([SOI, JFIF, ...told, COLOURS, TABLES, SCAN, SCAN, EOI])

const chunk = (type: string, body: Buffer) => {
  const head = Buffer.alloc(8)
  head.writeUInt32BE(body.length, 0)
  head.write(type, 4, 'latin1')
  return Buffer.concat([head, body, latin('crc!')])
}
const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
const png = (...told: Buffer[]) =>
  Buffer.concat([
    PNG,
    chunk('IHDR', Buffer.alloc(13)),
    ...told,
    chunk('IDAT', Buffer.alloc(300, 3)),
    chunk('IEND', Buffer.alloc(0)),
  ])

/** In pieces of any sizes, as networks bring them. */
async function* pieces(whole: Buffer, sizes: readonly number[]): AsyncGenerator<Buffer> {
  for (let at = 0, i = 0; at < whole.length; i++) {
    const size = sizes.length === 0 ? whole.length : (sizes[i % sizes.length] ?? 1)
    yield whole.subarray(at, at + size)
    at += size
    await Promise.resolve()
  }
}
const cleaned = async (type: MediaType, whole: Buffer, sizes: readonly number[] = []): Promise<Buffer> => {
  const out: Buffer[] = []
  for await (const piece of withoutTraces(type, pieces(whole, sizes))) out.push(Buffer.from(piece))
  return Buffer.concat(out)
}

describe('JPEG', () => {
  test('position, XMP, IPTC, comments and what hangs on behind are gone, everything else is as it was', async () => {
    const told = [
      segment(0xe1, exif(1, true)),
      segment(0xe1, latin('http://ns.adobe.com/xap/1.0/\0GPSLatitude')),
      segment(0xed, latin('Photoshop 3.0\0City')),
      segment(0xfe, latin('taken at home')),
      segment(0xe2, latin('MPF\0index')),
    ]
    const second = Buffer.concat([jpeg(segment(0xe1, exif(6, true)))])
    expect(await cleaned('image/jpeg', Buffer.concat([jpeg(...told), second]))).toEqual(jpeg())
  })

  test.each([
    [6, true],
    [8, false],
    [3, true],
  ])('how it has to be turned (%s) is still said, and nothing else', async (orientation, little) => {
    const clean = await cleaned('image/jpeg', jpeg(segment(0xe1, exif(orientation, little))))
    expect(clean.includes('GPS')).toBe(false)
    expect(clean).toHaveLength(jpeg().length + 36)
    const at = clean.indexOf('Exif\0\0') + 6
    expect(clean.toString('latin1', at, at + 2)).toBe('MM')
    expect(clean.readUInt16BE(at + 18)).toBe(orientation)
    // Cleaned again, it is the same.
    expect(await cleaned('image/jpeg', clean)).toEqual(clean)
  })
})

test('PNG: texts and EXIF are gone, and what hangs on behind', async () => {
  const told = [
    chunk('eXIf', latin('GPS')),
    chunk('tEXt', latin('Comment\0home')),
    chunk('iTXt', latin('XML:com.adobe.xmp')),
  ]
  expect(await cleaned('image/png', Buffer.concat([png(...told), latin('film')]))).toEqual(png())
})

test('WebP: texts are made empty, the size stays right', async () => {
  const part = (type: string, body: Buffer) => {
    const head = Buffer.alloc(8)
    head.write(type, 0, 'latin1')
    head.writeUInt32LE(body.length, 4)
    return Buffer.concat([head, body, Buffer.alloc(body.length % 2)])
  }
  const body = Buffer.concat([
    part('VP8 ', Buffer.alloc(31, 1)),
    part('EXIF', latin('GPS 37.46N')),
    part('XMP ', latin('home')),
  ])
  const whole = Buffer.concat([latin('RIFF\0\0\0\0WEBP'), body])
  const clean = await cleaned('image/webp', whole)
  expect(clean).toHaveLength(whole.length)
  expect(clean.includes('GPS') || clean.includes('home')).toBe(false)
  expect(clean.subarray(0, 12 + 40)).toEqual(whole.subarray(0, 12 + 40))
})

test('however the network cuts it, and however it is broken, it ends, and never grows', async () => {
  const whole = {
    'image/jpeg': jpeg(segment(0xe1, exif(6, true)), segment(0xfe, latin('home'))),
    'image/png': png(chunk('tEXt', latin('home'))),
  }
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom('image/jpeg' as const, 'image/png' as const),
      fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 5 }),
      fc.nat(400),
      async (type, sizes, end) => {
        expect(await cleaned(type, whole[type], sizes)).toEqual(await cleaned(type, whole[type]))
        const broken = whole[type].subarray(0, end)
        expect((await cleaned(type, broken, sizes)).length).toBeLessThanOrEqual(broken.length + 36)
      },
    ),
    { numRuns: 300 },
  )
})
