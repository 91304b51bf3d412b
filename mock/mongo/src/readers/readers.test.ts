import { Binary, type Long, Timestamp } from 'bson'
import type { Doc } from '../bson/value'
import { batchOf, plain, useTestEngine } from '../tests/support'

let now = new Date('2026-11-23T09:00:00+08:00')
const faults: unknown[] = []
const engine = useTestEngine({ now: () => now, onInternalError: (error) => faults.push(error) })
const run = async (command: object) => plain(await engine.run(command))

const COUNT = 5000
const UNITS = 7

beforeAll(async () => {
  const documents = Array.from({ length: COUNT }, (_, n) => ({
    _id: n,
    unit: n % UNITS,
    text: 'x'.repeat(300),
  }))
  await run({ insert: 'orders', documents })
})

afterAll(() => {
  expect(faults).toEqual([])
})

/** More than the main thread reads for one command, so a reader thread answers. */
describe('what takes long is read beside the main thread, with the same results', () => {
  test('counts, with a filter and without', async () => {
    await expect(run({ count: 'orders' })).resolves.toEqual({ n: COUNT, ok: 1 })
    await expect(run({ count: 'orders', query: { unit: 3 } })).resolves.toEqual({ n: 714, ok: 1 })
  })

  test('distinct values, and groups', async () => {
    await expect(run({ distinct: 'orders', key: 'unit' })).resolves.toMatchObject({
      values: [0, 1, 2, 3, 4, 5, 6],
    })
    const grouped = await engine.run({
      aggregate: 'orders',
      cursor: {},
      pipeline: [{ $group: { _id: '$unit', n: { $sum: 1 } } }, { $sort: { _id: 1 } }],
    })
    expect(batchOf(grouped).map((doc) => plain(doc).n)).toEqual([715, 715, 714, 714, 714, 714, 714])
  })

  test('all documents, batch by batch, in the order asked for', async () => {
    const read: unknown[] = []
    let reply = await engine.run({ find: 'orders', sort: { unit: 1, _id: -1 }, batchSize: 700 })
    for (;;) {
      read.push(...batchOf(reply).map(({ _id }) => Number(_id)))
      const { id } = reply.cursor as { id: Long }
      if (id.isZero()) break
      reply = await engine.run({ getMore: id, collection: 'orders', batchSize: 700 })
    }
    expect(read).toEqual(
      Array.from({ length: COUNT }, (_, n) => n).sort((a, b) => (a % UNITS) - (b % UNITS) || b - a),
    )
  })

  test('what was just written is seen', async () => {
    await run({ insert: 'orders', documents: [{ _id: COUNT, unit: 99 }] })
    await expect(run({ count: 'orders', query: { unit: 99 } })).resolves.toEqual({ n: 1, ok: 1 })
    await run({ delete: 'orders', deletes: [{ q: { _id: COUNT }, limit: 1 }] })
    await expect(run({ count: 'orders', query: { unit: 99 } })).resolves.toEqual({ n: 0, ok: 1 })
  })

  test('errors are those of the main thread', async () => {
    await expect(run({ find: 'orders', filter: { $expr: 1 } })).resolves.toMatchObject({ code: 115 })
  })

  test('a cursor can be killed, and is forgotten after ten idle minutes', async () => {
    const open = async () => ((await engine.run({ find: 'orders', batchSize: 5 })).cursor as Doc).id
    const [first, second] = [await open(), await open()]
    await expect(run({ killCursors: 'orders', cursors: [first] })).resolves.toMatchObject({
      cursorsNotFound: [],
    })
    await expect(run({ getMore: first, collection: 'orders' })).resolves.toMatchObject({ code: 43 })
    now = new Date(now.getTime() + 11 * 60_000)
    await engine.sweep()
    await expect(run({ getMore: second, collection: 'orders' })).resolves.toMatchObject({ code: 43 })
  })
})

test('while a scan runs, the main thread answers what is quick', async () => {
  const ended: string[] = []
  const scans = Array.from({ length: 20 }, () =>
    run({ count: 'orders', query: { text: /y/ } }).then(() => ended.push('scan')),
  )
  await run({ find: 'orders', filter: { _id: 1 } }).then(() => ended.push('quick'))
  await Promise.all(scans)
  expect(ended[0]).toBe('quick')
})

describe('the read concern "snapshot"', () => {
  const session = (byte: number) => ({ lsid: { id: new Binary(Buffer.alloc(16, byte), 4) } })
  const snapshot = (byte: number, at?: unknown) => ({
    ...session(byte),
    readConcern: { level: 'snapshot', ...(at === undefined ? {} : { atClusterTime: at }) },
  })
  const timeOf = (reply: Doc): unknown => (reply.cursor as Doc).atClusterTime

  test('reads several collections as of one moment', async () => {
    await run({ insert: 'left', documents: [{ _id: 1 }] })
    await run({ insert: 'right', documents: [{ _id: 1 }] })
    const first = await engine.run({ find: 'left', ...snapshot(1) })
    expect(timeOf(first)).toBeInstanceOf(Timestamp)
    await run({ insert: 'left', documents: [{ _id: 2 }] })
    await run({ insert: 'right', documents: [{ _id: 2 }] })
    const at = timeOf(first)
    expect(batchOf(await engine.run({ find: 'right', ...snapshot(1, at) })).map(plain)).toEqual([{ _id: 1 }])
    expect(batchOf(await engine.run({ find: 'left', ...snapshot(1, at) })).map(plain)).toEqual([{ _id: 1 }])
    await expect(run({ distinct: 'right', key: '_id', ...snapshot(1, at) })).resolves.toMatchObject({
      values: [1],
    })
    await expect(run({ count: 'right', ...session(1) })).resolves.toMatchObject({ n: 2 })
    const later = await engine.run({ find: 'right', ...snapshot(2) })
    expect(batchOf(later)).toHaveLength(2)
    expect(timeOf(later)).not.toEqual(at)
  })

  test('holds over all batches of a large result, though drivers ask for it again with each', async () => {
    const first = await engine.run({ find: 'orders', batchSize: 2000, ...snapshot(6) })
    const at = timeOf(first)
    await run({ insert: 'orders', documents: [{ _id: COUNT + 1 }] })
    const { id } = first.cursor as { id: Long }
    const rest = await engine.run({ getMore: id, collection: 'orders', ...snapshot(6, at) })
    expect(batchOf(rest)).toHaveLength(COUNT - 2000)
    await run({ delete: 'orders', deletes: [{ q: { _id: COUNT + 1 }, limit: 1 }] })
  })

  test('is over after five idle minutes, and never another one’s', async () => {
    const at = timeOf(await engine.run({ find: 'left', ...snapshot(3) }))
    await expect(run({ find: 'left', ...snapshot(4, at) })).resolves.toMatchObject({ code: 246 })
    now = new Date(now.getTime() + 6 * 60_000)
    await engine.sweep()
    await expect(run({ find: 'left', ...snapshot(3, at) })).resolves.toMatchObject({ code: 246 })
  })

  test('is refused where MongoDB refuses it', async () => {
    await expect(run({ count: 'left', ...snapshot(5) })).resolves.toMatchObject({ code: 72 })
  })
})

/** One document that takes part in a stage a hundred times and more. */
describe('what a stage keeps in memory is bounded', () => {
  beforeAll(async () => {
    const list = Array.from({ length: 110 }, (_, n) => n)
    await run({ insert: 'wide', documents: [{ _id: 1, list, text: 'x'.repeat(1_000_000) }] })
  })
  const unwound = (stage: object) =>
    run({ aggregate: 'wide', cursor: {}, pipeline: [{ $unwind: '$list' }, stage] })

  test.each([
    ['a sort', { $sort: { list: -1 } }],
    ['a group that gathers', { $group: { _id: null, all: { $push: '$text' } } }],
  ])('%s beyond 100 MB is refused with MongoDB’s own error', async (_, stage) => {
    await expect(unwound(stage)).resolves.toMatchObject({
      code: 292,
      codeName: 'QueryExceededMemoryLimitNoDiskUseAllowed',
    })
  })

  test('distinct values beyond 16 MB are too', async () => {
    for (let n = 0; n < 18; n++)
      await run({ insert: 'wide', documents: [{ text: `${String(n)}${'y'.repeat(1_000_000)}` }] })
    await expect(run({ distinct: 'wide', key: 'text' })).resolves.toMatchObject({ code: 17217 })
  })

  test('a result beyond 16 MB is none', async () => {
    await expect(
      run({
        aggregate: 'wide',
        cursor: {},
        pipeline: [{ $unwind: '$list' }, { $limit: 30 }, { $group: { _id: 1, all: { $push: '$text' } } }],
      }),
    ).resolves.toMatchObject({ code: 10334 })
  })

  test('what only counts or keeps little is not', async () => {
    await expect(unwound({ $count: 'n' })).resolves.toMatchObject({ cursor: { firstBatch: [{ n: 110 }] } })
  })
})
