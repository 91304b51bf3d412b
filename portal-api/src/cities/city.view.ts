import type { CityBrief, CityProfile, Source } from '@jiesu/shared-types'
import type { City } from './cityData'
import type { SourceData } from './dataParts'

/** A source without its absent parts, as the contract has it. */
export const sourceView = (source: SourceData): Source => ({
  document: source.document,
  item: source.item,
  ...(source.quote === undefined ? {} : { quote: source.quote }),
  ...(source.url === undefined ? {} : { url: source.url }),
})

export const cityBrief = ({ id, profile }: City): CityBrief => ({
  id,
  name: profile.name,
  hotlineName: profile.hotlineName,
  province: profile.province,
})

/** What the app needs to draw a city's forms; rules, units and the catalogue stay inside. */
export const cityProfile = (city: City): CityProfile => {
  const { profile } = city
  return {
    ...cityBrief(city),
    promise: profile.promise,
    scopeStatement: { text: profile.scopeStatement.text, source: sourceView(profile.scopeStatement.source) },
    requesterTypes: profile.requesterTypes,
    kinds: profile.kinds,
    confidentialities: profile.confidentialities,
    agentsOffered: profile.agents.offered,
    categories: city.categoryGroups.map((group) => ({ ...group })),
    districts: city.districts.map(({ id, name, streets }) => ({ id, name, streets })),
    emergencyNumbers: profile.emergencyNumbers,
    ratingWindowDays: profile.ratingWindowDays.value,
    maxRounds: profile.maxRounds.value,
    notices: profile.notices,
    ...(city.foreigners === undefined ? {} : { foreigners: city.foreigners }),
  }
}
