import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { jiesu } from '../support/jiesu'

// Each run is a process of its own, which takes its time on a busy machine.
jest.setTimeout(60_000)

const CITIES = join(__dirname, '../../portal-api/cities')
let root: string
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'jiesu-cli-city-'))
})
afterEach(() => rmSync(root, { recursive: true, force: true }))

test.each(['yantai', 'fuzhou'])(
  'check-city %s: nothing to correct, the operator’s pool by name',
  async (city) => {
    const ran = await jiesu(['check-city', city])
    expect(ran).toMatchObject({ code: 0, stderr: '' })
    expect(ran.stdout).toMatch(/\n {2}pool: city\/roads .*：?.* \/ 所在区市 \[city-roads-a, city-roads-b\]\n/)
    expect(ran.stdout).toContain(', 0 reach nobody')
    expect(ran.stdout).toMatch(/nothing to correct\n$/)
  },
)

test('new-city makes a folder that checks, names what is left to write, and is not made twice', async () => {
  const env = { JIESU_CITIES: join(root, 'cities') }
  const made = await jiesu(['new-city', 'weihai', '--name', '威海'], { env })
  expect(made).toMatchObject({ code: 0, stderr: '' })
  const checked = await jiesu(['check-city', 'weihai'], { env })
  expect(checked).toMatchObject({ code: 0, stderr: '' })
  expect(checked.stdout).toMatch(/^weihai 威海: 21 categories/)
  expect(checked.stdout).toMatch(/still to be written\n$/)
  expect(checked.stdout).toMatch(/warning: limits\.json says 待填写 \d+ times/)
  const asked = await jiesu(['due', '--city', 'weihai', '--at', '2026-11-23T09:00:00+08:00'], { env })
  expect(asked.stdout).toContain('"dueAt":"2026-12-08T00:00:00+08:00"')
  const again = await jiesu(['new-city', 'weihai'], { env })
  expect(again).toMatchObject({ code: 1, stdout: '', stderr: expect.stringContaining('不会覆盖') as string })
})

test('check-city takes a folder, and a matter that nobody has today is an error by name', async () => {
  const folder = join(root, 'yantai')
  cpSync(join(CITIES, 'yantai'), folder, { recursive: true })
  const file = join(folder, 'dispatch.json')
  const data = JSON.parse(readFileSync(file, 'utf8')) as { rows: { id: string; from: string }[] }
  for (const row of data.rows) if (row.id === 'labour-wages') row.from = '2999-01-01'
  writeFileSync(file, JSON.stringify(data))
  const ran = await jiesu(['check-city', folder])
  expect(ran.code).toBe(1)
  expect(ran.stdout).toContain('error: labour/wages 拖欠工资: no row in force today leads anywhere')
  expect(ran.stdout).not.toContain('nothing to correct')
})
