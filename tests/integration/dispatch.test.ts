/** Where an order goes, by which row, and how it got to lines with seats of their own (双号并行、分中心、专家座席、联动). */
import { dispatchOrder, getCity, listUnits, submitOrder } from '@jiesu/shared-types'
import { leakingMain, parkedCars } from '../support/appeals'
import { deeds } from '../support/deeds'
import { type As, commandId, startPortal, type TestPortal } from '../support/portal'

jest.setTimeout(60_000)

let portal: TestPortal
let operator: As
let act: ReturnType<typeof deeds>
beforeAll(async () => {
  portal = await startPortal('2026-11-23T09:00:00+08:00')
  operator = await portal.staff('yantai-operator')
  act = deeds(portal)
})
afterAll(() => portal.stop())

const hole = (fact?: 'road-main' | 'road-highway' | 'urgent-public-opinion') =>
  leakingMain({
    category: 'city/roads',
    text: '路面有一个很深的坑，晚上看不清，已经有人摔倒了。',
    ...(fact === undefined ? {} : { fact }),
  })

describe('the answer to the category’s question decides who handles it', () => {
  test('the form is told what to ask', async () => {
    const { categories } = await portal.call(getCity, { params: { city: 'yantai' } })
    const roads = categories.flatMap((group) => group.categories).find(({ id }) => id === 'city/roads')
    expect(roads?.question?.answers.map(({ fact }) => fact)).toContain('road-highway')
  })

  test('unanswered: a person chooses, and sees who comes next', async () => {
    const { number, receipt } = await act.submit(hole())
    expect(receipt.order.status).toBe('awaiting-dispatch')
    const { dispatchOptions, dispatchExplained } = await act.open(number, operator)
    expect(dispatchOptions.map(({ standing }) => standing)).toEqual(['decides', 'decides'])
    expect(dispatchExplained).toBeUndefined()
  })

  test('answered: dispatched by itself, with the row, its version and who would have been next on record', async () => {
    const { number, own } = await act.submit(hole('road-highway'))
    expect(await act.read(number, own)).toMatchObject({
      status: 'dispatched',
      unitName: '市交通运输局',
      factWords: '国道、省道、高速',
    })
    const seen = await act.open(number, operator)
    expect(seen.dispatchExplained).toEqual({
      row: '派单目录 city-roads-highway（第 1 版）',
      basis: '国道、省道和高速公路由交通运输部门养护或监管',
      next: [
        { unitName: '市城管局', row: '派单目录 city-roads-a（第 1 版）' },
        { unitName: '芝罘区人民政府', row: '派单目录 city-roads-b（第 1 版）' },
      ],
    })
  })

  test.each([
    ['an answer to another question', { ...leakingMain(), fact: 'road-main' as const }],
    ['what only the desk may declare', hole('urgent-public-opinion')],
  ])('%s is no answer', async (_name, body) => {
    const problem = await portal.refused(submitOrder, { body })
    expect(problem).toMatchObject({ code: 'not-offered-here', fields: [{ path: '/fact' }] })
  })
})

describe('lines with seats of their own', () => {
  test('the catalogue passes an order on to a line, and everybody can read how', async () => {
    const { number, own } = await act.submit(
      leakingMain({
        kind: 'consult',
        category: 'housing/provident-fund',
        text: '公积金贷款可以提前还吗，需要带什么材料？',
      }),
    )
    const mine = await act.read(number, own)
    expect(mine).toMatchObject({
      status: 'dispatched',
      lineWords: '12329 全国统一住房公积金热线服务热线（双号并行）',
    })
    expect(mine.timeline[0]?.title).toBe(
      '已转 12329 全国统一住房公积金热线服务热线（双号并行），由市住房公积金管理中心办理',
    )
    const seat = await portal.staff('yantai-provident-fund')
    expect((await act.open(number, seat)).allowed).toContain('receive')
  })

  test('an operator transfers one to an expert seat and to an emergency line that works along', async () => {
    const { lines } = await portal.call(listUnits, {}, operator)
    const seat = lines.find(({ number }) => number === '12348')
    expect(seat).toEqual({
      number: '12348',
      words: '12348 全国公共法律服务专用电话（专家座席）',
      unit: { id: 'justice', name: '市司法局' },
    })
    const { number } = await act.submit(parkedCars())
    const order = await act.transfer(number, operator, '110', 'public-security')
    expect(order).toMatchObject({
      status: 'dispatched',
      unitName: '市公安局',
      lineWords: '110 报警电话（联动）',
    })
  })

  test.each([
    ['that 12345 answers itself', '12328', 'transport', '这条热线不接收工单，请重新选择'],
    ['that nobody knows', '99999', 'transport', '这条热线不接收工单，请重新选择'],
    ['of another unit', '12348', 'transport', '这条热线由另一个单位运行，请核对主办单位'],
  ])('no transfer to a line %s', async (_name, line, unit, message) => {
    const { number } = await act.submit(parkedCars())
    const problem = await portal.refused(
      dispatchOrder,
      {
        params: { number },
        body: { commandId: commandId(), unit, coUnits: [], line, reason: '由热线专席接办' },
      },
      operator,
    )
    expect(problem.fields).toEqual([{ path: '/line', message }])
    expect((await act.open(number, operator)).status).toBe('awaiting-dispatch')
  })
})
