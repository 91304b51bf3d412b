/** 监督评价 in a real browser: figures and what they mean, on a desktop and on a phone; for those who may see them. */
import { readFileSync } from 'node:fs'
import { DESKTOP, PHONE, type Visitor } from '../support/browser'
import { signInAtDesk } from './staff'
import { setStage } from './stage'

jest.setTimeout(120_000)

const stage = setStage('2026-11-23T10:00:00+08:00')
beforeAll(async () => {
  await stage.portal.seedDemoOrders()
})

const atBoard = async (account: string, size: { width: number; height: number }): Promise<Visitor> => {
  const visitor = await stage.visitor(size)
  await visitor.open('/desk/board')
  await signInAtDesk(visitor, account)
  return visitor
}

test('a supervisor compares units, changes the period, and takes the table along', async () => {
  const supervisor = await atBoard('yantai-supervisor', DESKTOP)
  await supervisor.sees('board-table', '按时办结率')
  await supervisor.sees('board-span', '2026-11-01 至 2026-11-23')
  const table = await (await supervisor.sees('board-table')).innerText()
  // Colours are words.
  expect(table).toMatch(/红榜|蓝榜|黄榜/)
  await supervisor.sees('board-total', '合计')
  const formula = await (await supervisor.sees('board-formula')).innerText()
  for (const words of ['得分 = 按时办结率 × 40%', '由热线管理机构设定', '第13条', '超时以后撤回的照算'])
    expect(formula).toContain(words)

  await supervisor.press('board-period-lastMonth')
  await supervisor.sees('board-span', '2026-10-01 至 2026-10-31')
  await supervisor.press('board-period-last30')
  await supervisor.sees('board-span', '2026-10-25 至 2026-11-23')
  await supervisor.sees('board-table')
  const [download] = await Promise.all([
    supervisor.page.waitForEvent('download'),
    supervisor.press('board-export'),
  ])
  expect(download.suggestedFilename()).toBe('烟台监督评价 2026-10-25 至 2026-11-23.csv')
  const saved = readFileSync(await download.path(), 'utf8')
  expect(saved.startsWith('\ufeff烟台承办单位监督评价')).toBe(true)

  await supervisor.press('desk-to-orders')
  await supervisor.sees('desk-queue-mine')
  await supervisor.press('desk-to-board')
  await supervisor.sees('board-table')
})

test('on a phone: one card a unit, nothing wider than the screen', async () => {
  const operator = await atBoard('yantai-operator', PHONE)
  await operator.press('board-period-last30')
  await operator.sees('board-cards', '按时办结率')
  const overflow = await operator.page.evaluate<number>('document.documentElement.scrollWidth - innerWidth')
  expect(overflow).toBeLessThanOrEqual(0)
})

test('where the document names no colours, there are none', async () => {
  const auditor = await atBoard('fuzhou-auditor', DESKTOP)
  await auditor.press('board-period-last30')
  const table = await (await auditor.sees('board-table', '得分')).innerText()
  expect(table).not.toMatch(/红榜|蓝榜|黄榜|榜次/)
})

test('a manager sees the own unit alone; who handles orders is told who sees figures', async () => {
  const manager = await atBoard('yantai-water-supply-manager', DESKTOP)
  await manager.press('board-period-last30')
  await manager.sees('board-water-supply')
  await manager.misses('board-total')
  expect(await manager.page.locator('[role=row]:visible').count()).toBe(2)

  const handler = await atBoard('yantai-water-supply', DESKTOP)
  await handler.page.getByText('您的岗位不看这一页').waitFor()
  await handler.misses('desk-to-board')
})
