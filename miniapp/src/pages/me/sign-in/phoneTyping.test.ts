import { groupPhone, isMobile, phoneDigits, typePhone } from './phoneTyping'

test.each([
  ['13800000000', '13800000000'],
  ['138 0000 0000', '13800000000'],
  ['+86 138-0000-0000', '13800000000'],
  ['１３８０００００００１', '13800000001'],
  ['86', '86'],
])('%s is %s', (typed, digits) => expect(phoneDigits(typed)).toBe(digits))

test('groups grow with the digits', () => {
  const shown: string[] = []
  let field = ''
  for (const key of '13800000000') {
    field = typePhone(field, field + key)
    shown.push(field)
  }
  expect(shown.slice(2, 5)).toEqual(['138', '138 0', '138 00'])
  expect(field).toBe('138 0000 0000')
})

test('deleting backwards passes the gaps', () => {
  expect(typePhone('138 0', '138 ')).toBe('138')
  expect(typePhone('138 0000 0', '138 0000 ')).toBe('138 0000')
})

test('a pasted number is grouped at once, surplus digits are left out', () => {
  expect(typePhone('', '+8613800000000')).toBe('138 0000 0000')
  expect(typePhone('138 0000 0000', '138 0000 00001')).toBe('138 0000 0000')
})

test('a correction in the middle is left alone until it is grouped again', () => {
  expect(typePhone('138 0000 0000', '139 0000 0000')).toBe('139 0000 0000')
  expect(typePhone('138 0000 0000', '18 0000 0000')).toBe('18 0000 0000')
  expect(groupPhone(phoneDigits('18 0000 0000'))).toBe('180 0000 000')
})

test.each([
  ['138 0000 0000', true],
  ['128 0000 0000', false],
  ['138 0000 000', false],
  ['', false],
])('%s can be a mobile number: %s', (typed, can) => expect(isMobile(typed)).toBe(can))
