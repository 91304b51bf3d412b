import type { DeadlinePreview, Language } from '@jiesu/shared-types'
import { limitWords, shanghaiInstant } from '@jiesu/shared-types'
import type { City } from '../cities/cityData'
import type { Appeal } from '../cities/rules/appeal'
import { plannedMilestoneView } from './milestones.view'
import type { Calendar } from './rules/calendar'
import { dueTime, type Limit } from './rules/dueTime'
import { matchingRules, promiseMilestones } from './rules/limits'

/**
 * The milestones that an appeal accepted at `at` would get: the same rules and arithmetic that run orders.
 * @param now decides only how dates are worded.
 */
export const previewDeadlines = (
  city: City,
  appeal: Appeal,
  at: Date,
  calendar: Calendar,
  now: Date,
  language: Language = 'zh-CN',
): DeadlinePreview => ({
  city: city.id,
  at: shanghaiInstant(at),
  milestones: promiseMilestones(city.limits.rules, appeal, at, calendar).map((p) =>
    plannedMilestoneView(p, now, language),
  ),
  alsoMatched: matchingRules(city.limits.rules, appeal)
    .slice(1)
    .map((rule) => ({ rule: rule.id, precedence: rule.precedence, text: rule.text })),
})

/** The due time of a limit that no rule of a city decides: the same arithmetic, asked for by itself. */
export const previewPlainLimit = (
  limit: Limit,
  at: Date,
  calendar: Calendar,
): { readonly limit: string; readonly dueAt: string; readonly provisional: boolean } => {
  const due = dueTime(limit, at, calendar)
  return { limit: limitWords(limit), dueAt: shanghaiInstant(due.at), provisional: due.provisional }
}
