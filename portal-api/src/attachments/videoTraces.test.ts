import fc from 'fast-check'
import { withoutTraces } from './withoutTraces'
import type { MediaType } from './sniff'

const latin = (text: string) => Buffer.from(text, 'latin1')
const box = (type: string, ...bodies: Buffer[]): Buffer => {
  const body = Buffer.concat(bodies)
  const head = Buffer.alloc(8)
  head.writeUInt32BE(body.length + 8, 0)
  head.write(type, 4, 'latin1')
  return Buffer.concat([head, body])
}
const longBox = (type: string, body: Buffer): Buffer => {
  const head = Buffer.alloc(16)
  head.writeUInt32BE(1, 0)
  head.write(type, 4, 'latin1')
  head.writeBigUInt64BE(BigInt(body.length + 16), 8)
  return Buffer.concat([head, body])
}
const POSITION = latin('+37.4638+121.4479/')
const FTYP = box('ftyp', latin('isom\0\0\0\0isomavc1'))
const TABLES = box('mdia', box('minf', latin('stbl: where each picture stands')))
const PICTURES = longBox('mdat', latin('udta is a word that pictures may hold, too'))
const apple = box('meta', box('keys', latin('com.apple.quicktime.location.ISO6709')), box('ilst', POSITION))
const film = (told: boolean) => {
  const say = (type: string, ...bodies: Buffer[]) =>
    told ? box(type, ...bodies) : box('free', Buffer.alloc(Buffer.concat(bodies).length))
  return Buffer.concat([
    FTYP,
    box(
      'moov',
      box('mvhd', latin('length')),
      say('udta', box('\xa9xyz', POSITION), box('loci', POSITION)),
      say('meta', apple.subarray(8)),
      box('trak', box('tkhd'), TABLES, say('udta', box('name', latin('camera')))),
    ),
    say('uuid', latin('XMP packet with GPSLatitude')),
    PICTURES,
  ])
}

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

test('MP4: position and camera are blanked where they stand, everything else is as it was', async () => {
  expect(await cleaned('video/mp4', film(true))).toEqual(film(false))
  expect(await cleaned('video/quicktime', film(false))).toEqual(film(false))
})

test('MP4: a last box without a size goes on to the end of the file', async () => {
  const endless = (type: string, body: Buffer) => Buffer.concat([Buffer.alloc(4), latin(type), body])
  const pictures = Buffer.concat([FTYP, endless('mdat', latin('pictures'))])
  expect(await cleaned('video/mp4', pictures)).toEqual(pictures)
  const told = await cleaned('video/mp4', Buffer.concat([FTYP, endless('meta', POSITION)]))
  expect(told.includes('121.4479')).toBe(false)
})

test('MP4: what its structure does not explain is blanked, at the same length', async () => {
  const odd = Buffer.concat([FTYP, Buffer.from([0, 0, 0, 3]), latin('odd '), POSITION])
  const clean = await cleaned('video/mp4', odd)
  expect([clean.length, clean.includes('121.4479')]).toEqual([odd.length, false])
  const outgrown = Buffer.concat([
    FTYP,
    box('moov', Buffer.concat([Buffer.from([0, 0, 1, 0]), latin('udta'), POSITION])),
  ])
  expect((await cleaned('video/mp4', outgrown)).includes('121.4479')).toBe(false)
})

/** An element with a size of so many bytes. */
const element = (id: number[], body: Buffer, sizeBytes = 1): Buffer => {
  const size = Buffer.alloc(sizeBytes)
  size.writeUIntBE(body.length, Math.max(0, sizeBytes - 6), Math.min(6, sizeBytes))
  size[0] = (size[0] ?? 0) | (0x80 >> (sizeBytes - 1))
  return Buffer.concat([Buffer.from(id), size, body])
}
const UNKNOWN = Buffer.from([0x01, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff])
const TAGS = [0x12, 0x54, 0xc3, 0x67]
const webm = (tags: Buffer, attached: Buffer) =>
  Buffer.concat([
    element([0x1a, 0x45, 0xdf, 0xa3], latin('\x42\x82\x84webm')),
    Buffer.from([0x18, 0x53, 0x80, 0x67]),
    UNKNOWN,
    element([0x15, 0x49, 0xa9, 0x66], latin('length')),
    tags,
    Buffer.from([0x1f, 0x43, 0xb6, 0x75]),
    UNKNOWN,
    element([0xa3], Buffer.alloc(300, 7), 2),
    attached,
  ])

test.each([1, 2, 3, 4, 5, 8])(
  'WebM: tags and attached files are blanked (size in %i bytes)',
  async (sizeBytes) => {
    const told = webm(
      element(TAGS, latin('LOCATION +37.46'), sizeBytes),
      element([0x19, 0x41, 0xa4, 0x69], POSITION),
    )
    const clean = await cleaned('video/webm', told)
    expect(clean.length).toBe(told.length)
    expect([clean.includes('+37.46'), clean.includes(Buffer.from(TAGS))]).toEqual([false, false])
    // The blanks are elements that players pass over: read again, nothing changes, and the pictures are found.
    expect(await cleaned('video/webm', clean)).toEqual(clean)
    expect(clean.includes(element([0xa3], Buffer.alloc(300, 7), 2))).toBe(true)
    const voidAt = told.indexOf(Buffer.from(TAGS))
    const next = voidAt + 4 + sizeBytes + 15
    expect([clean[voidAt], clean.readUInt32BE(next)]).toEqual([0xec, 0x1f43b675])
  },
)

test('WebM: tags that never end take the rest with them', async () => {
  const told = Buffer.concat([Buffer.from(TAGS), UNKNOWN, POSITION])
  expect((await cleaned('video/webm', told)).includes('121.4479')).toBe(false)
})

test('however the network cuts it, and however it is broken, it ends, and never grows', async () => {
  const whole = {
    'video/mp4': film(true),
    'video/webm': webm(element(TAGS, POSITION, 4), element([0x19, 0x41, 0xa4, 0x69], POSITION)),
  }
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom('video/mp4' as const, 'video/webm' as const),
      fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 5 }),
      fc.nat(400),
      async (type, sizes, end) => {
        expect(await cleaned(type, whole[type], sizes)).toEqual(await cleaned(type, whole[type]))
        const broken = await cleaned(type, whole[type].subarray(0, end), sizes)
        expect(broken.length).toBeLessThanOrEqual(end)
        if (type === 'video/mp4') expect(broken.includes('121.4479')).toBe(false)
      },
    ),
    { numRuns: 300 },
  )
})

test('noise never keeps a portal busy for ever', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom<MediaType>('video/mp4', 'video/webm'),
      fc.uint8Array({ maxLength: 300 }),
      async (type, noise) => {
        expect((await cleaned(type, Buffer.from(noise), [7])).length).toBeLessThanOrEqual(noise.length)
      },
    ),
    { numRuns: 500 },
  )
})
