import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { CityDataError, loadCities, loadCity } from './loadCities'

const REAL = join(__dirname, '../../cities')
const FILES = ['profile', 'categories', 'districts', 'units', 'limits', 'scope', 'dispatch', 'hotlines']

let root: string
beforeEach(() => {
  root = join(mkdtempSync(join(tmpdir(), 'jiesu-cities-')), 'cities')
  for (const city of ['yantai', 'fuzhou'])
    for (const name of FILES) cpSync(join(REAL, city, `${name}.json`), join(root, city, `${name}.json`))
})
afterEach(() => rmSync(join(root, '..'), { recursive: true, force: true }))

type Path = (string | number)[]

/** Puts a value (or, without one, nothing) at a path of a JSON file. */
const change = (file: string, path: Path, value?: unknown): void => {
  const name = join(root, file)
  const data: unknown = JSON.parse(readFileSync(name, 'utf8'))
  const holder = path.slice(0, -1).reduce((at, key) => (at as Record<string | number, unknown>)[key], data)
  ;(holder as Record<string | number, unknown>)[path.at(-1) ?? ''] = value
  writeFileSync(name, JSON.stringify(data))
}

const findings = (load: () => unknown): readonly string[] => {
  try {
    load()
  } catch (error) {
    if (error instanceof CityDataError) return error.findings
    throw error
  }
  return []
}

describe('the cities as they are', () => {
  test('both folders read, without the knowledge beside them', () => {
    const cities = loadCities(REAL)
    expect([...cities.keys()]).toEqual(expect.arrayContaining(['fuzhou', 'yantai']))
    expect(loadCity(join(REAL, 'yantai'))).toEqual(cities.get('yantai'))
  })

  test.each([...loadCities(REAL).values()].map((city) => [city.id, city] as const))(
    '%s is whole',
    (_id, city) => {
      const categories = city.categoryGroups.flatMap((group) => group.categories)
      expect(categories.length).toBeGreaterThanOrEqual(90)
      expect(categories.length).toBeLessThanOrEqual(120)
      for (const category of categories) expect(category.hints.length).toBeGreaterThanOrEqual(4)
      expect(city.districts.flatMap((district) => district.streets).length).toBeGreaterThan(150)
    },
  )

  test('Fuzhou’s document names neither reports nor heating', () => {
    const fuzhou = loadCity(join(REAL, 'fuzhou'))
    expect(fuzhou.profile.kinds.map((kind) => kind.id)).toEqual([
      'consult',
      'help',
      'complaint',
      'suggestion',
    ])
    const ids = fuzhou.categoryGroups.flatMap((group) => group.categories.map((category) => category.id))
    expect(ids).not.toContain('utilities/heating-outage')
  })
})

/** One thing wrong in a file, and the line that says so; what the files say about each other is in crossCheck.test.ts. */
const BROKEN: [string, string, Path, unknown, string][] = [
  [
    'an unknown unit',
    'yantai/dispatch.json',
    ['rows', 3, 'unit'],
    'x',
    'cities/yantai/dispatch.json › rows[3].unit: 没有编号为 "x" 的单位，请先写进 units.json',
  ],
  [
    'another city’s id',
    'yantai/profile.json',
    ['id'],
    'weihai',
    'cities/yantai/profile.json › id: 应与文件夹同名："yantai"',
  ],
  [
    'a missing field',
    'yantai/dispatch.json',
    ['rows', 2, 'basis'],
    undefined,
    'cities/yantai/dispatch.json › rows[2].basis: 缺少这一项，请补上（文字）',
  ],
  [
    'a wrong type',
    'yantai/profile.json',
    ['maxRounds', 'value'],
    '三',
    'cities/yantai/profile.json › maxRounds.value: 这里应为数字',
  ],
  [
    'an empty word',
    'yantai/units.json',
    ['units', 0, 'name'],
    ' ',
    'cities/yantai/units.json › units[0].name: 不能为空，请补上内容',
  ],
  [
    'a field that nobody reads',
    'yantai/units.json',
    ['units', 0, 'phone'],
    '12345',
    'cities/yantai/units.json › units[0]: 不认识 "phone"，请删去或改正拼写',
  ],
  [
    'a word outside the vocabulary',
    'yantai/hotlines.json',
    ['hotlines', 0, 'merge'],
    'merged',
    'cities/yantai/hotlines.json › hotlines[0].merge: 只能是 absorbed、dual、branch、own 之一',
  ],
  [
    'a phrase with too many gaps',
    'yantai/scope.json',
    ['rules', 0, 'match', 0, 'any', 0],
    '一…二…三…四…五',
    'cities/yantai/scope.json › rules[0].match[0].any[0]: 一个词句里最多用 3 个 …，请拆成几个',
  ],
  [
    'a date that is none',
    'yantai/dispatch.json',
    ['rows', 0, 'from'],
    '2021年5月9日',
    'cities/yantai/dispatch.json › rows[0].from: 日期写作 YYYY-MM-DD',
  ],
]

describe('what is wrong is said with city, file, path and remedy', () => {
  test.each(BROKEN)('%s', (_name, file, path, value, line) => {
    change(file, path, value)
    expect(findings(() => loadCities(root))).toContain(line)
  })

  test.each(FILES)('%s.json is demanded', (name) => {
    rmSync(join(root, `fuzhou/${name}.json`))
    expect(findings(() => loadCity(join(root, 'fuzhou')))).toEqual([
      `cities/fuzhou/${name}.json: 缺少这个文件，请参照其他城市的同名文件补上`,
    ])
  })

  test('a file that is no JSON', () => {
    writeFileSync(join(root, 'yantai/units.json'), '{\n  "units": [\n    {"id": "a" "name": "市"}\n  ]\n}\n')
    expect(findings(() => loadCity(join(root, 'yantai')))).toEqual([
      'cities/yantai/units.json: 不是完整的 JSON，请检查逗号、引号和括号（第 3 行附近）',
    ])
  })

  test('one error lists every finding of every city', () => {
    change('yantai/dispatch.json', ['rows', 3, 'unit'], 'x')
    change('yantai/dispatch.json', ['rows', 5, 'unit'], 'y')
    change('fuzhou/profile.json', ['promise'])
    const load = () => loadCities(root)
    expect(findings(load)).toEqual([
      'cities/fuzhou/profile.json › promise: 缺少这一项，请补上（文字）',
      'cities/yantai/dispatch.json › rows[3].unit: 没有编号为 "x" 的单位，请先写进 units.json',
      'cities/yantai/dispatch.json › rows[5].unit: 没有编号为 "y" 的单位，请先写进 units.json',
    ])
    expect(load).toThrow(/^城市数据有 3 处需要改正：\ncities\/fuzhou/)
  })

  test('a folder without cities', () => {
    const empty = join(root, '../empty')
    mkdirSync(empty)
    for (const path of [empty, join(root, '../none')])
      expect(findings(() => loadCities(path))).toEqual([
        `${path}: 没有找到城市文件夹，请确认路径，每个城市一个文件夹`,
      ])
  })

  test('a third city is a third folder', () => {
    cpSync(join(root, 'yantai'), join(root, 'weihai'), { recursive: true })
    change('weihai/profile.json', ['id'], 'weihai')
    expect([...loadCities(root).keys()]).toEqual(['fuzhou', 'weihai', 'yantai'])
  })
})
