/** A promise that reached into a year without a notice is settled once, when `jiesu calendar add` has brought the notice. */
import { getOrder, lookUpOrder, submitOrder } from '@jiesu/shared-types'
import { cpSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { addNotice } from '../../portal-api/src/clock/addNotice'
import { leakingMain } from '../support/appeals'
import { startPortal, type TestPortal } from '../support/portal'

const REAL = join(__dirname, '../../portal-api/calendar')
let root: string
let portal: TestPortal
beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'jiesu-promises-'))
  for (const folder of ['old', 'new'])
    for (const name of readdirSync(REAL))
      if (name <= '2026.json') cpSync(join(REAL, name), join(root, folder, name))
  // Fictional days: Friday to Monday off, made up for on Saturday the 9th.
  const holidays = [{ name: '元旦', off: ['2027-01-01', '2027-01-04'], worked: ['2027-01-09'] }]
  writeFileSync(
    join(root, 'notice.json'),
    JSON.stringify({ year: 2027, notices: ['https://www.gov.cn/example'], holidays }),
  )
  addNotice(join(root, 'new'), join(root, 'notice.json'), false)
  portal = await startPortal('2026-12-29T09:00:00+08:00', { settings: { JIESU_CALENDAR: join(root, 'old') } })
})
afterAll(async () => {
  await portal.stop()
  rmSync(root, { recursive: true, force: true })
})

test('the promise becomes certain with an event and a word, once, however often and by whomever it is looked at', async () => {
  const { order, queryCode } = await portal.call(submitOrder, { body: leakingMain() })
  const { number } = order
  expect(order.milestones).toMatchObject([{ dueAt: '2027-01-06T00:00:00+08:00', provisional: true }])
  // Nothing of it is due in an announced year: nobody looks at it yet.
  await portal.tick()
  const view = async () => {
    const { accessToken } = await portal.call(lookUpOrder, { body: { number, queryCode } })
    return portal.call(getOrder, { params: { number } }, { orderAccess: accessToken })
  }
  expect((await view()).timeline.map((entry) => entry.type)).not.toContain('promise-recomputed')

  portal.now = new Date('2026-12-30T10:00:00+08:00')
  const JIESU_CALENDAR = join(root, 'new')
  await Promise.all([portal.tickRestarted({ JIESU_CALENDAR }), portal.tickRestarted({ JIESU_CALENDAR })])
  portal.now = new Date('2026-12-30T10:01:00+08:00')
  await portal.tickRestarted({ JIESU_CALENDAR })

  const settled = await view()
  expect(settled.milestones).toMatchObject([{ dueAt: '2027-01-08T00:00:00+08:00', provisional: false }])
  const events = settled.timeline.filter((entry) => entry.type === 'promise-recomputed')
  expect(events).toMatchObject([
    {
      by: 'system',
      title: '办理时限已确定',
      text: '节假日安排公布，时限确定为 2027年1月7日（周四）24:00（原来暂定 2027年1月5日（周二）24:00）。',
    },
  ])
  const messages = portal.sms.sent('13800000000').filter((m) => m.template === 'order-due-certain')
  expect(messages).toHaveLength(1)
  expect(messages[0]?.params).toMatchObject({ due: '2027年1月7日（周四）24:00' })
})
