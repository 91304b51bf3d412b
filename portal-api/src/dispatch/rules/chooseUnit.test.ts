import { join } from 'node:path'
import type { City, DispatchRow, HotlineData, Unit } from '../../cities/cityData'
import { loadCities } from '../../cities/loadCities'
import { chooseUnit, type Matter, unambiguous } from './chooseUnit'

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
const matter = (more: Partial<Matter> = {}): Matter => ({
  category: 'city/roads',
  requester: 'citizen',
  kind: 'complaint',
  facts: [],
  ...more,
})
const choice = (rows: DispatchRow[], of: Partial<Matter> = {}, now = DAY, hotlines: HotlineData[] = []) =>
  chooseUnit({ dispatchRows: rows, units: UNITS, hotlines }, matter(of), now)
const options = (rows: DispatchRow[], category = 'city/roads', district?: string, now = DAY) =>
  choice(rows, { category, district }, now).options
const chosen = (...args: Parameters<typeof options>) => options(...args).map((o) => o.row.id)
const inCity = (city: City | undefined, of: Partial<Matter>) => {
  if (city === undefined) throw new Error('no such city')
  return chooseUnit(city, matter(of), DAY)
}

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
    const same = choice([row('one', {}), row('two', {})])
    expect(same.options.map((o) => o.row.id)).toEqual(['one'])
    expect(unambiguous(same)?.unitId).toBe('roads')
    const two = choice([row('one', {}), row('two', { unit: 'water' })])
    expect(two.options.map((o) => [o.unitId, o.basis])).toEqual([
      ['roads', '因为 one'],
      ['water', '因为 two'],
    ])
    expect(unambiguous(two)).toBeUndefined()
    expect(unambiguous(choice([]))).toBeUndefined()
  })
})

describe('what a row asks besides category and district', () => {
  const general = row('general', {})
  const enterprise = row('enterprise', { unit: 'water', when: { requester: 'enterprise' } })
  const main = row('main', { unit: 'ecology', when: { facts: ['road-main', 'road-highway'] } })
  const report = row('report', { unit: 'water', when: { kinds: ['report'] } })
  const night = row('night', { unit: 'ecology', when: { hours: { from: '22:00', until: '06:00' } } })
  const noon = row('noon', { unit: 'ecology', when: { hours: { from: '11:30', until: '14:00' } } })

  const CASES: [string, DispatchRow[], Partial<Matter>, string, string][] = [
    ['a citizen', [general, enterprise], {}, '09:00', 'general'],
    ['an enterprise', [general, enterprise], { requester: 'enterprise' }, '09:00', 'enterprise'],
    ['no fact known', [general, main], {}, '09:00', 'general'],
    ['one of the facts', [general, main], { facts: ['road-highway'] }, '09:00', 'main'],
    ['another fact', [general, main], { facts: ['road-minor'] }, '09:00', 'general'],
    ['another kind', [general, report], { kind: 'help' }, '09:00', 'general'],
    ['the kind', [general, report], { kind: 'report' }, '09:00', 'report'],
    ['just before the night', [general, night], {}, '21:59', 'general'],
    ['the night begins', [general, night], {}, '22:00', 'night'],
    ['after midnight', [general, night], {}, '00:00', 'night'],
    ['the night ends', [general, night], {}, '06:00', 'general'],
    ['within hours of one day', [general, noon], {}, '13:59', 'noon'],
    ['after hours of one day', [general, noon], {}, '14:00', 'general'],
  ]
  test.each(CASES)('%s', (_name, rows, of, time, expected) => {
    const found = choice(rows, of, new Date(`2026-11-23T${time}:00+08:00`))
    expect(found.options.map((o) => o.row.id)).toEqual([expected])
  })

  test('a district and a fact are worth the same: a person chooses between two units', () => {
    const here = row('here', { unit: 'water', districts: ['a'] })
    const found = choice([general, here, main], { district: 'a', facts: ['road-main'] })
    expect(found.options.map((o) => o.row.id)).toEqual(['here', 'main'])
    expect(found.next.map((o) => o.row.id)).toEqual(['general'])
  })
})

test('who comes next: the units of less specific rows, each once, the next best first', () => {
  const rows = [
    row('everything', { category: '*', unit: 'ecology' }),
    row('group', { category: 'city/*', unit: 'water' }),
    row('group-again', { category: 'city/*', unit: 'roads' }),
    row('exact', {}),
    row('past', { unit: 'district-a', until: '2022-01-01' }),
  ]
  const found = choice(rows, { district: 'a' })
  expect(found.options.map((o) => o.row.id)).toEqual(['exact'])
  expect(found.next.map((o) => [o.row.id, o.unitId])).toEqual([
    ['group', 'water'],
    ['everything', 'ecology'],
  ])
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
        .filter((place) => inCity(city, place).options.length === 0)
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
    const found = inCity(city, { category, district }).options
    expect(found.map((o) => o.unitId)).toEqual([unitId])
  })

  test.each(cities.map((city) => [city.id, city] as const))(
    '%s: most categories need no operator',
    (_id, city) => {
      const categories = city.categoryGroups.flatMap((g) => g.categories)
      const district = city.districts[0]?.id
      const automatic = categories.filter((category) =>
        unambiguous(inCity(city, { category: category.id, district })),
      )
      expect(automatic.length / categories.length).toBeGreaterThan(0.75)
      expect(automatic.length).toBeLessThan(categories.length)
    },
  )

  test('outside the waterworks’ area the district answers for the water', () => {
    const yantai = cities.find((city) => city.id === 'yantai')
    const found = inCity(yantai, { category: 'utilities/water-outage', district: '370681' })
    expect(found.options.map((o) => o.unitId)).toEqual(['district-370681'])
  })

  test.each([
    ['yantai', 'nothing said about the road: a person chooses', [], ['urban-management', 'district-370602']],
    ['yantai', '市区的大路', ['road-main'], ['urban-management']],
    ['yantai', '小路', ['road-minor'], ['district-370602']],
    ['yantai', '国道', ['road-highway'], ['transport']],
    ['yantai', '小区里的路', ['road-private'], ['district-370602']],
    ['fuzhou', '市区的大路', ['road-main'], ['housing-construction']],
  ] as const)('%s, a damaged road, %s', (id, _name, facts, expected) => {
    const city = cities.find((one) => one.id === id)
    const district = city?.districts[0]?.id
    const found = inCity(city, { category: 'city/roads', district, facts })
    expect(found.options.map((o) => o.unitId)).toEqual(expected)
  })

  test.each([
    ['yantai', 'housing/provident-fund', 'provident-fund', '12329', 'dual-number'],
    ['yantai', 'labour/wages', 'human-resources', '12333', 'dual-number'],
    ['fuzhou', 'market/tobacco', 'tobacco', '12313', 'branch-centre'],
    ['fuzhou', 'market/consumer-rights', 'market-regulation', '12315', 'dual-number'],
  ] as const)('%s: %s goes to %s by the line %s', (id, category, unitId, number, how) => {
    const city = cities.find((one) => one.id === id)
    const found = unambiguous(inCity(city, { category, district: city?.districts[0]?.id }))
    expect(found).toMatchObject({ unitId, line: { number, how } })
  })
})
