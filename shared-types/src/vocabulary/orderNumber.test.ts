import fc from 'fast-check'
import {
  composeOrderNumber,
  groupOrderNumber,
  isOrderNumber,
  misreadGroups,
  normaliseOrderNumber,
} from './orderNumber'

const digits = (length: number) => fc.stringMatching(new RegExp(`^\\d{${length}}$`))

test('a number carries the date in its first two groups and reads in groups of four', () => {
  const number = composeOrderNumber('261121', '730589')
  expect(number).toHaveLength(16)
  expect(number.slice(0, 3) + number.slice(4, 7)).toBe('261121')
  expect(groupOrderNumber(number)).toMatch(/^\d{4} \d{4} \d{4} \d{4}$/)
})

test.each(['2611 2171 3058 9164', '2611-2171-3058-9164', '２６１１２１７１３０５８９１６４'])(
  'spaces, hyphens and full-width digits do not matter: %s',
  (typed) => expect(normaliseOrderNumber(typed)).toBe('2611217130589164'),
)

test('every composed number is valid', () => {
  fc.assert(
    fc.property(digits(6), digits(6), (day, random) => isOrderNumber(composeOrderNumber(day, random))),
  )
})

test('one wrong digit is found, in the group where it stands', () => {
  fc.assert(
    fc.property(
      digits(6),
      digits(6),
      fc.nat(15),
      fc.integer({ min: 1, max: 9 }),
      (day, random, at, shift) => {
        const right = composeOrderNumber(day, random)
        const wrong = `${right.slice(0, at)}${(Number(right[at]) + shift) % 10}${right.slice(at + 1)}`
        expect(misreadGroups(wrong)).toEqual([Math.floor(at / 4) + 1])
      },
    ),
  )
})

test('two swapped neighbours within a group are found', () => {
  fc.assert(
    fc.property(digits(6), digits(6), fc.nat(3), fc.nat(2), (day, random, group, at) => {
      const right = composeOrderNumber(day, random)
      const i = group * 4 + at
      fc.pre(right[i] !== right[i + 1])
      const wrong = `${right.slice(0, i)}${right[i + 1] ?? ''}${right[i] ?? ''}${right.slice(i + 2)}`
      expect(misreadGroups(wrong)).toEqual([group + 1])
    }),
  )
})

test('two swapped groups are found', () => {
  fc.assert(
    fc.property(digits(6), digits(6), (day, random) => {
      const right = composeOrderNumber(day, random)
      const wrong = right.slice(4, 8) + right.slice(0, 4) + right.slice(8)
      expect(isOrderNumber(wrong)).toBe(false)
    }),
  )
})

test('fewer or other than twelve data digits are refused', () => {
  expect(() => composeOrderNumber('26112', '730589')).toThrow(RangeError)
  expect(() => composeOrderNumber('26112a', '730589')).toThrow(RangeError)
})

test('an incomplete number is not blamed yet', () => {
  expect(misreadGroups('26')).toEqual([])
  expect(isOrderNumber('26')).toBe(false)
})
