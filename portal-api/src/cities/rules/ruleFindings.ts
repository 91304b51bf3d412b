import type { AppealCondition, City } from '../cityData'
import { inCategory } from './appeal'
import { type CityFinding, repeated } from './cityFinding'

/** Every category id of a city, in the order of its file. */
export const categoryIds = (city: City): string[] =>
  city.categoryGroups.flatMap((group) => group.categories.map((category) => category.id))

/** A pattern that reaches no category of the city is a slip of the pen, or was copied from another city. */
export const patternFinding = (city: City, pattern: string, file: string, path: string): CityFinding[] =>
  categoryIds(city).some((id) => inCategory(pattern, id))
    ? []
    : [{ file, path, message: `没有类别符合 "${pattern}"，请改正，或先写进 categories.json` }]

/** Kinds, requesters and categories that a condition names are the city's own. */
export const conditionFindings = (
  city: City,
  when: AppealCondition,
  file: string,
  path: string,
): CityFinding[] => {
  const kinds = city.profile.kinds.map((kind) => kind.id)
  return [
    ...(when.categories ?? []).flatMap((pattern, i) =>
      patternFinding(city, pattern, file, `${path}.categories[${i}]`),
    ),
    ...(when.kinds ?? []).flatMap((kind, i) =>
      kinds.includes(kind)
        ? []
        : [
            {
              file,
              path: `${path}.kinds[${i}]`,
              message: `本市没有诉求类型 "${kind}"，请删去，或先写进 profile.json`,
            },
          ],
    ),
    ...(when.requester === undefined || city.profile.requesterTypes.includes(when.requester)
      ? []
      : [
          {
            file,
            path: `${path}.requester`,
            message: `本市没有诉求人类型 "${when.requester}"，请删去，或先写进 profile.json`,
          },
        ]),
  ]
}

const repeatedIds = (file: string, ids: readonly string[]): CityFinding[] =>
  repeated(ids).map(({ value, index }) => ({
    file,
    path: `rules[${index}].id`,
    message: `规则编号 "${value}" 重复了，请换一个`,
  }))

const limitFindings = (city: City): CityFinding[] => {
  const { rules } = city.limits
  const file = 'limits.json'
  return [
    ...repeatedIds(
      file,
      rules.map((rule) => rule.id),
    ),
    ...rules.flatMap((rule, i) => conditionFindings(city, rule.when, file, `rules[${i}].when`)),
    ...rules.flatMap((rule, i) =>
      repeated(rule.milestones.map((milestone) => milestone.type)).map(({ value, index }) => ({
        file,
        path: `rules[${i}].milestones[${index}].type`,
        message: `一条规则里 "${value}" 只能有一个时限`,
      })),
    ),
    ...(rules.some((rule) => Object.keys(rule.when).length === 0)
      ? []
      : [{ file, path: 'rules', message: '没有兜底的规则，请加一条 when 为 {} 的，让每件诉求都有时限' }]),
  ]
}

const scopeFindings = (city: City): CityFinding[] => {
  const file = 'scope.json'
  return [
    ...repeatedIds(
      file,
      city.scopeRules.map((rule) => rule.id),
    ),
    ...city.scopeRules.flatMap((rule, i): CityFinding[] => [
      ...conditionFindings(city, rule.when ?? {}, file, `rules[${i}].when`),
      ...(rule.match.length === 0 && Object.keys(rule.when ?? {}).length === 0
        ? [
            {
              file,
              path: `rules[${i}].match`,
              message: '没有词句也没有条件，这条规则会对每件诉求生效，请补上一样',
            },
          ]
        : []),
      ...(rule.match.length === 0 && rule.kind !== 'notice'
        ? [{ file, path: `rules[${i}].match`, message: '会拦下诉求的规则必须有词句，让诉求人知道是哪几个字' }]
        : []),
      ...(rule.kind === 'notice' || rule.source !== undefined
        ? []
        : [{ file, path: `rules[${i}].source`, message: '会拦下诉求的规则必须写明依据（文件和条款）' }]),
    ]),
  ]
}

/** Limit and scope rules: ids once, conditions that can hold in this city, a limit for everybody, reasons with sources. */
export const ruleFindings = (city: City): CityFinding[] => [...limitFindings(city), ...scopeFindings(city)]
