/**
 * `npm run bench -- mongo [documents]`: operations per second at 1 and at 32 callers, each write acknowledged on disk,
 * beside raw LMDB in the same run as the limit; then a collection of 100,000 documents (or as many as asked for): a
 * page of a queue, quick reads while the whole collection is scanned, the time to start, memory.
 */
import { spawnSync } from 'node:child_process'
import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { open } from 'lmdb'
import mongoose from 'mongoose'
import { type EngineProcess, startEngine } from '../src/tests/process'
import { temporaryFolder } from '../src/tests/support'

const SECONDS = 3
const CALLERS = [1, 32]
const DOCUMENTS = Number(process.argv[2] ?? 100_000)
const TEXT = '市民反映该小区夜间施工噪音扰民，希望有关部门尽快处理并回复。'.repeat(3)
const INDEXES = 3

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

async function measured(operation: Operation): Promise<readonly number[]> {
  const rates: number[] = []
  for (const callers of CALLERS) rates.push(await perSecond(callers, operation))
  return rates
}

const say = (line: string): void => void process.stdout.write(`${line}\n`)
const row = (cells: readonly (string | number)[]): void =>
  say(
    `| ${cells.map((cell, at) => (at === 0 ? String(cell).padEnd(44) : String(cell).padStart(12))).join(' | ')} |`,
  )

const share = (rate: number | undefined, limit: number | undefined): string =>
  rate === undefined || limit === undefined ? '' : (rate / limit).toFixed(2)

/** The same bytes in LMDB alone: a document and an entry in each index, one durable commit. */
async function rawLmdb(path: string): Promise<{ put: readonly number[]; get: readonly number[] }> {
  const db = open<Buffer, Buffer>({ path, keyEncoding: 'binary', encoding: 'binary', noSubdir: false })
  const value = Buffer.from(mongoose.mongo.BSON.serialize(order(1)))
  const keyOf = (n: number) => Buffer.from(String(n).padStart(12, '0'))
  let last = 0
  const put = await measured(() => {
    const key = keyOf(++last)
    return db.transaction(() => {
      db.putSync(key, value)
      for (let index = 0; index < INDEXES; index++) db.putSync(Buffer.concat([Buffer.of(index), key]), key)
    })
  })
  const get = await measured((n) => Promise.resolve(db.get(keyOf(1 + (n % last)))))
  await db.close()
  return { put, get }
}

const order = (no: number) => ({
  no,
  status: ['open', 'handling', 'concluded'][no % 3],
  createdAt: new Date(1_780_000_000_000 + no * 60_000),
  unit: { id: no % 50 },
  due: new Date(1_780_000_000_000 + ((no * 7919) % 1_000_003) * 60_000),
  text: TEXT,
})

const residentMegabytes = ({ child }: EngineProcess): number => {
  const status = readFileSync(`/proc/${String(child.pid)}/status`, 'utf8')
  const kilobytes = (name: string) => Number(new RegExp(`^${name}:\\s+(\\d+)`, 'm').exec(status)?.[1] ?? 0)
  // Pages of the data file are the system's cache, given back when somebody needs the memory.
  return Math.round(kilobytes('RssAnon') / 1024)
}

async function percentiles(operation: Operation, count: number): Promise<{ p50: number; p99: number }> {
  const times: number[] = []
  for (let n = 0; n < count; n++) {
    const began = performance.now()
    await operation(n)
    times.push(performance.now() - began)
  }
  times.sort((a, b) => a - b)
  const at = (part: number) => times[Math.floor(times.length * part)] ?? NaN
  return { p50: at(0.5), p99: at(0.99) }
}

/** What any TypeScript program takes to start here: the floor for the engine's start. */
function emptyStart(): number {
  const began = performance.now()
  spawnSync(process.execPath, ['--import', 'tsx', '-e', '0'])
  return performance.now() - began
}

async function main(): Promise<void> {
  const folder = temporaryFolder()
  const address = ['--data', join(folder.path, 'data'), '--socket', join(folder.path, 'm.sock')]
  const limit = await rawLmdb(join(folder.path, 'raw'))
  let engine = await startEngine(...address)
  let client = await new mongoose.mongo.MongoClient(engine.uri).connect()
  const collection = () => client.db('bench').collection('orders')
  await collection().createIndexes([
    { key: { no: 1 }, unique: true },
    { key: { status: 1, createdAt: -1 } },
    { key: { 'unit.id': 1, due: 1 } },
  ])
  let last = 0
  const operations: [name: string, operation: Operation, limit: readonly number[]][] = [
    ['insertOne, 3 indexes', () => collection().insertOne(order(++last)), limit.put],
    ['findOne by a unique key', (n) => collection().findOne({ no: 1 + (n % last) }), limit.get],
    [
      'findOneAndUpdate by a unique key',
      (n) => collection().findOneAndUpdate({ no: 1 + (n % last) }, { $inc: { views: 1 } }),
      limit.put,
    ],
  ]
  say(`\nOperations per second (${String(SECONDS)} s each), and as a share of raw LMDB in the same run\n`)
  row(['', '1 caller', 'of LMDB', '32 callers', 'of LMDB'])
  row(['---', '---:', '---:', '---:', '---:'])
  row(['raw LMDB: commit of a document and 3 entries', limit.put[0] ?? 0, 1, limit.put[1] ?? 0, 1])
  row(['raw LMDB: get', limit.get[0] ?? 0, 1, limit.get[1] ?? 0, 1])
  for (const [name, operation, most] of operations) {
    const [one, many] = await measured(operation)
    row([name, one ?? 0, share(one, most[0]), many ?? 0, share(many, most[1])])
  }

  while (last < DOCUMENTS) {
    const size = Math.min(2000, DOCUMENTS - last)
    await collection().insertMany(Array.from({ length: size }, () => order(++last)))
  }
  await client.close()
  engine.child.kill('SIGTERM')
  await engine.exit

  const began = performance.now()
  engine = await startEngine(...address)
  const started = performance.now() - began
  client = await new mongoose.mongo.MongoClient(engine.uri, { maxPoolSize: 4 }).connect()

  const page = (unit: number) => collection().find({ 'unit.id': unit }).sort({ due: 1 }).limit(20).toArray()
  const pages = await percentiles((n) => page(n % 50), 2000)
  const quick: Operation = (n) => collection().findOne({ no: 1 + ((n * 7919) % last) })
  const alone = await percentiles(quick, 2000)
  const state = { scanning: true }
  let scans = 0
  const scanning = (async () => {
    while (state.scanning) {
      await collection().countDocuments({ text: /没有这样的话/ })
      scans++
    }
  })()
  const beside = await percentiles(quick, 5000)
  state.scanning = false
  await scanning

  say(
    `\n${last.toLocaleString('en')} documents, ${String(Math.round(statSync(join(folder.path, 'data', 'data.mdb')).size / 1e6))} MB on disk\n`,
  )
  const ms = (value: number) => `${value.toFixed(2)} ms`
  row(['', 'p50', 'p99'])
  row(['---', '---:', '---:'])
  row(['page of 20 by an index in its order', ms(pages.p50), ms(pages.p99)])
  row(['findOne by a unique key, alone', ms(alone.p50), ms(alone.p99)])
  row([`the same beside full scans (${String(scans)} of them)`, ms(beside.p50), ms(beside.p99)])
  say(
    `\nprocess started and ready in ${started.toFixed(0)} ms (an empty program: ${emptyStart().toFixed(0)} ms); ${String(residentMegabytes(engine))} MB of memory of its own after all this`,
  )
  await client.close()
  engine.child.kill('SIGTERM')
  await engine.exit
  folder.remove()
}

void main()
