/** The city's rules on trial: who may, what has to be corrected, what would change, and that nothing does. */
import { listRuleFiles, type RuleReport, simulateRules, type SimulateInput } from '@jiesu/shared-types'
import { appealIn, contestedDecision, leakingMain, parkedCars } from '../support/appeals'
import { deeds } from '../support/deeds'
import { handlerOf } from '../support/handlerOf'
import { withDays } from '../support/ruleTexts'
import { type As, startPortal, type TestPortal } from '../support/portal'

let portal: TestPortal
let administrator: As
/** The city's files as they are in force. */
let inForce: Record<string, string>
let first: string

beforeAll(async () => {
  portal = await startPortal('2026-11-20T09:00:00+08:00')
  const act = deeds(portal)
  first = (await act.submit(leakingMain())).number
  portal.now = new Date('2026-11-23T09:00:00+08:00')
  await act.submit(parkedCars())
  await act.submit(contestedDecision({ insist: true }))
  await act.submit(appealIn('fuzhou'))
  administrator = await portal.staff('yantai-administrator')
  const { files } = await portal.call(listRuleFiles, {}, administrator)
  inForce = Object.fromEntries(files.map(({ name, text }) => [name, text]))
})
afterAll(() => portal.stop())

const trial = (body: SimulateInput, as = administrator) => portal.call(simulateRules, { body }, as)
const reportOf = async (body: SimulateInput): Promise<RuleReport> => {
  const answer = await trial(body)
  if (answer.outcome !== 'report') throw new Error(JSON.stringify(answer.findings))
  return answer
}
const findingsOf = async (files: Record<string, string>) => {
  const answer = await trial({ files })
  return answer.outcome === 'findings' ? answer.findings : []
}
/** A file of the city with something else in it. */
const changed = (name: string, change: (data: never) => void): Record<string, string> => {
  const data = JSON.parse(inForce[name] ?? '') as never
  change(data)
  return { [name]: JSON.stringify(data, null, 2) }
}
const threeDays = () => ({
  'limits.json': withDays('yt-11-1-citizen', 3)(inForce['limits.json'] ?? ''),
})

test('who may: the city’s administrator alone', async () => {
  const handler = await portal.staff(await handlerOf(portal, first))
  const body = { files: threeDays() }
  const statuses: Record<string, number[]> = {}
  for (const [who, as] of Object.entries({
    nobody: {},
    citizen: await portal.citizen('13800000031'),
    operator: await portal.staff('yantai-operator'),
    supervisor: await portal.staff('yantai-supervisor'),
    handler,
  }))
    statuses[who] = [
      (await portal.refused(listRuleFiles, {}, as)).status,
      (await portal.refused(simulateRules, { body }, as)).status,
    ]
  expect(statuses).toEqual({
    nobody: [401, 401],
    citizen: [401, 401],
    operator: [403, 403],
    supervisor: [403, 403],
    handler: [403, 403],
  })
  const elsewhere = await portal.staff('fuzhou-administrator')
  const { files } = await portal.call(listRuleFiles, {}, elsewhere)
  expect(files.find(({ name }) => name === 'profile.json')?.text).toContain('"fuzhou"')
})

test('the files are those in force: without a change nothing changes', async () => {
  expect(Object.keys(inForce).sort()).toEqual(
    ['categories', 'dispatch', 'districts', 'english', 'hotlines', 'limits', 'profile', 'scope', 'units'].map(
      (name) => `${name}.json`,
    ),
  )
  expect(await trial({ files: inForce })).toMatchObject({
    outcome: 'report',
    orders: 3,
    more: false,
    scope: { changed: 0, stoppedBefore: 1, stoppedAfter: 1 },
    dispatch: { changed: 0, automaticBefore: 1, automaticAfter: 1 },
    clock: { changed: 0 },
  })
})

test('a shorter limit, from a day on: what would be due when; the orders stay as they are', async () => {
  const stored = () => portal.connection.collection('orders').find().sort({ _id: 1 }).toArray()
  const before = await stored()
  const report = await reportOf({ files: threeDays() })
  expect(report).toMatchObject({
    orders: 3,
    scope: { changed: 0 },
    dispatch: { changed: 0 },
    clock: { changed: 3, earlier: 3, later: 0 },
  })
  expect(report.clock.examples.find((example) => example.number === first)).toEqual({
    number: first,
    day: '2026-11-20',
    categoryName: '给水管道漏水',
    before: [{ words: '办理完毕并答复 11月27日（周五）24:00', rule: 'yt-11-1-citizen' }],
    after: [{ words: '办理完毕并答复 11月25日（周三）24:00', rule: 'yt-11-1-citizen' }],
  })
  expect(await reportOf({ files: threeDays(), since: '2026-11-21' })).toMatchObject({
    orders: 2,
    clock: { changed: 2 },
  })
  expect(await reportOf({ files: threeDays(), since: '2026-11-24' })).toMatchObject({ orders: 0 })
  expect(await stored()).toEqual(before)
})

test('several files at once: another unit, another scope rule', async () => {
  const report = await reportOf({
    files: {
      ...changed('dispatch.json', ({ rows }: { rows: { id: string; unit: string; coUnits: string[] }[] }) => {
        for (const row of rows)
          if (row.id === 'city-water-main') Object.assign(row, { unit: 'transport', coUnits: [] })
      }),
      ...changed('scope.json', ({ rules }: { rules: { match: object[] }[] }) => {
        rules[0]?.match.push({ any: ['积水'] })
      }),
    },
  })
  expect(report.dispatch).toMatchObject({
    changed: 1,
    examples: [{ number: first, after: [{ words: '市交通运输局', rule: 'city-water-main' }] }],
  })
  expect(report.scope).toMatchObject({ changed: 1, stoppedBefore: 1, stoppedAfter: 2 })
  expect(report.scope.examples[0]?.after[0]?.words).toMatch(/（词句：积水）$/)
})

test('nothing of what people wrote is in the answer, whatever the draft asks for', async () => {
  const { scope } = await reportOf({
    files: changed('scope.json', ({ rules }: { rules: { match: object[] }[] }) => {
      rules[0]?.match.push({ any: ['自来…管道', '小区…停满', '漏水…积水'] })
    }),
  })
  expect(scope.changed).toBe(2)
  expect(JSON.stringify(scope)).not.toMatch(/自来水主管道|门口的路|路面|示范路|王女士|1380000/)
})

test.each<[string, () => Record<string, string>, object]>([
  ['half a file', () => ({ 'limits.json': (inForce['limits.json'] ?? '').slice(0, 400) }), { path: '' }],
  [
    'no JSON at all',
    () => ({ 'limits.json': '每件都三天' }),
    { message: expect.stringContaining('第 1 行') as string },
  ],
  [
    'an empty file',
    () => ({ 'limits.json': '' }),
    { message: expect.stringContaining('不是完整的 JSON') as string },
  ],
  ['null', () => ({ 'limits.json': 'null' }), { message: '这里应为一组字段' }],
  ['a deep nest', () => ({ 'limits.json': '['.repeat(90_000) + ']'.repeat(90_000) }), {}],
  ['a file of another kind', () => ({ 'limits.json': inForce['units.json'] ?? '' }), { path: 'startsAt' }],
  [
    'an unknown unit',
    () =>
      changed('dispatch.json', ({ rows }: { rows: { unit: string }[] }) => {
        rows[3]!.unit = 'nobody'
      }),
    {
      file: 'dispatch.json',
      path: 'rows[3].unit',
      message: '没有编号为 "nobody" 的单位，请先写进 units.json',
    },
  ],
  ['a file nobody knows', () => ({ '../../etc/passwd': '{}' }), { file: '../../etc/passwd' }],
])('%s is answered with what to correct', async (_what, files, finding) => {
  expect((await findingsOf(files()))[0]).toMatchObject(finding)
})

test('too much is refused in words', async () => {
  const refused = async (body: object) => portal.refused(simulateRules, { body }, administrator)
  const long = await refused({ files: { 'limits.json': 'x'.repeat(200_001) } })
  expect(long.fields).toEqual([{ path: '/files/limits.json', message: '一个文件请控制在 200000 个字以内' }])
  expect((await refused({ files: {} })).fields).toEqual([{ path: '/files', message: '请至少改动一个文件' }])
  expect((await refused({ files: inForce, since: '昨天' })).fields?.[0]?.path).toBe('/since')
  expect((await refused({ files: { 'scope.json': '长'.repeat(400_000) } })).code).toBe('body-too-large')
})

test('who tried which files is in the log; a trial that could not begin is not', async () => {
  const before = portal.log.length
  await trial({ files: threeDays() })
  await trial({ files: { 'limits.json': '{' } })
  const lines = portal.log.slice(before).filter((line) => line.includes('rules tried'))
  expect(lines.map((line) => JSON.parse(line) as unknown)).toMatchObject([
    { by: 'yantai-administrator', city: 'yantai', files: ['limits.json'], orders: 3 },
  ])
})
