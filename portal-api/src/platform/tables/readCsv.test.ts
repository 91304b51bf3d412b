import { decodeText } from './decodeText'
import { asCsv } from './csv'
import { readCsv } from './readCsv'

const MOST = 10

test('what was written is read again', () => {
  const rows = [
    ['问题', '解答'],
    ['=1', '引号 " 和\n换行, 逗号'],
    ['', ''],
    ['末', '\t尾'],
  ]
  expect(readCsv(decodeText(Buffer.from(asCsv(rows)))!, MOST)).toEqual(rows)
})

test.each([
  [
    'tabs',
    '问题\t解答\n停水, 停电\t打电话',
    [
      ['问题', '解答'],
      ['停水, 停电', '打电话'],
    ],
  ],
  [
    'semicolons',
    '问题;解答\n停水;打电话',
    [
      ['问题', '解答'],
      ['停水', '打电话'],
    ],
  ],
  [
    'quoted newlines',
    '问题,解答\n"停水\r\n了",打电话',
    [
      ['问题', '解答'],
      ['停水\r\n了', '打电话'],
    ],
  ],
  ['rows of other lengths', '表\n问题,解答\n停水', [['表'], ['问题', '解答'], ['停水']]],
  ['empty rows keep their place', '问题,解答\n\n停水,打电话\n', [['问题', '解答'], [''], ['停水', '打电话']]],
  [
    'a quote inside a text',
    '问题,解答\n叫"断水"怎么办,打',
    [
      ['问题', '解答'],
      ['叫"断水"怎么办', '打'],
    ],
  ],
])('%s', (_what, text, rows) => {
  expect(readCsv(text, MOST)).toEqual(rows)
})

test('a quote that never ends, and too many rows', () => {
  expect(readCsv('问题,解答\n"停水,打电话\n停电,打', MOST)).toBe('broken-quotes')
  expect(readCsv('a\n'.repeat(11), MOST)).toBe('too-many-rows')
  expect(readCsv('a\n'.repeat(10), MOST)).toHaveLength(10)
})

describe('the encodings of offices', () => {
  const gb = Buffer.from([0xcd, 0xa3, 0xcb, 0xae]) // 停水
  const gb4 = Buffer.from([0x82, 0x35, 0x8f, 0x33]) // 㑳, four bytes that only GB18030 has
  test.each([
    ['UTF-8', Buffer.from('停水'), '停水'],
    ['UTF-8 with its mark', Buffer.from('\ufeff停水'), '停水'],
    ['GB2312 and GBK', gb, '停水'],
    ['GB18030 with four bytes', Buffer.concat([gb, gb4]), `停水${new TextDecoder('gb18030').decode(gb4)}`],
    ['UTF-16 of “Unicode text”', Buffer.from('\ufeff停水', 'utf16le'), '停水'],
    ['nothing', Buffer.alloc(0), ''],
  ])('%s', (_what, bytes, text) => {
    expect(decodeText(bytes)).toBe(text)
  })
  test('what is no text', () => {
    expect(decodeText(Buffer.from([0, 1, 2]))).toBeUndefined()
    expect(decodeText(Buffer.from([0xff, 0xff, 0xff]))).toBeUndefined()
  })
})
