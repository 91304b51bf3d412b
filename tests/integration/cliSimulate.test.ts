import { submitOrder } from '@jiesu/shared-types'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { leakingMain } from '../support/appeals'
import { jiesu } from '../support/jiesu'
import { startPortal, type TestPortal } from '../support/portal'

// Each run is a process of its own, which takes its time on a busy machine.
jest.setTimeout(60_000)

const CITIES = join(__dirname, '../../portal-api/cities')
let root: string
let draft: string
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'jiesu-cli-simulate-'))
  draft = join(root, 'draft')
  mkdirSync(draft)
  // Only what changes: seven working days for citizens instead of five.
  const limits = readFileSync(join(CITIES, 'yantai/limits.json'), 'utf8')
  const data = JSON.parse(limits) as { rules: { id: string; milestones: { amount: number }[] }[] }
  for (const rule of data.rules)
    if (rule.id === 'yt-11-1-citizen') for (const milestone of rule.milestones) milestone.amount = 7
  writeFileSync(join(draft, 'limits.json'), JSON.stringify(data))
})
afterAll(() => rmSync(root, { recursive: true, force: true }))

test('appeals from a file: counts and examples side by side, as text', async () => {
  const file = join(root, 'appeals.jsonl')
  const line = { category: 'city/roads', district: '370602', text: '路坏了', at: '2026-11-23T09:00:00+08:00' }
  writeFileSync(
    file,
    `${JSON.stringify({ id: 'a', ...line })}\n${JSON.stringify({ ...line, requester: 'enterprise' })}\n`,
  )
  const ran = await jiesu(['simulate', '--city', 'yantai', '--with', draft, '--appeals', file])
  expect(ran).toMatchObject({ code: 0, stderr: '' })
  expect(ran.stdout.split('\n').slice(0, 7)).toEqual([
    'yantai: 2 appeals under the rules in force and under the changed ones',
    'scope: 0 change; stopped before 0, after 0',
    'units: 0 change; dispatched by themselves before 0, after 0',
    'due times: 1 change; 0 end earlier, 1 later',
    '  a 2026-11-23 city/roads',
    '    before: 办理完毕并答复 11月30日（周一）24:00 [yt-11-1-citizen]',
    '    after:  办理完毕并答复 12月2日（周三）24:00 [yt-11-1-citizen]',
  ])
})

describe('stored orders', () => {
  let portal: TestPortal
  beforeAll(async () => {
    portal = await startPortal('2026-11-20T09:00:00+08:00')
  })
  afterAll(() => portal.stop())

  test('are replayed from a day on, and stay as they are', async () => {
    await portal.call(submitOrder, { body: leakingMain() })
    portal.now = new Date('2026-11-23T09:00:00+08:00')
    const { order } = await portal.call(submitOrder, { body: leakingMain() })
    const stored = () => portal.connection.collection('orders').find().sort({ _id: 1 }).toArray()
    const before = await stored()

    const env = { MONGODB_URI: portal.database.uri }
    const args = ['simulate', '--city', 'yantai', '--with', draft, '--json']
    const all = await jiesu(args, { env })
    expect(JSON.parse(all.stdout)).toMatchObject({ appeals: 2, clock: { changed: 2, later: 2 } })
    const late = await jiesu([...args, '--since', '2026-11-21'], { env })
    expect(JSON.parse(late.stdout)).toMatchObject({
      city: 'yantai',
      appeals: 1,
      scope: { changed: 0 },
      dispatch: { changed: 0, automaticBefore: 1 },
      clock: { changed: 1, examples: [{ id: order.number, day: '2026-11-23' }] },
    })
    expect(late.stdout).not.toContain('13800000000')
    expect(await stored()).toEqual(before)
  })
})

test.each<[string, string[], RegExp]>([
  ['a folder that holds nothing of a city', ['--with', '/'], /没有找到城市文件/],
  ['a draft that is not right', ['--with', 'broken'], /limits\.json/],
  ['another city', ['--with', join(CITIES, 'fuzhou')], /is of fuzhou, not of yantai/],
  ['a file that is not there', ['--with', 'draft', '--appeals', '/nowhere.jsonl'], /no file \/nowhere/],
  ['a day that is none', ['--with', 'draft', '--since', 'monday'], /--since is a day like/],
])('%s is said in a line', async (_what, args, message) => {
  cpSync(draft, join(root, 'broken'), { recursive: true })
  writeFileSync(join(root, 'broken/limits.json'), '{}')
  const ran = await jiesu([
    'simulate',
    '--city',
    'yantai',
    ...args.map((a) => (/^(draft|broken)$/.test(a) ? join(root, a) : a)),
  ])
  expect(ran).toMatchObject({ code: 1, stdout: '' })
  expect(ran.stderr).toMatch(/^jiesu: /)
  expect(ran.stderr).toMatch(message)
  expect(ran.stderr).not.toMatch(/\n\s+at /)
})
