import { asCsv } from '../../platform/tables/csv'
import { asWorkbook } from '../../platform/tables/writeWorkbook'
import { inChinese, inEnglish } from './importProblems'
import { MOST_BYTES, readImportFile } from './readImportFile'

const CITY = 'yantai'
const read = (content: string | Uint8Array) =>
  readImportFile(CITY, typeof content === 'string' ? Buffer.from(content) : content)
/** What became of each line: the text, or what is wrong with it. */
const outcomes = async (content: string | Uint8Array) => {
  const file = await read(content)
  if (typeof file === 'string') return file
  return file.lines.map((one) => [
    one.line,
    'text' in one ? one.text : 'problem' in one ? inEnglish(one.problem) : one.whole,
  ])
}

const KITE = { id: 'kite', title: '哪里可以放风筝', body: '滨海广场。', similar: ['放风筝去哪', '风筝'] }

describe('one text, in every kind of file', () => {
  const table = [
    ['编号', '问题', '相似问法', '解答'],
    ['kite', KITE.title, '放风筝去哪\n风筝', KITE.body],
  ]
  const csv = asCsv(table)
  // GB18030 of the same table, as Excel saves it in China.
  const gb = Buffer.from(
    'b1e0bac52ccecacce22ccfe0cbc6cecab7a82cbde2b4f00d0a6b6974652cc4c4c0efbfc9d2d4b7c5b7e7f3dd2c22b7c5b7e7f3ddc8a5c4c40ab7e7f3dd222cb1f5baa3b9e3b3a1a1a30d0a',
    'hex',
  )
  test.each<[string, () => string | Uint8Array | Promise<Uint8Array>]>([
    ['JSON lines', () => JSON.stringify(KITE)],
    ['JSON lines with a mark and CRLF', () => `\ufeff${JSON.stringify(KITE)}\r\n\r\n`],
    ['CSV in UTF-8 with its mark', () => csv],
    ['CSV in UTF-8 without', () => csv.slice(1)],
    ['CSV in GB18030', () => gb],
    ['tabs', () => '编号\t问题\t相似问法\t解答\nkite\t哪里可以放风筝\t放风筝去哪；风筝\t滨海广场。'],
    ['Excel', () => asWorkbook('a', table[0]!, table.slice(1), [])],
    ['English heads', () => 'ID,Title,Similar,Body\nkite,哪里可以放风筝,放风筝去哪|风筝,滨海广场。'],
  ])('%s', async (_what, make) => {
    const [[, text] = []] = (await outcomes(await make())) as [number, unknown][]
    expect(text).toEqual(KITE)
  })
})

test('heads below a title and notes, in two rows with merged cells; unknown columns are named', async () => {
  const file = await read(
    [
      '政务服务常见问题一览表,,,,,',
      '截至 2026 年 3 月,,,,,',
      '问 题*,解答（全文）,依据,,更新时间,浏览量',
      ',,文件,条款,,',
      '怎么放风筝,滨海广场。,公园条例,第三条,2026年3月1日,88',
      ',,,,,',
      '怎么养蜂,去备案。,,,,3',
    ].join('\n'),
  )
  expect(file).toEqual({
    leftAside: ['浏览量'],
    lines: [
      {
        line: 5,
        text: {
          id: expect.stringMatching(/^yantai-q-[0-9a-f]{16}$/) as string,
          title: '怎么放风筝',
          body: '滨海广场。',
          similar: [],
          source: { document: '公园条例', item: '第三条' },
          checkedOn: '2026-03-01',
        },
      },
      { line: 7, text: expect.objectContaining({ title: '怎么养蜂', body: '去备案。' }) as object },
    ],
  })
})

test('a row without an id has the same one in every file: of its unit and question', async () => {
  const ids = async (rows: string) =>
    ((await outcomes(`问题,解答,责任单位\n${rows}`)) as [number, { id: string }][]).map(([, { id }]) => id)
  const [first, second] = await ids('停水了怎么办？,等,水务\n停电了怎么办,等,水务')
  expect(await ids('停电了怎么办,别的解答,水务\n停水了怎么办,再等,水务')).toEqual([second, first])
  expect(await ids('停水了怎么办,等,电力')).not.toContain(first)
})

test('every line that is not right says why, in both languages; the others are read', async () => {
  const lines = [
    ['{', 'is no JSON', '不是完整的 JSON。'],
    ['[]', 'is no object', '应当是一个 JSON 对象。'],
    ['{"body":"甲"}', 'has neither id nor title', '编号和问题至少要填一个。'],
    ['{"id":"a","body":" "}', 'body: must not be empty', '解答：请填写。'],
    ['{"id":"a"}', 'body: must not be empty', '解答：请填写。'],
    ['{"id":"a","body":5}', 'body: is not right', '解答：写法不对，请核对。'],
    [
      `{"id":"a","body":"甲","shortAnswer":"${'长'.repeat(81)}"}`,
      'shortAnswer: at most 80 characters',
      '简答：请控制在 80 个字以内。',
    ],
    [
      '{"id":"a","body":"甲","checkedOn":"2026-02-30"}',
      'checkedOn: a calendar day, YYYY-MM-DD',
      '核对日期：没有读懂日期，请写作 2026-11-21。',
    ],
    [
      '{"id":"a","body":"甲","source":{"document":"甲","url":"x"}}',
      'source.url: an address, https://…',
      '网址：网址以 https:// 开头。',
    ],
    ['{"id":"a","body":"甲","similar":["",1]}', 'similar.0: must not be empty', '相似问法：请填写。'],
    [
      `{"id":"a","body":"甲","similar":${JSON.stringify(Array(101).fill('问'))}}`,
      'similar: at most 100',
      '相似问法：最多 100 个。',
    ],
  ] as const
  const file = await read(`{"id":"right","body":"甲"}\n${lines.map(([line]) => line).join('\n')}`)
  if (typeof file === 'string') throw new Error(file)
  expect(file.lines.map((one) => 'problem' in one)).toEqual([false, ...lines.map(() => true)])
  const problems = file.lines.flatMap((one) => ('problem' in one ? one.problem : []))
  expect(problems.map(inEnglish)).toEqual(lines.map(([, english]) => english))
  expect(problems.map(inChinese)).toEqual(lines.map(([, , chinese]) => chinese))
})

test('a cell that is no day is said at its row; a number of Excel’s days is read', async () => {
  expect(await outcomes('问题,解答,核对日期\n甲,乙,上个月\n丙,丁,46082')).toEqual([
    [2, 'checkedOn: a calendar day, YYYY-MM-DD'],
    [3, expect.objectContaining({ checkedOn: '2026-03-01' })],
  ])
})

test.each([
  ['nothing', '', 'empty'],
  ['blanks', ' \n\n', 'empty'],
  ['no heads', '甲,乙\n丙,丁', 'no-heads'],
  ['no answers', '编号,问题\n1,停水', 'no-heads'],
  ['an old Excel file', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1]), 'old-excel'],
  ['a picture', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x00, 0xff]), 'no-text'],
  ['a quote that does not end', '问题,解答\n"停水,甲', 'broken-quotes'],
  ['a broken workbook', Buffer.from([0x50, 0x4b, 0x03, 0x04, 1, 2]), 'unreadable'],
  ['too many rows', `问题,解答\n${'停水,甲\n'.repeat(50_000)}`, 'too-many-rows'],
  ['too large', Buffer.alloc(MOST_BYTES + 1, 'a'), 'too-large'],
])('%s', async (_what, content, problem) => {
  expect(await outcomes(content)).toBe(problem)
})

test('a file of JSON lines whose first line is broken is read as such', async () => {
  expect(await outcomes(`no json\n${JSON.stringify(KITE)}`)).toEqual([
    [1, 'is no JSON'],
    [2, KITE],
  ])
})

test('operators may bring longer files of JSON lines', async () => {
  const bytes = Buffer.from(`${JSON.stringify({ ...KITE, body: '长'.repeat(10_000) })}\n`.repeat(400))
  expect(await readImportFile(CITY, bytes)).toBe('too-large')
  expect(await readImportFile(CITY, bytes, { unbounded: true })).toMatchObject({ leftAside: [] })
})
