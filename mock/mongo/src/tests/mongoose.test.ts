/* eslint-disable @typescript-eslint/no-unsafe-class-instance-assignment -- Mongoose's types take literals where they declare classes */
import { createHash, randomBytes } from 'node:crypto'
import mongoose, { Schema } from 'mongoose'
import { startEmbeddedMongo, type TestMongo } from '../testing'

const userSchema = new Schema(
  { email: { type: String, unique: true }, name: String, role: { type: String, index: true } },
  { timestamps: true },
)

const ticketSchema = new Schema(
  {
    no: { type: String, unique: true, sparse: true },
    title: String,
    status: { type: String, default: 'open' },
    by: { type: Schema.Types.ObjectId, ref: 'User' },
    tags: [String],
    log: [{ at: Date, text: String, who: { type: Schema.Types.ObjectId, ref: 'User' } }],
    n: { type: Number, default: 0 },
    meta: { type: Map, of: String },
    amount: Schema.Types.Decimal128,
    big: BigInt,
    due: Date,
  },
  { timestamps: true, optimisticConcurrency: true },
)
  .index({ status: 1, createdAt: -1 })
  .index({ due: 1 }, { expireAfterSeconds: 0 })
  .index({ title: 1, status: 1 }, { unique: true, partialFilterExpression: { status: 'open' } })

const User = mongoose.model('User', userSchema)
const Ticket = mongoose.model('Ticket', ticketSchema)

let mongo: TestMongo

beforeAll(async () => {
  mongo = await startEmbeddedMongo()
  await mongoose.connect(mongo.uri, { dbName: 'app' })
  await Promise.all([User.init(), Ticket.init()])
})

afterAll(async () => {
  await mongoose.disconnect()
  await mongo.stop()
})

beforeEach(async () => {
  await Promise.all([User.deleteMany({}), Ticket.deleteMany({})])
})

const database = () => {
  const { db } = mongoose.connection
  if (!db) throw new Error('not connected')
  return db
}

const makeTicket = async () => {
  const clerk = await User.create({ email: 'clerk@example.com', name: '经办员' })
  await Ticket.create({
    no: 'T1',
    title: '噪音',
    by: clerk._id,
    tags: ['noise'],
    log: [{ at: new Date(0), text: 'created', who: clerk._id }],
    meta: { a: '1' },
    amount: '12.30',
    big: 9007199254740993n,
  })
}

const makeNumberedTickets = () =>
  Ticket.insertMany(
    Array.from({ length: 200 }, (_, n) => ({
      no: `N${String(n)}`,
      title: `x${String(n)}`,
      status: ['open', 'doing', 'closed'][n % 3],
      n,
    })),
  )

test('creates collections and indexes, and finds them in sync afterwards', async () => {
  expect((await Ticket.collection.indexes()).map(({ name }) => name)).toEqual([
    '_id_',
    'no_1',
    'status_1_createdAt_-1',
    'due_1',
    'title_1_status_1',
  ])
  await expect(Ticket.syncIndexes()).resolves.toEqual([])
})

test('a duplicate is E11000 with keyPattern and keyValue', async () => {
  const email = 'a@example.com'
  await User.create({ email })
  await expect(User.create({ email })).rejects.toMatchObject({
    code: 11000,
    keyPattern: { email: 1 },
    keyValue: { email },
    message: expect.stringContaining(
      'E11000 duplicate key error collection: app.users index: email_1 dup key: { email: "a@example.com" }',
    ) as string,
  })
})

test('a partial unique index binds only what its filter covers', async () => {
  await Ticket.create({ title: 't', status: 'closed' })
  await Ticket.create({ title: 't', status: 'closed' })
  await Ticket.create({ title: 't', status: 'open' })
  await expect(Ticket.create({ title: 't', status: 'open' })).rejects.toMatchObject({ code: 11000 })
})

test('findOneAndUpdate with several operators keeps Decimal128 and Long values', async () => {
  await makeTicket()
  const ticket = await Ticket.findOneAndUpdate(
    { no: 'T1' },
    {
      $push: { log: { at: new Date(1), text: 'seen' } },
      $set: { status: 'doing' },
      $inc: { n: 2 },
      $addToSet: { tags: { $each: ['noise', 'night'] } },
    },
    { returnDocument: 'after' },
  ).orFail()
  expect(ticket).toMatchObject({ n: 2, status: 'doing', big: 9007199254740993n })
  expect(ticket.log.map(({ text }) => text)).toEqual(['created', 'seen'])
  expect([...ticket.tags]).toEqual(['noise', 'night'])
  expect(String(ticket.amount)).toBe('12.30')
})

test('populate resolves references, also inside arrays', async () => {
  await makeTicket()
  const ticket = await Ticket.findOne({ no: 'T1' })
    .populate<{ by: { name: string } }>('by')
    .populate('log.who')
    .orFail()
  expect(ticket.by.name).toBe('经办员')
  expect(ticket.log[0]?.who).toMatchObject({ name: '经办员' })
})

test('positional and filtered array updates', async () => {
  await makeTicket()
  await Ticket.updateOne({ no: 'T1' }, { $push: { log: { text: 'x' } } })
  await Ticket.updateOne({ no: 'T1', 'log.text': 'x' }, { $set: { 'log.$.text': 'y' } })
  await Ticket.updateOne(
    { no: 'T1' },
    { $set: { 'log.$[e].text': 'z' } },
    { arrayFilters: [{ 'e.text': 'created' }] },
  )
  const ticket = await Ticket.findOne({ no: 'T1' }).orFail()
  expect(ticket.log.map(({ text }) => text)).toEqual(['z', 'y'])
})

test('a lost race with optimistic concurrency is a VersionError', async () => {
  await makeTicket()
  const [mine, theirs] = [
    await Ticket.findOne({ no: 'T1' }).orFail(),
    await Ticket.findOne({ no: 'T1' }).orFail(),
  ]
  await theirs.set({ title: 'theirs' }).save()
  await expect(mine.set({ title: 'mine' }).save()).rejects.toMatchObject({ name: 'VersionError' })
})

test('saves changes of arrays and maps', async () => {
  await makeTicket()
  const ticket = await Ticket.findOne({ no: 'T1' }).orFail()
  ticket.log.push({ text: 'q' })
  ticket.set('tags', [])
  ticket.meta?.set('b', '2')
  await ticket.save()
  const stored = await Ticket.findOne({ no: 'T1' }).orFail()
  expect(stored.log).toHaveLength(2)
  expect(stored.meta?.get('b')).toBe('2')
  expect(stored.tags).toHaveLength(0)
})

test('aggregates: match, group, sort, project, count, unwind', async () => {
  await makeNumberedTickets()
  const groups = await Ticket.aggregate([
    { $match: { no: /^N/ } },
    { $group: { _id: '$status', count: { $sum: 1 }, most: { $max: '$n' }, average: { $avg: '$n' } } },
    { $sort: { _id: 1 } },
    { $project: { status: '$_id', count: 1, most: 1, average: 1, _id: 0 } },
  ])
  expect(groups).toEqual([
    { status: 'closed', count: 66, most: 197, average: 99.5 },
    { status: 'doing', count: 67, most: 199, average: 100 },
    { status: 'open', count: 67, most: 198, average: 99 },
  ])
  await Ticket.updateOne({ no: 'N1' }, { $set: { tags: ['a', 'b'] } })
  await expect(
    Ticket.aggregate([{ $match: { no: 'N1' } }, { $unwind: '$tags' }, { $count: 'tags' }]),
  ).resolves.toEqual([{ tags: 2 }])
})

test('counts documents', async () => {
  await makeNumberedTickets()
  await expect(Ticket.countDocuments({ status: 'open' })).resolves.toBe(67)
  await expect(Ticket.countDocuments({ status: 'open' }).skip(60).limit(5)).resolves.toBe(5)
  await expect(Ticket.estimatedDocumentCount()).resolves.toBe(200)
})

test('upserts with defaults, and counters under 32 callers', async () => {
  const upserted = await Ticket.findOneAndUpdate(
    { no: 'UP' },
    { $set: { title: 'u' } },
    { upsert: true, returnDocument: 'after' },
  )
  expect(upserted.status).toBe('open')
  const counters = database().collection<{ _id: string; v: number }>('counters')
  const next = () =>
    counters.findOneAndUpdate({ _id: 'seq' }, { $inc: { v: 1 } }, { upsert: true, returnDocument: 'after' })
  const values = await Promise.all(Array.from({ length: 32 }, next))
  expect(new Set(values.map((value) => value?.v)).size).toBe(32)
})

test('a cursor fetches batch after batch in order', async () => {
  await makeNumberedTickets()
  const seen: number[] = []
  for await (const { n } of Ticket.find({ no: /^N/ }).sort({ n: 1 }).batchSize(17).cursor()) seen.push(n)
  expect(seen).toEqual(Array.from({ length: 200 }, (_, n) => n))
})

test('lean, select, skip, limit, sort, regex, distinct, exists', async () => {
  await makeNumberedTickets()
  const found = await Ticket.find({ title: /^X1/i, status: { $in: ['open', 'doing'] } })
    .sort({ n: -1 })
    .skip(2)
    .limit(3)
    .select('n title')
    .lean()
  expect(found.map(({ n }) => n)).toEqual([196, 195, 193])
  expect(Object.keys(found[0] ?? {})).toEqual(['_id', 'title', 'n'])
  await expect(Ticket.distinct('status')).resolves.toEqual(['closed', 'doing', 'open'])
  await expect(Ticket.exists({ no: 'N1' })).resolves.toBeTruthy()
})

test('bulkWrite', async () => {
  await makeNumberedTickets()
  const result = await Ticket.bulkWrite([
    { insertOne: { document: { no: 'B1', title: 'b1' } } },
    { updateMany: { filter: { no: /^N/ }, update: { $set: { n: -1 } } } },
    { deleteOne: { filter: { no: 'N0' } } },
    { replaceOne: { filter: { no: 'B1' }, replacement: { no: 'B1', title: 'b2' } } },
  ])
  expect(result).toMatchObject({ insertedCount: 1, modifiedCount: 201, deletedCount: 1 })
})

test('GridFS: upload, ranged and whole download, delete', async () => {
  const bucket = new mongoose.mongo.GridFSBucket(database())
  const data = randomBytes(3 * 1024 * 1024)
  const upload = bucket.openUploadStream('photo.jpg', { metadata: { kind: 'photo' } })
  await new Promise<void>((resolve, reject) => {
    upload.on('finish', resolve).on('error', reject).end(data)
  })
  const read = async (options?: { start: number; end: number }) => {
    const chunks: Buffer[] = []
    for await (const chunk of bucket.openDownloadStream(upload.id, options)) chunks.push(chunk as Buffer)
    return Buffer.concat(chunks)
  }
  const sha1 = (bytes: Buffer) => createHash('sha1').update(bytes).digest('hex')
  expect(sha1(await read())).toBe(sha1(data))
  expect((await read({ start: 1_000_000, end: 1_000_100 })).equals(data.subarray(1_000_000, 1_000_100))).toBe(
    true,
  )
  await bucket.delete(upload.id)
  await expect(database().collection('fs.chunks').countDocuments({})).resolves.toBe(0)
})

test('numbers keep their BSON types through updates', async () => {
  const { Long, Double, Int32, Decimal128 } = mongoose.mongo
  const numbers = database().collection('numbers')
  await numbers.insertOne({
    double: new Double(5),
    long: Long.fromNumber(5),
    int: new Int32(5),
    decimal: Decimal128.fromString('1.10'),
  })
  await numbers.updateOne({}, { $inc: { long: 1, double: 1, decimal: Decimal128.fromString('0.15') } })
  const stored = await numbers.findOne({}, { promoteValues: false, projection: { _id: 0 } })
  expect(stored).toEqual({
    double: new Double(6),
    long: Long.fromNumber(6),
    int: new Int32(5),
    decimal: Decimal128.fromString('1.25'),
  })
})

test('explain shows the index and that it gives the order', async () => {
  const plan = await Ticket.find({ status: 'open' }).sort({ createdAt: -1 }).limit(5).explain()
  expect(plan).toMatchObject({
    queryPlanner: {
      winningPlan: { stage: 'FETCH', inputStage: { stage: 'IXSCAN', indexName: 'status_1_createdAt_-1' } },
    },
  })
})

test('a TTL index lets documents expire', async () => {
  await Ticket.create({ no: 'OLD', title: 'old', due: new Date(Date.now() - 60_000) })
  await Ticket.create({ no: 'NEW', title: 'new', due: new Date(Date.now() + 60_000) })
  await mongo.sweep()
  await expect(Ticket.distinct('no')).resolves.toEqual(['NEW'])
})
