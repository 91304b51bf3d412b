import { join } from 'node:path'
import type { DispatchRow, Unit } from '../../cities/cityData'
import { loadCities } from '../../cities/loadCities'
import { dispatchOptions, isUnambiguous } from './chooseUnit'

const unit = (id: string, district?: string): Unit => ({
  id,
  name: id,
  level: district === undefined ? 'department' : 'district',
  duties: '…',
  ...(district === undefined ? {} : { district }),
})
const UNITS = [
  unit('water'),
  unit('roads'),
  unit('ecology'),
  unit('district-a', 'a'),
  unit('district-b', 'b'),
]

const row = (id: string, more: Partial<DispatchRow>): DispatchRow => ({
  id,
  version: 1,
  category: 'city/roads',
  unit: 'roads',
  coUnits: [],
  basis: `因为 ${id}`,
  from: '2021-05-09',
  ...more,
})
const DAY = new Date('2026-11-23T09:00:00+08:00')
const options = (rows: DispatchRow[], category = 'city/roads', district?: string, now = DAY) =>
  dispatchOptions(rows, { category, district }, now, UNITS)
const chosen = (...args: Parameters<typeof options>) => options(...args).map((o) => o.row.id)

describe('the more specific row wins', () => {
  const everything = row('everything', { category: '*', unit: 'ecology' })
  const group = row('group', { category: 'city/*', unit: 'water' })
  const groupHere = row('group-here', { category: 'city/*', districts: ['a'], unit: '@district' })
  const exact = row('exact', {})
  const exactHere = row('exact-here', { districts: ['a'], unit: 'ecology' })

  test.each([
    ['exact category and district', [everything, group, groupHere, exact, exactHere], 'a', 'exact-here'],
    ['exact category, other district', [everything, group, groupHere, exact, exactHere], 'b', 'exact'],
    ['no district known', [everything, group, groupHere, exact, exactHere], undefined, 'exact'],
    ['the category weighs more than the district', [everything, group, groupHere, exact], 'a', 'exact'],
    ['group and district', [everything, group, groupHere], 'a', 'group-here'],
    ['group', [everything, group, groupHere], 'b', 'group'],
    ['the row for everything', [everything], 'b', 'everything'],
  ])('%s', (_name, rows, district, expected) => {
    expect(chosen(rows, 'city/roads', district)).toEqual([expected])
  })
})

describe('who is meant', () => {
  test('@district is the unit of the district, as main and as co-unit', () => {
    const shared = row('shared', { unit: '@district', coUnits: ['roads', '@district'] })
    expect(options([shared], 'city/roads', 'b')[0]).toMatchObject({
      unitId: 'district-b',
      coUnitIds: ['roads'],
    })
    const central = row('central', { coUnits: ['@district', 'water'] })
    expect(options([central], 'city/roads', 'a')[0]?.coUnitIds).toEqual(['district-a', 'water'])
    expect(options([central])[0]?.coUnitIds).toEqual(['water'])
  })

  test('without a known district @district is nobody, and the next row speaks', () => {
    const local = row('local', { unit: '@district' })
    const fallback = row('fallback', { category: '*' })
    expect(chosen([local, fallback])).toEqual(['fallback'])
    expect(chosen([local])).toEqual([])
  })

  test('two rows to one unit are one option, two units are a choice', () => {
    const same = options([row('one', {}), row('two', {})])
    expect(same.map((o) => o.row.id)).toEqual(['one'])
    expect(isUnambiguous(same)).toBe(true)
    const choice = options([row('one', {}), row('two', { unit: 'water' })])
    expect(choice.map((o) => [o.unitId, o.basis])).toEqual([
      ['roads', '因为 one'],
      ['water', '因为 two'],
    ])
    expect(isUnambiguous(choice)).toBe(false)
    expect(isUnambiguous([])).toBe(false)
  })
})

test.each([
  ['the day before', '2021-05-08T23:59:59+08:00', []],
  ['the first moment', '2021-05-09T00:00:00+08:00', ['limited']],
  ['the last moment', '2022-05-09T23:59:59+08:00', ['limited']],
  ['the day after', '2022-05-10T00:00:00+08:00', []],
])('effective days are days in Shanghai: %s', (_name, now, expected) => {
  expect(chosen([row('limited', { until: '2022-05-09' })], 'city/roads', 'a', new Date(now))).toEqual(
    expected,
  )
})

describe('the catalogues of the cities', () => {
  const cities = [...loadCities(join(__dirname, '../../../cities')).values()]

  test.each(cities.map((city) => [city.id, city] as const))(
    '%s: every category in every district has a unit',
    (_id, city) => {
      const nowhere = city.categoryGroups
        .flatMap((group) => group.categories)
        .flatMap((category) =>
          city.districts.map((district) => ({ category: category.id, district: district.id })),
        )
        .filter((matter) => dispatchOptions(city.dispatchRows, matter, DAY, city.units).length === 0)
      expect(nowhere).toEqual([])
    },
  )

  test.each(
    cities.flatMap((city) =>
      [
        ['city/water-main', 'water-supply'],
        ['utilities/water-outage', 'water-supply'],
        ['utilities/power-outage', 'power-supply'],
        ['labour/wages', 'human-resources'],
        ['safety/fire', 'fire'],
        ['noise/night-construction', 'urban-management'],
        ['market/consumer-rights', 'market-regulation'],
      ].map(([category = '', unitId]) => [city.id, category, unitId, city] as const),
    ),
  )('%s: %s goes to %s by itself', (_id, category, unitId, city) => {
    const district = city.districts[0]?.id
    const found = dispatchOptions(city.dispatchRows, { category, district }, DAY, city.units)
    expect(found.map((o) => o.unitId)).toEqual([unitId])
  })

  test.each(cities.map((city) => [city.id, city] as const))(
    '%s: most categories need no operator',
    (_id, city) => {
      const categories = city.categoryGroups.flatMap((g) => g.categories)
      const district = city.districts[0]?.id
      const automatic = categories.filter((category) =>
        isUnambiguous(
          dispatchOptions(city.dispatchRows, { category: category.id, district }, DAY, city.units),
        ),
      )
      expect(automatic.length / categories.length).toBeGreaterThan(0.75)
      expect(automatic.length).toBeLessThan(categories.length)
    },
  )

  test('outside the waterworks’ area the district answers for the water', () => {
    const yantai = cities.find((city) => city.id === 'yantai')
    const longkou = { category: 'utilities/water-outage', district: '370681' }
    const found = dispatchOptions(yantai?.dispatchRows ?? [], longkou, DAY, yantai?.units ?? [])
    expect(found.map((o) => o.unitId)).toEqual(['district-370681'])
  })
})
