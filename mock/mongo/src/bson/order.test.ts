import {
  Binary,
  BSONRegExp,
  Code,
  Decimal128,
  Double,
  Int32,
  Long,
  MaxKey,
  MinKey,
  ObjectId,
  Timestamp,
} from 'bson'
import fc from 'fast-check'
import { createSorter } from '../query/sort'
import { compare } from './compare'
import { encodeCompoundKey, encodeKey, fitKey, afterPrefix, MAX_KEY_BYTES } from './encode'
import type { Doc, Value } from './value'

const long = (text: string) => Long.fromString(text)
const decimal = (text: string) => Decimal128.fromString(text)

/** One value of each kind in MongoDB's order, ascending; values in one row are equal. */
const ASCENDING: readonly (readonly Value[])[] = [
  [new MinKey()],
  [undefined],
  [null],
  [new Double(NaN)],
  [new Double(-Infinity)],
  [new Int32(-2), new Double(-2), long('-2'), decimal('-2.00')],
  [new Double(-1.5), decimal('-1.5')],
  [new Int32(0), new Double(-0), decimal('0E+3')],
  [decimal('0.1')],
  // The double 0.1 is a little more than a tenth.
  [new Double(0.1)],
  [decimal('0.1000000000000000055511151231257828')],
  [new Double(9007199254740992), long('9007199254740992')],
  [long('9007199254740993'), decimal('9007199254740993')],
  [decimal('9007199254740993.5')],
  [new Double(9007199254740994)],
  [long('9223372036854775806')],
  [long('9223372036854775807'), decimal('9223372036854775807')],
  [new Double(9223372036854775808)],
  [new Double(Infinity), decimal('Infinity')],
  [''],
  ['a'],
  ['a\0'],
  ['a\0b'],
  ['aa'],
  ['b'],
  ['中'],
  ['\uffee'],
  // Beyond the basic plane: after \uffee by code point, before it by UTF-16 unit.
  ['😀'],
  [{}],
  [{ a: new Int32(1) }, { a: new Double(1) }],
  [{ a: new Int32(1), b: null }],
  [{ b: new Int32(0) }],
  [{ a: 'x' }],
  [[]],
  [[null]],
  [[new Int32(1)]],
  [[new Int32(1), new Int32(0)]],
  [[new Int32(2)]],
  [new Binary(Buffer.from('zz'))],
  [new Binary(Buffer.from('aaa'))],
  [new Binary(Buffer.from('aaa'), 4)],
  [ObjectId.createFromHexString('000000000000000000000001')],
  [ObjectId.createFromHexString('ff0000000000000000000000')],
  [false],
  [true],
  [new Date(-1)],
  [new Date(0)],
  [new Date(8.64e15)],
  [new Timestamp({ t: 1, i: 2 })],
  [new Timestamp({ t: 4294967295, i: 0 })],
  [new BSONRegExp('a', '')],
  [new BSONRegExp('a', 'i')],
  [new Code('x')],
  [new MaxKey()],
]

const flattened = ASCENDING.flatMap((row, rank) => row.map((value) => ({ rank, value })))

describe('the order of values', () => {
  test.each(flattened)('compare places $value at rank $rank', ({ rank, value }) => {
    for (const other of flattened)
      expect(Math.sign(compare(value, other.value))).toBe(Math.sign(rank - other.rank))
  })

  test.each(flattened)('encodeKey places $value at rank $rank', ({ rank, value }) => {
    for (const other of flattened)
      expect(Buffer.compare(encodeKey(value), encodeKey(other.value))).toBe(Math.sign(rank - other.rank))
  })
})

const text = fc.string({ unit: 'binary', maxLength: 6 })

const scalar: fc.Arbitrary<Value> = fc.oneof(
  fc.integer().map((value) => new Int32(value)),
  fc.double().map((value) => new Double(value)),
  fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }).map((value) => Long.fromBigInt(value)),
  fc
    .tuple(fc.bigInt({ min: -(10n ** 33n), max: 10n ** 33n }), fc.integer({ min: -40, max: 40 }))
    .map(([digits, exponent]) => decimal(`${String(digits)}E${String(exponent)}`)),
  text,
  fc.constantFrom<Value>(null, undefined, true, false, new MinKey(), new MaxKey()),
  fc.date({ noInvalidDate: true }),
  fc.uint8Array({ minLength: 12, maxLength: 12 }).map((bytes) => new ObjectId(bytes)),
  fc
    .tuple(fc.uint8Array({ maxLength: 4 }), fc.constantFrom(0, 4))
    .map(([bytes, type]) => new Binary(bytes, type)),
)

const { value: anyValue } = fc.letrec<{ value: Value }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    scalar,
    fc.array(tie('value'), { maxLength: 3 }),
    fc.dictionary(fc.constantFrom('a', 'b', 'ab', ''), tie('value'), { maxKeys: 3 }),
  ),
}))

/** Numbers whose doubles are neighbours or the same, where rounding would show. */
const closeNumber: fc.Arbitrary<Value> = fc
  .tuple(
    fc.constantFrom(2n ** 53n, 2n ** 62n, 10n ** 17n),
    fc.integer({ min: -3, max: 3 }),
    fc.constantFrom('int', 'double', 'decimal', 'fraction'),
  )
  .map(([base, offset, type]) => {
    const whole = base + BigInt(offset)
    if (type === 'double') return new Double(Number(whole))
    if (type === 'int') return Long.fromBigInt(whole)
    return decimal(type === 'decimal' ? String(whole) : `${String(whole)}.00000000000001`)
  })

test('the bytes of keys sort exactly as the values compare', () => {
  fc.assert(
    fc.property(fc.oneof(anyValue, closeNumber), fc.oneof(anyValue, closeNumber), (a, b) => {
      expect(Buffer.compare(encodeKey(a), encodeKey(b))).toBe(Math.sign(compare(a, b)))
    }),
    { numRuns: 2000 },
  )
})

test('compound keys sort by their fields, each in its direction', () => {
  const directions = fc.tuple(fc.constantFrom<1 | -1>(1, -1), fc.constantFrom<1 | -1>(1, -1))
  const pair = fc.tuple(scalar, scalar)
  fc.assert(
    fc.property(pair, pair, directions, (a, b, [first, second]) => {
      const sorter = createSorter([
        { name: 'a', path: ['a'], direction: first },
        { name: 'b', path: ['b'], direction: second },
      ])
      const order = Buffer.compare(
        encodeCompoundKey(a, [first, second]),
        encodeCompoundKey(b, [first, second]),
      )
      expect(order).toBe(Math.sign(sorter.compare(a, b)))
    }),
    { numRuns: 1000 },
  )
})

test('a key that is too long keeps its beginning and stays distinct', () => {
  const [a, b] = ['a', 'b'].map((end) => fitKey(encodeKey('x'.repeat(3000) + end)))
  expect(a).toHaveLength(MAX_KEY_BYTES)
  expect(a?.subarray(0, 1000)).toEqual(encodeKey('x'.repeat(3000)).subarray(0, 1000))
  expect(a?.equals(b ?? Buffer.alloc(0))).toBe(false)
})

test.each([
  ['01', '02'],
  ['01ff', '02'],
  ['01ff7f', '01ff80'],
])('the first key after all that begin with %s is %s', (prefix, next) => {
  expect(afterPrefix(Buffer.from(prefix, 'hex')).toString('hex')).toBe(next)
})

test('a decimal beyond the range of doubles is refused, for it could not be ordered', () => {
  expect(() => encodeKey(decimal('1E+400'))).toThrow('cannot order the Decimal128 1E+400')
  expect(() => compare({ a: decimal('1E-400') } satisfies Doc, { a: new Int32(0) })).toThrow('cannot order')
})
