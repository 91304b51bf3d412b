import type { Hotline } from '@jiesu/shared-types'
import type { City } from '../cities/cityData'
import { sourceView } from '../cities/city.view'

/** A city's lines in the order of its file, without what only administrators need. */
export const hotlineViews = (city: City): Hotline[] =>
  city.hotlines.map((line) => ({
    number: line.number,
    name: line.name,
    group: line.group,
    unitName: line.unitName,
    merge: line.merge,
    state: line.state,
    plan: line.plan,
    advice: line.advice,
    dial: line.dial,
    ...(line.source === undefined ? {} : { source: sourceView(line.source) }),
  }))
