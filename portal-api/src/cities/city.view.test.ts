import { join } from 'node:path'
import { CityBrief, CityProfile } from '@jiesu/shared-types'
import { cityBrief, cityProfile } from './city.view'
import { loadCities } from './loadCities'

const cities = [...loadCities(join(__dirname, '../../cities')).values()]

describe.each(cities.map((city) => [city.id, city] as const))('%s', (_id, city) => {
  test('the brief and the profile keep their contracts', () => {
    expect(CityBrief.parse(cityBrief(city))).toEqual(cityBrief(city))
    expect(CityProfile.parse(cityProfile(city))).toEqual(cityProfile(city))
  })

  test('the profile tells what the form offers, and none of the rules', () => {
    const profile = cityProfile(city)
    expect(profile.kinds).toEqual(city.profile.kinds)
    expect(profile.ratingWindowDays).toBe(city.profile.ratingWindowDays.value)
    expect(Object.keys(profile)).not.toEqual(expect.arrayContaining(['scopeRules', 'dispatchRows', 'units']))
    expect(profile.scopeStatement.source.document).toBe(city.profile.document.number)
  })
})
