import { decode } from '../bson/codec'
import type { Doc } from '../bson/value'

/** One request of a client, as parsed from the wire. */
export interface Message {
  readonly requestId: number
  /** The command document; its first field is the command's name. */
  readonly body: Doc
  /** Document sequences that travel beside the body, e.g. `documents` of an insert, as BSON. */
  readonly sequences: ReadonlyMap<string, readonly Buffer[]>
  /** The client does not wait for a reply (write concern 0). */
  readonly expectsReply: boolean
  readonly framing: 'message' | 'legacyQuery'
}

/** The bytes are no MongoDB message; the connection cannot go on. */
export class ProtocolError extends Error {
  override readonly name = 'ProtocolError'
}

export const HEADER_BYTES = 16
const FLAG_BYTES = 4
export const MAX_MESSAGE_BYTES = 48_000_000

const OP_REPLY = 1
const OP_QUERY = 2004
const OP_MSG = 2013

const CHECKSUM_PRESENT = 1
const MORE_TO_COME = 2
const REQUIRED_FLAGS = 0xffff

const SECTION_BODY = 0
const SECTION_SEQUENCE = 1

/**
 * Parses one complete message: OP_MSG, or OP_QUERY, which drivers still use for their very first hello.
 *
 * @throws ProtocolError if it is malformed; MongoError (InvalidBSON) if its body is
 */
export function parseMessage(bytes: Buffer): Message {
  const requestId = bytes.readInt32LE(4)
  const operation = bytes.readInt32LE(12)
  if (bytes.length < HEADER_BYTES + FLAG_BYTES) throw new ProtocolError('A message has no content.')
  if (operation === OP_MSG) return parseOpMsg(bytes, requestId)
  if (operation === OP_QUERY) return parseOpQuery(bytes, requestId)
  throw new ProtocolError(`The opcode ${String(operation)} is not supported.`)
}

function parseOpMsg(bytes: Buffer, requestId: number): Message {
  const flags = bytes.readUInt32LE(HEADER_BYTES)
  if (flags & REQUIRED_FLAGS & ~(CHECKSUM_PRESENT | MORE_TO_COME))
    throw new ProtocolError(`The message flags ${String(flags)} are not supported.`)
  const end = flags & CHECKSUM_PRESENT ? bytes.length - 4 : bytes.length
  const sequences = new Map<string, readonly Buffer[]>()
  let body: Buffer | undefined
  let position = HEADER_BYTES + FLAG_BYTES
  while (position < end) {
    const kind = bytes.readUInt8(position)
    const section = sized(bytes, position + 1, end)
    if (kind === SECTION_BODY) body = section
    else if (kind === SECTION_SEQUENCE) {
      const { name, documents } = parseSequence(section)
      sequences.set(name, documents)
    } else throw new ProtocolError(`The section kind ${String(kind)} is not supported.`)
    position += 1 + section.length
  }
  if (!body) throw new ProtocolError('A message has no body.')
  return {
    requestId,
    body: decode(body),
    sequences,
    expectsReply: !(flags & MORE_TO_COME),
    framing: 'message',
  }
}

function parseSequence(section: Buffer): { name: string; documents: Buffer[] } {
  const nameEnd = section.indexOf(0, 4)
  if (nameEnd < 0) throw new ProtocolError('A document sequence has no name.')
  const documents: Buffer[] = []
  let position = nameEnd + 1
  while (position < section.length) {
    const document = sized(section, position, section.length)
    documents.push(document)
    position += document.length
  }
  return { name: section.toString('utf8', 4, nameEnd), documents }
}

/** The part that begins with its own length, as BSON documents and sequences do. */
function sized(bytes: Buffer, start: number, end: number): Buffer {
  const length = start + 4 <= end ? bytes.readInt32LE(start) : 0
  if (length < 5 || start + length > end)
    throw new ProtocolError('A part of a message has an impossible length.')
  return bytes.subarray(start, start + length)
}

function parseOpQuery(bytes: Buffer, requestId: number): Message {
  const nameStart = HEADER_BYTES + FLAG_BYTES
  const nameEnd = bytes.indexOf(0, nameStart)
  if (nameEnd < 0) throw new ProtocolError('A query has no namespace.')
  const namespace = bytes.toString('utf8', nameStart, nameEnd)
  const body = decode(sized(bytes, nameEnd + 1 + 8, bytes.length))
  return {
    requestId,
    body: { ...body, $db: namespace.split('.')[0] },
    sequences: new Map(),
    expectsReply: true,
    framing: 'legacyQuery',
  }
}

let lastRequestId = 0

/** Frames a reply, given as BSON, in the format in which the request came. */
export function frameReply(request: Pick<Message, 'requestId' | 'framing'>, reply: Buffer): Buffer {
  const isMessage = request.framing === 'message'
  // OP_MSG: flags and the kind of the only section. OP_REPLY: flags, cursor id, start, number of documents.
  const prelude = Buffer.alloc(isMessage ? 5 : 20)
  if (!isMessage) {
    prelude.writeInt32LE(8, 0)
    prelude.writeInt32LE(1, 16)
  }
  const header = Buffer.alloc(HEADER_BYTES)
  header.writeInt32LE(HEADER_BYTES + prelude.length + reply.length, 0)
  header.writeInt32LE((lastRequestId = (lastRequestId + 1) & 0x7fffffff), 4)
  header.writeInt32LE(request.requestId, 8)
  header.writeInt32LE(isMessage ? OP_MSG : OP_REPLY, 12)
  return Buffer.concat([header, prelude, reply])
}
