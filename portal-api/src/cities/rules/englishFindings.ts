import type { City } from '../cityData'
import type { CityFinding } from './cityFinding'

/** English of something that the city does not have: renamed since, or mistyped. */
export const englishFindings = (city: City): CityFinding[] => {
  const { english } = city
  if (english === undefined) return []
  const categories = city.categoryGroups.flatMap((group) => group.categories)
  const ids = (list: readonly { readonly id: string }[]): string[] => list.map(({ id }) => id)
  const lists: readonly (readonly [keyof typeof english, string, readonly string[]])[] = [
    ['kinds', 'profile.json', ids(city.profile.kinds)],
    ['confidentialities', 'profile.json', ids(city.profile.confidentialities)],
    ['emergencyNumbers', 'profile.json', city.profile.emergencyNumbers.map(({ number }) => number)],
    ['groups', 'categories.json', ids(city.categoryGroups)],
    ['categories', 'categories.json', ids(categories)],
    ['hints', 'categories.json', ids(categories)],
    ['questions', 'categories.json', ids(categories.filter(({ question }) => question !== undefined))],
    ['districts', 'districts.json', ids(city.districts)],
    ['scope', 'scope.json', ids(city.scopeRules)],
    ['channels', 'scope.json', city.scopeRules.flatMap(({ channels }) => channels.map(({ name }) => name))],
    ['limits', 'limits.json', ids(city.limits.rules)],
    ['hotlines', 'hotlines.json', city.hotlines.map(({ number }) => number)],
  ]
  return lists.flatMap(([part, file, there]) =>
    Object.keys(english[part] ?? {})
      .filter((id) => !there.includes(id))
      .map((id) => ({
        file: 'english.json',
        path: `${part}.${id}`,
        message: `${file} 里没有 "${id}"，请删去或改正`,
      })),
  )
}
