import fc from 'fast-check'
import { encode } from '../bson/codec'
import { typedDoc } from '../tests/support'
import { Framer } from './framer'
import { frameReply, parseMessage, ProtocolError } from './message'

const header = (length: number, operation: number): Buffer => {
  const bytes = Buffer.alloc(16)
  bytes.writeInt32LE(length, 0)
  bytes.writeInt32LE(77, 4)
  bytes.writeInt32LE(operation, 12)
  return bytes
}

const message = (operation: number, ...parts: Buffer[]): Buffer => {
  const body = Buffer.concat(parts)
  return Buffer.concat([header(16 + body.length, operation), body])
}

const flags = (value: number): Buffer => {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32LE(value)
  return bytes
}

const body = (doc: object): Buffer => Buffer.concat([Buffer.from([0]), encode({ ...doc })])

const sequence = (name: string, ...docs: object[]): Buffer => {
  const content = Buffer.concat([Buffer.from(`${name}\0`), ...docs.map((doc) => encode({ ...doc }))])
  return Buffer.concat([Buffer.from([1]), flags(content.length + 4), content])
}

test('messages come out whole, however the stream is cut', () => {
  const sent = fc.array(fc.uint8Array({ maxLength: 40 }), { maxLength: 6 })
  fc.assert(
    fc.property(sent, fc.array(fc.nat(200), { maxLength: 20 }), (contents, cuts) => {
      const messages = contents.map((content) => message(2013, Buffer.from(content)))
      const stream = Buffer.concat(messages)
      const ends = [...cuts.filter((cut) => cut < stream.length).sort((a, b) => a - b), stream.length]
      const framer = new Framer()
      const received = ends.flatMap((end, position) =>
        framer.push(stream.subarray(ends[position - 1] ?? 0, end)),
      )
      expect(received).toEqual(messages)
    }),
    { seed: 1 },
  )
})

test.each([0, 15, -1, 48_000_001])('a length of %d is refused', (length) => {
  expect(() => new Framer().push(header(length, 2013))).toThrow(ProtocolError)
})

test('a message with a body and a document sequence', () => {
  const bytes = message(
    2013,
    flags(0),
    body({ insert: 'x', $db: 'app' }),
    sequence('documents', { a: 1 }, { a: 2 }),
  )
  const { sequences, ...rest } = parseMessage(bytes)
  expect(rest).toEqual({
    requestId: 77,
    body: { insert: 'x', $db: 'app' },
    expectsReply: true,
    framing: 'message',
  })
  expect(sequences.get('documents')).toEqual([encode({ a: 1 }), encode({ a: 2 })])
})

test('moreToCome means that no reply is expected', () => {
  expect(parseMessage(message(2013, flags(2), body({ insert: 'x' }))).expectsReply).toBe(false)
})

test('a checksum at the end is left out', () => {
  expect(parseMessage(message(2013, flags(1), body({ ping: 1 }), Buffer.alloc(4))).body).toEqual(
    typedDoc({ ping: 1 }),
  )
})

test('the old query that carries a first hello, and its reply', () => {
  const query = message(2004, flags(0), Buffer.from('admin.$cmd\0'), Buffer.alloc(8), encode({ isMaster: 1 }))
  const request = parseMessage(query)
  expect(request.body).toEqual(typedDoc({ isMaster: 1, $db: 'admin' }))
  const reply = frameReply(request, encode({ ok: 1 }))
  expect(reply.readInt32LE(0)).toBe(reply.length)
  expect(reply.readInt32LE(8)).toBe(77)
  expect(reply.readInt32LE(12)).toBe(1)
  expect(reply.subarray(36)).toEqual(encode({ ok: 1 }))
})

test.each<[name: string, bytes: Buffer]>([
  ['another opcode', message(2010)],
  ['no body', message(2013, flags(0))],
  ['an unknown section', message(2013, flags(0), Buffer.from([9, 0, 0, 0, 0]))],
  ['an unknown flag', message(2013, flags(4), body({ ping: 1 }))],
  ['a body longer than the message', message(2013, flags(0), body({ ping: 1 }).subarray(0, 8))],
  ['a sequence without a name', message(2013, flags(0), Buffer.from([1, 6, 0, 0, 0, 120, 120]))],
  ['a cut length', message(2013, flags(0), Buffer.from([0, 1]))],
  ['a query without a namespace', message(2004, flags(0), Buffer.from('admin'))],
])('%s is no message', (_, bytes) => {
  expect(() => parseMessage(bytes)).toThrow(ProtocolError)
})
