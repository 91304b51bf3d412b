import { composeOrderNumber } from '@jiesu/shared-types'
import { Refused } from '../platform/problems'
import { decodeCursor, encodeCursor } from './cursor'

const number = composeOrderNumber('261123', '730589')

test('what one page gives, the next one reads', () => {
  const cursor = { at: new Date('2026-11-23T09:00:00.123+08:00'), number }
  expect(decodeCursor(encodeCursor(cursor))).toEqual(cursor)
  expect(decodeCursor(undefined)).toBeUndefined()
})

test.each([
  ['nothing', ''],
  ['words', 'next'],
  ['a time without a number', '1795400000000'],
  [
    'a number with a wrong check digit',
    `1795400000000-${number.slice(0, 15)}${(Number(number[15]) + 1) % 10}`,
  ],
  ['a time that no calendar has', `9999999999999999-${number}`],
  ['a time before 1970', `-1-${number}`],
])('%s is no cursor', (_what, text) => {
  expect(() => decodeCursor(text)).toThrow(Refused)
})
