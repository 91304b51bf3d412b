import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { loadCalendar } from '../clock/loadCalendar'
import { promiseMilestones } from '../clock/rules/limits'
import { dispatchCoverage } from '../dispatch/rules/coverage'
import { checkScope } from '../scope/rules/checkScope'
import { CityDataError, loadCities, loadCity } from './loadCities'
import { writeNewCity } from './newCity'
import { scaffold } from './scaffold'

let root: string
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'jiesu-new-city-'))
})
afterEach(() => rmSync(root, { recursive: true, force: true }))

const NOW = new Date('2026-11-23T09:00:00+08:00')

test('a new city reads, beside others, and nothing is left in the way', () => {
  writeNewCity(root, 'weihai', '威海')
  writeNewCity(root, 'new-town')
  expect([...loadCities(root).keys()]).toEqual(['new-town', 'weihai'])
  expect(readdirSync(root).sort()).toEqual(['new-town', 'weihai'])
  expect(loadCity(join(root, 'weihai')).profile).toMatchObject({ id: 'weihai', name: '威海' })
})

test('it can be tried at once: every matter has a unit and a limit, emergencies are told', () => {
  const city = loadCity(writeNewCity(root, 'weihai', '威海'))
  expect(dispatchCoverage(city, NOW)).toMatchObject({ uncovered: 0, shared: 0, overlaps: [] })
  const appeal = { requester: 'citizen', kind: 'help', category: 'city/roads', facts: [] } as const
  const calendar = loadCalendar(join(__dirname, '../../calendar'))
  expect(promiseMilestones(city.limits.rules, appeal, NOW, calendar)).toHaveLength(1)
  expect(checkScope(city.scopeRules, appeal, '楼下着火了，快来人')).toMatchObject([{ kind: 'emergency' }])
})

test('nothing passes for the city’s own word: no limit is called stated, every source says that it is missing', () => {
  const city = loadCity(writeNewCity(root, 'weihai', '威海'))
  expect(city.limits.rules.every((rule) => !rule.statedByDocument)).toBe(true)
  for (const rule of city.scopeRules) expect(rule.source?.document).toContain('待填写')
  for (const row of city.dispatchRows) expect(row.basis).toContain('待填写')
  for (const file of ['profile', 'districts', 'units', 'limits', 'scope', 'dispatch', 'hotlines'])
    expect(JSON.stringify(scaffold('weihai', '威海')[`${file}.json`])).toContain('待填写')
})

test('a folder that is there is not touched', () => {
  mkdirSync(join(root, 'weihai'))
  writeFileSync(join(root, 'weihai/profile.json'), 'mine')
  expect(() => writeNewCity(root, 'weihai')).toThrow(CityDataError)
  expect(readdirSync(join(root, 'weihai'))).toEqual(['profile.json'])
  expect(readdirSync(root)).toEqual(['weihai'])
})

test.each(['', 'x', 'Weihai', '威海', '../up', 'a b', 'a--b', '-a', '1a', 'a'.repeat(40)])(
  '%j is no id',
  (id) => {
    expect(() => writeNewCity(root, id)).toThrow(CityDataError)
    expect(readdirSync(root)).toEqual([])
  },
)
