import { jiesu, jsonLines } from '../support/jiesu'

// Each run is a process of its own, which takes its time on a busy machine.
jest.setTimeout(60_000)

test('lines on stdin: an answer each in their order, the default city, errors among them, exit code 1 at the end', async () => {
  const stdin = [
    '{"id":"a","category":"utilities/water-outage","at":"2026-09-30T10:00:00+08:00"}',
    '',
    'oops',
    '{"id":"b","city":"fuzhou","workingDays":3,"at":"2026-09-30T10:00:00+08:00"}',
    '{"id":"c","category":"no/such"}',
  ].join('\r\n')
  const ran = await jiesu(['due', '--city', 'yantai'], { stdin })
  expect(jsonLines(ran)).toMatchObject([
    { id: 'a', city: 'yantai', milestones: [{ key: 'explain' }, { key: 'finish' }] },
    { error: 'not JSON: oops' },
    { id: 'b', city: 'fuzhou', milestones: [{ key: 'plain', dueAt: '2026-10-11T00:00:00+08:00' }] },
    { id: 'c', error: expect.stringContaining('no/such') as string },
  ])
  expect(ran).toMatchObject({ code: 1, stderr: '' })
})

test('lines that can all be answered end with 0, and so does no line at all', async () => {
  const line = '{"id":"a","minutes":30,"at":"2026-09-30T10:00:00+08:00"}\n'
  expect(await jiesu(['due', '--city', 'yantai'], { stdin: line })).toMatchObject({ code: 0 })
  expect(await jiesu(['due', '--city', 'yantai'])).toMatchObject({ code: 0, stdout: '' })
})

test('a question by options is answered whatever stdin is', async () => {
  const ran = await jiesu(['due', '--city', 'yantai', '--at', '2026-12-29T09:00:00+08:00'], { stdin: 'oops' })
  expect(jsonLines(ran)).toMatchObject([
    { city: 'yantai', milestones: [{ key: 'finish', provisional: true }] },
  ])
  expect(ran.code).toBe(0)
})

test('a question by options without a city, or with a wrong one, says what is missing', async () => {
  const without = await jiesu(['due', '--kind', 'help'])
  expect(without).toMatchObject({
    code: 1,
    stdout: '',
    stderr: expect.stringContaining('name the city') as string,
  })
  const wrong = await jiesu(['due', '--city', 'paris', '--kind', 'help'])
  expect(wrong.code).toBe(1)
  expect(jsonLines(wrong)).toEqual([{ error: 'city: there is no city "paris"' }])
})
