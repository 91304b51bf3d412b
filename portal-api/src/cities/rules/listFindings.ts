import type { City } from '../cityData'
import { type CityFinding, repeated } from './cityFinding'

const duplicates = (
  file: string,
  values: readonly string[],
  path: (index: number) => string,
  what: string,
): CityFinding[] =>
  repeated(values).map(({ value, index }) => ({
    file,
    path: path(index),
    message: `${what} "${value}" 重复了，请只留一个`,
  }))

const profileFindings = (city: City): CityFinding[] => {
  const { kinds, confidentialities, emergencyNumbers, petitionCheck } = city.profile
  const emergencies = new Set(
    city.hotlines.filter((line) => line.group === 'emergency').map((line) => line.number),
  )
  return [
    ...duplicates(
      'profile.json',
      kinds.map((kind) => kind.id),
      (i) => `kinds[${i}].id`,
      '诉求类型',
    ),
    ...duplicates(
      'profile.json',
      confidentialities.map((c) => c.id),
      (i) => `confidentialities[${i}].id`,
      '身份公开方式',
    ),
    ...(petitionCheck === undefined || city.scopeRules.some((rule) => rule.id === petitionCheck.rule)
      ? []
      : [
          {
            file: 'profile.json',
            path: 'petitionCheck.rule',
            message: `没有受理规则 "${petitionCheck.rule}"，请先写进 scope.json`,
          },
        ]),
    ...emergencyNumbers.flatMap(({ number }, i) =>
      emergencies.has(number)
        ? []
        : [
            {
              file: 'profile.json',
              path: `emergencyNumbers[${i}].number`,
              message: `hotlines.json 里没有紧急热线 "${number}"，请先写进去（group 为 emergency）`,
            },
          ],
    ),
  ]
}

const categoryFindings = (city: City): CityFinding[] => {
  const placed = city.categoryGroups.flatMap((group, g) =>
    group.categories.map((category, c) => ({ category, group, path: `groups[${g}].categories[${c}]` })),
  )
  return [
    ...duplicates(
      'categories.json',
      city.categoryGroups.map((g) => g.id),
      (i) => `groups[${i}].id`,
      '类别组',
    ),
    ...duplicates(
      'categories.json',
      placed.map((p) => p.category.id),
      (i) => `${placed[i]?.path ?? ''}.id`,
      '类别',
    ),
    ...placed.flatMap(({ category, group, path }) =>
      category.id.startsWith(`${group.id}/`)
        ? []
        : [
            {
              file: 'categories.json',
              path: `${path}.id`,
              message: `"${category.id}" 写在 "${group.id}" 组里，编号应以 "${group.id}/" 开头`,
            },
          ],
    ),
    ...placed.flatMap(({ category, path }) =>
      duplicates('categories.json', category.hints, (i) => `${path}.hints[${i}]`, '检索词'),
    ),
  ]
}

const districtFindings = (city: City): CityFinding[] => [
  ...duplicates(
    'districts.json',
    city.districts.map((d) => d.id),
    (i) => `districts[${i}].id`,
    '区划',
  ),
  ...city.districts.flatMap((district, d) =>
    duplicates(
      'districts.json',
      district.streets.map((s) => s.id),
      (i) => `districts[${d}].streets[${i}].id`,
      '镇街',
    ),
  ),
]

const unitFindings = (city: City): CityFinding[] => {
  const districts = new Set(city.districts.map((district) => district.id))
  const ofDistrict = city.units.flatMap((unit) => (unit.district === undefined ? [] : [unit.district]))
  return [
    ...duplicates(
      'units.json',
      city.units.map((unit) => unit.id),
      (i) => `units[${i}].id`,
      '单位',
    ),
    ...city.units.flatMap((unit, i): CityFinding[] => {
      const path = `units[${i}].district`
      if (unit.level === 'district' && unit.district === undefined)
        return [
          { file: 'units.json', path, message: '区市一级的单位要写明是哪个区划（districts.json 里的编号）' },
        ]
      if (unit.district === undefined || districts.has(unit.district)) return []
      return [
        {
          file: 'units.json',
          path,
          message: `没有编号为 "${unit.district}" 的区划，请先写进 districts.json`,
        },
      ]
    }),
    ...city.districts.flatMap((district, i): CityFinding[] => {
      const count = ofDistrict.filter((id) => id === district.id).length
      if (count === 1) return []
      const message =
        count === 0
          ? `"${district.name}" 还没有对应的单位，请在 units.json 里加一个 district 为 "${district.id}" 的单位`
          : `units.json 里有 ${count} 个单位都对应 "${district.name}"，请只留一个`
      return [{ file: 'districts.json', path: `districts[${i}].id`, message }]
    }),
  ]
}

const hotlineFindings = (city: City): CityFinding[] => {
  const numbers = city.hotlines.map((line) => line.number)
  return [
    ...duplicates('hotlines.json', numbers, (i) => `hotlines[${i}].number`, '号码'),
    ...city.hotlines.flatMap((line, i) =>
      numbers.includes(line.dial)
        ? []
        : [
            {
              file: 'hotlines.json',
              path: `hotlines[${i}].dial`,
              message: `要拨的号码 "${line.dial}" 不在本文件里，请先写进去`,
            },
          ],
    ),
    ...city.hotlines.flatMap((line, i) =>
      line.transfer === undefined || city.units.some((unit) => unit.id === line.transfer?.unit)
        ? []
        : [
            {
              file: 'hotlines.json',
              path: `hotlines[${i}].transfer.unit`,
              message: `没有编号为 "${line.transfer.unit}" 的单位，请先写进 units.json`,
            },
          ],
    ),
  ]
}

/** Lists: nothing twice, ids where they belong, every district with its unit, every number to dial known. */
export const listFindings = (city: City): CityFinding[] => [
  ...profileFindings(city),
  ...categoryFindings(city),
  ...districtFindings(city),
  ...unitFindings(city),
  ...hotlineFindings(city),
]
