/**
 * Takes out of a video, as it passes, what tells where and with what it was taken. Nothing is shortened: players find
 * pictures by their place in the file, so what goes is blanked where it stands. What a format's structure does not
 * explain is blanked, too. Positions that a dashcam writes into tracks of their own stay.
 */
import { Portions, type Chunks } from './portions'

async function* zeros(pieces: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  for await (const piece of pieces) yield Buffer.alloc(piece.length)
}

/** Boxes that hold others, on the way to what is told (ISO/IEC 14496-12). */
const HOLDERS = ['moov', 'trak', 'mdia', 'moof', 'traf']
/** User data (`©xyz`, `loci`), keyed metadata (`com.apple.quicktime.location.ISO6709`), XMP and makers' own boxes. */
const TOLD = ['udta', 'meta', 'meco', 'uuid']
/** A box's own size and name, and the longer size that follows where the first one says 1. */
const [HEAD, LONG_HEAD] = [8, 16]

interface Box {
  head: Buffer
  type: string
  /** Bytes after the head; Infinity for a last box that goes on to the end of the file. */
  body: number
}

/** The next box among `left` bytes; undefined when what comes is none. */
const nextBox = async (bytes: Portions, left: number): Promise<Box | { rest: Buffer }> => {
  let head = await bytes.take(Math.min(HEAD, left))
  if (head.length < HEAD) return { rest: head }
  const type = head.toString('latin1', 4, 8)
  let size = head.readUInt32BE(0)
  if (size === 0 && left === Infinity) return { head, type, body: Infinity }
  if (size === 1 && left >= LONG_HEAD) {
    head = Buffer.concat([head, await bytes.take(LONG_HEAD - HEAD)])
    if (head.length < LONG_HEAD) return { rest: head }
    size = Number(head.readBigUInt64BE(HEAD))
  }
  return size < head.length || size > left ? { rest: head } : { head, type, body: size - head.length }
}

async function* plainBoxes(bytes: Portions, among: number): AsyncGenerator<Buffer> {
  for (let left = among; left > 0;) {
    const box = await nextBox(bytes, left)
    if ('rest' in box) {
      yield Buffer.alloc(box.rest.length)
      yield* zeros(bytes.pass(left - box.rest.length))
      return
    }
    const { head, type, body } = box
    left -= head.length + body
    if (TOLD.includes(type)) {
      const free = Buffer.from(head)
      free.write('free', 4, 'latin1')
      yield free
      yield* zeros(bytes.pass(body))
    } else {
      yield head
      yield* HOLDERS.includes(type) ? plainBoxes(bytes, body) : bytes.pass(body)
    }
  }
}

/** MP4 and QuickTime. */
export const plainMp4 = (chunks: Chunks): Chunks => plainBoxes(new Portions(chunks), Infinity)

/** Elements of WebM (RFC 9559): the two that hold the rest are entered, tags and attached files are blanked. */
const [SEGMENT, CLUSTER, TAGS, ATTACHMENTS] = [0x18538067, 0x1f43b675, 0x1254c367, 0x1941a469]
const VOID = 0xec
/** Bytes; a size beyond it is no size. */
const MOST_TOLD = 2 ** 40

/** A number of EBML's own: the first byte's leading zeros tell how many bytes follow. */
const vint = async (bytes: Portions, longest: number): Promise<Buffer | undefined> => {
  const first = await bytes.take(1)
  const length = Math.clz32((first[0] ?? 0) << 24) + 1
  if (first.length === 0 || length > longest) return undefined
  const more = await bytes.take(length - 1)
  return more.length < length - 1 ? undefined : Buffer.concat([first, more])
}

const valueOf = (size: Buffer): number => {
  const marker = 0x80 >> (size.length - 1)
  const digits = [(size[0] ?? 0) & (marker - 1), ...size.subarray(1)]
  const isUnknown = digits.every((byte, at) => byte === (at === 0 ? marker - 1 : 0xff))
  return isUnknown ? Infinity : digits.reduce((sum, byte) => sum * 256 + byte, 0)
}

/** An element of as many bytes that means nothing. */
const voidOf = (head: number, body: number): Buffer => {
  const sizeBytes = Math.min(8, head - 1)
  const blank = Buffer.alloc(head)
  blank[0] = VOID
  blank.writeUIntBE(body + head - 1 - sizeBytes, 1 + Math.max(0, sizeBytes - 6), Math.min(6, sizeBytes))
  blank[1] = (blank[1] ?? 0) | (0x80 >> (sizeBytes - 1))
  return blank
}

export async function* plainWebm(chunks: Chunks): AsyncGenerator<Buffer> {
  const bytes = new Portions(chunks)
  for (;;) {
    const id = await vint(bytes, 4)
    const size = id === undefined ? undefined : await vint(bytes, 8)
    if (id === undefined || size === undefined) break
    const name = id.readUIntBE(0, id.length)
    const body = valueOf(size)
    if (name === SEGMENT || name === CLUSTER) {
      yield Buffer.concat([id, size])
      continue
    }
    if ((name === TAGS || name === ATTACHMENTS) && body > MOST_TOLD) break
    if (name === TAGS || name === ATTACHMENTS) {
      yield voidOf(id.length + size.length, body)
      yield* zeros(bytes.pass(body))
      continue
    }
    yield Buffer.concat([id, size])
    yield* bytes.pass(body)
  }
  // What no player could read either, or what says of itself that it never ends.
  await bytes.drain()
}
