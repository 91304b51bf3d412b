import { join } from 'node:path'
import mongoose from 'mongoose'
import { startEngine } from '../src/tests/process'
import { temporaryFolder } from '../src/tests/support'

/**
 * How many operations per second the engine does, each acknowledged on disk, at 1 and at 32 callers:
 *
 *   npx tsx mock/mongo/bench/throughput.ts
 */
const SECONDS = 3
const CALLERS = [1, 32]

type Operation = (n: number) => Promise<unknown>

async function perSecond(callers: number, operation: Operation): Promise<number> {
  const end = performance.now() + SECONDS * 1000
  let done = 0
  let next = 0
  const caller = async () => {
    while (performance.now() < end) {
      await operation(next++)
      done++
    }
  }
  await Promise.all(Array.from({ length: callers }, caller))
  return Math.round(done / SECONDS)
}

async function main(): Promise<void> {
  const folder = temporaryFolder()
  const engine = await startEngine(
    '--data',
    join(folder.path, 'data'),
    '--socket',
    join(folder.path, 'm.sock'),
  )
  const client = await new mongoose.mongo.MongoClient(engine.uri).connect()
  const orders = client.db('bench').collection('orders')
  const counters = client.db('bench').collection<{ _id: string; value: number }>('counters')
  await orders.createIndexes([
    { key: { no: 1 }, unique: true },
    { key: { status: 1, createdAt: -1 } },
    { key: { 'unit.id': 1, due: 1 } },
  ])
  let lastNumber = 0
  const insert = () =>
    orders.insertOne({
      no: ++lastNumber,
      status: ['open', 'handling', 'concluded'][lastNumber % 3],
      createdAt: new Date(),
      unit: { id: lastNumber % 50 },
      due: new Date(),
      text: '市民反映该小区夜间施工噪音扰民，希望有关部门尽快处理并回复。'.repeat(3),
    })
  const operations: Record<string, Operation> = {
    'insertOne, 3 indexes': insert,
    'findOne by unique key': (n) => orders.findOne({ no: 1 + (n % lastNumber) }),
    'find 20 of a status, newest first': () =>
      orders.find({ status: 'open' }).sort({ createdAt: -1 }).limit(20).toArray(),
    'findOneAndUpdate of many': (n) =>
      orders.findOneAndUpdate({ no: 1 + (n % lastNumber) }, { $inc: { views: 1 } }),
    'findOneAndUpdate of one counter': () =>
      counters.findOneAndUpdate(
        { _id: 'seq' },
        { $inc: { value: 1 } },
        { upsert: true, returnDocument: 'after' },
      ),
  }
  for (const [name, operation] of Object.entries(operations))
    for (const callers of CALLERS) {
      const rate = await perSecond(callers, operation)
      process.stdout.write(
        `${name.padEnd(36)} ${String(callers).padStart(3)} callers ${String(rate).padStart(7)}/s\n`,
      )
    }
  await client.close()
  engine.child.kill('SIGTERM')
  await engine.exit
  folder.remove()
}

void main()
