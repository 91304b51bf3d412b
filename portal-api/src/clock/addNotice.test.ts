import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { addNotice } from './addNotice'
import { CalendarError, loadCalendar, readNotices } from './loadCalendar'

let root: string
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'jiesu-calendar-'))
})
afterEach(() => rmSync(root, { recursive: true, force: true }))

const folder = () => join(root, 'calendar')
const notice = (year: number, off = [`${year}-01-01`], worked: string[] = []) => ({
  year,
  notices: ['https://www.gov.cn/example'],
  holidays: [{ name: '元旦', off, worked }],
})
const write = (data: unknown): string => {
  const file = join(root, 'notice.json')
  writeFileSync(file, typeof data === 'string' ? data : JSON.stringify(data))
  return file
}
const add = (data: unknown, replace = false) => addNotice(folder(), write(data), replace)

test('the year after the last is added, whole and readable, and covers what was provisional', () => {
  add(notice(2026))
  const given = notice(2027, ['2027-01-01', '2027-01-04'], ['2027-01-09'])
  expect(add(given)).toEqual({ notice: given, file: join(folder(), '2027.json'), replaced: false })
  expect(readNotices(folder())).toEqual([notice(2026), given])
  expect(readdirSync(folder())).toEqual(['2026.json', '2027.json'])
  const calendar = loadCalendar(folder())
  expect(calendar.isCovered('2027-06-01')).toBe(true)
  expect(calendar.workingDayAfter('2027-01-01', 2)).toBe('2027-01-06')
})

test('a written notice reads like those that are there: one holiday a line', () => {
  const real = join(__dirname, '../../calendar')
  const { file } = addNotice(folder(), join(real, '2026.json'), false)
  expect(readFileSync(file, 'utf8')).toBe(readFileSync(join(real, '2026.json'), 'utf8'))
})

test('a year that is there is replaced only when asked to', () => {
  add(notice(2026))
  expect(() => add(notice(2026, ['2026-01-02']))).toThrow(/--replace/)
  expect(add(notice(2026, ['2026-01-02']), true)).toMatchObject({ replaced: true })
  expect(loadCalendar(folder()).isWorkingDay('2026-01-02')).toBe(false)
  expect(loadCalendar(folder()).isWorkingDay('2026-01-01')).toBe(true)
})

test.each<[string, unknown, RegExp]>([
  ['a year beyond the next', notice(2028), /next year of the calendar is 2027/],
  ['a year before the first', notice(2025), /next year of the calendar is 2027/],
  ['a day that cannot be', notice(2027, ['2027-01-01'], ['2027-01-04']), /no Saturday or Sunday/],
  ['a field that nobody knows', { ...notice(2027), extra: 1 }, /extra/],
  ['a date in another shape', notice(2027, ['1 January']), /YYYY-MM-DD/],
  ['no JSON', '{', /JSON/],
])('%s is refused and nothing is written', (_what, data, message) => {
  add(notice(2026))
  expect(() => add(data)).toThrow(CalendarError)
  expect(() => add(data)).toThrow(message)
  expect(readdirSync(folder())).toEqual(['2026.json'])
})

test('a folder with a wrong notice does not load: the portal would promise wrong days', () => {
  mkdirSync(folder())
  writeFileSync(join(folder(), '2026.json'), JSON.stringify(notice(2026, ['2026-01-01'], ['2026-01-05'])))
  expect(() => loadCalendar(folder())).toThrow(/2026\.json:\s+holidays\[0\]\.worked\[0\]: 2026-01-05/)
})
