/** 监督评价: the figures of a period, who may see which, and what it costs to read them. */
import {
  type Board,
  type BoardRow,
  exportBoard,
  getBoard,
  mergeInto,
  refuseReturn,
  replyOrder,
  returnOrder,
} from '@jiesu/shared-types'
import { leakingMain, parkedCars } from '../support/appeals'
import { deeds } from '../support/deeds'
import { type As, startPortal, type TestPortal } from '../support/portal'

jest.setTimeout(60_000)

let portal: TestPortal
let act: ReturnType<typeof deeds>

const NOVEMBER = { from: '2026-11-01', to: '2026-11-30' }
const DECEMBER = { from: '2026-12-01', to: '2026-12-31' }
const UNIT = 'water-supply'

const at = (shanghai: string) => {
  portal.now = new Date(`${shanghai}+08:00`)
}
/** Signs in at the portal's time: sessions of earlier days are over. */
const staff = (account: string): Promise<As> => portal.staff(`yantai-${account}`)
const board = async (account: string, period: { from: string; to: string }): Promise<Board> =>
  portal.call(getBoard, { query: period }, await staff(account))
const rowOf = (shown: Board, unit: string): BoardRow | undefined =>
  shown.rows.find((row) => row.unit.id === unit)

beforeAll(async () => {
  portal = await startPortal('2026-11-02T09:00:00+08:00')
  act = deeds(portal)

  // In time, solved, satisfied.
  const good = await act.submit(leakingMain())
  at('2026-11-03T10:00:00')
  await act.receive(good.number, await staff(UNIT))
  await act.reply(good.number, await staff(UNIT))
  at('2026-11-03T20:00:00')
  await act.rate(good.number, await act.lookUp(good), { solved: 'solved', satisfaction: 'satisfied' })

  // Late, never opened, then withdrawn: late for good. A second one is merged into the first: no job of its own.
  const late = await act.submit(leakingMain())
  const follower = await act.submit(leakingMain())
  await act.take(mergeInto, follower.number, await staff('operator'), {
    into: late.number,
    reason: '同一处漏水',
  })
  at('2026-11-12T09:00:00')
  await portal.tick()
  await act.withdraw(late.number, await act.lookUp(late), '不等了')

  // A matter of law that satisfied nobody, and an improper return.
  const law = await act.submit(leakingMain())
  await act.take(returnOrder, law.number, await staff(`${UNIT}-manager`), {
    reason: '不归我单位管理',
    evidence: '职责规定第五条',
  })
  await act.take(refuseReturn, law.number, await staff('reviewer'), { reason: '职责规定写明由贵单位负责' })
  await act.receive(law.number, await staff(UNIT))
  await portal.call(
    replyOrder,
    {
      params: { number: law.number },
      body: {
        commandId: 'a-matter-of-law-0001',
        publicReply: '已经依法调解，双方达成协议。',
        internalAccount: '调解一次。',
        nature: 'mediation',
      },
    },
    await staff(UNIT),
  )
  await act.rate(law.number, await act.lookUp(law), { solved: 'solved', satisfaction: 'very-dissatisfied' })

  // Dispatched on the last day of the month and left alone: what it becomes, it becomes in December.
  at('2026-11-30T16:00:00')
  await act.submit(leakingMain())
  at('2026-12-20T10:00:00')
  await portal.tick()
})
afterAll(() => portal.stop())

test('what a unit did in a month, with what it is counted of', async () => {
  const shown = await board('supervisor', NOVEMBER)
  expect(rowOf(shown, UNIT)).toEqual({
    unit: { id: UNIT, name: expect.stringContaining('水') as string },
    figures: {
      // The answered one and the mediated one of these and the withdrawn one; the merged one is no job.
      onTime: { part: 2, of: 3, percent: 66.7 },
      viewed: { part: 2, of: 3, percent: 66.7 },
      solved: { part: 2, of: 2, percent: 100 },
      satisfied: { part: 1, of: 1, percent: 100 },
      improperReturns: 1,
      yellowCards: 0,
      redCards: 1,
    },
    // (40 × 2/3 + 10 × 2/3 + 30 + 20) % − 2 − 1; three jobs are too few for a colour.
    score: 80.3,
  })
  expect(shown.total).toBeDefined()
  expect(shown.formula[0]).toContain('按时办结率 × 40%')
  expect(shown.note).toContain('由热线管理机构设定')
  expect(shown.source.item).toContain('第13条')
})

test('an order that nothing happened to since counts when it was late, in the month in which it was', async () => {
  const row = rowOf(await board('supervisor', DECEMBER), UNIT)
  expect(row?.figures).toMatchObject({
    onTime: { part: 0, of: 1 },
    viewed: { part: 0, of: 1 },
    redCards: 1,
  })
})

test('before anybody looked again, what rests is counted as well', async () => {
  const quiet = await startPortal('2026-11-30T16:00:00+08:00')
  try {
    await deeds(quiet).submit(leakingMain())
    // No tick: no card has touched it.
    quiet.now = new Date('2026-12-20T10:00:00+08:00')
    const shown = await quiet.call(getBoard, { query: DECEMBER }, await quiet.staff('yantai-supervisor'))
    expect(rowOf(shown, UNIT)?.figures).toMatchObject({
      onTime: { part: 0, of: 1 },
      viewed: { part: 0, of: 1 },
    })
  } finally {
    await quiet.stop()
  }
})

test.each(['supervisor', 'reviewer', 'auditor', 'operator'])('%s sees every unit', async (role) => {
  const shown = await board(role, NOVEMBER)
  expect(shown.total).toBeDefined()
  expect(rowOf(shown, UNIT)).toBeDefined()
})

test('a manager sees the own unit, and neither the others nor the sum of all', async () => {
  expect((await board(`${UNIT}-manager`, NOVEMBER)).rows.map((row) => row.unit.id)).toEqual([UNIT])
  const other = await board('urban-management-manager', NOVEMBER)
  expect([other.rows, other.total]).toEqual([[], undefined])
})

test.each([UNIT, 'callback'])('%s is refused', async (account) => {
  for (const endpoint of [getBoard, exportBoard])
    expect((await portal.refused(endpoint, { query: NOVEMBER }, await staff(account))).code).toBe('not-yours')
})

test('the other city knows nothing of it, and has no colours that its document does not name', async () => {
  const shown = await portal.call(getBoard, { query: NOVEMBER }, await portal.staff('fuzhou-supervisor'))
  expect([shown.rows, shown.bands]).toEqual([[], []])
})

test.each([
  ['no period', {}, ['/from', '/to']],
  ['a day that does not exist', { from: '2026-02-30', to: '2026-03-31' }, ['/from']],
  ['backwards', { from: '2026-11-30', to: '2026-11-01' }, ['/to']],
  ['too long', { from: '2025-01-01', to: '2026-11-01' }, ['/to']],
])('%s is said at its field', async (_what, query, paths) => {
  const refused = await portal.refused(getBoard, { query }, await staff('supervisor'))
  expect([refused.code, refused.fields?.map((field) => field.path)]).toEqual(['invalid-input', paths])
})

test('the table for spreadsheets has the same figures', async () => {
  const as = await staff('supervisor')
  const { session = '' } = as
  const address = `${exportBoard.path}?${new URLSearchParams(NOVEMBER).toString()}`
  const answer = await portal.send('GET', address, undefined, { authorization: `Bearer ${session}` })
  expect(answer.headers.get('content-type')).toBe('text/csv; charset=utf-8')
  expect(decodeURIComponent(answer.headers.get('content-disposition') ?? '')).toContain(
    '烟台承办单位监督评价 2026-11-01 至 2026-11-30.csv',
  )
  const csv = await portal.call(exportBoard, { query: NOVEMBER }, as)
  const lines = csv.split('\r\n')
  const heads = lines[1]?.split(',') ?? []
  const row = rowOf(await board('supervisor', NOVEMBER), UNIT)
  const cells = lines.find((line) => line.startsWith(`${row?.unit.name ?? ''},`))?.split(',') ?? []
  const of = (head: string) => cells[heads.indexOf(head)]
  expect([of('按时办结率分子'), of('按时办结率分母'), of('按时办结率（%）')]).toEqual(['2', '3', '66.7'])
  expect([of('满意率分子'), of('不当退单'), of('得分')]).toEqual(['1', '1', String(row?.score)])
  expect(csv).toContain('行政调解、执法办案类事项依法处置，不按满意率评判')
})

test('with the demo’s orders: every colour, and pages that are read by indexes', async () => {
  const full = await startPortal('2026-11-23T10:00:00+08:00')
  try {
    await full.seedDemoOrders()
    const period = { from: '2026-10-25', to: '2026-11-23' }
    const shown = await full.call(getBoard, { query: period }, await full.staff('yantai-supervisor'))
    expect(shown.rows.length).toBeGreaterThan(10)
    const colours = new Set(shown.rows.map((row) => row.colour))
    expect(colours.size).toBeGreaterThanOrEqual(3)
    expect(shown.rows.every((row) => row.colour === undefined || row.figures.onTime.of >= 5)).toBe(true)

    const since = new Date('2026-10-25T00:00:00+08:00')
    const until = new Date('2026-11-24T00:00:00+08:00')
    const orders = full.connection.collection('orders')
    const changed = { city: 'yantai', changedAt: { $gte: since }, submittedAt: { $lt: until } }
    const plan = await orders.find(changed).sort({ changedAt: 1, _id: 1 }).limit(500).explain()
    expect(JSON.stringify(plan['queryPlanner'])).toMatch(/changedAt_1__id_1/)
    expect(JSON.stringify(plan['queryPlanner'])).not.toMatch(/COLLSCAN|"SORT"/)
    const open = {
      city: 'yantai',
      submittedAt: { $lt: until },
      status: { $in: ['submitted', 'handling'] },
      changedAt: { $lt: since },
    }
    const resting = await orders.find(open).sort({ dueAt: 1, _id: 1 }).limit(500).explain()
    expect(JSON.stringify(resting['queryPlanner'])).toMatch(/status_1_dueAt_1__id_1/)
    expect(JSON.stringify(resting['queryPlanner'])).not.toMatch(/COLLSCAN/)
  } finally {
    await full.stop()
  }
})

test('more orders than a page holds are all counted, once', async () => {
  const full = await startPortal('2026-11-23T10:00:00+08:00')
  try {
    const { number } = await deeds(full).submit(parkedCars())
    const orders = full.connection.collection<{ _id: string; submissionId: string; changedAt: Date }>(
      'orders',
    )
    const one = await orders.findOne({ _id: number })
    if (one === null) throw new Error('not stored')
    // The same moment for many: their numbers tell them apart.
    await orders.insertMany(
      Array.from({ length: 1_200 }, (_, i) => ({ ...one, _id: `copy-${i}`, submissionId: `copy-${i}` })),
    )
    full.now = new Date('2026-12-10T10:00:00+08:00')
    for (const { from, to } of [
      { from: '2026-11-01', to: '2026-12-10' },
      { from: '2026-12-01', to: '2026-12-10' },
    ]) {
      const shown = await full.call(getBoard, { query: { from, to } }, await full.staff('yantai-supervisor'))
      expect(rowOf(shown, 'hotline')?.figures.onTime).toEqual({ part: 0, of: 1_201, percent: 0 })
    }
  } finally {
    await full.stop()
  }
})
