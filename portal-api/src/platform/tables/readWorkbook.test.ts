import { strToU8, zipSync } from 'fflate'
import { readWorkbook } from './readWorkbook'
import { asWorkbook } from './writeWorkbook'

const MOST = 50_000

test('what was written is read again: texts as they are, days as days, empty rows in their place', async () => {
  const file = await asWorkbook(
    '知识',
    ['问题', '解答', '数'],
    [
      ['=1+1', '第一行\n第二行 “引号” <b>&amp;', 3],
      ['', '', ''],
      ['末', '尾', 0.5],
    ],
    [20, 60, 8],
  )
  expect(await readWorkbook(file, MOST)).toEqual([
    ['问题', '解答', '数'],
    ['=1+1', '第一行\n第二行 “引号” <b>&amp;', '3'],
    ['', '', ''],
    ['末', '尾', '0.5'],
  ])
})

/** The smallest workbook that has this sheet. */
const workbook = (sheet: string, more: Record<string, Uint8Array> = {}): Uint8Array =>
  zipSync({
    '[Content_Types].xml': strToU8('<Types/>'),
    'xl/workbook.xml': strToU8(
      '<workbook xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="a" sheetId="1" r:id="r1"/></sheets></workbook>',
    ),
    'xl/_rels/workbook.xml.rels': strToU8(
      '<Relationships><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
    ),
    'xl/worksheets/sheet1.xml': strToU8(`<worksheet><sheetData>${sheet}</sheetData></worksheet>`),
    ...more,
  })
const cell = (at: string, text: string) => `<c r="${at}" t="inlineStr"><is><t>${text}</t></is></c>`

test('a small workbook by hand is read', async () => {
  expect(await readWorkbook(workbook(`<row r="1">${cell('A1', '甲')}</row>`), MOST)).toEqual([['甲']])
})

test('a zip bomb ends in a word, whatever its parts say of their size', async () => {
  const bomb = workbook('', { 'xl/sharedStrings.xml': new Uint8Array(60_000_000) })
  expect(bomb.length).toBeLessThan(100_000)
  expect(await readWorkbook(bomb, MOST, { mostUnpacked: 50_000_000 })).toBe('too-large-unpacked')
  // The parts' own sizes are in the directory at the end, 24 bytes into each of its records.
  const lying = Uint8Array.from(bomb)
  const view = new DataView(lying.buffer)
  for (let i = 0; i < lying.length - 46; i++)
    if (view.getUint32(i, true) === 0x02014b50 && view.getUint32(i + 24, true) === 60_000_000)
      view.setUint32(i + 24, 600_000, true)
  expect(await readWorkbook(lying, MOST, { mostUnpacked: 50_000_000 })).toBe('unreadable')
})

test.each([
  ['a row far below', `<row r="900000000">${cell('A900000000', '远')}</row>`],
  ['a cell far to the right', `<row r="1">${cell('ZZZZZZ1', '远')}</row>`],
])('%s needs no memory of ours', async (_what, sheet) => {
  expect(await readWorkbook(workbook(sheet), MOST, { memory: 64 })).toBe('too-large-unpacked')
})

test('what takes too long is given up', async () => {
  expect(await readWorkbook(workbook(''), MOST, { patience: 0 })).toBe('too-large-unpacked')
})

test.each([
  ['nothing', new Uint8Array()],
  ['half a file', workbook('').subarray(0, 200)],
  ['a zip of something else', zipSync({ 'a.txt': strToU8('a') })],
])('%s is unreadable', async (_what, bytes) => {
  expect(await readWorkbook(bytes, MOST)).toBe('unreadable')
})

test('more rows than may be', async () => {
  const rows = Array.from({ length: 5 }, (_, i) => `<row r="${i + 1}">${cell(`A${i + 1}`, '甲')}</row>`)
  expect(await readWorkbook(workbook(rows.join('')), 4)).toBe('too-many-rows')
})
