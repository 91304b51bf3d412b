import { join } from 'node:path'
import type { City, DispatchRow } from '../../cities/cityData'
import { loadCities } from '../../cities/loadCities'
import { dispatchCoverage } from './coverage'

const cities = loadCities(join(__dirname, '../../../cities'))
const NOW = new Date('2026-11-23T09:00:00+08:00')

const row = (id: string, more: Partial<DispatchRow>): DispatchRow => ({
  id,
  version: 1,
  category: '*',
  unit: 'roads',
  coUnits: [],
  basis: '…',
  from: '2021-05-09',
  ...more,
})

/** Two categories in two districts. */
const cityWith = (rows: DispatchRow[]): City => {
  const real = cities.get('yantai')
  if (real === undefined) throw new Error('no yantai')
  const unit = (id: string, name: string) => ({ id, name, level: 'department' as const, duties: '…' })
  return {
    ...real,
    categoryGroups: [
      {
        id: 'city',
        name: '城市',
        categories: [
          { id: 'city/roads', name: '道路', hints: [] },
          { id: 'city/parks', name: '公园', hints: [] },
        ],
      },
    ],
    districts: [
      { id: 'a', name: '甲区', streets: [] },
      { id: 'b', name: '乙区', streets: [] },
    ],
    units: [
      unit('roads', '道路局'),
      unit('parks', '公园局'),
      { ...unit('district-a', '甲区政府'), district: 'a' },
      { ...unit('district-b', '乙区政府'), district: 'b' },
    ],
    dispatchRows: rows,
  }
}
const coverage = (...rows: DispatchRow[]) => dispatchCoverage(cityWith(rows), NOW)

test('one row for everything: every pair goes by itself', () => {
  expect(coverage(row('all', {}))).toEqual({
    cases: 4,
    automatic: 4,
    shared: 0,
    sharedStretches: [],
    uncovered: 0,
    uncoveredStretches: [],
    overlaps: [],
  })
})

test('rows of equal standing with different units wait for an operator, named with their units', () => {
  const found = coverage(
    row('all', {}),
    row('roads-a', { category: 'city/roads' }),
    row('roads-b', { category: 'city/roads', unit: '@district' }),
  )
  expect(found).toMatchObject({ automatic: 2, shared: 2, uncovered: 0, overlaps: [] })
  expect(found.sharedStretches).toEqual([
    {
      category: 'city/roads',
      categoryName: '道路',
      districts: [],
      rows: ['roads-a', 'roads-b'],
      units: ['道路局', '所在区市'],
    },
  ])
})

test('what no row reaches, or only a row that is not in force, is uncovered where it is so', () => {
  const found = coverage(
    row('roads', { category: 'city/roads' }),
    row('parks', { category: 'city/parks', unit: 'parks', districts: ['a'] }),
    row('parks-later', { category: 'city/parks', unit: 'parks', districts: ['b'], from: '2027-01-01' }),
  )
  expect(found).toMatchObject({ automatic: 3, uncovered: 1 })
  expect(found.uncoveredStretches).toEqual([
    { category: 'city/parks', categoryName: '公园', districts: ['乙区'] },
  ])
})

test('rows of equal standing that lead to the same unit overlap; a more specific one does not', () => {
  const found = coverage(
    row('all', {}),
    row('roads-a', { category: 'city/roads' }),
    row('roads-b', { category: 'city/roads', coUnits: ['parks'] }),
    row('roads-here', { category: 'city/roads', districts: ['b'] }),
  )
  expect(found).toMatchObject({ automatic: 4, shared: 0 })
  expect(found.overlaps).toEqual([
    {
      category: 'city/roads',
      categoryName: '道路',
      districts: ['甲区'],
      rows: ['roads-a', 'roads-b'],
      unit: '道路局',
    },
  ])
})

test.each([...cities.values()].map((city) => [city.id, city] as const))(
  '%s: every category in every district has somewhere to go, and no row says twice the same',
  (_id, city) => {
    const found = dispatchCoverage(city, NOW)
    expect(found.uncoveredStretches).toEqual([])
    expect(found.overlaps).toEqual([])
    expect(found.automatic + found.shared).toBe(found.cases)
  },
)

test('rows with conditions are tried as well: what they leave open is named with the row', () => {
  const found = coverage(
    row('all', {}),
    row('main', { category: 'city/roads', unit: 'parks', when: { facts: ['road-main'] } }),
    row('also', { category: 'city/roads', unit: 'roads', when: { facts: ['road-main'] } }),
    row('night', {
      category: 'city/parks',
      districts: ['a'],
      unit: 'parks',
      when: { hours: { from: '22:00', until: '06:00' } },
    }),
  )
  // 4 plain ones, roads under "main" and under "also" in two districts, parks at night in one.
  expect(found).toMatchObject({ cases: 9, automatic: 5, shared: 4, uncovered: 0 })
  expect(found.sharedStretches).toEqual([
    {
      category: 'city/roads',
      categoryName: '道路',
      under: 'main',
      districts: [],
      rows: ['main', 'also'],
      units: ['公园局', '道路局'],
    },
    {
      category: 'city/roads',
      categoryName: '道路',
      under: 'also',
      districts: [],
      rows: ['main', 'also'],
      units: ['公园局', '道路局'],
    },
  ])
})
