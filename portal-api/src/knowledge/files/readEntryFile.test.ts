import { entryFileName } from './readEntryFile'

/** As multer hands over what a browser wrote in UTF-8. */
const sent = (name: string): string => Buffer.from(name, 'utf8').toString('latin1')

test.each([
  ['低保申请表.docx', '低保申请表'],
  ['C:\\文件\\申请表（2026.1 版）.pdf', '申请表（2026.1 版）'],
  ['../../etc/passwd', 'passwd'],
  ['a\u202Efdp.exe', 'a fdp'],
  ['<b>"x".pdf', 'b x'],
  ['.pdf', '附件'],
  ['长'.repeat(100), '长'.repeat(80)],
])('%s is called %s', (given, name) => {
  expect(entryFileName(sent(given))).toBe(name)
})
