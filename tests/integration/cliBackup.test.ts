/** `jiesu backup`, `restore`, `copy-database`: as a person uses them, beside a portal that goes on taking orders. */
import type { OrderReceipt } from '@jiesu/shared-types'
import { readFileSync, statSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { connect } from '../../portal-api/src/platform/mongo/connect'
import { leakingMain } from '../support/appeals'
import { jiesu } from '../support/jiesu'
import { type House, makeHouse, type Running } from '../support/processes'

// Each run is a process of its own, which takes its time on a busy machine.
jest.setTimeout(120_000)

let house: House
let elsewhere: House
let running: Running
let portal: string
beforeAll(async () => {
  house = makeHouse()
  elsewhere = makeHouse()
  await Promise.all([house.startDatabase(), elsewhere.startDatabase()])
  running = await house.startPortal()
  portal = running.ready
})
afterAll(async () => {
  await house.tearDown()
  await elsewhere.tearDown()
})

const post = async (path: string, body: object): Promise<Response> =>
  fetch(`${portal}/api/v1${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
const submit = async (): Promise<OrderReceipt> =>
  (await (await post('/orders', leakingMain())).json()) as OrderReceipt
const opens = async ({ order, queryCode }: OrderReceipt): Promise<number> =>
  (await post('/order-lookups', { number: order.number, queryCode })).status

const here = (...args: string[]) => jiesu(args, { env: house.settings })
const there = (...args: string[]) => jiesu(args, { env: elsewhere.settings })
const countsIn = (stdout: string): Record<string, string> =>
  Object.fromEntries(
    stdout
      .split('\n')
      .filter(Boolean)
      .map((line) => line.split('\t') as [string, string]),
  )

/** Every document of a database as BSON's own text, and its indexes. */
const everythingIn = async ({ uri }: House): Promise<Record<string, unknown>> => {
  const connection = await connect(uri)
  const names = (await connection.listCollections()).map(({ name }) => name).sort()
  const all: Record<string, unknown> = {}
  for (const name of names) {
    const collection = connection.collection(name)
    const documents = await collection.find({}, { sort: { _id: 1 }, raw: true }).toArray()
    const indexes = (await collection.indexes()).map(({ v: _v, ...index }) => index)
    all[name] = { documents: documents.map((raw) => (raw as unknown as Buffer).toString('base64')), indexes }
  }
  await connection.close()
  return all
}

test('a backup is taken while orders come in, is private, and brings everything back elsewhere', async () => {
  const before = [await submit(), await submit()]
  const file = join(house.data, 'backup.archive')
  const [taken] = await Promise.all([here('backup', file), submit(), submit(), submit()])
  expect(taken).toMatchObject({ code: 0, stderr: '' })
  expect(statSync(file).mode & 0o777).toBe(0o600)

  const again = await here('backup', file)
  expect(again).toMatchObject({
    code: 1,
    stderr: expect.stringMatching(/^jiesu: .* is there already; --force/) as string,
  })

  const restored = await there('restore', file)
  expect(restored).toMatchObject({ code: 0, stderr: '' })
  expect(countsIn(restored.stdout)).toEqual(countsIn(taken.stdout))
  const orders = (await everythingIn(elsewhere))['orders'] as { documents: string[]; indexes: unknown[] }
  expect(orders.documents.length).toBeGreaterThanOrEqual(before.length)
  expect(orders.indexes).toEqual(((await everythingIn(house))['orders'] as typeof orders).indexes)

  const full = await there('restore', file)
  expect(full).toMatchObject({
    code: 1,
    stderr: expect.stringMatching(/already holds \d+ documents; --replace/) as string,
  })
})

test('what was lost since comes back as it was', async () => {
  const kept = await submit()
  const file = join(house.data, 'before.archive')
  expect((await here('backup', file)).code).toBe(0)
  const connection = await connect(house.uri)
  await connection.collection('orders').deleteMany({})
  await connection.close()
  expect(await opens(kept)).toBe(404)
  expect((await here('restore', file, '--replace')).code).toBe(0)
  expect(await opens(kept)).toBe(200)
})

test('a collection that drivers read in several batches comes back equal', async () => {
  // A first batch holds 101 documents, a further one 16 MB.
  const many = Array.from({ length: 600 }, (_, i) => ({ at: i, text: `${i} `.repeat(15_000) }))
  const connection = await connect(house.uri)
  await connection.collection('ledger').insertMany(many)
  await connection.collection('ledger').createIndex({ at: -1 }, {}, {})
  const target = makeHouse()
  try {
    await target.startDatabase()
    const file = join(house.data, 'many.archive')
    const taken = await here('backup', file)
    expect(taken).toMatchObject({ code: 0, stderr: '' })
    expect(countsIn(taken.stdout)['ledger']).toBe('600')
    const restored = await jiesu(['restore', file], { env: target.settings })
    expect(restored).toMatchObject({ code: 0, stderr: '' })
    const there = JSON.stringify((await everythingIn(target))['ledger'])
    // Compared first: what Jest prints of a difference would have many megabytes.
    expect(there === JSON.stringify((await everythingIn(house))['ledger'])).toBe(true)
  } finally {
    await connection.collection('ledger').drop()
    await connection.close()
    await target.tearDown()
  }
})

/** It goes on with its own work, such as telling units, as long as it runs. */
const stopPortal = async () => {
  if (running.child.exitCode === null) await running.end('SIGTERM')
}

test('a damaged backup is refused before anything is touched', async () => {
  await stopPortal()
  const whole = join(house.data, 'whole.archive')
  expect((await here('backup', whole)).code).toBe(0)
  const before = await everythingIn(house)
  const cut = join(house.data, 'cut.archive')
  writeFileSync(cut, readFileSync(whole))
  truncateSync(cut, statSync(cut).size - 10)
  for (const [name, words] of [
    [cut, /the backup ends too early/],
    [join(house.data, 'secret.key'), /no backup of this kind|ends too early/],
    [join(house.data, 'none'), /ENOENT/],
  ] as const) {
    const refused = await here('restore', name, '--replace')
    expect(refused).toMatchObject({ code: 1, stdout: '' })
    expect(refused.stderr).toMatch(words)
    expect(refused.stderr.split('\n')).toHaveLength(2)
  }
  expect(await everythingIn(house)).toEqual(before)
})

test('a copy goes on where it was interrupted, and is compared byte for byte', async () => {
  await stopPortal()
  const target = makeHouse()
  try {
    await target.startDatabase()
    const copy = () => here('copy-database', '--to', target.uri)
    const first = await copy()
    expect(first).toMatchObject({ code: 0, stderr: '' })
    expect(await everythingIn(target)).toEqual(await everythingIn(house))

    const connection = await connect(target.uri)
    const last = await connection.collection('orders').findOne({}, { sort: { _id: -1 } })
    await connection.collection('orders').deleteOne({ _id: last!._id })
    const second = await copy()
    expect(second.stdout).toMatch(/^orders\t\d+\t\+1$/m)
    expect(await everythingIn(target)).toEqual(await everythingIn(house))

    await connection.collection('orders').updateOne({ _id: last!._id }, { $set: { city: 'nowhere' } })
    await connection.close()
    expect(await copy()).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('orders differs') as string,
    })
  } finally {
    await target.tearDown()
  }
})
