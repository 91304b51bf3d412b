import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { jiesu, jsonLines } from '../support/jiesu'

// Each run is a process of its own, which takes its time on a busy machine.
jest.setTimeout(60_000)

const notice = (worked: string[]) => ({
  year: 2026,
  notices: ['https://www.gov.cn/example'],
  holidays: [{ name: '元旦', off: ['2026-01-01', '2026-01-02'], worked }],
})

test('a notice is added, shown and counted with; a wrong one changes nothing', async () => {
  const root = mkdtempSync(join(tmpdir(), 'jiesu-cli-calendar-'))
  const env = { JIESU_CALENDAR: join(root, 'calendar') }
  try {
    writeFileSync(join(root, 'right.json'), JSON.stringify(notice(['2026-01-10'])))
    writeFileSync(join(root, 'wrong.json'), JSON.stringify(notice(['2026-01-12'])))

    const wrong = await jiesu(['calendar', 'add', join(root, 'wrong.json')], { env })
    expect(wrong).toMatchObject({ code: 1, stdout: '' })
    expect(wrong.stderr).toMatch(
      /^jiesu: .*wrong\.json:\n {2}holidays\[0\]\.worked\[0\]: 2026-01-12 is no Saturday/,
    )
    expect(readdirSync(root)).not.toContain('calendar')

    const added = await jiesu(['calendar', 'add', join(root, 'right.json')], { env })
    expect(added).toMatchObject({ code: 0, stderr: '' })
    expect(added.stdout).toContain('2 days off, 1 make-up days')

    const shown = await jiesu(['calendar', 'show'], { env })
    expect(shown.stdout).toMatch(/^covered: 2026–2026\n/)
    expect(shown.stdout).toContain('2027: no notice yet')

    const line = '{"id":1,"workingDays":6,"at":"2026-01-01T09:00:00+08:00"}'
    const due = await jiesu(['due', '--city', 'yantai'], { env, stdin: line })
    expect(jsonLines(due)).toMatchObject([{ milestones: [{ dueAt: '2026-01-11T00:00:00+08:00' }] }])

    const again = await jiesu(['calendar', 'add', join(root, 'right.json')], { env })
    expect(again).toMatchObject({ code: 1, stderr: expect.stringContaining('--replace') as string })
  } finally {
    rmSync(root, { recursive: true, force: true })
  }
})
