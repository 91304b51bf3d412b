import { Binary, Decimal128, Double, Long, MinKey, ObjectId, UUID } from 'bson'
import { typedDoc } from '../tests/support'
import { compileFilter } from './match'

const id = ObjectId.createFromHexString('507f1f77bcf86cd799439011')
const idAgain = ObjectId.createFromHexString('507f1f77bcf86cd799439011')
const uuid = '5b8f3c6e-0000-4000-8000-000000000000'

type Row = [name: string, doc: object, filter: object, matches: boolean]

const NULL_AND_MISSING: Row[] = [
  ['null matches missing', {}, { a: null }, true],
  ['$ne null on missing', {}, { a: { $ne: null } }, false],
  ['$in [null] on missing', {}, { a: { $in: [null] } }, true],
  ['$exists false on missing', {}, { a: { $exists: false } }, true],
  ['$exists true with null', { a: null }, { a: { $exists: true } }, true],
  ['$exists takes 0 for false', {}, { a: { $exists: 0 } }, true],
  ['$gte null on missing', {}, { a: { $gte: null } }, true],
  ['$gt null on null', { a: null }, { a: { $gt: null } }, false],
  ['null in an array', { a: [1, null] }, { a: null }, true],
  ['null is not in an empty array', { a: [] }, { a: null }, false],
  ['some element lacks the field', { a: [{ b: 1 }, { c: 2 }] }, { 'a.b': null }, true],
  ['some element has the field', { a: [{ b: 1 }, { c: 2 }] }, { 'a.b': { $exists: false } }, false],
  ['a path into an array of scalars reaches nothing', { a: [1, 2] }, { 'a.b': null }, false],
  ['a path into an empty array reaches nothing', { a: [] }, { 'a.b': null }, false],
  ['a path into a scalar is missing', { a: 5 }, { 'a.b': null }, true],
]

const RANGES: Row[] = [
  ['a string is not greater than a number', { a: '5' }, { a: { $gt: 1 } }, false],
  ['null is not less than a number', { a: null }, { a: { $lt: 5 } }, false],
  ['missing is not less than a number', {}, { a: { $lt: 5 } }, false],
  ['a boolean is not less than a number', { a: false }, { a: { $lt: 5 } }, false],
  ['a date is not greater than a number', { a: new Date(5) }, { a: { $gt: 1 } }, false],
  ['an empty array is not less than a number', { a: [] }, { a: { $lt: 5 } }, false],
  ['$not turns missing into a match', {}, { a: { $not: { $gt: 5 } } }, true],
  ['any element may be greater', { a: [1, 10] }, { a: { $gt: 5 } }, true],
  ['different elements may satisfy the two sides', { a: [1, 10] }, { a: { $gt: 4, $lt: 6 } }, true],
  ['with $elemMatch one element has to', { a: [1, 10] }, { a: { $elemMatch: { $gt: 4, $lt: 6 } } }, false],
  ['arrays compare element by element', { a: [3] }, { a: { $gt: [1, 2] } }, true],
  ['documents compare field by field', { a: { x: 2 } }, { a: { $gt: { x: 1 } } }, true],
  ['ObjectIds compare', { a: id }, { a: { $gt: new ObjectId('000000000000000000000000') } }, true],
  ['anything is greater than MinKey', { a: 'x' }, { a: { $gt: new MinKey() } }, true],
  ['NaN is not less than a number', { a: NaN }, { a: { $lt: 5 } }, false],
  ['NaN equals NaN', { a: NaN }, { a: { $gte: NaN } }, true],
]

const EQUALITY: Row[] = [
  ['an element', { a: [1, 2] }, { a: 2 }, true],
  ['a whole array', { a: [1, 2] }, { a: [1, 2] }, true],
  ['the order of a whole array matters', { a: [2, 1] }, { a: [1, 2] }, false],
  ['a nested array as an element', { a: [[1, 2], 3] }, { a: [1, 2] }, true],
  ['scalars in a nested array are not reached', { a: [[1, 2], 3] }, { a: 1 }, false],
  ['an empty array', { a: [] }, { a: [] }, true],
  ['a document with its fields in order', { a: { x: 1, y: 2 } }, { a: { x: 1, y: 2 } }, true],
  ['a document with other order', { a: { x: 1, y: 2 } }, { a: { y: 2, x: 1 } }, false],
  ['a document in an array', { a: [{ x: 1 }] }, { a: { x: 1 } }, true],
  ['an ObjectId', { a: id }, { a: idAgain }, true],
  ['an ObjectId is not its text', { a: id }, { a: id.toHexString() }, false],
  ['a date', { a: new Date(5) }, { a: new Date(5) }, true],
  ['a long and an int', { a: Long.fromNumber(5) }, { a: 5 }, true],
  [
    'a long beyond doubles',
    { a: Long.fromString('9007199254740993') },
    { a: new Double(9007199254740992) },
    false,
  ],
  ['a decimal and an int', { a: Decimal128.fromString('5.0') }, { a: 5 }, true],
  [
    'decimals with other exponents',
    { a: Decimal128.fromString('1.10') },
    { a: Decimal128.fromString('1.1') },
    true,
  ],
  ['bytes', { a: new Binary(Buffer.from('ab')) }, { a: new Binary(Buffer.from('ab')) }, true],
  ['a UUID', { a: new UUID(uuid) }, { a: new UUID(uuid) }, true],
  ['a field named like a method of objects', {}, { constructor: { $exists: false } }, true],
]

const PATHS: Row[] = [
  ['through an array of documents', { a: [{ b: 1 }, { b: 2 }] }, { 'a.b': 2 }, true],
  ['by position', { a: [{ b: 1 }, { b: 2 }] }, { 'a.1.b': 2 }, true],
  ['by position to a scalar', { a: [5, 6] }, { 'a.1': 6 }, true],
  ['beyond the end', { a: [1] }, { 'a.1': { $exists: false } }, true],
  ['$ne: no element may be it', { a: [{ b: 1 }, { b: 2 }] }, { 'a.b': { $ne: 1 } }, false],
  ['through two arrays', { a: [{ b: [{ c: 1 }] }, { b: [{ c: 2 }] }] }, { 'a.b.c': 2 }, true],
  ['to an element of an inner array', { a: [{ b: [1, 2] }] }, { 'a.b': 2 }, true],
  ['to a whole inner array', { a: [{ b: [1, 2] }] }, { 'a.b': [1, 2] }, true],
  ['values of several documents make no array', { a: [{ b: 1 }, { b: 2 }] }, { 'a.b': [1, 2] }, false],
]

const ARRAYS: Row[] = [
  ['$size', { a: [1, 2] }, { a: { $size: 2 } }, true],
  ['$size looks at the last array only', { a: [{ b: 1 }, { b: 2 }] }, { 'a.b': { $size: 2 } }, false],
  ['$all', { a: [1, 2, 3] }, { a: { $all: [1, 3] } }, true],
  ['$all on a scalar', { a: 1 }, { a: { $all: [1] } }, true],
  ['$all of nothing matches nothing', { a: [1] }, { a: { $all: [] } }, false],
  [
    '$all with $elemMatch',
    { a: [{ x: 1 }, { x: 2 }] },
    { a: { $all: [{ $elemMatch: { x: 1 } }, { $elemMatch: { x: 3 } }] } },
    false,
  ],
  [
    '$elemMatch needs one element for all',
    {
      a: [
        { x: 1, y: 2 },
        { x: 2, y: 1 },
      ],
    },
    { a: { $elemMatch: { x: 1, y: 1 } } },
    false,
  ],
  [
    '$elemMatch on a nested path',
    { a: { b: [{ x: 1, y: 2 }] } },
    { 'a.b': { $elemMatch: { x: 1, y: 2 } } },
    true,
  ],
  [
    '$elemMatch inside an array of documents',
    { a: [{ b: [{ x: 1 }] }] },
    { 'a.b': { $elemMatch: { x: 1 } } },
    true,
  ],
  [
    '$elemMatch with $or inside',
    { a: [{ x: 3 }] },
    { a: { $elemMatch: { $or: [{ x: 1 }, { x: 3 }] } } },
    true,
  ],
  ['$elemMatch $size on nested arrays', { a: [[1], [1, 2]] }, { a: { $elemMatch: { $size: 2 } } }, true],
  ['$nin: no element may be in it', { a: [1, 2] }, { a: { $nin: [2] } }, false],
]

const OTHERS: Row[] = [
  ['a pattern', { a: '噪音扰民' }, { a: /噪音/ }, true],
  ['a pattern on elements', { a: ['x', 'yz'] }, { a: /^y/ }, true],
  ['$regex with $options', { a: 'ABC' }, { a: { $regex: 'b', $options: 'i' } }, true],
  ['a pattern with inline options', { a: 'ABC' }, { a: { $regex: '(?i)b' } }, true],
  ['a pattern with an escaped hyphen', { a: 'a-b' }, { a: { $regex: 'a\\-b' } }, true],
  ['$in with a pattern', { a: 'abc' }, { a: { $in: [/^a/] } }, true],
  ['$not with a pattern', { a: 'abc' }, { a: { $not: /^b/ } }, true],
  ['$eq compares a pattern rather than matching it', { a: 'abc' }, { a: { $eq: /a/ } }, false],
  ['$type array', { a: [1] }, { a: { $type: 'array' } }, true],
  ['$type of an element', { a: ['x'] }, { a: { $type: 'string' } }, true],
  ['$type number', { a: 1.5 }, { a: { $type: 'number' } }, true],
  ['$type tells double from int', { a: new Double(5) }, { a: { $type: 'int' } }, false],
  ['$type by number', { a: id }, { a: { $type: 7 } }, true],
  ['$mod', { a: 7 }, { a: { $mod: [4, 3] } }, true],
  ['$mod of a text', { a: '7' }, { a: { $mod: [4, 3] } }, false],
  ['$nor', { a: 1 }, { $nor: [{ a: 2 }, { b: 1 }] }, true],
  ['$or', { a: 1 }, { $or: [{ a: 2 }, { a: 1 }] }, true],
  ['$and', { a: [1, 2] }, { $and: [{ a: 1 }, { a: 2 }] }, true],
  ['$comment says nothing', { a: 1 }, { $comment: 'why', a: 1 }, true],
]

describe.each([
  ['null and missing', NULL_AND_MISSING],
  ['ranges', RANGES],
  ['equality', EQUALITY],
  ['paths', PATHS],
  ['arrays', ARRAYS],
  ['other operators', OTHERS],
])('%s', (_, rows) => {
  test.each(rows)('%s', (_name, doc, filter, matches) => {
    expect(compileFilter(typedDoc(filter))(typedDoc(doc))).toBe(matches)
  })
})

test.each<[filter: object, codeName: string, message: string]>([
  [{ $expr: { $gt: ['$a', 1] } }, 'CommandNotSupported', '$expr'],
  [{ $where: 'true' }, 'CommandNotSupported', '$where'],
  [{ $text: { $search: 'x' } }, 'CommandNotSupported', '$text'],
  [{ a: { $bitsAllSet: 1 } }, 'CommandNotSupported', '$bitsAllSet'],
  [{ a: { $near: [1, 2] } }, 'CommandNotSupported', '$near'],
  [{ a: { $gtt: 1 } }, 'CommandNotSupported', '$gtt'],
  [{ a: { $regex: 'x', $options: 'x' } }, 'CommandNotSupported', 'option x'],
  [{ a: { $in: 1 } }, 'BadValue', '$in needs an array'],
  [{ a: { $in: [{ $gt: 1 }] } }, 'BadValue', 'cannot nest $'],
  [{ $or: [] }, 'BadValue', '$or must be a nonempty array'],
  [{ $and: [1] }, 'BadValue', '$and entries'],
  [{ a: { $size: -1 } }, 'BadValue', '$size'],
  [{ a: { $mod: [0, 1] } }, 'BadValue', 'divisor'],
  [{ a: { $regex: '(' } }, 'Location51091', 'invalid'],
  [{ a: { $ne: /x/ } }, 'BadValue', '$ne'],
  [{ a: { $gt: /x/ } }, 'BadValue', 'RegEx'],
  [{ a: { $type: 'integer' } }, 'BadValue', 'integer'],
  [{ a: { $not: 1 } }, 'BadValue', '$not'],
])('refuses %j as %s', (filter, codeName, message) => {
  expect(() => compileFilter(typedDoc(filter))).toThrow(
    expect.objectContaining({ codeName, message: expect.stringContaining(message) as string }) as Error,
  )
})
