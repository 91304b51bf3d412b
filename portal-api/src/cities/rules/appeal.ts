import type { AppealKind, DeclaredFact, RequesterType } from '@jiesu/shared-types/vocabulary'
import type { AppealCondition } from '../cityData'

/** The facts of an appeal that the city's rules look at. */
export interface Appeal {
  readonly requester: RequesterType
  readonly kind: AppealKind
  /** Absent while a person has not chosen one yet. */
  readonly category?: string | undefined
  readonly facts: readonly DeclaredFact[]
}

/** `pattern` is a category id, `<group>/*` or `*`. */
export const inCategory = (pattern: string, category: string | undefined): boolean => {
  if (pattern === '*') return true
  if (category === undefined) return false
  return pattern.endsWith('/*') ? category.startsWith(pattern.slice(0, -1)) : pattern === category
}

/** True when every part that the condition names holds; an empty condition always does. */
export const appealMatches = (when: AppealCondition, appeal: Appeal): boolean =>
  (when.requester === undefined || when.requester === appeal.requester) &&
  (when.kinds === undefined || when.kinds.includes(appeal.kind)) &&
  (when.categories === undefined ||
    when.categories.some((pattern) => inCategory(pattern, appeal.category))) &&
  (when.facts === undefined || when.facts.some((fact) => appeal.facts.includes(fact)))
