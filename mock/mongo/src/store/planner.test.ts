import { Decimal128, Double, Long, ObjectId } from 'bson'
import fc from 'fast-check'
import { encodeKey } from '../bson/encode'
import { isDoc, show, type Doc } from '../bson/value'
import { isTruthy } from '../query/operators'
import { createSorter, parseSort } from '../query/sort'
import { batchOf, openTestEngine, temporaryFolder, typedDoc, type TestEngine } from '../tests/support'

/**
 * Whatever plan is chosen, the result is that of looking at every document. Values are few and of many types,
 * so that they meet in filters, arrays, ranges and partial indexes.
 */
const INDEXES: object[] = [
  { key: { a: 1 }, name: 'a' },
  { key: { a: 1, b: -1 }, name: 'a_b' },
  { key: { b: -1, a: 1, _id: 1 }, name: 'b_a_id' },
  { key: { 'o.p': 1 }, name: 'op' },
  { key: { 'o.p': -1, s: 1 }, name: 'op_s' },
  { key: { 'o.p': 1, 'o.q': -1 }, name: 'op_oq' },
  { key: { s: 1, a: -1 }, name: 's_a' },
  { key: { b: 1 }, name: 'sparse', sparse: true },
  { key: { a: 1, s: 1 }, name: 'partial', partialFilterExpression: { s: 'open' } },
  { key: { b: 1, s: -1 }, name: 'partialRange', partialFilterExpression: { b: { $gte: 2 } } },
]

const scalar = fc.oneof(
  fc.integer({ min: -3, max: 5 }),
  fc.integer({ min: 0, max: 60 }).map((n) => new Double(n / 10)),
  fc.integer({ min: 0, max: 5 }).map((n) => Long.fromNumber(n)),
  fc.integer({ min: 0, max: 5 }).map((n) => Decimal128.fromString(`${String(n)}.5`)),
  fc.constantFrom('', 'a', 'ab', 'b', '中', 'a\0b', 'Z', 'x'.repeat(2100)),
  fc.constantFrom(null, true, false, NaN, new Date(0), new Date(1000), new Date(2000)),
  fc.constantFrom('0', '1', '2').map((digit) => ObjectId.createFromHexString(digit.repeat(24))),
  fc.integer({ min: 0, max: 2 }).map((x) => ({ x })),
)
const value = fc.oneof(
  { weight: 4, arbitrary: scalar },
  { weight: 1, arbitrary: fc.array(scalar, { maxLength: 3 }) },
)
const inner = fc.record({ p: value, q: scalar }, { requiredKeys: [] })
const nested = fc.oneof(inner, fc.array(fc.oneof(inner, scalar), { maxLength: 3 }))
const fields = fc.record(
  { a: value, b: scalar, o: nested, s: fc.constantFrom('open', 'closed') },
  { requiredKeys: [] },
)

const condition = fc.oneof(
  value,
  scalar.map((operand) => ({ $eq: operand })),
  scalar.map((operand) => ({ $gt: operand })),
  scalar.map((operand) => ({ $lte: operand })),
  fc.tuple(scalar, scalar).map(([low, high]) => ({ $gte: low, $lt: high })),
  fc.array(scalar, { maxLength: 4 }).map((operands) => ({ $in: operands })),
  scalar.map((operand) => ({ $ne: operand })),
  fc.boolean().map((operand) => ({ $exists: operand })),
  fc.constantFrom('^a', '^', '^a.', 'b', '^x*').map((operand) => ({ $regex: operand })),
  scalar.map((operand) => ({ $not: { $gt: operand } })),
  scalar.map((operand) => ({ $all: [operand] })),
  fc.constantFrom({ $elemMatch: { $gt: 1, $lt: 4 } }, { $type: 'string' }, { $size: 2 }),
)
const conditions = fc.dictionary(fc.constantFrom('a', 'b', 'o.p', 'o.q', 's', '_id', 'o'), condition, {
  maxKeys: 3,
})
const branches = fc.array(conditions, { minLength: 1, maxLength: 3 })
const conjunction = fc
  .record(
    {
      plain: conditions,
      open: fc.constant({ s: 'open' }),
      $or: branches,
      $and: branches,
      element: scalar.map((p) => ({ o: { $elemMatch: { p } } })),
    },
    { requiredKeys: [] },
  )
  .map(({ plain, open, element, ...logical }) => ({ ...plain, ...open, ...element, ...logical }))
const alternatives = branches.map(($or) => ({ $or }))
const filter = fc.oneof({ weight: 3, arbitrary: conjunction }, { weight: 1, arbitrary: alternatives })

const sort = fc.constantFrom<object>(
  {},
  {},
  {},
  {},
  {},
  { a: 1 },
  { a: -1 },
  { a: 1, b: -1 },
  { a: -1, b: 1 },
  { b: -1 },
  { 'o.p': -1 },
  { s: 1, a: -1 },
  { s: -1, a: 1 },
  { _id: -1 },
  { b: -1, a: 1, _id: 1 },
)

const folder = temporaryFolder()
let engine: TestEngine

beforeAll(async () => {
  engine = openTestEngine(folder.path)
  for (const name of Object.keys(COLLECTIONS)) await run({ createIndexes: name, indexes: INDEXES })
  await fill()
})

afterAll(async () => {
  await engine.engine.close()
  folder.remove()
})

/** What rules out plans: arrays make an index multikey, long texts end in a hash. */
const isSimple = (each: unknown): boolean =>
  typeof each === 'string'
    ? each.length < 100
    : !Array.isArray(each) &&
      (typeof each !== 'object' || each === null || Object.values(each).every(isSimple))

const simplified = (doc: object): object =>
  Object.fromEntries(Object.entries(doc).filter(([, each]) => isSimple(each)))

const COLLECTIONS = { anything: (doc: object) => doc, simple: simplified }

/** Inserts, changes and removes documents, so that index entries come and go. */
async function fill(): Promise<void> {
  const docs = fc.sample(fields, { numRuns: 300, seed: 1 }).map((doc, n) => ({ _id: n, ...doc }))
  const changes = fc.sample(fields, { numRuns: 100, seed: 2 })
  for (const [name, shape] of Object.entries(COLLECTIONS)) {
    await run({ insert: name, documents: docs.map(shape) })
    await run({
      update: name,
      updates: changes.map((change, n) => ({
        q: { _id: n * 2 },
        u: { $set: { touched: true, ...shape(change) } },
      })),
    })
    await run({ delete: name, deletes: [{ q: { _id: { $gte: 10, $lt: 20 } }, limit: 0 }] })
  }
}

async function run(command: object): Promise<Doc> {
  const reply = await engine.run(command)
  if (isTruthy(reply.ok) && !('writeErrors' in reply)) return reply
  throw new Error(show(reply))
}

const find = async (command: object): Promise<Doc[]> => batchOf(await run({ ...command, batchSize: 1000 }))

const ids = (docs: readonly Doc[]): string[] => docs.map(({ _id }) => show(_id)).sort()

/** Encoded, since equal numbers of different types sort alike. */
function sortKeys(docs: readonly Doc[], sort: object): string[] {
  const sorter = createSorter(parseSort(typedDoc(sort)))
  return docs.map((doc) => encodeKey([...sorter.keyOf(doc)]).toString('latin1'))
}

test('an index finds what a look at every document finds, in the same order', async () => {
  const stages = new Map<string, number>()
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...Object.keys(COLLECTIONS)),
      filter,
      sort,
      fc.constantFrom(0, 5),
      async (collection, filter, sort, limit) => {
        const query = { find: collection, filter, sort, limit: Object.keys(sort).length > 0 ? limit : 0 }
        const planned = await find(query)
        const scanned = await find({ ...query, hint: { $natural: 1 } })
        expect(sortKeys(planned, sort)).toEqual(sortKeys(scanned, sort))
        if (query.limit === 0) expect(ids(planned)).toEqual(ids(scanned))
        for (const stage of await stagesOf(query)) stages.set(stage, (stages.get(stage) ?? 0) + 1)
      },
    ),
    { numRuns: 800, seed: 12345 },
  )
  // Otherwise the comparison would say little.
  for (const stage of ['COLLSCAN', 'IXSCAN', 'OR', 'IDHACK', 'SORT'])
    expect(stages.get(stage)).toBeGreaterThan(10)
})

async function stagesOf(query: object): Promise<string[]> {
  const { queryPlanner } = await run({ explain: query })
  const names: string[] = []
  for (let stage = (queryPlanner as Doc).winningPlan; isDoc(stage); stage = stage.inputStage)
    names.push(stage.stage as string)
  return names
}

test('after all changes every index holds exactly the documents that it should', async () => {
  for (const collection of Object.keys(COLLECTIONS)) {
    const all = await find({ find: collection })
    for (const hint of ['a', 'op_oq', 's_a'])
      expect(ids(await find({ find: collection, hint }))).toEqual(ids(all))
  }
})
