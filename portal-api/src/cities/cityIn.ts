/** A city as it is shown to citizens in a language. Rules decide on the city itself, whose words are Chinese. */
import type { Language } from '@jiesu/shared-types'
import type { City, EnglishData } from './cityData'

const known = new WeakMap<City, City>()

const inEnglish = (city: City, english: EnglishData): City => {
  const { profile } = city
  const named = <T extends { readonly name: string; readonly explanation: string }>(
    one: T,
    said: { readonly name: string; readonly explanation?: string | undefined } | undefined,
  ): T => ({
    ...one,
    ...(said && { name: said.name, ...(said.explanation && { explanation: said.explanation }) }),
  })
  return {
    ...city,
    foreigners: english.foreigners,
    profile: {
      ...profile,
      name: english.profile?.name ?? profile.name,
      province: english.profile?.province ?? profile.province,
      hotlineName: english.profile?.hotlineName ?? profile.hotlineName,
      promise: english.profile?.promise ?? profile.promise,
      scopeStatement: {
        ...profile.scopeStatement,
        text: english.profile?.scopeStatement ?? profile.scopeStatement.text,
      },
      kinds: profile.kinds.map((kind) => named(kind, english.kinds?.[kind.id])),
      confidentialities: profile.confidentialities.map((one) =>
        named(one, english.confidentialities?.[one.id]),
      ),
      emergencyNumbers: profile.emergencyNumbers.map((one) => ({
        ...one,
        ...english.emergencyNumbers?.[one.number],
      })),
      notices: english.notices ?? profile.notices,
    },
    categoryGroups: city.categoryGroups.map((group) => ({
      ...group,
      name: english.groups?.[group.id] ?? group.name,
      categories: group.categories.map((category) => {
        const { question } = category
        const asked = english.questions?.[category.id]
        return {
          ...category,
          name: english.categories?.[category.id] ?? category.name,
          hints: [...category.hints, ...(english.hints?.[category.id] ?? [])],
          ...(question === undefined || asked === undefined
            ? {}
            : {
                question: {
                  ask: asked.ask,
                  answers: question.answers.map(({ fact, name }) => ({
                    fact,
                    name: asked.answers[fact] ?? name,
                  })),
                },
              }),
        }
      }),
    })),
    districts: city.districts.map((district) => ({
      ...district,
      name: english.districts?.[district.id] ?? district.name,
    })),
    limits: {
      ...city.limits,
      rules: city.limits.rules.map((rule) => ({ ...rule, text: english.limits?.[rule.id] ?? rule.text })),
    },
    scopeRules: city.scopeRules.map((rule) => ({
      ...rule,
      ...english.scope?.[rule.id],
      channels: rule.channels.map((channel) => ({
        ...channel,
        name: english.channels?.[channel.name] ?? channel.name,
      })),
    })),
    hotlines: city.hotlines.map((line) => ({
      ...line,
      name: english.hotlines?.[line.number]?.name ?? line.name,
      advice: english.hotlines?.[line.number]?.advice ?? line.advice,
    })),
  }
}

/** What has no English stays Chinese. */
export const cityIn = (city: City, language: Language): City => {
  if (language === 'zh-CN' || city.english === undefined) return city
  const made = known.get(city) ?? inEnglish(city, city.english)
  known.set(city, made)
  return made
}
