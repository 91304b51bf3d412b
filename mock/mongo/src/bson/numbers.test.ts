import { Decimal128, Double, Int32, Long } from 'bson'
import { calculate } from './numbers'
import type { NumberValue } from './value'

const decimal = (text: string) => Decimal128.fromString(text)

test.each<[string, NumberValue, 'add' | 'multiply', NumberValue, NumberValue]>([
  ['int + int', new Int32(1), 'add', new Int32(2), new Int32(3)],
  ['int that outgrows 32 bits', new Int32(2147483647), 'add', new Int32(1), Long.fromNumber(2147483648)],
  ['long stays long', Long.fromNumber(1), 'add', new Int32(2), Long.fromNumber(3)],
  ['int + double', new Int32(1), 'add', new Double(0.5), new Double(1.5)],
  ['double that is whole stays double', new Double(1), 'add', new Int32(1), new Double(2)],
  ['decimal is exact', decimal('0.1'), 'add', decimal('0.2'), decimal('0.3')],
  ['decimal + int', decimal('1.10'), 'add', new Int32(1), decimal('2.10')],
  ['int · int', new Int32(3), 'multiply', new Int32(-4), new Int32(-12)],
  ['decimal · int', decimal('1.5'), 'multiply', new Int32(2), decimal('3.0')],
])('%s', (_, a, operation, b, expected) => {
  expect(calculate(operation, a, b)).toEqual(expected)
})

test('a long that overflows is refused', () => {
  expect(() => calculate('add', Long.MAX_VALUE, new Int32(1))).toThrow('integer overflow')
})
