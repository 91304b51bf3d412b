import type { City } from '../cityData'
import type { CityFinding } from './cityFinding'
import { dispatchFindings } from './dispatchFindings'
import { englishFindings } from './englishFindings'
import { listFindings } from './listFindings'
import { ruleFindings } from './ruleFindings'

/** What the files of a city say about each other that does not hold. Empty when everything fits. */
export const crossCheck = (city: City): CityFinding[] => [
  ...listFindings(city),
  ...ruleFindings(city),
  ...dispatchFindings(city),
  ...englishFindings(city),
]
