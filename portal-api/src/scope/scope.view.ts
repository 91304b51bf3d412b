import type { ScopeAnswer, ScopeCheckInput, ScopeFinding } from '@jiesu/shared-types'
import { isBlocking } from '@jiesu/shared-types'
import type { z } from 'zod'
import { sourceView } from '../cities/city.view'
import type { City, ScopeRule } from '../cities/cityData'
import { checkScope, type Finding } from './rules/checkScope'
import { suggestCategories } from './rules/suggestCategories'

/** A finding in the city's words: what it says, where to go, on which paragraph it rests. */
const findingView = (rule: ScopeRule, words: readonly string[]): ScopeFinding => ({
  rule: rule.id,
  kind: rule.kind,
  title: rule.title,
  text: rule.text,
  words: [...words],
  channels: rule.channels.map((channel) => ({
    name: channel.name,
    ...(channel.phone === undefined ? {} : { phone: channel.phone }),
    ...(channel.web === undefined ? {} : { web: channel.web }),
  })),
  ...(rule.source === undefined ? {} : { source: sourceView(rule.source) }),
})

/** Findings of rules that the city does not have any more are left out. */
export const findingViews = (
  city: City,
  findings: readonly Pick<Finding, 'rule' | 'words'>[],
): ScopeFinding[] =>
  findings.flatMap((finding) => {
    const rule = city.scopeRules.find((r) => r.id === finding.rule)
    return rule === undefined ? [] : [findingView(rule, finding.words)]
  })

/** What the city's rules say to an appeal while it is written, and the categories that its words point to. */
export const scopeAnswer = (city: City, input: z.output<typeof ScopeCheckInput>): ScopeAnswer => {
  const findings = checkScope(
    city.scopeRules,
    { requester: input.requester, kind: input.kind, category: input.category, facts: [] },
    input.text,
  )
  return {
    findings: findingViews(city, findings),
    needsInsistence: findings.some((finding) => isBlocking(finding.kind)),
    categories: suggestCategories(city.categoryGroups, input.text).map((s) => ({
      ...s,
      words: [...s.words],
    })),
  }
}
