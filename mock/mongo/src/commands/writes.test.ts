import { Binary, Long } from 'bson'
import { batchOf, plain, useTestEngine } from '../tests/support'

let now = new Date('2026-01-05T01:00:00Z')
const engine = useTestEngine({ now: () => now })

const run = async (command: object) => plain(await engine.run(command))
const all = async (collection: string) => batchOf(await engine.run({ find: collection })).map(plain)

describe('a retryable write', () => {
  const lsid = (name: string) => ({ id: new Binary(Buffer.from(name.padEnd(16)), 4) })
  const increment = (session: string, number: number) =>
    run({
      findAndModify: 'counters',
      query: { _id: session },
      update: { $inc: { value: 1 } },
      upsert: true,
      new: true,
      lsid: lsid(session),
      txnNumber: Long.fromNumber(number),
    })

  test('that is sent again is not done again, but answered again', async () => {
    const first = await increment('again', 1)
    await expect(increment('again', 1)).resolves.toEqual(first)
    await expect(increment('again', 2)).resolves.toMatchObject({ value: { value: 2 } })
  })

  test('is remembered over a restart', async () => {
    await increment('restart', 7)
    await engine.reopen()
    await expect(increment('restart', 7)).resolves.toMatchObject({ value: { value: 1 } })
  })

  test('older than the last one of its session is refused', async () => {
    await increment('older', 2)
    await expect(increment('older', 1)).resolves.toMatchObject({ ok: 0, code: 225 })
  })

  test('is told apart by session', async () => {
    await increment('one', 1)
    await expect(increment('two', 1)).resolves.toMatchObject({ value: { _id: 'two', value: 1 } })
  })

  test('is forgotten when its session has expired', async () => {
    await increment('expired', 1)
    now = new Date(now.getTime() + 31 * 60_000)
    await engine.sweep()
    await expect(increment('expired', 1)).resolves.toMatchObject({ value: { value: 2 } })
  })

  test('needs a session', async () => {
    await expect(run({ insert: 'x', documents: [{}], txnNumber: Long.ONE })).resolves.toMatchObject({
      code: 72,
    })
  })
})

describe('a batch with an error', () => {
  test('stops there if it is ordered', async () => {
    await expect(
      run({ insert: 'ordered', documents: [{ _id: 1 }, { _id: 1 }, { _id: 2 }] }),
    ).resolves.toMatchObject({
      ok: 1,
      n: 1,
      writeErrors: [{ index: 1, code: 11000, keyPattern: { _id: 1 }, keyValue: { _id: 1 } }],
    })
    await expect(all('ordered')).resolves.toEqual([{ _id: 1 }])
  })

  test('goes on if it is not', async () => {
    const documents = [{ _id: 1 }, { _id: 1 }, { _id: 2 }, { _id: 2 }]
    await expect(run({ insert: 'unordered', documents, ordered: false })).resolves.toMatchObject({
      n: 2,
      writeErrors: [{ index: 1 }, { index: 3 }],
    })
  })

  test('of updates reports what the others did', async () => {
    await run({
      insert: 'updates',
      documents: [
        { _id: 1, a: 1 },
        { _id: 2, a: 'x' },
      ],
    })
    const updates = [1, 2, 3].map((_id) => ({ q: { _id }, u: { $inc: { a: 1 } }, upsert: true }))
    await expect(run({ update: 'updates', updates, ordered: false })).resolves.toMatchObject({
      n: 2,
      nModified: 1,
      upserted: [{ index: 2, _id: 3 }],
      writeErrors: [{ index: 1, code: 14 }],
    })
  })
})

test.each([
  ['an array as _id', { _id: [1] }, 53],
  ['a pattern as _id', { _id: /x/ }, 53],
  ['a field that begins with $', { _id: 1, $a: 1 }, 52],
  ['a document above 16 MB', { _id: 1, a: 'x'.repeat(16 * 1024 * 1024) }, 10334],
])('%s is not stored', async (_, document, code) => {
  await expect(run({ insert: 'refused', documents: [document] })).resolves.toMatchObject({
    n: 0,
    writeErrors: [{ code }],
  })
  await expect(all('refused')).resolves.toEqual([])
})

test('an update that makes a document too large is refused', async () => {
  await run({ insert: 'large', documents: [{ _id: 1, a: 'x'.repeat(9_000_000) }] })
  const update = { q: {}, u: { $set: { b: 'x'.repeat(9_000_000) } } }
  await expect(run({ update: 'large', updates: [update] })).resolves.toMatchObject({
    writeErrors: [{ code: 10334 }],
  })
})

test('a stored document has its _id in front', async () => {
  await run({ insert: 'front', documents: [{ a: 1, _id: 5 }, { a: 2 }] })
  for (const doc of await all('front')) expect(Object.keys(doc)).toEqual(['_id', 'a'])
})

test('an update of many does not meet a document twice', async () => {
  await run({ createIndexes: 'many', indexes: [{ key: { n: 1 }, name: 'n' }] })
  await run({ insert: 'many', documents: Array.from({ length: 50 }, (_, n) => ({ _id: n, n })) })
  const update = { q: { n: { $gte: 0 } }, u: { $inc: { n: 10 } }, multi: true }
  await expect(run({ update: 'many', updates: [update] })).resolves.toMatchObject({
    n: 50,
    nModified: 50,
  })
  const stored = await all('many')
  expect(stored.every(({ _id, n }) => n === Number(_id) + 10)).toBe(true)
})

test('an update that changes nothing counts as matched, not as modified', async () => {
  await run({ insert: 'same', documents: [{ _id: 1, a: 1 }] })
  await expect(run({ update: 'same', updates: [{ q: {}, u: { $set: { a: 1 } } }] })).resolves.toMatchObject({
    n: 1,
    nModified: 0,
  })
})

test('an update of many cannot replace', async () => {
  await run({ insert: 'replace', documents: [{ _id: 1 }] })
  const update = { q: {}, u: { a: 1 }, multi: true }
  await expect(run({ update: 'replace', updates: [update] })).resolves.toMatchObject({
    writeErrors: [{ code: 9 }],
  })
})

test('findAndModify: before, after, removed, projected, sorted', async () => {
  await run({
    insert: 'modify',
    documents: [
      { _id: 1, n: 1 },
      { _id: 2, n: 2 },
    ],
  })
  const largest = { findAndModify: 'modify', sort: { n: -1 } }
  await expect(run({ ...largest, update: { $set: { a: 1 } } })).resolves.toMatchObject({
    lastErrorObject: { n: 1, updatedExisting: true },
    value: { _id: 2, n: 2 },
  })
  const projected = await run({ ...largest, update: { $set: { a: 2 } }, new: true, fields: { a: 1, _id: 0 } })
  expect(projected.value).toEqual({ a: 2 })
  await expect(run({ ...largest, remove: true })).resolves.toMatchObject({ value: { _id: 2 } })
  await expect(run({ findAndModify: 'modify', query: { _id: 9 }, remove: true })).resolves.toMatchObject({
    lastErrorObject: { n: 0 },
    value: null,
  })
  await expect(run({ ...largest, remove: true, update: {} })).resolves.toMatchObject({ code: 9 })
})

test('a TTL index with a partial filter lets only covered documents expire', async () => {
  const index = {
    key: { at: 1 },
    name: 'at',
    expireAfterSeconds: 60,
    partialFilterExpression: { draft: true },
  }
  await run({ createIndexes: 'ttl', indexes: [index] })
  const old = new Date(now.getTime() - 61_000)
  const young = new Date(now.getTime() - 59_000)
  await run({
    insert: 'ttl',
    documents: [
      { _id: 'old draft', at: old, draft: true },
      { _id: 'old', at: old },
      { _id: 'young draft', at: young, draft: true },
      { _id: 'no date', draft: true },
      { _id: 'old text', at: String(old), draft: true },
    ],
  })
  await engine.sweep()
  expect((await all('ttl')).map(({ _id }) => _id)).toEqual(['no date', 'old', 'old text', 'young draft'])
})
