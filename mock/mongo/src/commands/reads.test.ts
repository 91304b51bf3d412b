import { Long } from 'bson'
import { batchOf, plain, useTestEngine } from '../tests/support'
import type { Doc } from '../bson/value'

let now = new Date('2026-01-05T01:00:00Z')
const engine = useTestEngine({ now: () => now })

const run = async (command: object) => plain(await engine.run(command))
const cursorId = (reply: Doc) => (reply.cursor as { id: Long }).id
const open = async (collection: string, batchSize: number) =>
  cursorId(await engine.run({ find: collection, batchSize }))

beforeAll(async () => {
  await run({ createIndexes: 'numbers', indexes: [{ key: { n: 1 }, name: 'n' }] })
  await run({ insert: 'numbers', documents: Array.from({ length: 300 }, (_, n) => ({ _id: n, n })) })
})

describe('a cursor', () => {
  test('gives 101 documents first, then all the rest', async () => {
    const first = await engine.run({ find: 'numbers' })
    expect(batchOf(first)).toHaveLength(101)
    const rest = await engine.run({ getMore: cursorId(first), collection: 'numbers' })
    expect(batchOf(rest)).toHaveLength(199)
    expect(cursorId(rest)).toEqual(Long.ZERO)
  })

  test('is closed as soon as a batch ends with the last document', async () => {
    expect(cursorId(await engine.run({ find: 'numbers', batchSize: 300 }))).toEqual(Long.ZERO)
    expect(cursorId(await engine.run({ find: 'numbers', batchSize: 5, singleBatch: true }))).toEqual(
      Long.ZERO,
    )
    expect(cursorId(await engine.run({ find: 'numbers', batchSize: 5, limit: 5 }))).toEqual(Long.ZERO)
  })

  test('may begin with an empty batch', async () => {
    const reply = await engine.run({ find: 'numbers', batchSize: 0 })
    expect(batchOf(reply)).toEqual([])
    expect(
      batchOf(await engine.run({ getMore: cursorId(reply), collection: 'numbers', batchSize: 2 })),
    ).toHaveLength(2)
  })

  test('keeps batches below 16 MB', async () => {
    const documents = Array.from({ length: 5 }, (_, n) => ({ _id: n, a: 'x'.repeat(6_000_000) }))
    for (const document of documents) await run({ insert: 'heavy', documents: [document] })
    const first = await engine.run({ find: 'heavy' })
    expect(batchOf(first)).toHaveLength(2)
    expect(batchOf(await engine.run({ getMore: cursorId(first), collection: 'heavy' }))).toHaveLength(2)
  })

  test('can be killed', async () => {
    const id = await open('numbers', 5)
    await expect(run({ killCursors: 'numbers', cursors: [id] })).resolves.toMatchObject({
      cursorsNotFound: [],
    })
    await expect(run({ getMore: id, collection: 'numbers' })).resolves.toMatchObject({ code: 43 })
    const again = await run({ killCursors: 'numbers', cursors: [id] })
    expect(again.cursorsNotFound).toHaveLength(1)
  })

  test('is forgotten after ten idle minutes', async () => {
    const id = await open('numbers', 5)
    now = new Date(now.getTime() + 11 * 60_000)
    await engine.sweep()
    await expect(run({ getMore: id, collection: 'numbers' })).resolves.toMatchObject({ code: 43 })
  })

  test('belongs to its collection', async () => {
    const id = await open('numbers', 5)
    await expect(run({ getMore: id, collection: 'heavy' })).resolves.toMatchObject({ code: 43 })
  })

  test('ends with its collection or its index', async () => {
    await run({ createIndexes: 'short', indexes: [{ key: { n: 1 }, name: 'n' }] })
    await run({ insert: 'short', documents: Array.from({ length: 50 }, (_, n) => ({ n })) })
    const byIndex = cursorId(await engine.run({ find: 'short', filter: { n: { $gte: 0 } }, batchSize: 5 }))
    const byScan = await open('short', 5)
    await run({ dropIndexes: 'short', index: 'n' })
    await expect(run({ getMore: byIndex, collection: 'short' })).resolves.toMatchObject({ code: 175 })
    await run({ drop: 'short' })
    await run({ insert: 'short', documents: [{ n: 1 }] })
    await expect(run({ getMore: byScan, collection: 'short' })).resolves.toMatchObject({ code: 175 })
  })

  test.each([
    ['of a small result gives what was there when it was asked for', 100, 99],
    ['of a large result goes on where it was when documents come and go', 3000, 3000],
  ])('%s', async (_, documents, last) => {
    const moving = `moving${String(documents)}`
    await run({ insert: moving, documents: Array.from({ length: documents }, (_, n) => ({ _id: n })) })
    const id = await open(moving, 10)
    await run({ delete: moving, deletes: [{ q: { _id: { $lt: 20 } }, limit: 0 }] })
    await run({ insert: moving, documents: [{ _id: documents }] })
    const rest = batchOf(await engine.run({ getMore: id, collection: moving })).map(plain)
    expect(rest.at(-1)).toEqual({ _id: last })
  })
})

test('count: all, by filter, with skip and limit, of nothing', async () => {
  await expect(run({ count: 'numbers' })).resolves.toMatchObject({ n: 300 })
  await expect(run({ count: 'numbers', query: { n: { $lt: 10 } } })).resolves.toMatchObject({ n: 10 })
  await expect(
    run({ count: 'numbers', query: { n: { $lt: 10 } }, skip: 4, limit: 3 }),
  ).resolves.toMatchObject({ n: 3 })
  await expect(run({ count: 'nothing' })).resolves.toMatchObject({ n: 0 })
})

test('distinct: elements of arrays, sorted, missing left out', async () => {
  await run({ insert: 'tags', documents: [{ t: ['b', 'a'] }, { t: 'c' }, {}, { t: null }, { t: [] }] })
  await expect(run({ distinct: 'tags', key: 't' })).resolves.toMatchObject({ values: [null, 'a', 'b', 'c'] })
})

test('$natural goes forward and backward', async () => {
  const first = batchOf(await engine.run({ find: 'numbers', sort: { $natural: -1 }, limit: 2 })).map(plain)
  expect(first.map(({ _id }) => _id)).toEqual([299, 298])
})

test('collections and databases are listed and dropped', async () => {
  const names = async () =>
    batchOf(await engine.run({ listCollections: 1, nameOnly: true })).map(({ name }) => name)
  await run({ create: 'made' })
  expect(await names()).toContain('made')
  await expect(run({ create: 'made' })).resolves.toMatchObject({ code: 48 })
  const [listed] = batchOf(await engine.run({ listCollections: 1, filter: { name: 'made' } }))
  expect(listed).toMatchObject({ name: 'made', type: 'collection', options: {} })
  await expect(run({ drop: 'made' })).resolves.toMatchObject({ ok: 1, nIndexesWas: 1 })
  await expect(run({ drop: 'made' })).resolves.toMatchObject({ ok: 1 })
  await expect(run({ listDatabases: 1, nameOnly: true })).resolves.toMatchObject({
    databases: [{ name: 'app' }],
  })
  await run({ dropDatabase: 1 })
  expect(await names()).toEqual([])
})
