import { join } from 'node:path'
import mongoose from 'mongoose'
import { startEngine, type EngineProcess } from './process'
import { temporaryFolder } from './support'

/**
 * The engine is killed in the middle of concurrent inserts, updates and index builds, several times. Afterwards every
 * write that was acknowledged has to be there, none half done, and each index has to agree with the documents.
 */
const ROUNDS = process.env['JIESU_LONG'] === undefined ? 4 : 40
const WRITES_PER_ROUND = 200
const INSERTERS = 16
const COUNTERS = 4
const STATUSES = 7
/** 12 kB: a commit then takes several pages and some time. */
const TEXT = '夜间施工'.repeat(1000)

const folder = temporaryFolder()
const address = ['--data', join(folder.path, 'data'), '--socket', join(folder.path, 'm.sock')]

let engine: EngineProcess | undefined

afterAll(async () => {
  await Promise.all(clients.map((client) => client.close()))
  engine?.child.kill('SIGKILL')
  await engine?.exit
  folder.remove()
})

interface Order {
  readonly no: number
  readonly status: number
  readonly text: string
}

interface Counter {
  readonly _id: number
  readonly value: number
}

const clients: mongoose.mongo.MongoClient[] = []

const connect = async (uri: string) => {
  const client = await new mongoose.mongo.MongoClient(uri, {
    retryWrites: false,
    maxPoolSize: INSERTERS + COUNTERS,
  }).connect()
  clients.push(client)
  const db = client.db('app')
  return { orders: db.collection<Order>('orders'), counters: db.collection<Counter>('counters') }
}

type Connected = Awaited<ReturnType<typeof connect>>

test(
  `no acknowledged write is lost over ${String(ROUNDS)} kills`,
  async () => {
    const acknowledged = new Set<number>()
    const increments = new Map<number, number>()
    /** Indexes whose build was acknowledged and that nobody has asked to drop since. */
    const built = new Set<string>()
    let lastBuilt = 0
    let lastNumber = 0
    engine = await startEngine(...address)
    const first = await connect(engine.uri)
    await first.orders.createIndexes([{ key: { no: 1 }, unique: true }, { key: { status: 1, no: -1 } }])
    await first.counters.insertMany(Array.from({ length: COUNTERS }, (_, _id) => ({ _id, value: 0 })))

    /** Writes until the connection breaks; counts what was acknowledged. */
    async function writeUntilKilled({ orders, counters }: Connected, kill: () => void): Promise<void> {
      let writes = 0
      const acknowledge = () => {
        if (++writes === WRITES_PER_ROUND) kill()
      }
      const insert = async () => {
        for (;;) {
          const no = ++lastNumber
          await orders.insertOne({ no, status: no % STATUSES, text: TEXT })
          acknowledged.add(no)
          acknowledge()
        }
      }
      const increment = async (_id: number) => {
        for (;;) {
          await counters.updateOne({ _id }, { $inc: { value: 1 } })
          increments.set(_id, (increments.get(_id) ?? 0) + 1)
          acknowledge()
        }
      }
      /** Builds an index over what is there and drops the one before, again and again. */
      const build = async () => {
        for (;;) {
          const name = `built_${String(++lastBuilt)}`
          await orders.createIndexes([{ key: { status: 1, no: 1, [`extra${String(lastBuilt)}`]: 1 }, name }])
          built.add(name)
          const former = `built_${String(lastBuilt - 1)}`
          if (!built.has(former)) continue
          built.delete(former)
          await orders.dropIndex(former)
        }
      }
      await Promise.allSettled([
        build(),
        ...Array.from({ length: INSERTERS }, insert),
        ...Array.from({ length: COUNTERS }, (_, id) => increment(id)),
      ])
    }

    async function verify({ orders, counters }: Connected): Promise<void> {
      const stored = new Set((await orders.find().toArray()).map(({ no }) => no))
      expect([...acknowledged].filter((no) => !stored.has(no))).toEqual([])
      const names = (await orders.indexes()).map(({ name }) => name)
      expect(names).toEqual(expect.arrayContaining([...built]))
      for (const name of names) {
        const found = await orders
          .find({ status: { $gte: 0 } })
          .hint(name ?? '')
          .toArray()
        expect(new Set(found.map(({ no }) => no))).toEqual(stored)
        expect(found).toHaveLength(stored.size)
      }
      for (const { _id, value } of await counters.find().toArray()) {
        const known = increments.get(_id) ?? 0
        // One more may have been done without anybody hearing of it.
        expect([known, known + 1]).toContain(value)
        increments.set(_id, value)
      }
    }

    for (let round = 0; round < ROUNDS; round++) {
      const { child, uri, exit } = engine
      const writers = await connect(uri)
      await writeUntilKilled(writers, () => child.kill('SIGKILL'))
      await expect(exit).resolves.toMatchObject({ signal: 'SIGKILL' })
      engine = await startEngine(...address)
      await verify(await connect(engine.uri))
    }
    expect(acknowledged.size).toBeGreaterThan(ROUNDS * WRITES_PER_ROUND * 0.5)
  },
  15_000 * ROUNDS,
)
