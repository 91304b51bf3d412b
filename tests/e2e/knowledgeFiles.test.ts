/** A government site's questions as an Excel file, in a real browser: looked at, imported, found; and taken out again. */
import { readFileSync } from 'node:fs'
import { asWorkbook } from '../../portal-api/src/platform/tables/writeWorkbook'
import { DESKTOP, PHONE, type Visitor } from '../support/browser'
import { signInAtDesk } from './staff'
import { setStage } from './stage'

jest.setTimeout(120_000)

const stage = setStage()

const HEADS = ['编号', '问题', '相似问法', '解答', '责任单位', '核对日期', '浏览量']
const workbook = (answer: string) =>
  asWorkbook(
    '常见问题',
    HEADS,
    [
      ['sea', '哪里可以赶海', '赶海去哪；挖蛤蜊去哪', answer, '烟台市海洋发展和渔业局', '2026年3月1日', 88],
      ['', '停水了怎么办？', '', '请拨打供水服务热线。', '', '', 5],
      ['', '', '', '只有解答的一行', '', '', 1],
    ],
    [],
  )

const choose = async (staff: Visitor, name: string, buffer: Buffer): Promise<void> => {
  const asked = staff.page.waitForEvent('filechooser')
  await staff.press('knowledge-import-choose')
  await (await asked).setFiles({ name, mimeType: 'application/octet-stream', buffer })
}

test('the reviewer looks at a file, imports it with one more press, changes a line, and takes everything out', async () => {
  const reviewer = await stage.visitor(DESKTOP)
  await reviewer.open('/desk/knowledge')
  await signInAtDesk(reviewer, 'yantai-knowledge-reviewer')
  await reviewer.press('knowledge-files')

  await choose(reviewer, '旧表.xls', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1]))
  await reviewer.sees('problem', '另存为 .xlsx')

  await choose(reviewer, '常见问题.xlsx', await workbook('看潮汐表，注意安全。'))
  await reviewer.sees('knowledge-preview', '预览：常见问题.xlsx')
  await reviewer.sees('knowledge-preview-counts', '新增 2')
  await reviewer.sees('knowledge-preview-refused', '编号和问题至少要填一个')
  await reviewer.sees('knowledge-preview-aside', '浏览量')
  await reviewer.sees('knowledge-preview', '问的是同一件事')
  await reviewer.press('knowledge-import-run')
  await reviewer.sees('knowledge-import-done', '新增 2 条')

  const citizen = await stage.visitor(PHONE)
  await citizen.open('/knowledge?q=挖蛤蜊去哪')
  await citizen.sees('hit-sea', '哪里可以赶海')

  await choose(reviewer, '常见问题.xlsx', await workbook('看潮汐表，注意安全。\n禁渔期内不要下网。'))
  await reviewer.sees('knowledge-preview-counts', '改动 1')
  await reviewer.sees('knowledge-preview-counts', '不变 1')
  await reviewer.sees('knowledge-preview', '禁渔期内不要下网。')
  await reviewer.press('knowledge-import-run')
  await reviewer.sees('knowledge-import-done', '改动 1 条')

  const asked = reviewer.page.waitForEvent('download')
  await reviewer.press('knowledge-export-table')
  const download = await asked
  expect(download.suggestedFilename()).toBe('烟台知识库 2026-11-23.csv')
  const table = readFileSync(await download.path(), 'utf8')
  expect(table).toMatch(/^\ufeff编号,问题,/)
  expect(table).toContain('禁渔期内不要下网。')
})

test('a manager takes the unit’s entries out and brings nothing in', async () => {
  const manager = await stage.visitor(PHONE)
  await manager.open('/desk/knowledge')
  await signInAtDesk(manager, 'yantai-urban-management-manager')
  await manager.press('knowledge-files')
  await manager.sees('knowledge-export', '本单位')
  await manager.misses('knowledge-import')
  const asked = manager.page.waitForEvent('download')
  await manager.press('knowledge-export-lines')
  const lines = readFileSync(await (await asked).path(), 'utf8')
    .trim()
    .split('\n')
  expect(lines.map((line) => (JSON.parse(line) as { entry: { unit: string } }).entry.unit)).toContain(
    'urban-management',
  )
})
