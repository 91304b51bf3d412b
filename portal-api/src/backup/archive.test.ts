import { Readable } from 'node:stream'
import mongoose from 'mongoose'
import { archivedCollection, archivePrelude, DamagedBackup, readArchive } from './archive'
import { Crc64 } from './crc64'

const { BSON } = mongoose.mongo

const crcOf = (text: string): bigint => {
  const crc = new Crc64()
  crc.add(Buffer.from(text))
  return BigInt.asUintN(64, crc.value)
}

/** Check values of CRC-64/XZ: the catalogue of parametrised CRC algorithms, and Go's hash/crc64 with the ECMA table. */
test.each([
  ['', 0n],
  ['123456789', 0x995dc9bbdf1939fan],
  ['a', 0x330284772e652b05n],
])('the checksum of %j', (text, expected) => {
  expect(crcOf(text)).toBe(expected)
})

test('a checksum does not depend on how the bytes arrive', () => {
  const crc = new Crc64()
  for (const byte of Buffer.from('123456789')) crc.add(Buffer.of(byte))
  expect(BigInt.asUintN(64, crc.value)).toBe(crcOf('123456789'))
})

const indexes = [
  { name: '_id_', key: { _id: 1 } },
  { name: 'no_1', key: { no: 1 }, unique: true },
]
const documents = [1, 2, 3].map((_id) => Buffer.from(BSON.serialize({ _id, text: '停水'.repeat(_id) })))

const given = (buffers: readonly Buffer[]): AsyncIterable<Buffer> => Readable.from(buffers)

const archive = async (): Promise<Buffer> => {
  const parts = [
    archivePrelude(
      'jiesu',
      [
        { name: 'orders', indexes },
        { name: 'empty', indexes: [] },
      ],
      '8.0.0',
    ),
  ]
  for await (const part of archivedCollection('jiesu', 'orders', given(documents))) parts.push(part)
  for await (const part of archivedCollection('jiesu', 'empty', given([]))) parts.push(part)
  return Buffer.concat(parts)
}

const inPieces = (bytes: Buffer, size: number) =>
  given(
    Array.from({ length: Math.ceil(bytes.length / size) }, (_, n) =>
      bytes.subarray(n * size, (n + 1) * size),
    ),
  )

const readAll = async (bytes: AsyncIterable<Buffer>) => {
  const { collections, documents: read } = await readArchive(bytes)
  const found: [string, Buffer][] = []
  for await (const { collection, document } of read) found.push([collection, document])
  return { collections, found }
}

test.each([1, 7, 1000])('what is written is read again, in pieces of %d bytes', async (size) => {
  const { collections, found } = await readAll(inPieces(await archive(), size))
  expect(collections).toEqual([
    { name: 'orders', indexes },
    { name: 'empty', indexes: [] },
  ])
  expect(found).toEqual(documents.map((document) => ['orders', document]))
})

test('begins as mongorestore expects', async () => {
  expect((await archive()).subarray(0, 4).toString('hex')).toBe('6de29981')
})

test('cut off anywhere, or with a byte changed in its documents, it is refused', async () => {
  const whole = await archive()
  for (let length = 0; length < whole.length; length++)
    await expect(readAll(given([whole.subarray(0, length)]))).rejects.toThrow(DamagedBackup)
  const changed = Buffer.from(whole)
  const at = changed.indexOf('停水')
  changed.writeUInt8(changed.readUInt8(at) ^ 1, at)
  await expect(readAll(given([changed]))).rejects.toThrow('wrong checksum for orders')
})
