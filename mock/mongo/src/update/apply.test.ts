import { Double, Int32, Long, ObjectId, Timestamp } from 'bson'
import { decode, encode } from '../bson/codec'
import { typedDoc } from '../tests/support'
import { applyUpdate } from './apply'
import { parseUpdate } from './parse'
import { upsertedDocument } from './upsert'

interface Matched {
  readonly filter?: object
  readonly arrayFilters?: readonly object[]
}

type Row = [name: string, doc: object, update: object, expected: object, matched?: Matched]

const now = new Date('2026-01-05T01:00:00Z')
const id = ObjectId.createFromHexString('507f1f77bcf86cd799439011')
const idAgain = ObjectId.createFromHexString('507f1f77bcf86cd799439011')

const parse = (update: object, arrayFilters: readonly object[] = []) =>
  parseUpdate(typedDoc(update), arrayFilters.map(typedDoc))

function updated(doc: object, update: object, { filter = {}, arrayFilters = [] }: Matched = {}) {
  const context = { filter: typedDoc(filter), isInsert: false, now }
  return decode(encode(applyUpdate(typedDoc(doc), parse(update, arrayFilters), context)))
}

const FIELDS: Row[] = [
  ['$inc of a missing field', {}, { $inc: { a: 2 } }, { a: 2 }],
  ['$inc keeps a long', { a: Long.fromNumber(1) }, { $inc: { a: 2 } }, { a: Long.fromNumber(3) }],
  ['$inc inside an array', { a: [{ n: 1 }] }, { $inc: { 'a.0.n': 1 } }, { a: [{ n: 2 }] }],
  ['$mul of a missing field', {}, { $mul: { a: 5 } }, { a: 0 }],
  ['$mul', { a: 4 }, { $mul: { a: new Double(0.5) } }, { a: new Double(2) }],
  ['$min of a missing field', {}, { $min: { a: 5 } }, { a: 5 }],
  ['$min keeps the smaller', { a: 3 }, { $min: { a: 5 } }, { a: 3 }],
  ['$max of dates', { a: new Date(1) }, { $max: { a: new Date(2) } }, { a: new Date(2) }],
  ['$set makes documents on the way', {}, { $set: { 'a.b.c': 1 } }, { a: { b: { c: 1 } } }],
  ['$set of an element', { a: [1, 2] }, { $set: { 'a.1': 9 } }, { a: [1, 9] }],
  ['$set beyond the end pads with null', { a: [1] }, { $set: { 'a.3': 9 } }, { a: [1, null, null, 9] }],
  ['$set of the same _id', { _id: 1, a: 1 }, { $set: { _id: 1, a: 2 } }, { _id: 1, a: 2 }],
  ['new fields come in order of their names', { _id: 1 }, { $set: { b: 1, a: 1 } }, { _id: 1, a: 1, b: 1 }],
  [
    '$setOnInsert does nothing to what exists',
    { a: 1 },
    { $setOnInsert: { b: 1 }, $set: { a: 2 } },
    { a: 2 },
  ],
  ['$unset', { a: 1, b: { c: 1 } }, { $unset: { a: '', 'b.c': '', 'x.y': '' } }, { b: {} }],
  ['$unset of an element leaves null', { a: [1, 2] }, { $unset: { 'a.0': '' } }, { a: [null, 2] }],
  ['$rename', { a: 1 }, { $rename: { a: 'b.c' } }, { b: { c: 1 } }],
  ['$rename of nothing', { b: 1 }, { $rename: { a: 'b' } }, { b: 1 }],
  ['$currentDate', {}, { $currentDate: { a: true, b: { $type: 'date' } } }, { a: now, b: now }],
  [
    '$currentDate as a timestamp',
    {},
    { $currentDate: { a: { $type: 'timestamp' } } },
    { a: new Timestamp({ t: now.getTime() / 1000, i: 1 }) },
  ],
  ['a replacement keeps the _id', { _id: 1, a: 1 }, { b: 2 }, { _id: 1, b: 2 }],
]

const ARRAYS: Row[] = [
  ['$push to a missing field', {}, { $push: { a: 1 } }, { a: [1] }],
  ['$push of an array is one element', { a: [] }, { $push: { a: [1, 2] } }, { a: [[1, 2]] }],
  [
    '$push with $sort and $slice',
    { a: [3] },
    { $push: { a: { $each: [1, 2], $sort: 1, $slice: 2 } } },
    { a: [1, 2] },
  ],
  ['$push keeps the last', { a: [1, 2] }, { $push: { a: { $each: [3], $slice: -2 } } }, { a: [2, 3] }],
  [
    '$push at a position',
    { a: [1, 4] },
    { $push: { a: { $each: [2, 3], $position: 1 } } },
    { a: [1, 2, 3, 4] },
  ],
  [
    '$push at a position from the end',
    { a: [1, 4] },
    { $push: { a: { $each: [2], $position: -1 } } },
    { a: [1, 2, 4] },
  ],
  ['$push with $slice 0', { a: [1] }, { $push: { a: { $each: [2], $slice: 0 } } }, { a: [] }],
  [
    '$push sorts by two keys',
    {
      a: [
        { x: 1, y: 2 },
        { x: 1, y: 1 },
      ],
    },
    { $push: { a: { $each: [], $sort: { x: 1, y: 1 } } } },
    {
      a: [
        { x: 1, y: 1 },
        { x: 1, y: 2 },
      ],
    },
  ],
  ['$addToSet', { a: [1] }, { $addToSet: { a: { $each: [1, 2, 2] } } }, { a: [1, 2] }],
  ['$addToSet of an ObjectId', { a: [id] }, { $addToSet: { a: idAgain } }, { a: [id] }],
  ['$addToSet of a document', { a: [{ x: 1 }] }, { $addToSet: { a: { x: 1 } } }, { a: [{ x: 1 }] }],
  ['$pull of a value', { a: [1, 2, 1] }, { $pull: { a: 1 } }, { a: [2] }],
  ['$pull by operators', { a: [1, 5, 9] }, { $pull: { a: { $gte: 5 } } }, { a: [1] }],
  ['$pull by a filter', { a: [{ x: 1, y: 1 }, { x: 2 }] }, { $pull: { a: { x: 1 } } }, { a: [{ x: 2 }] }],
  ['$pull of an ObjectId', { a: [id] }, { $pull: { a: idAgain } }, { a: [] }],
  ['$pull of an array', { a: [[1], [2]] }, { $pull: { a: [1] } }, { a: [[2]] }],
  ['$pull from nothing', {}, { $pull: { a: 1 } }, {}],
  ['$pullAll', { a: [1, 2, 3] }, { $pullAll: { a: [1, 3] } }, { a: [2] }],
  ['$pop at the beginning', { a: [1, 2] }, { $pop: { a: -1 } }, { a: [2] }],
  ['$pop at the end', { a: [1, 2] }, { $pop: { a: 1 } }, { a: [1] }],
]

const POSITIONS: Row[] = [
  [
    '$ by a field',
    { a: [{ k: 1 }, { k: 2 }] },
    { $set: { 'a.$.v': 9 } },
    { a: [{ k: 1 }, { k: 2, v: 9 }] },
    { filter: { 'a.k': 2 } },
  ],
  [
    '$ by $elemMatch',
    {
      a: [
        { k: 1, z: 1 },
        { k: 1, z: 2 },
      ],
    },
    { $set: { 'a.$.v': 9 } },
    {
      a: [
        { k: 1, z: 1 },
        { k: 1, z: 2, v: 9 },
      ],
    },
    { filter: { a: { $elemMatch: { k: 1, z: 2 } } } },
  ],
  ['$ of a scalar', { a: [1, 2] }, { $set: { 'a.$': 9 } }, { a: [1, 9] }, { filter: { a: 2 } }],
  ['$ inside $and', { a: [1, 2] }, { $set: { 'a.$': 9 } }, { a: [1, 9] }, { filter: { $and: [{ a: 2 }] } }],
  [
    '$ with $pull of the same array elsewhere',
    { a: [{ k: 2, l: [1] }] },
    { $push: { 'a.$.l': 2 } },
    { a: [{ k: 2, l: [1, 2] }] },
    { filter: { 'a.k': 2 } },
  ],
  ['$[]', { a: [{ v: 1 }, { v: 2 }] }, { $inc: { 'a.$[].v': 1 } }, { a: [{ v: 2 }, { v: 3 }] }],
  [
    '$[id]',
    { a: [{ v: 1 }, { v: 2 }] },
    { $set: { 'a.$[e].w': 1 } },
    { a: [{ v: 1 }, { v: 2, w: 1 }] },
    { arrayFilters: [{ 'e.v': { $gt: 1 } }] },
  ],
  [
    '$[] with $[id] inside',
    { a: [{ b: [1, 2] }] },
    { $inc: { 'a.$[].b.$[x]': 10 } },
    { a: [{ b: [1, 12] }] },
    { arrayFilters: [{ x: 2 }] },
  ],
]

describe.each([
  ['fields', FIELDS],
  ['arrays', ARRAYS],
  ['positions', POSITIONS],
])('%s', (_, rows) => {
  test.each(rows.map((row) => ({ name: row[0], row })))(
    '$name',
    ({ row: [, doc, update, expected, matched] }) => {
      const before = typedDoc(doc)
      const result = updated(doc, update, matched)
      expect(result).toEqual(typedDoc(expected))
      expect(Object.keys(result)).toEqual(Object.keys(expected))
      expect(typedDoc(doc)).toEqual(before)
    },
  )
})

const REFUSED: [doc: object, update: object, codeName: string, matched?: Matched][] = [
  [{ a: null }, { $inc: { a: 1 } }, 'TypeMismatch'],
  [{ a: 'x' }, { $inc: { a: 1 } }, 'TypeMismatch'],
  [{ a: 1 }, { $inc: { a: 'x' } }, 'TypeMismatch'],
  [{ a: 1 }, { $push: { a: 1 } }, 'BadValue'],
  [{ a: 1 }, { $pull: { a: 1 } }, 'BadValue'],
  [{ a: 1 }, { $set: { 'a.b': 1 } }, 'PathNotViable'],
  [{ a: [1] }, { $set: { 'a.b': 1 } }, 'PathNotViable'],
  [{ a: 1 }, { $set: { a: 1 }, $inc: { a: 1 } }, 'ConflictingUpdateOperators'],
  [{ a: 1 }, { $set: { a: 1, 'a.b': 1 } }, 'ConflictingUpdateOperators'],
  [{ a: 1 }, { $rename: { a: 'b' }, $set: { b: 1 } }, 'ConflictingUpdateOperators'],
  [{ _id: 1 }, { $set: { _id: 2 } }, 'ImmutableField'],
  [{ _id: 1 }, { $unset: { _id: '' } }, 'ImmutableField'],
  [{ _id: 1 }, { _id: 2, a: 1 }, 'ImmutableField'],
  [{}, { $set: { 'a..b': 1 } }, 'EmptyFieldName'],
  [{}, { $set: { 'a.$b': 1 } }, 'DollarPrefixedFieldName'],
  [{}, { a: 1, $set: { b: 1 } }, 'DollarPrefixedFieldName'],
  [{}, { $sett: { a: 1 } }, 'FailedToParse'],
  [{}, { $set: 1 }, 'FailedToParse'],
  [{}, { $bit: { a: { and: 1 } } }, 'CommandNotSupported'],
  [{}, { $push: { a: { $each: [1], $every: 1 } } }, 'CommandNotSupported'],
  [{ a: [1] }, { $set: { 'a.$': 1 } }, 'BadValue'],
  [{ a: 1 }, { $set: { 'a.$[]': 1 } }, 'BadValue'],
  [{ a: [1] }, { $set: { 'a.$[x]': 1 } }, 'BadValue'],
  [{ a: [1] }, { $set: { a: 1 } }, 'FailedToParse', { arrayFilters: [{ x: 1 }] }],
  [{ a: [1] }, { $set: { 'a.$[x]': 1 } }, 'FailedToParse', { arrayFilters: [{ x: 1, y: 1 }] }],
  [{ a: [1] }, { $pop: { a: 2 } }, 'FailedToParse'],
  [{ a: 1 }, { $rename: { a: 1 } }, 'BadValue'],
]

test.each(REFUSED.map((row) => ({ row })))('refuses $row', ({ row: [doc, update, codeName, matched] }) => {
  expect(() => updated(doc, update, matched)).toThrow(expect.objectContaining({ codeName }) as Error)
})

test('an update by a pipeline is refused', () => {
  expect(() => parseUpdate([typedDoc({ $set: { a: 1 } })], [])).toThrow(/aggregation pipeline/)
})

test.each<[name: string, filter: object, update: object, expected: object]>([
  [
    'equalities become fields',
    { _id: 1, a: 2, 'b.c': { $eq: 3 }, d: { $gt: 4 } },
    { $set: { e: 5 } },
    { _id: 1, a: 2, b: { c: 3 }, e: 5 },
  ],
  [
    'also inside $and',
    { _id: 1, $and: [{ a: 1 }, { b: { $in: [2] } }] },
    { $inc: { n: 1 } },
    { _id: 1, a: 1, b: 2, n: 1 },
  ],
  ['$setOnInsert counts', { _id: 1 }, { $setOnInsert: { a: 1 } }, { _id: 1, a: 1 }],
  ['a replacement takes only the _id', { _id: 1, a: 2 }, { b: 1 }, { _id: 1, b: 1 }],
])('upsert: %s', (_, filter, update, expected) => {
  expect(upsertedDocument(typedDoc(filter), parse(update), now)).toEqual(typedDoc(expected))
})

test('an upsert without _id gets one, in front', () => {
  const doc = upsertedDocument(typedDoc({ a: 1 }), parse({ $set: { b: 2 } }), now)
  expect(Object.keys(doc)).toEqual(['_id', 'a', 'b'])
  expect(doc._id).toBeInstanceOf(ObjectId)
})

test('numbers keep their types where they are not touched', () => {
  const doc = { a: new Double(5), b: new Int32(5), c: 1 }
  expect(updated(doc, { $set: { c: 2 } })).toEqual({ a: new Double(5), b: new Int32(5), c: new Int32(2) })
})
