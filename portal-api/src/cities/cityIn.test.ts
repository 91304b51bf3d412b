import { join } from 'node:path'
import { cityProfile } from './city.view'
import type { City } from './cityData'
import { cityIn } from './cityIn'
import { loadCities } from './loadCities'
import { englishFindings } from './rules/englishFindings'

const cities = [...loadCities(join(__dirname, '../../cities')).values()]
const CHINESE = /[\u3400-\u9fff\u3000-\u303f\uff00-\uffef]/
/** Document numbers and the like are quoted as they are. */
const DOCUMENT = /\(document [^,]+,/g

describe.each(cities.map((city) => [city.id, city] as const))('%s', (_id, city) => {
  const english = cityIn(city, 'en')

  test('everything that a form offers has its English', () => {
    const { streets, ...offered } = {
      profile: { ...cityProfile(english), districts: [] },
      hints: english.categoryGroups.length,
      names: english.districts.map(({ name }) => name),
      streets: english.districts.flatMap((district) => district.streets),
    }
    expect(streets.length).toBeGreaterThan(0)
    const { categories, scopeStatement, ...rest } = offered.profile
    const said = [
      ...offered.names,
      scopeStatement.text,
      ...categories.flatMap((group) => [group.name, ...group.categories.map(({ name }) => name)]),
      ...categories.flatMap((group) =>
        group.categories.flatMap(({ question }) => JSON.stringify(question ?? '')),
      ),
      ...english.scopeRules.flatMap(({ title, text, channels }) => [
        title,
        text,
        ...channels.map(({ name }) => name),
      ]),
      ...english.limits.rules.map(({ text }) => text),
      ...english.hotlines.flatMap(({ name, advice }) => [name, advice]),
      JSON.stringify(rest).replace(DOCUMENT, ''),
    ]
    expect(said.filter((text) => CHINESE.test(text))).toEqual([])
  })

  test('Chinese is the city itself, and English is made once', () => {
    expect(cityIn(city, 'zh-CN')).toBe(city)
    expect(cityIn(city, 'en')).toBe(english)
    expect(english.categoryGroups.map(({ id }) => id)).toEqual(city.categoryGroups.map(({ id }) => id))
  })

  test('without English it stays as it is', () => {
    const { english: _, ...plain } = city
    expect(cityIn(plain, 'en')).toBe(plain)
    const bare: City = { ...plain, english: {} }
    expect(cityIn(bare, 'en').profile.name).toBe(city.profile.name)
    expect(cityIn(bare, 'en').categoryGroups).toEqual(city.categoryGroups)
  })

  test('English of what the city does not have is found', () => {
    const wrong: City = {
      ...city,
      english: { categories: { 'city/moon': 'The moon' }, districts: { moon: 'Moon District' } },
    }
    expect(englishFindings(wrong).map(({ path }) => path)).toEqual(['categories.city/moon', 'districts.moon'])
    expect(englishFindings(city)).toEqual([])
  })
})
