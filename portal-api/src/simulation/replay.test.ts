import { join } from 'node:path'
import { loadCity } from '../cities/loadCities'
import { loadCalendar } from '../clock/loadCalendar'
import { replay } from './replay'
import type { ReplayedAppeal } from './rules/compareRules'

const root = join(__dirname, '../..')
const calendar = loadCalendar(join(root, 'calendar'))
const yantai = loadCity(join(root, 'cities/yantai'))

const appeal = (id: number): ReplayedAppeal => ({
  id: String(id),
  at: new Date('2026-11-23T09:00:00+08:00'),
  requester: 'citizen',
  kind: 'help',
  category: 'city/water-main',
  facts: [],
  district: '370602',
  text: '漏水',
})
const many = (count: number, from = 0) => Array.from({ length: count }, (_, i) => appeal(from + i))
const never = () => false

test('pages are added up', async () => {
  const { report, more } = await replay(yantai, yantai, calendar, [many(30), many(15, 30)])
  expect([report.appeals, more]).toEqual([45, false])
})

test.each([
  [45, 45, false],
  [44, 44, true],
  [20, 20, true],
  [1, 1, true],
  [100, 45, false],
])('at most %i: %i are compared, more there are: %p', async (most, appeals, more) => {
  const pages = [many(30), many(15, 30)]
  const replayed = await replay(yantai, yantai, calendar, pages, { most, isOver: never })
  expect([replayed.report.appeals, replayed.more]).toEqual([appeals, more])
})

test('when it takes too long, the report is of what was compared until then', async () => {
  let asked = 0
  const isOver = () => ++asked > 2
  const { report, more } = await replay(yantai, yantai, calendar, [many(100)], { most: 100, isOver })
  expect([report.appeals, more]).toEqual([40, true])
})

test('others have their turn between the slices', async () => {
  let turns = 0
  let done = false
  const other = (): void => {
    turns++
    if (!done) setImmediate(other)
  }
  setImmediate(other)
  await replay(yantai, yantai, calendar, [many(100)])
  done = true
  expect(turns).toBeGreaterThanOrEqual(5)
})
