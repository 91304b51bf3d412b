/**
 * Backups are archives as `mongodump --archive` writes them and `mongorestore --archive` reads them (mongo-tools,
 * common/archive): a magic number, a header, each collection's options and indexes; then blocks of documents, each
 * collection ended by a checksum. Everything is BSON; -1 as a length ends a list.
 */
import mongoose from 'mongoose'
import { Crc64 } from './crc64'

const { BSON } = mongoose.mongo

const MAGIC = 0x8199e26d
const TERMINATOR = Buffer.alloc(4, 0xff)
const LARGEST_BSON = 16 * 1024 * 1024 + 16 * 1024

/** The file is no backup, or damaged; the message says where. */
export class DamagedBackup extends Error {}

export interface IndexDescription {
  readonly name: string
  readonly key: Readonly<Record<string, unknown>>
  readonly [option: string]: unknown
}

export interface CollectionDescription {
  readonly name: string
  readonly indexes: readonly IndexDescription[]
}

const bson = (doc: object): Buffer => Buffer.from(BSON.serialize(doc))

/** What stands before the documents. @param database the name of the database that was saved */
export const archivePrelude = (
  database: string,
  collections: readonly CollectionDescription[],
  serverVersion: string,
): Buffer => {
  const magic = Buffer.alloc(4)
  magic.writeUInt32LE(MAGIC)
  const header = {
    concurrent_collections: new BSON.Int32(1),
    version: '0.1',
    server_version: serverVersion,
    tool_version: 'jiesu',
  }
  const described = collections.map(({ name, indexes }) =>
    bson({
      db: database,
      collection: name,
      metadata: BSON.EJSON.stringify(
        { options: {}, indexes, collectionName: name, type: 'collection' },
        { relaxed: false },
      ),
      size: new BSON.Int32(0),
      type: 'collection',
    }),
  )
  return Buffer.concat([magic, bson(header), ...described, TERMINATOR])
}

const namespaceHeader = (db: string, collection: string, EOF: boolean, crc: bigint): Buffer =>
  bson({ db, collection, EOF, CRC: BSON.Long.fromBigInt(crc) })

/** One collection's documents, in a block, and its end. */
export async function* archivedCollection(
  database: string,
  name: string,
  documents: AsyncIterable<Buffer>,
): AsyncIterable<Buffer> {
  const crc = new Crc64()
  yield namespaceHeader(database, name, false, 0n)
  for await (const document of documents) {
    crc.add(document)
    yield document
  }
  yield Buffer.concat([TERMINATOR, namespaceHeader(database, name, true, crc.value), TERMINATOR])
}

export interface ArchiveParts {
  readonly collections: readonly CollectionDescription[]
  /** Documents as BSON, collection by collection. @throws DamagedBackup at the first thing that is wrong. */
  readonly documents: AsyncIterable<{ readonly collection: string; readonly document: Buffer }>
}

/** Takes apart what arrives in pieces of any size. */
class Reader {
  private rest: Buffer = Buffer.alloc(0)
  private position = 0
  private readonly pieces: AsyncIterator<Buffer>

  constructor(bytes: AsyncIterable<Buffer>) {
    this.pieces = bytes[Symbol.asyncIterator]()
  }

  async bytes(count: number): Promise<Buffer> {
    while (this.rest.length < count) {
      const next = await this.pieces.next()
      if (next.done === true) throw this.damaged('ends too early')
      this.rest = Buffer.concat([this.rest, next.value])
    }
    const taken = this.rest.subarray(0, count)
    this.rest = this.rest.subarray(count)
    this.position += count
    return taken
  }

  /** The next document as BSON; undefined at the end of a list. */
  async document(): Promise<Buffer | undefined> {
    const length = await this.bytes(4)
    if (length.equals(TERMINATOR)) return undefined
    const size = length.readInt32LE()
    if (size < 5 || size > LARGEST_BSON) throw this.damaged('holds something that is no document')
    const document = Buffer.concat([length, await this.bytes(size - 4)])
    if (document.at(-1) !== 0) throw this.damaged('holds something that is no document')
    return document
  }

  async isOver(): Promise<boolean> {
    if (this.rest.length > 0) return false
    const next = await this.pieces.next()
    if (next.done === true) return true
    this.rest = next.value
    return false
  }

  damaged(how: string): DamagedBackup {
    return new DamagedBackup(`the backup ${how} (near byte ${this.position})`)
  }
}

interface NamespaceHeader {
  readonly collection: string
  readonly EOF: boolean
  readonly CRC: bigint
}

const parseHeader = (bytes: Buffer): NamespaceHeader =>
  BSON.deserialize(bytes, { useBigInt64: true }) as unknown as NamespaceHeader

const describe = (bytes: Buffer): CollectionDescription => {
  const { collection, metadata } = BSON.deserialize(bytes) as { collection: string; metadata: string }
  const { indexes } = BSON.EJSON.parse(metadata) as { indexes: IndexDescription[] }
  return { name: collection, indexes }
}

async function* documentsOf(
  reader: Reader,
  collections: readonly CollectionDescription[],
): ArchiveParts['documents'] {
  const checksums = new Map(collections.map(({ name }) => [name, new Crc64()]))
  while (!(await reader.isOver())) {
    const bytes = await reader.document()
    if (bytes === undefined) throw reader.damaged('has an end where documents should be')
    const { collection, EOF, CRC } = parseHeader(bytes)
    const checksum = checksums.get(collection)
    if (checksum === undefined) throw reader.damaged(`goes on with ${collection} where it should not`)
    for (let document = await reader.document(); document !== undefined; document = await reader.document()) {
      checksum.add(document)
      yield { collection, document }
    }
    if (!EOF) continue
    if (checksum.value !== CRC) throw reader.damaged(`has a wrong checksum for ${collection}`)
    checksums.delete(collection)
  }
  const [unfinished] = checksums.keys()
  if (unfinished !== undefined) throw reader.damaged(`ends before ${unfinished} is complete`)
}

/** @throws DamagedBackup when it is no archive. */
export const readArchive = async (bytes: AsyncIterable<Buffer>): Promise<ArchiveParts> => {
  const reader = new Reader(bytes)
  const magic = await reader.bytes(4)
  if (magic.readUInt32LE() !== MAGIC) throw new DamagedBackup('the file is no backup of this kind')
  await reader.document()
  const collections: CollectionDescription[] = []
  for (let one = await reader.document(); one !== undefined; one = await reader.document())
    collections.push(describe(one))
  return { collections, documents: documentsOf(reader, collections) }
}
