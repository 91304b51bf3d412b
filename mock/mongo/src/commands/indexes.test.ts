import { Double } from 'bson'
import { batchOf, plain, useTestEngine } from '../tests/support'

const engine = useTestEngine()

let collection = ''
let collections = 0

beforeEach(() => {
  collection = `c${String(++collections)}`
})

const run = async (command: object) => plain(await engine.run(command))
const insert = (...documents: object[]) => run({ insert: collection, documents })
const createIndex = (key: object, options: object = {}) =>
  run({ createIndexes: collection, indexes: [{ key, name: Object.keys(key).join('_'), ...options }] })
const find = async (command: object) => batchOf(await engine.run({ find: collection, ...command })).map(plain)
const indexNames = async () => batchOf(await engine.run({ listIndexes: collection })).map(({ name }) => name)

const duplicate = (keyPattern: object, keyValue: object) => ({
  writeErrors: [expect.objectContaining({ code: 11000, keyPattern, keyValue })],
})

describe('unique indexes', () => {
  test('refuse a second document with the same values, in all fields', async () => {
    await createIndex({ a: 1, b: -1 }, { unique: true })
    await insert({ a: 1, b: 1 }, { a: 1, b: 2 })
    await expect(insert({ a: 1, b: 2 })).resolves.toMatchObject({
      n: 0,
      ...duplicate({ a: 1, b: -1 }, { a: 1, b: 2 }),
    })
  })

  test('take a missing field for null', async () => {
    await createIndex({ a: 1 }, { unique: true })
    await expect(insert({}, { a: null })).resolves.toMatchObject({
      n: 1,
      ...duplicate({ a: 1 }, { a: null }),
    })
  })

  test('take equal numbers of different types for the same', async () => {
    await createIndex({ a: 1 }, { unique: true })
    await expect(insert({ a: 2 }, { a: new Double(2) })).resolves.toMatchObject({ n: 1 })
  })

  test('look at each element of an array, but not twice at one document', async () => {
    await createIndex({ tags: 1 }, { unique: true })
    await expect(insert({ tags: ['a', 'a', 'b'] }, { tags: ['c', 'b'] })).resolves.toMatchObject({
      n: 1,
      ...duplicate({ tags: 1 }, { tags: 'b' }),
    })
  })

  test('pair fields of the same array element', async () => {
    await createIndex({ 'x.a': 1, 'x.b': 1 }, { unique: true })
    await insert({
      x: [
        { a: 1, b: 1 },
        { a: 2, b: 2 },
      ],
    })
    await expect(insert({ x: { a: 1, b: 2 } })).resolves.toMatchObject({ n: 1 })
    await expect(insert({ x: { a: 2, b: 2 } })).resolves.toMatchObject({ n: 0 })
  })

  test('that are sparse let any number of documents go without the field', async () => {
    await createIndex({ a: 1 }, { unique: true, sparse: true })
    await expect(insert({}, {}, { a: 1 }, { a: 1 })).resolves.toMatchObject({ n: 3 })
  })

  test('that are partial bind only what the filter covers, also after updates', async () => {
    await createIndex({ a: 1 }, { unique: true, partialFilterExpression: { open: true } })
    await insert({ _id: 1, a: 1, open: true }, { _id: 2, a: 1, open: false })
    const open = { update: collection, updates: [{ q: { _id: 2 }, u: { $set: { open: true } } }] }
    await expect(run(open)).resolves.toMatchObject({ n: 0, ...duplicate({ a: 1 }, { a: 1 }) })
    await run({ update: collection, updates: [{ q: { _id: 1 }, u: { $set: { open: false } } }] })
    await expect(run(open)).resolves.toMatchObject({ n: 1, nModified: 1 })
  })

  test('tell long values apart that begin alike', async () => {
    await createIndex({ a: 1 }, { unique: true })
    const long = 'x'.repeat(5000)
    await expect(insert({ a: `${long}1` }, { a: `${long}2` }, { a: `${long}1` })).resolves.toMatchObject({
      n: 2,
    })
  })

  test('free a value when its document goes', async () => {
    await createIndex({ a: 1 }, { unique: true })
    await insert({ _id: 1, a: 1 })
    await run({ delete: collection, deletes: [{ q: { _id: 1 }, limit: 1 }] })
    await expect(insert({ a: 1 })).resolves.toMatchObject({ n: 1 })
  })
})

describe('an index over existing documents', () => {
  test('finds them', async () => {
    await insert({ _id: 1, a: [1, 2] }, { _id: 2, a: 3 })
    await createIndex({ a: 1 })
    await expect(find({ filter: { a: { $gte: 2 } }, hint: 'a' })).resolves.toEqual([
      { _id: 1, a: [1, 2] },
      { _id: 2, a: 3 },
    ])
  })

  test('is refused as a whole if they violate it', async () => {
    await insert({ a: 1 }, { a: 1 })
    await expect(createIndex({ a: 1 }, { unique: true })).resolves.toMatchObject({
      ok: 0,
      code: 11000,
      keyValue: { a: 1 },
    })
    await expect(indexNames()).resolves.toEqual(['_id_'])
  })

  test('that is refused does not leave a new collection behind', async () => {
    await expect(createIndex({ a: 'text' })).resolves.toMatchObject({
      ok: 0,
      codeName: 'CommandNotSupported',
    })
    await expect(run({ listIndexes: collection })).resolves.toMatchObject({ code: 26 })
  })

  test('survives a restart together with what it has learned', async () => {
    await createIndex({ a: 1 }, { unique: true })
    await insert({ _id: 1, a: [1, 5] })
    await engine.reopen()
    await expect(insert({ a: 5 })).resolves.toMatchObject({ n: 0 })
    // A multikey index may use one bound only: 1 and 5 satisfy one side each.
    await expect(find({ filter: { a: { $gt: 2, $lt: 4 } } })).resolves.toEqual([{ _id: 1, a: [1, 5] }])
  })
})

test('two conditions on one array may be met by different elements, whatever the index pairs', async () => {
  await createIndex({ 'x.a': 1, 'x.b': 1 })
  await insert({
    _id: 1,
    x: [
      { a: 1, b: 9 },
      { a: 9, b: 1 },
    ],
  })
  await expect(find({ filter: { 'x.a': 1, 'x.b': 1 } })).resolves.toHaveLength(1)
  await expect(find({ filter: { x: { $elemMatch: { a: 1, b: 1 } } } })).resolves.toHaveLength(0)
})

test('two arrays cannot be indexed together', async () => {
  await createIndex({ a: 1, b: 1 })
  await expect(insert({ a: [1], b: 2 }, { a: [1], b: [2] })).resolves.toMatchObject({
    n: 1,
    writeErrors: [expect.objectContaining({ code: 171 })],
  })
})

test('the same index again is no error', async () => {
  await createIndex({ a: 1 })
  await expect(createIndex({ a: 1 })).resolves.toMatchObject({
    ok: 1,
    numIndexesBefore: 2,
    numIndexesAfter: 2,
  })
})

test.each([
  ['another key under the same name', { b: 1 }, { name: 'a' }, 86],
  ['other options under the same name', { a: 1 }, { unique: true }, 86],
  ['the same key under another name', { a: 1 }, { name: 'other' }, 85],
  ['no fields', {}, { name: 'none' }, 67],
  ['a direction of 0', { b: 0 }, {}, 67],
  ['sparse and partial', { b: 1 }, { sparse: true, partialFilterExpression: { b: 1 } }, 67],
  ['TTL over two fields', { b: 1, c: 1 }, { expireAfterSeconds: 1 }, 67],
  ['$or in a partial filter', { b: 1 }, { partialFilterExpression: { $or: [{ b: 1 }] } }, 67],
  [
    '$exists: false in a partial filter',
    { b: 1 },
    { partialFilterExpression: { b: { $exists: false } } },
    67,
  ],
  ['a text index', { b: 'text' }, {}, 115],
  ['a geo index', { b: '2dsphere' }, {}, 115],
  ['a hashed index', { b: 'hashed' }, {}, 115],
  ['a wildcard index', { '$**': 1 }, {}, 115],
  ['a collation', { b: 1 }, { collation: { locale: 'zh' } }, 115],
  ['an unknown option', { b: 1 }, { prepareUnique: true }, 115],
])('%s is refused', async (_, key, options, code) => {
  await createIndex({ a: 1 })
  await expect(createIndex(key, options)).resolves.toMatchObject({ ok: 0, code })
})

test('indexes are dropped by name, by key or all but that of _id', async () => {
  await createIndex({ a: 1 })
  await createIndex({ b: 1 })
  await createIndex({ c: 1 })
  await expect(run({ dropIndexes: collection, index: 'a' })).resolves.toMatchObject({ ok: 1, nIndexesWas: 4 })
  await run({ dropIndexes: collection, index: { b: 1 } })
  await expect(indexNames()).resolves.toEqual(['_id_', 'c'])
  await run({ dropIndexes: collection, index: '*' })
  await expect(indexNames()).resolves.toEqual(['_id_'])
  await expect(run({ dropIndexes: collection, index: 'a' })).resolves.toMatchObject({ code: 27 })
  await expect(run({ dropIndexes: collection, index: '_id_' })).resolves.toMatchObject({ code: 72 })
  await expect(run({ dropIndexes: 'nothing', index: '*' })).resolves.toMatchObject({ code: 26 })
})

test('a listed index shows its options', async () => {
  await createIndex({ a: 1, b: -1 }, { unique: true, partialFilterExpression: { a: { $gt: 0 } } })
  await createIndex({ at: 1 }, { expireAfterSeconds: 60, sparse: true })
  expect(batchOf(await engine.run({ listIndexes: collection })).map(plain)).toEqual([
    { v: 2, key: { _id: 1 }, name: '_id_' },
    { v: 2, key: { a: 1, b: -1 }, name: 'a_b', unique: true, partialFilterExpression: { a: { $gt: 0 } } },
    { v: 2, key: { at: 1 }, name: 'at', sparse: true, expireAfterSeconds: 60 },
  ])
})

describe('explain names the index', () => {
  beforeEach(async () => {
    await createIndex({ status: 1, at: -1 })
    await createIndex({ no: 1 }, { unique: true })
    await createIndex({ unit: 1, due: 1 }, { partialFilterExpression: { open: true } })
    await insert(
      ...Array.from({ length: 20 }, (_, n) => ({
        _id: n,
        no: n,
        status: n % 2 ? 'a' : 'b',
        at: n,
        unit: n % 5,
        due: n,
        open: n > 10,
      })),
    )
  })

  const explain = async (query: object) => {
    const { queryPlanner, executionStats } = await run({ explain: { find: collection, ...query } })
    const { winningPlan } = queryPlanner as {
      winningPlan: { stage: string; inputStage?: { indexName?: string } }
    }
    return { winningPlan, executionStats }
  }

  test.each([
    [
      'equality and sort',
      { filter: { status: 'a' }, sort: { at: -1 } },
      { stage: 'FETCH', inputStage: { indexName: 'status_at', direction: 'forward' } },
      10,
    ],
    [
      'the sort backward',
      { filter: { status: 'a' }, sort: { at: 1 } },
      { stage: 'FETCH', inputStage: { direction: 'backward' } },
      10,
    ],
    [
      'a range after equality',
      { filter: { status: 'a', at: { $gt: 15 } } },
      { inputStage: { indexName: 'status_at' } },
      2,
    ],
    [
      '$in with a sort that the index cannot give',
      { filter: { status: { $in: ['a', 'b'] } }, sort: { at: 1 } },
      { stage: 'SORT', inputStage: { stage: 'FETCH' } },
      20,
    ],
    ['a unique key before all', { filter: { status: 'a', no: 3 } }, { inputStage: { indexName: 'no' } }, 1],
    ['the _id', { filter: { _id: 3 } }, { stage: 'IDHACK' }, 1],
    [
      'a partial index where its filter is implied',
      { filter: { unit: 1, open: true } },
      { inputStage: { indexName: 'unit_due' } },
      2,
    ],
    ['not where it is not', { filter: { unit: 1 } }, { stage: 'COLLSCAN' }, 20],
    [
      'both branches of $or',
      { filter: { $or: [{ no: 1 }, { status: 'a', at: 3 }] } },
      { inputStage: { stage: 'OR' } },
      2,
    ],
    ['a sort alone, with a limit', { sort: { no: -1 }, limit: 3 }, { inputStage: { indexName: 'no' } }, 3],
  ])('%s', async (_, query, plan, docsExamined) => {
    const { winningPlan, executionStats } = await explain(query)
    expect(winningPlan).toMatchObject(plan)
    expect(executionStats).toMatchObject({ totalDocsExamined: docsExamined })
  })
})
