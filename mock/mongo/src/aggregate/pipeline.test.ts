import { Decimal128, Long, ObjectId } from 'bson'
import { isDoc, type Doc } from '../bson/value'
import { plain, typedDoc, useTestEngine, batchOf } from '../tests/support'

const engine = useTestEngine()
const id = ObjectId.createFromHexString('507f1f77bcf86cd799439011')
const idAgain = ObjectId.createFromHexString('507f1f77bcf86cd799439011')

let collections = 0

async function aggregate(docs: readonly object[], pipeline: readonly object[]): Promise<Doc[]> {
  const collection = `c${String(++collections)}`
  if (docs.length > 0) await engine.run({ insert: collection, documents: docs })
  const reply = await engine.run({ aggregate: collection, pipeline, cursor: {} })
  if (!isDoc(reply.cursor)) throw new Error(JSON.stringify(plain(reply)))
  return batchOf(reply)
}

type Row = [name: string, docs: object[], pipeline: object[], expected: object[]]

const GROUPS: Row[] = [
  [
    'null and missing are one group',
    [{ k: null }, {}, { k: 1 }],
    [{ $group: { _id: '$k', n: { $sum: 1 } } }, { $sort: { _id: 1 } }],
    [
      { _id: null, n: 2 },
      { _id: 1, n: 1 },
    ],
  ],
  [
    'by ObjectId',
    [{ k: id }, { k: idAgain }],
    [{ $group: { _id: '$k', n: { $sum: 1 } } }],
    [{ _id: id, n: 2 }],
  ],
  [
    'by equal numbers of different types',
    [{ k: 1 }, { k: Long.ONE }],
    [{ $group: { _id: '$k', n: { $sum: 1 } } }],
    [{ _id: 1, n: 2 }],
  ],
  [
    'by several fields',
    [{ a: 1, b: 2 }, { a: 1, b: 2 }, { a: 1 }],
    [{ $group: { _id: { a: '$a', b: '$b' }, n: { $sum: 1 } } }, { $sort: { n: -1 } }],
    [
      { _id: { a: 1, b: 2 }, n: 2 },
      { _id: { a: 1 }, n: 1 },
    ],
  ],
  [
    '$sum and $avg look at numbers only',
    [{ v: 1 }, { v: 'x' }, { v: 3 }, {}],
    [{ $group: { _id: null, s: { $sum: '$v' }, a: { $avg: '$v' } } }],
    [{ _id: null, s: 4, a: 2 }],
  ],
  ['$avg of nothing', [{}], [{ $group: { _id: null, a: { $avg: '$v' } } }], [{ _id: null, a: null }]],
  [
    '$sum of decimals is exact',
    [{ v: Decimal128.fromString('0.1') }, { v: Decimal128.fromString('0.2') }],
    [{ $group: { _id: null, s: { $sum: '$v' } } }],
    [{ _id: null, s: Decimal128.fromString('0.3') }],
  ],
  [
    '$sum of longs is exact',
    [{ v: Long.fromString('9007199254740993') }, { v: 2 }],
    [{ $group: { _id: null, s: { $sum: '$v' } } }],
    [{ _id: null, s: Long.fromString('9007199254740995') }],
  ],
  [
    '$min, $max, $first, $last',
    [
      { _id: 1, v: 2 },
      { _id: 2, v: 5 },
      { _id: 3, v: 1 },
    ],
    [
      { $sort: { _id: 1 } },
      {
        $group: { _id: null, a: { $min: '$v' }, b: { $max: '$v' }, c: { $first: '$v' }, d: { $last: '$v' } },
      },
    ],
    [{ _id: null, a: 1, b: 5, c: 2, d: 1 }],
  ],
  [
    '$min and $max leave missing out and go by type',
    [{ v: id }, { v: 5 }, {}],
    [{ $group: { _id: null, a: { $min: '$v' }, b: { $max: '$v' } } }],
    [{ _id: null, a: 5, b: id }],
  ],
  [
    '$push and $addToSet',
    [{ _id: 1, v: 1 }, { _id: 2, v: 1 }, { _id: 3 }],
    [{ $sort: { _id: 1 } }, { $group: { _id: null, p: { $push: '$v' }, s: { $addToSet: '$v' } } }],
    [{ _id: null, p: [1, 1], s: [1] }],
  ],
  [
    'a condition inside $sum',
    [{ v: 1 }, { v: 7 }, { v: 9 }],
    [{ $group: { _id: null, n: { $sum: { $cond: [{ $gt: ['$v', 5] }, 1, 0] } } } }],
    [{ _id: null, n: 2 }],
  ],
  ['of no documents', [], [{ $group: { _id: null, n: { $sum: 1 } } }], []],
]

const STAGES: Row[] = [
  [
    '$match, $sort, $skip, $limit',
    [
      { _id: 1, a: 2 },
      { _id: 2, a: 3 },
      { _id: 3, a: 4 },
    ],
    [
      { $match: { a: { $gt: 1 } } },
      { $match: { a: { $lt: 9 } } },
      { $sort: { a: -1 } },
      { $skip: 1 },
      { $limit: 1 },
    ],
    [{ _id: 2, a: 3 }],
  ],
  [
    '$limit before $sort',
    [
      { _id: 1, a: 2 },
      { _id: 2, a: 3 },
      { _id: 3, a: 4 },
    ],
    [{ $limit: 2 }, { $sort: { a: -1 } }, { $project: { _id: 1 } }],
    [{ _id: 2 }, { _id: 1 }],
  ],
  [
    '$match after $group',
    [{ k: 1 }, { k: 1 }, { k: 2 }],
    [{ $group: { _id: '$k', n: { $sum: 1 } } }, { $match: { n: { $gt: 1 } } }],
    [{ _id: 1, n: 2 }],
  ],
  ['$count', [{ a: 1 }, { a: 2 }], [{ $match: { a: 2 } }, { $count: 'n' }], [{ n: 1 }]],
  ['$count of nothing', [{ a: 1 }], [{ $match: { a: 2 } }, { $count: 'n' }], []],
  [
    '$unwind',
    [{ _id: 1, a: [1, 2] }, { _id: 2, a: [] }, { _id: 3 }, { _id: 4, a: 7 }],
    [{ $unwind: '$a' }],
    [
      { _id: 1, a: 1 },
      { _id: 1, a: 2 },
      { _id: 4, a: 7 },
    ],
  ],
  [
    '$unwind that keeps the empty',
    [{ _id: 1, a: { b: [5] } }, { _id: 2, a: { b: [] } }, { _id: 3 }],
    [{ $unwind: { path: '$a.b', preserveNullAndEmptyArrays: true, includeArrayIndex: 'i' } }],
    [
      { _id: 1, a: { b: 5 }, i: Long.ZERO },
      { _id: 2, a: {}, i: null },
      { _id: 3, i: null },
    ],
  ],
]

const PROJECTIONS: Row[] = [
  ['includes', [{ _id: 1, a: 1, b: 2 }], [{ $project: { a: 1 } }], [{ _id: 1, a: 1 }]],
  ['excludes', [{ _id: 1, a: 1, b: 2 }], [{ $project: { b: 0 } }], [{ _id: 1, a: 1 }]],
  ['renames', [{ _id: 1, a: { b: 3 } }], [{ $project: { x: '$a.b', _id: 0 } }], [{ x: 3 }]],
  ['renames and keeps _id', [{ _id: 1, a: 3 }], [{ $project: { x: '$a' } }], [{ _id: 1, x: 3 }]],
  [
    'computes beside inclusion',
    [{ _id: 1, a: 3, b: 4, c: 5 }],
    [{ $project: { b: 1, x: '$a' } }],
    [{ _id: 1, b: 4, x: 3 }],
  ],
  ['makes documents', [{ _id: 1, a: 3 }], [{ $project: { x: { y: '$a' }, _id: 0 } }], [{ x: { y: 3 } }]],
  ['leaves out what is missing', [{ _id: 1 }], [{ $project: { x: '$zz', _id: 0 } }], [{}]],
  [
    'collects through arrays',
    [{ _id: 1, a: [{ b: 1 }, {}, { b: 2 }] }],
    [{ $project: { x: '$a.b', _id: 0 } }],
    [{ x: [1, 2] }],
  ],
  [
    'literals and arrays',
    [{ _id: 1, a: 3 }],
    [{ $project: { x: { $literal: '$a' }, y: ['$a', '$zz'], _id: 0 } }],
    [{ x: '$a', y: [3, null] }],
  ],
  [
    '$ifNull, $size, $in',
    [{ _id: 1, a: [1, 2] }],
    [{ $project: { n: { $size: '$a' }, i: { $in: [2, '$a'] }, d: { $ifNull: ['$zz', 'none'] }, _id: 0 } }],
    [{ n: 2, i: true, d: 'none' }],
  ],
  [
    'comparisons and logic',
    [{ _id: 1, a: 2 }],
    [
      {
        $project: {
          x: { $and: [{ $gte: ['$a', 2] }, { $not: [{ $eq: ['$a', 3] }] }] },
          y: { $lt: ['$zz', null] },
          _id: 0,
        },
      },
    ],
    [{ x: true, y: true }],
  ],
]

describe.each([
  ['$group', GROUPS],
  ['stages', STAGES],
  ['$project', PROJECTIONS],
])('%s', (_, rows) => {
  test.each(rows)('%s', async (_name, docs, pipeline, expected) => {
    expect(await aggregate(docs, pipeline)).toEqual(expected.map(typedDoc))
  })
})

test('results come in batches', async () => {
  await engine.run({ insert: 'many', documents: Array.from({ length: 250 }, (_, n) => ({ n })) })
  const first = await engine.run({
    aggregate: 'many',
    pipeline: [{ $sort: { n: -1 } }, { $project: { n: 1, _id: 0 } }],
    cursor: { batchSize: 100 },
  })
  expect(batchOf(first)).toHaveLength(100)
  const rest = await engine.run({ getMore: (first.cursor as Doc).id, collection: 'many' })
  expect(plain(batchOf(rest).at(-1) ?? {})).toEqual({ n: 0 })
})
