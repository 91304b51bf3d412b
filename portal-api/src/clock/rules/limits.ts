/** Which limits an appeal gets, and why: the city's limit rules, applied in their order of precedence. */
import {
  LIMIT_PRECEDENCES,
  type LimitPrecedence,
  type LimitUnit,
  type MilestoneType,
  type Language,
  shanghaiDay,
  vocabularyIn,
} from '@jiesu/shared-types/vocabulary'
import type { LimitRule } from '../../cities/cityData'
import { type Appeal, appealMatches } from '../../cities/rules/appeal'
import type { Calendar } from './calendar'
import { dueTime, endOfShanghaiDay } from './dueTime'

/** A milestone as it is promised: written into the order once and never computed again (see ADR 0004). */
export interface MilestonePromise {
  readonly type: MilestoneType
  readonly unit: LimitUnit
  readonly amount: number
  readonly startAt: Date
  readonly dueAt: Date
  readonly provisional: boolean
  /** The rule and its version at the time of the promise. */
  readonly rule: string
  readonly ruleVersion: number
  readonly precedence: LimitPrecedence
  readonly reason: string
  readonly statedByDocument: boolean
  readonly source: { readonly document: string; readonly item: string; readonly quote?: string | undefined }
}

/** How closely a rule names the matter, to order rules of one precedence. */
const specificity = (rule: LimitRule): number => {
  const { categories, kinds, facts, requester } = rule.when
  const exact = categories !== undefined && !categories.some((pattern) => pattern.endsWith('*'))
  return (facts ? 8 : 0) + (exact ? 4 : categories ? 2 : 0) + (kinds ? 1 : 0) + (requester ? 1 : 0)
}

/** Rules that match, the deciding one first. */
export const matchingRules = (rules: readonly LimitRule[], appeal: Appeal): readonly LimitRule[] =>
  rules
    .filter((rule) => appealMatches(rule.when, appeal))
    .sort(
      (a, b) =>
        LIMIT_PRECEDENCES.indexOf(a.precedence) - LIMIT_PRECEDENCES.indexOf(b.precedence) ||
        specificity(b) - specificity(a),
    )

/**
 * The milestones of an order whose clock starts at `start`, earliest due first.
 * @returns an empty list only if the city has no rule at all for such an appeal (its data are checked against that).
 */
export const promiseMilestones = (
  rules: readonly LimitRule[],
  appeal: Appeal,
  start: Date,
  calendar: Calendar,
): readonly MilestonePromise[] => {
  const rule = matchingRules(rules, appeal)[0]
  if (rule === undefined) return []
  const promises: MilestonePromise[] = []
  for (const limit of rule.milestones) {
    const before = promises.find((p) => p.type === limit.after)
    // The last instant of a due day belongs to that day: counting "from the next day" must start there.
    const startAt = before === undefined ? start : new Date(before.dueAt.getTime() - 1)
    const due = dueTime(limit, startAt, calendar)
    promises.push({
      type: limit.type,
      unit: limit.unit,
      amount: limit.amount,
      startAt,
      dueAt: due.at,
      provisional: due.provisional || before?.provisional === true,
      rule: rule.id,
      ruleVersion: rule.version,
      precedence: rule.precedence,
      reason: rule.text,
      statedByDocument: rule.statedByDocument,
      source: rule.source,
    })
  }
  return promises.sort((a, b) => a.dueAt.getTime() - b.dueAt.getTime())
}

type Explained = Pick<MilestonePromise, 'unit' | 'startAt' | 'dueAt' | 'reason'>

/**
 * Why a promise is as it is, for its requester. 当天 sounds like a day and may be minutes: how long it is, is said. Once
 * the due time was moved by an extension, the day is no longer the limit.
 */
export const explanation = (
  { unit, startAt, dueAt, reason }: Explained,
  language: Language = 'zh-CN',
): string => {
  const endsWithItsDay = dueAt.getTime() === endOfShanghaiDay(shanghaiDay(startAt)).getTime()
  if (unit !== 'same-day' || !endsWithItsDay) return reason
  const length = vocabularyIn(language).sayDuration(dueAt.getTime() - startAt.getTime())
  if (language === 'en') return `${reason} “The same day” lasts from the start until 24:00 (${length}).`
  return `${reason}“当天”从起算到 24:00 为止（${length}）。`
}
