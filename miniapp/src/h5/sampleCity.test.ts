import { CityProfile } from '@jiesu/shared-types'
import sample from './sampleCity.json'

test('the city of the first pictures has everything that a city has, and no words of its own', () => {
  expect(CityProfile.parse(sample)).toEqual(sample)
  expect([sample.promise, sample.hotlineName, sample.scopeStatement.text, ...sample.notices].join('')).toBe(
    '',
  )
})
