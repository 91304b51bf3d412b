import { decode, encode } from '../bson/codec'
import { typedDoc } from '../tests/support'
import { compileProjection } from './project'

type Row = [name: string, doc: object, projection: object, expected: object, filter?: object]

const project = (doc: object, projection: object, filter: object = {}) => {
  const stored = typedDoc(doc)
  return decode(encode(compileProjection(typedDoc(projection), typedDoc(filter))?.(stored) ?? stored))
}

const doc = { _id: 1, a: 1, b: { c: 2, d: 3 }, e: [{ f: 1, g: 2 }, { f: 3, g: 4 }, 5] }

const ROWS: Row[] = [
  ['nothing asked, all given', doc, {}, doc],
  ['included fields come with _id', doc, { a: 1 }, { _id: 1, a: 1 }],
  ['without _id if asked', doc, { a: 1, _id: 0 }, { a: 1 }],
  ['only _id', doc, { _id: 1 }, { _id: 1 }],
  ['all but _id', { _id: 1, a: 1 }, { _id: 0 }, { a: 1 }],
  ['excluded fields', doc, { b: 0, e: 0 }, { _id: 1, a: 1 }],
  ['excluded beside _id: 1', doc, { b: 0, e: 0, _id: 1 }, { _id: 1, a: 1 }],
  ['a subfield', doc, { 'b.c': 1 }, { _id: 1, b: { c: 2 } }],
  ['a subfield as a document', doc, { b: { c: 1 } }, { _id: 1, b: { c: 2 } }],
  ['all but a subfield', { _id: 1, b: { c: 2, d: 3 } }, { 'b.c': 0 }, { _id: 1, b: { d: 3 } }],
  ['subfields in an array leave scalars out', doc, { 'e.f': 1 }, { _id: 1, e: [{ f: 1 }, { f: 3 }] }],
  [
    'excluded subfields in an array leave scalars in',
    { e: [{ f: 1, g: 2 }, 5] },
    { 'e.f': 0 },
    { e: [{ g: 2 }, 5] },
  ],
  ['a subfield of a scalar', doc, { 'a.x': 1 }, { _id: 1 }],
  ['fields keep the stored order', { _id: 1, b: 1, a: 2 }, { a: 1, b: 1 }, { _id: 1, b: 1, a: 2 }],
  ['the first elements', { _id: 1, x: [1, 2, 3], y: 1 }, { x: { $slice: 2 } }, { _id: 1, x: [1, 2], y: 1 }],
  ['the last elements', { x: [1, 2, 3] }, { x: { $slice: -2 } }, { x: [2, 3] }],
  ['elements from a position', { x: [1, 2, 3, 4] }, { x: { $slice: [1, 2] } }, { x: [2, 3] }],
  ['elements from the end', { x: [1, 2, 3, 4] }, { x: { $slice: [-3, 2] } }, { x: [2, 3] }],
  [
    'a slice beside inclusion',
    { _id: 1, x: [1, 2], y: 1, z: 1 },
    { x: { $slice: 1 }, y: 1 },
    { _id: 1, x: [1], y: 1 },
  ],
  [
    'a slice beside exclusion',
    { _id: 1, x: [1, 2], y: 1, z: 1 },
    { x: { $slice: 1 }, y: 0 },
    { _id: 1, x: [1], z: 1 },
  ],
  ['a slice of a nested array', { b: { x: [1, 2] } }, { 'b.x': { $slice: 1 } }, { b: { x: [1] } }],
  ['the first matching element', doc, { e: { $elemMatch: { f: 3 } } }, { _id: 1, e: [{ f: 3, g: 4 }] }],
  ['no matching element, no field', doc, { e: { $elemMatch: { f: 9 } } }, { _id: 1 }],
  ['the element that the query matched', doc, { 'e.$': 1 }, { _id: 1, e: [{ f: 3, g: 4 }] }, { 'e.f': 3 }],
]

test.each(ROWS.map((row) => ({ name: row[0], row })))(
  '$name',
  ({ row: [, given, projection, expected, filter] }) => {
    expect(project(given, projection, filter)).toEqual(typedDoc(expected))
    expect(Object.keys(project(given, projection, filter))).toEqual(Object.keys(expected))
  },
)

test.each<[projection: object, codeName: string]>([
  [{ a: 1, b: 0 }, 'Location31254'],
  [{ a: 0, b: 1 }, 'Location31254'],
  [{ a: 1, 'a.b': 1 }, 'Location31249'],
  [{ 'a.b': 1, a: 1 }, 'Location31249'],
  [{ a: '$b' }, 'CommandNotSupported'],
  [{ a: { $meta: 'textScore' } }, 'CommandNotSupported'],
  [{ 'a.b': { $elemMatch: { c: 1 } } }, 'BadValue'],
])('refuses %j as %s', (projection, codeName) => {
  expect(() => project({}, projection)).toThrow(expect.objectContaining({ codeName }) as Error)
})

test('a positional projection needs a query about that array', () => {
  expect(() => project(doc, { 'e.$': 1 }, { a: 1 })).toThrow(
    expect.objectContaining({ codeName: 'Location51246' }) as Error,
  )
})
