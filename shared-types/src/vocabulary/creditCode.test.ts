import fc from 'fast-check'
import { creditCodeCheck, hasCreditCodeShape, isCreditCode, tidyCreditCode } from './creditCode'

const CHARACTERS = '0123456789ABCDEFGHJKLMNPQRTUWXY'
const among = (characters: string, length: number) =>
  fc
    .array(fc.constantFrom(...characters), { minLength: length, maxLength: length })
    .map((all) => all.join(''))
/** The first 17 characters of any code. */
const bodies = fc
  .tuple(among(CHARACTERS, 2), among('0123456789', 6), among(CHARACTERS, 9))
  .map((parts) => parts.join(''))

/** Bodies that nobody has, reckoned with the weights of the standard: 1 3 9 27 19 26 16 17 20 29 25 13 8 24 10 30 28. */
test.each([
  ['91370600XXXXXXXXX', 'M'],
  ['91350100XXXXXXXXX', 'K'],
  ['92370600XXXXXXXX0', 'Q'],
  ['12350100000000001', 'R'],
  // The remainder 0 is the character 0, not a 31st one.
  ['Y1370600XXXXXXXXX', '0'],
  ['91370600XXXXXXXXC', '1'],
])('%s is closed by %s', (body, check) => {
  expect(creditCodeCheck(body)).toBe(check)
  expect(isCreditCode(body + check)).toBe(true)
})

test.each([
  ['91370600XXXXXXXXXK', 'another last character'],
  ['91370600XXXXXXXXMX', 'the last two swapped'],
  ['93170600XXXXXXXXXM', 'two digits swapped'],
  ['91370600XXXXXXXXX', 'one character short'],
  ['91370600XXXXXXXXXMM', 'one too many'],
  ['91370600XXXXXXXXOM', 'a letter O'],
  ['9137060IXXXXXXXXXM', 'a letter I'],
  ['913706A0XXXXXXXXXM', 'a letter in the place of the region'],
  ['91370600xxxxxxxxxm', 'small letters'],
  ['', 'nothing'],
])('%s is none: %s', (code) => expect(isCreditCode(code)).toBe(false))

test.each([
  '9137 0600 XXXX XXXX XM',
  '91370600-xxxxxxxxx-m',
  '９１３７０６００ＸＸＸＸＸＸＸＸＸＭ',
  ' 91370600XXXXXXXXXM\n',
])('%j is read as it was meant', (typed) => expect(tidyCreditCode(typed)).toBe('91370600XXXXXXXXXM'))

test('one wrong character is found, wherever it stands', () => {
  fc.assert(
    fc.property(bodies, fc.nat(17), fc.integer({ min: 1, max: 30 }), (body, at, shift) => {
      const right = body + creditCodeCheck(body)
      const other = CHARACTERS.charAt((CHARACTERS.indexOf(right.charAt(at)) + shift) % CHARACTERS.length)
      expect(isCreditCode(right.slice(0, at) + other + right.slice(at + 1))).toBe(false)
    }),
  )
})

test('two swapped neighbours are found', () => {
  fc.assert(
    fc.property(bodies, fc.nat(16), (body, at) => {
      const right = body + creditCodeCheck(body)
      fc.pre(right[at] !== right[at + 1])
      const swapped = right.slice(0, at) + right.charAt(at + 1) + right.charAt(at) + right.slice(at + 2)
      expect(isCreditCode(swapped)).toBe(false)
    }),
  )
})

test('every body gets a code', () => {
  fc.assert(fc.property(bodies, (body) => isCreditCode(body + creditCodeCheck(body))))
})

test.each(['', '91370600XXXXXXXX', '91370600XXXXXXXXXM', '91370600XXXXXXXXO'])('%j has no check', (body) => {
  expect(() => creditCodeCheck(body)).toThrow(RangeError)
})

test('shape and check are told apart', () => {
  expect(hasCreditCodeShape('91370600XXXXXXXXXK')).toBe(true)
  expect(hasCreditCodeShape('91370600')).toBe(false)
})
