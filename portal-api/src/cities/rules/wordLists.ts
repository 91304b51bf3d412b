import type { ScopeFile, ScopeMatch, ScopeRule } from '../cityData'
import type { z } from 'zod'
import type { CityFinding } from './cityFinding'

type Lists = z.infer<typeof ScopeFile>['lists']

const FILE = 'scope.json'

/** The scope rules with every `@name` replaced by the words of that list, and the names that no list has. */
export const expandWordLists = (
  rules: readonly ScopeRule[],
  lists: Lists,
): { rules: ScopeRule[]; findings: CityFinding[] } => {
  const findings: CityFinding[] = []
  const used = new Set<string>()

  const expand = (words: readonly string[], path: string): string[] =>
    words.flatMap((word, i) => {
      if (!word.startsWith('@')) return [word]
      const name = word.slice(1)
      const list = lists[name]
      if (list === undefined)
        findings.push({
          file: FILE,
          path: `${path}[${i}]`,
          message: `没有名为 "${name}" 的词表，请先写进 lists`,
        })
      used.add(name)
      return list ?? []
    })

  const expandMatch = (match: ScopeMatch, path: string): ScopeMatch => ({
    ...match,
    any: expand(match.any, `${path}.any`),
    ...(match.with === undefined
      ? {}
      : { with: match.with.map((group, g) => expand(group, `${path}.with[${g}]`)) }),
    ...(match.except === undefined ? {} : { except: expand(match.except, `${path}.except`) }),
    ...(match.unless === undefined ? {} : { unless: expand(match.unless, `${path}.unless`) }),
  })

  const expanded = rules.map((rule, r) => ({
    ...rule,
    match: rule.match.map((match, m) => expandMatch(match, `rules[${r}].match[${m}]`)),
  }))
  for (const name of Object.keys(lists))
    if (!used.has(name))
      findings.push({
        file: FILE,
        path: `lists.${name}`,
        message: `没有规则用到词表 "${name}"，请删去或改正名称`,
      })
  return { rules: expanded, findings }
}
