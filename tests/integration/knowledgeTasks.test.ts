/** 任务分解、督办、考核: who is late with the knowledge, who is urged, and what the board says of it. */
import {
  exportBoard,
  getBoard,
  listKnowledgeDesk,
  reportKnowledgeError,
  urgeKnowledgeTask,
} from '@jiesu/shared-types'
import { knowledgeDeeds, PIPE_ENTRY } from '../support/knowledge'
import { type As, commandId, startPortal, type TestPortal } from '../support/portal'

jest.setTimeout(60_000)

let portal: TestPortal
let does: ReturnType<typeof knowledgeDeeds>
const staff: Record<string, As> = {}
const ACCOUNTS = ['water-supply-editor', 'water-supply-manager', 'knowledge-reviewer', 'supervisor']
/** The portal's time, with everybody signed in anew: sessions end with the day. */
const at = async (time: string) => {
  portal.now = new Date(`${time}+08:00`)
  for (const account of ACCOUNTS) staff[account] = await portal.staff(`yantai-${account}`)
}
const by = (account: string): As => staff[account] ?? {}

beforeEach(async () => {
  portal = await startPortal('2026-11-16T09:00:00+08:00')
  does = knowledgeDeeds(portal)
  await at('2026-11-16T09:00:00')
})
afterEach(() => portal.stop())

const published = async (title: string): Promise<string> => {
  const { id } = await does.draft(
    { ...PIPE_ENTRY, checkedOn: '2026-11-13', title },
    by('water-supply-editor'),
  )
  await does.move(id, by('water-supply-editor'), 'submit', { why: '新写' })
  await does.move(id, by('water-supply-manager'), 'approve')
  await does.move(id, by('knowledge-reviewer'), 'approve')
  return id
}
const report = (id: string) =>
  portal.call(reportKnowledgeError, {
    params: { id },
    body: { commandId: commandId(), text: '地址已经搬走了。' },
  })
const mine = async () =>
  (await portal.call(listKnowledgeDesk, { query: { queue: 'mine' } }, by('water-supply-editor'))).entries
const urging = (id: string, task: string, why = '已经逾期，请今天核对。') => ({
  params: { id },
  body: { commandId: commandId(), task, why },
})
const PERIOD = { from: '2026-11-01', to: '2026-11-30' }

test('an overdue task is urged: in the history, before its editor, once a day, until it is done', async () => {
  const id = await published('水表冻裂了怎么办')
  await report(id)
  const [task] = (await does.open(id, by('supervisor'))).tasks
  expect(task).toMatchObject({ late: false, mayUrge: false })
  const early = await portal.refused(urgeKnowledgeTask, urging(id, task!.id), by('supervisor'))
  expect(early).toMatchObject({ code: 'not-allowed-now' })
  // An open task is its editor's work from the first day on.
  expect(await mine()).toMatchObject([{ id, late: false, urged: false, stage: 'none' }])

  // Due at the end of Thursday.
  await at('2026-11-20T09:00:00')
  expect((await does.open(id, by('supervisor'))).tasks).toMatchObject([{ late: true, mayUrge: true }])
  const byReviewer = await portal.refused(urgeKnowledgeTask, urging(id, task!.id), by('knowledge-reviewer'))
  expect(byReviewer).toMatchObject({ code: 'not-yours' })
  const once = urging(id, task!.id)
  const urged = await portal.call(urgeKnowledgeTask, once, by('supervisor'))
  expect(urged).toMatchObject({
    tasks: [{ urged: { times: 1, at: '2026-11-20T09:00:00+08:00', why: once.body.why }, mayUrge: false }],
    events: [{ type: 'task-urged', byWords: '督办员 01', why: once.body.why }, {}, {}, {}, {}, {}],
  })
  expect(await portal.call(urgeKnowledgeTask, once, by('supervisor'))).toEqual(urged)
  const again = await portal.refused(urgeKnowledgeTask, urging(id, task!.id), by('supervisor'))
  expect(again).toMatchObject({ code: 'not-allowed-now' })
  expect(await mine()).toMatchObject([{ id, late: true, urged: true }])

  await at('2026-11-23T09:00:00')
  await portal.call(urgeKnowledgeTask, urging(id, task!.id), by('supervisor'))
  await does.move(id, by('water-supply-editor'), 'close-task', { task: task!.id, why: '地址已经更正。' })
  expect(await mine()).toEqual([])
})

test('the board says how units keep the knowledge; a manager reads of the own unit, the table of all', async () => {
  const [first, second, third] = [await published('甲'), await published('乙'), await published('丙')]
  for (const id of [first, second, third]) await report(id)
  const taskOf = async (id: string) => (await does.open(id, by('supervisor'))).tasks[0]!.id
  // Two working days: in time.
  await at('2026-11-18T09:00:00')
  const outcome = { why: '已经更正。' }
  await does.move(first, by('water-supply-editor'), 'close-task', { task: await taskOf(first), ...outcome })
  // Five: late.
  await at('2026-11-23T09:00:00')
  await does.move(second, by('water-supply-editor'), 'close-task', { task: await taskOf(second), ...outcome })
  await portal.call(urgeKnowledgeTask, urging(third, await taskOf(third)), by('supervisor'))

  const read = (account: string) => portal.call(getBoard, { query: PERIOD }, by(account))
  const { tasks } = await read('supervisor')
  expect(tasks).toMatchObject([
    {
      unit: { id: 'water-supply' },
      correction: {
        inTime: { part: 1, of: 3, percent: 33.3 },
        overdue: 1,
        closed: 2,
        meanWorkingDays: 3.5,
        urged: 1,
      },
      recheck: { inTime: { part: 0, of: 0 }, overdue: 0, closed: 0, urged: 0 },
    },
  ])
  expect((await read('water-supply-manager')).tasks).toEqual(tasks)
  staff['ecology-manager'] = await portal.staff('yantai-ecology-manager')
  expect(await read('ecology-manager')).toMatchObject({ tasks: [] })
  expect(await read('ecology-manager')).not.toHaveProperty('asking')

  const csv = (await portal.call(exportBoard, { query: PERIOD }, by('supervisor'))).split('\r\n')
  const heads = csv.find((line) => line.startsWith('单位,查漏纠错'))?.split(',') ?? []
  const cells = csv[csv.findIndex((line) => line.startsWith('单位,查漏纠错')) + 1]?.split(',') ?? []
  const of = (head: string) => cells[heads.indexOf(head)]
  expect(cells[0]).toBe(tasks[0]?.unit.name)
  expect([of('查漏纠错按时办结（%）'), of('查漏纠错逾期未办'), of('查漏纠错平均工作日')]).toEqual([
    '33.3',
    '1',
    '3.5',
  ])
  expect(of('定期复核逾期未办')).toBe('0')
})
