import { Binary, Long } from 'bson'
import { plain, useTestEngine } from '../tests/support'

const engine = useTestEngine()
const run = async (command: object) => plain(await engine.run(command))

const session = { lsid: { id: new Binary(Buffer.alloc(16), 4) }, txnNumber: Long.ONE }

beforeAll(async () => {
  await run({ insert: 'x', documents: [{ _id: 1, a: 1 }] })
})

/** What MongoDB can do and this engine cannot is refused by name, and changes nothing. */
test.each<[command: object, named: string]>([
  [{ mapReduce: 'x' }, 'mapReduce'],
  [{ renameCollection: 'app.x', to: 'app.y' }, 'renameCollection'],
  [{ collMod: 'x' }, 'collMod'],
  [{ bulkWrite: 1, ops: [], nsInfo: [] }, 'bulkWrite'],
  [{ commitTransaction: 1 }, 'commitTransaction'],
  [{ saslStart: 1, mechanism: 'SCRAM-SHA-256' }, 'saslStart'],
  [
    { insert: 'x', documents: [{}], ...session, startTransaction: true, autocommit: false },
    'multi-document transaction',
  ],
  [{ create: 'c', capped: true, size: 100 }, 'capped'],
  [{ create: 'c', validator: { a: 1 } }, 'validator'],
  [{ create: 'c', timeseries: { timeField: 't' } }, 'timeseries'],
  [{ create: 'c', viewOn: 'x', pipeline: [] }, 'viewOn'],
  [{ create: 'c', collation: { locale: 'zh' } }, 'collation'],
  [{ find: 'x', tailable: true }, 'tailable'],
  [{ find: 'x', collation: { locale: 'en', strength: 2 } }, 'collation'],
  [{ find: 'x', let: { a: 1 } }, 'let'],
  [{ find: 'x', min: { a: 1 } }, 'min'],
  [{ find: 'x', returnKey: true }, 'returnKey'],
  [{ find: 'x', readConcern: { level: 'snapshot' } }, '"snapshot" outside a session'],
  [{ find: 'x', filter: { $expr: { $eq: ['$a', 1] } } }, '$expr'],
  [{ find: 'x', filter: { a: { $geoWithin: {} } } }, '$geoWithin'],
  [{ find: 'x', projection: { b: '$a' } }, 'computed projection of "b"'],
  [{ find: 'x', sort: { score: { $meta: 'textScore' } } }, '$meta'],
  [{ update: 'x', updates: [{ q: {}, u: { $set: { a: 2 } }, c: {} }] }, 'c'],
  [{ findAndModify: 'x', update: [{ $set: { a: 2 } }] }, 'aggregation pipeline'],
  [{ aggregate: 'x', cursor: {}, pipeline: [{ $lookup: {} }] }, '$lookup'],
  [{ aggregate: 'x', cursor: {}, pipeline: [{ $facet: {} }] }, '$facet'],
  [{ aggregate: 'x', cursor: {}, pipeline: [{ $out: 'y' }] }, '$out'],
  [{ aggregate: 'x', cursor: {}, pipeline: [{ $changeStream: {} }] }, '$changeStream'],
  [
    { aggregate: 'x', cursor: {}, pipeline: [{ $group: { _id: null, m: { $stdDevPop: '$a' } } }] },
    '$stdDevPop',
  ],
  [
    { aggregate: 'x', cursor: {}, pipeline: [{ $group: { _id: { $dateToString: { date: '$a' } } } }] },
    '$dateToString',
  ],
  [{ aggregate: 'x', cursor: {}, pipeline: [{ $project: { b: '$$NOW' } }] }, '$$NOW'],
  [{ aggregate: 'x', cursor: {}, pipeline: [{ $unwind: { path: '$a', depth: 1 } }] }, 'depth'],
  [{ aggregate: 'x', cursor: {}, explain: true, pipeline: [] }, 'explain'],
  [{ explain: { insert: 'x' } }, 'insert'],
])('%j is refused', async (command, named) => {
  const reply = await run(command)
  const refusal = reply.ok === 1 ? (reply.writeErrors as object[])[0] : reply
  expect(refusal).toMatchObject({ code: 115, errmsg: expect.stringContaining(named) as string })
  await expect(run({ find: 'x' })).resolves.toMatchObject({ cursor: { firstBatch: [{ _id: 1, a: 1 }] } })
})

test.each<[command: object, codeName: string]>([
  [{ find: 5 }, 'TypeMismatch'],
  [{ find: '' }, 'InvalidNamespace'],
  [{ find: 'a$b' }, 'InvalidNamespace'],
  [{ find: 'x', filter: 5 }, 'TypeMismatch'],
  [{ find: 'x', limit: 1.5 }, 'FailedToParse'],
  [{ find: 'x', limit: -1 }, 'Location51024'],
  [{ find: 'x', skip: -1 }, 'Location51024'],
  [{ find: 'x', hint: 'nothing' }, 'BadValue'],
  [{ find: 'nothing', filter: { a: { $in: 1 } } }, 'BadValue'],
  [{ insert: 'x', documents: [] }, 'InvalidLength'],
  [{ insert: 'x', documents: [5] }, 'TypeMismatch'],
  [{ aggregate: 'x', pipeline: [] }, 'FailedToParse'],
  [{ aggregate: 'x', cursor: {}, pipeline: [{}] }, 'Location40324'],
  [{ aggregate: 'x', cursor: {}, pipeline: [{ $limit: 0 }] }, 'Location15958'],
  [{ aggregate: 'nothing', cursor: {}, pipeline: [{ $match: { a: { $in: 1 } } }] }, 'BadValue'],
  [{ getMore: 'x', collection: 'x' }, 'TypeMismatch'],
])('%j is wrong: %s', async (command, codeName) => {
  await expect(run(command)).resolves.toMatchObject({ ok: 0, codeName })
})
