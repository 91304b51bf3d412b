import { once } from 'node:events'
import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { connect } from 'node:net'
import { join } from 'node:path'
import mongoose from 'mongoose'
import { runEngine, startEngine, startEngineOnSmallDisk, type EngineProcess } from './process'
import { temporaryFolder } from './support'

const folder = temporaryFolder()
const data = join(folder.path, 'data')
const socket = join(folder.path, 'm.sock')

let running: EngineProcess | undefined

const start = async (...args: string[]) => (running = await startEngine(...args))

afterEach(async () => {
  running?.child.kill('SIGKILL')
  await running?.exit
  running = undefined
})

afterAll(() => {
  folder.remove()
})

const { MongoClient } = mongoose.mongo

async function withClient<T>(
  uri: string,
  work: (client: mongoose.mongo.MongoClient) => Promise<T>,
): Promise<T> {
  const client = await new MongoClient(uri, { serverSelectionTimeoutMS: 5000 }).connect()
  try {
    return await work(client)
  } finally {
    await client.close()
  }
}

test('serves over a private unix socket, ends on SIGTERM, and finds its data again', async () => {
  const first = await start('--data', data, '--socket', socket)
  expect(statSync(socket).mode & 0o777).toBe(0o600)
  expect(statSync(data).mode & 0o777).toBe(0o700)
  await withClient(first.uri, (client) => client.db('app').collection('x').insertOne({ a: 1 }))
  first.child.kill('SIGTERM')
  await expect(first.exit).resolves.toEqual({ code: 0, signal: null })
  expect(existsSync(socket)).toBe(false)

  const second = await start('--data', data, '--socket', socket)
  await withClient(second.uri, async (client) => {
    await expect(client.db('app').collection('x').countDocuments({ a: 1 })).resolves.toBe(1)
  })
})

test('a second process on the same folder is told so and ends', async () => {
  const { child } = await start('--data', data, '--socket', socket)
  const second = await runEngine('--data', data, '--port', '0')
  expect(second).toEqual({
    code: 1,
    stdout: '',
    stderr: `mock-mongo: The data folder ${data} is in use by another process (pid ${String(child.pid)}).\n`,
  })
})

test('after a kill, the folder and the socket can be used again', async () => {
  const first = await start('--data', data, '--socket', socket)
  first.child.kill('SIGKILL')
  await first.exit
  expect(existsSync(socket)).toBe(true)
  const second = await start('--data', data, '--socket', socket)
  await withClient(second.uri, (client) => client.db('app').command({ ping: 1 }))
})

test('ends when the process that started it is gone', async () => {
  const engine = await start('--data', data, '--socket', socket)
  engine.child.disconnect()
  await expect(engine.exit).resolves.toEqual({ code: 0, signal: null })
})

test('bytes that are no message end their connection and no other', async () => {
  const { uri } = await start('--data', data, '--socket', socket)
  await withClient(uri, async (client) => {
    await client.db('app').command({ ping: 1 })
    const intruder = connect(socket)
    intruder.end('GET / HTTP/1.1\r\n\r\n')
    intruder.resume()
    await once(intruder, 'close')
    await expect(client.db('app').command({ ping: 1 })).resolves.toMatchObject({ ok: 1 })
  })
})

test('requests under way are answered before it ends', async () => {
  const { uri, child, exit } = await start('--data', data, '--port', '0')
  await withClient(uri, async (client) => {
    const orders = client.db('app').collection('orders')
    await orders.insertOne({ n: -1 })
    const acknowledged = new Set<number>()
    const inserts = Array.from({ length: 200 }, (_, n) =>
      orders.insertOne({ n }).then(
        () => acknowledged.add(n),
        () => undefined,
      ),
    )
    await inserts[0]
    child.kill('SIGTERM')
    await expect(exit).resolves.toEqual({ code: 0, signal: null })
    await client.close()
    await Promise.all(inserts)
    const again = await start('--data', data, '--port', '0')
    await withClient(again.uri, async (other) => {
      const stored = await other.db('app').collection('orders').distinct('n')
      for (const n of acknowledged) expect(stored).toContain(n)
    })
  })
})

test('a full disk refuses writes, keeps what it has, and goes on', async () => {
  running = await startEngineOnSmallDisk(4000, '--data', join(folder.path, 'full'), '--port', '0')
  await withClient(running.uri, async (client) => {
    const orders = client.db('app').collection('orders')
    let stored = 0
    const fillUp = async () => {
      for (;;) {
        await orders.insertOne({ n: stored, text: 'x'.repeat(50_000) })
        stored++
      }
    }
    await expect(fillUp()).rejects.toThrow('cannot be written (is the disk full?)')
    await expect(orders.countDocuments()).resolves.toBe(stored)
    await expect(orders.deleteMany({ n: { $lt: 5 } })).resolves.toMatchObject({ deletedCount: 5 })
    await expect(orders.insertOne({ n: stored })).resolves.toMatchObject({ acknowledged: true })
  })
})

describe('what an operator can put right is one line', () => {
  const damaged = join(folder.path, 'damaged')
  const file = join(folder.path, 'file')

  beforeAll(() => {
    mkdirSync(damaged)
    writeFileSync(join(damaged, 'data.mdb'), Buffer.alloc(65536, 'x'))
    writeFileSync(file, 'precious')
  })

  test.each<[name: string, args: string[], code: number, line: RegExp]>([
    ['no folder', ['--port', '0'], 2, /--data is missing/],
    ['no address', ['--data', data], 2, /--socket or --port is missing/],
    ['a port that is none', ['--data', data, '--port', 'http'], 2, /--port must be a number/],
    ['an unknown option', ['--data', data, '--prot', '0'], 2, /--prot/],
    [
      'a folder below a file',
      ['--data', '/dev/null/data', '--port', '0'],
      1,
      /\/dev\/null\/data cannot be used: ENOTDIR/,
    ],
    [
      'a folder where none can be made',
      ['--data', '/proc/data', '--port', '0'],
      1,
      /\/proc\/data cannot be used: ENOENT/,
    ],
    ['a damaged file', ['--data', damaged, '--port', '0'], 1, /damaged cannot be used: .*not an LMDB file/],
    [
      'a file in the socket’s place',
      ['--data', data, '--socket', file],
      1,
      /the socket .*file: it is already in use/,
    ],
    [
      'no folder for the socket',
      ['--data', data, '--socket', join(folder.path, 'no', 'm.sock')],
      1,
      /Cannot listen on the socket/,
    ],
  ])('%s', async (_, args, code, line) => {
    const ended = await runEngine(...args)
    expect(ended).toMatchObject({ code, stdout: '', stderr: expect.stringMatching(line) as string })
    expect(ended.stderr.split('\n')).toHaveLength(2)
  })

  test('and a file in the socket’s place is left alone', () => {
    expect(readFileSync(file, 'utf8')).toBe('precious')
  })

  test('help is no error', async () => {
    await expect(runEngine('--help')).resolves.toMatchObject({
      code: 0,
      stdout: expect.stringContaining('Usage:') as string,
    })
  })
})
