import { deflateSync } from 'node:zlib'
import { entryFileTypeOf } from './entryFileType'
import { excelFile, pdfFile, wordFile, zipOf } from './testSupport'

const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
const EXCEL = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
const stream = (dictionary: string, body: Buffer): Buffer =>
  Buffer.concat([
    Buffer.from(`9 0 obj\n<< ${dictionary} >>\nstream\n`),
    body,
    Buffer.from('\nendstream\nendobj\n'),
  ])
const SCRIPT = '<< /S /JavaScript /JS (app.alert\\(1\\)) >>'

test.each<[string, Buffer, string]>([
  ['a PDF', pdfFile(), 'application/pdf'],
  ['Word', wordFile(), WORD],
  ['Excel', excelFile(), EXCEL],
  ['JPG', Buffer.from([0xff, 0xd8, 0xff, 0xe0]), 'image/jpeg'],
  ['PNG', Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), 'image/png'],
  ['WebP', Buffer.from('RIFF0000WEBPVP8 '), 'unknown'],
  ['nothing', Buffer.alloc(0), 'unknown'],
  ['a web page', Buffer.from('<!doctype html><script>alert(1)</script>'), 'unknown'],
  ['an archive of something else', zipOf({ 'a.txt': 'a' }), 'unknown'],
  ['an archive without its directory', wordFile().subarray(0, 60), 'unknown'],
  [
    'a directory that leads nowhere',
    Buffer.concat([wordFile().subarray(0, 40), wordFile().subarray(-22)]),
    'unknown',
  ],
  ['Word with macros', wordFile({ 'word/vbaProject.bin': 'x' }), 'active'],
  ['Word with an ActiveX control', wordFile({ 'word/activeX/activeX1.xml': 'x' }), 'active'],
  ['Excel with old macros', excelFile({ 'xl/macrosheets/sheet1.xml': 'x' }), 'active'],
  ['Excel with a wrapped program', excelFile({ 'xl/embeddings/oleObject1.bin': 'x' }), 'active'],
  ['a PDF with a script', pdfFile(`4 0 obj\n${SCRIPT}\nendobj\n`), 'active'],
  ['a PDF with a script that hides its name', pdfFile('4 0 obj\n<< /S /J#61vaScript >>\nendobj\n'), 'active'],
  ['a PDF that starts a program', pdfFile('4 0 obj\n<< /S /Launch /F (calc) >>\nendobj\n'), 'active'],
  ['a PDF with a file inside', pdfFile('4 0 obj\n<< /Type /EmbeddedFile >>\nendobj\n'), 'active'],
  [
    'a PDF with a script among packed objects',
    pdfFile(stream('/Type /ObjStm /Filter /FlateDecode', deflateSync(Buffer.from(SCRIPT)))),
    'active',
  ],
  ['a PDF that breaks off in a stream', pdfFile(`4 0 obj\n<< >>\nstream\n${SCRIPT}`), 'active'],
  [
    'a picture in a PDF that looks like a script by chance',
    pdfFile(stream('/Subtype /Image', Buffer.from('ab/JS cd'))),
    'application/pdf',
  ],
])('%s is %s', (_what, bytes, type) => {
  expect(entryFileTypeOf(bytes)).toBe(type)
})
