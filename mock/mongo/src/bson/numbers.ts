import { Decimal128, Double, Int32, Long } from 'bson'
import { fail } from '../errors'
import { isDecimal, isLong, typeOf, type NumberValue } from './value'

/** The nearest double. */
export function toDouble(value: NumberValue): number {
  if (isLong(value)) return value.toNumber()
  if (isDecimal(value)) return Number(value.toString())
  return value.value
}

/**
 * A number as something that can be ordered exactly across the four numeric types: its nearest double, and
 * how far the true value lies from that double, in units of 2^-70 of the double's last place. Decimals of 34
 * digits that share a double always differ in the remainder; Int32 and Double have remainder 0.
 */
export interface ExactNumber {
  readonly double: number
  readonly remainder: bigint
}

const REMAINDER_BITS = 70
const MIN_NORMAL_DOUBLE = 2.2250738585072014e-308

export function exactly(value: NumberValue): ExactNumber {
  const double = toDouble(value)
  if (isLong(value)) {
    if (Number.isSafeInteger(double)) return { double, remainder: 0n }
    return { double, remainder: remainderOf({ digits: value.toBigInt(), exponent: 0 }, double) }
  }
  if (isDecimal(value)) return { double, remainder: decimalRemainder(value, double) }
  return { double, remainder: 0n }
}

function decimalRemainder(value: Decimal128, double: number): bigint {
  const parts = decimalParts(value)
  if (!parts || parts.digits === 0n) return 0n
  if (!Number.isFinite(double) || Math.abs(double) < MIN_NORMAL_DOUBLE)
    return fail(
      'BadValue',
      `the embedded engine cannot order the Decimal128 ${value.toString()}: beyond the range of a double`,
    )
  return remainderOf(parts, double)
}

interface DecimalParts {
  readonly digits: bigint
  readonly exponent: number
}

/** value = digits · 10^exponent; undefined for NaN and the infinities. */
function decimalParts(value: NumberValue): DecimalParts | undefined {
  const text = isDecimal(value) || isLong(value) ? value.toString() : String(value.value)
  const match = /^([+-]?)(\d*)(?:\.(\d*))?(?:[eE]([+-]?\d+))?$/.exec(text)
  if (!match) return undefined
  const [, sign = '', whole = '', fraction = '', exponent = '0'] = match
  const digits = BigInt(whole + fraction || '0')
  return { digits: sign === '-' ? -digits : digits, exponent: Number(exponent) - fraction.length }
}

function remainderOf(value: DecimalParts, double: number): bigint {
  const { mantissa, exponent } = binaryParts(double)
  // (digits·10^e − mantissa·2^k) · 2^(70−k), floored; all in integers.
  const ten = 10n ** BigInt(Math.abs(value.exponent))
  const shift = REMAINDER_BITS - exponent
  const numerator = value.digits * (value.exponent > 0 ? ten : 1n)
  const denominator = value.exponent < 0 ? ten : 1n
  const scaled =
    shift >= 0
      ? (numerator << BigInt(shift)) - (mantissa << BigInt(REMAINDER_BITS)) * denominator
      : numerator - (mantissa << BigInt(exponent)) * denominator
  const divisor = shift >= 0 ? denominator : denominator << BigInt(-shift)
  const quotient = scaled / divisor
  return scaled % divisor !== 0n && scaled < 0n ? quotient - 1n : quotient
}

const doubleBits = new DataView(new ArrayBuffer(8))

/** double = mantissa · 2^exponent, exactly, for a finite double. */
function binaryParts(double: number): { mantissa: bigint; exponent: number } {
  doubleBits.setFloat64(0, double)
  const bits = doubleBits.getBigUint64(0)
  const biased = Number((bits >> 52n) & 0x7ffn)
  const fraction = bits & 0xfffffffffffffn
  const mantissa = biased === 0 ? fraction : fraction | (1n << 52n)
  return { mantissa: bits >> 63n ? -mantissa : mantissa, exponent: Math.max(biased, 1) - 1075 }
}

/** MongoDB's order of numbers: NaN first, then by value whatever the type. */
export function compareNumbers(a: NumberValue, b: NumberValue): number {
  if (isDoubleExact(a) && isDoubleExact(b)) return compareDoubles(a.value, b.value)
  const x = exactly(a)
  const y = exactly(b)
  return (
    compareDoubles(x.double, y.double) ||
    Number(x.remainder > y.remainder) - Number(x.remainder < y.remainder)
  )
}

const isDoubleExact = (value: NumberValue): value is Int32 | Double => !isLong(value) && !isDecimal(value)

const compareDoubles = (a: number, b: number): number =>
  a < b ? -1 : a > b ? 1 : a === b ? 0 : Number(Number.isNaN(b)) - Number(Number.isNaN(a))

export const isNaNValue = (value: NumberValue): boolean => Number.isNaN(toDouble(value))

type Arithmetic = 'add' | 'multiply'

const MAX_INT = 0x7fffffffn
const MIN_INT = -0x80000000n
const MAX_LONG = 0x7fffffffffffffffn
const MIN_LONG = -0x8000000000000000n

/** `$inc`, `$mul`, `$sum`: the widest type of both wins; Int32 grows to Long, a Long that overflows is refused. */
export function calculate(operation: Arithmetic, a: NumberValue, b: NumberValue): NumberValue {
  if (isDecimal(a) || isDecimal(b)) return calculateDecimal(operation, a, b)
  if (typeOf(a) === 'double' || typeOf(b) === 'double') {
    const [x, y] = [toDouble(a), toDouble(b)]
    return new Double(operation === 'add' ? x + y : x * y)
  }
  const [x, y] = [toBigInt(a), toBigInt(b)]
  const result = operation === 'add' ? x + y : x * y
  if (!isLong(a) && !isLong(b) && result <= MAX_INT && result >= MIN_INT) return new Int32(Number(result))
  if (result > MAX_LONG || result < MIN_LONG)
    return fail(
      'BadValue',
      `Failed to apply ${operation} to ${a.toString()} and ${b.toString()}: integer overflow`,
    )
  return Long.fromBigInt(result)
}

export const toBigInt = (value: NumberValue): bigint =>
  isLong(value) ? value.toBigInt() : BigInt(Math.trunc(toDouble(value)))

function calculateDecimal(operation: Arithmetic, a: NumberValue, b: NumberValue): Decimal128 {
  const x = decimalParts(a)
  const y = decimalParts(b)
  if (!x || !y) {
    const [p, q] = [toDouble(a), toDouble(b)]
    return Decimal128.fromString(String(operation === 'add' ? p + q : p * q))
  }
  if (operation === 'multiply') return decimal(x.digits * y.digits, x.exponent + y.exponent)
  const exponent = Math.min(x.exponent, y.exponent)
  const digits =
    x.digits * 10n ** BigInt(x.exponent - exponent) + y.digits * 10n ** BigInt(y.exponent - exponent)
  return decimal(digits, exponent)
}

const decimal = (digits: bigint, exponent: number): Decimal128 =>
  Decimal128.fromStringWithRounding(`${digits.toString()}E${String(exponent)}`)

/** Reads an argument that must be a whole number, e.g. a limit; says which argument is wrong. */
export function wholeNumber(value: NumberValue, what: string): number {
  const number = toDouble(value)
  return Number.isInteger(number)
    ? number
    : fail('FailedToParse', `${what} must be a whole number, not ${String(number)}`)
}
