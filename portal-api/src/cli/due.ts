/** `jiesu due`: deadlines from arguments, or one JSON object a line on stdin; one JSON object a line on stdout. */
import { DeadlinePreviewQuery } from '@jiesu/shared-types'
import type { DeclaredFact } from '@jiesu/shared-types'
import * as z from 'zod/mini'
import type { City } from '../cities/cityData'
import { previewDeadlines } from '../clock/previewDeadlines'
import type { Calendar } from '../clock/rules/calendar'

/** The answer to one question, or what is wrong with it; never throws for bad input. */
export const answerDue = (
  question: unknown,
  cities: ReadonlyMap<string, City>,
  calendar: Calendar,
  now: Date,
): Record<string, unknown> => {
  const parsed = z.safeParse(DeadlinePreviewQuery, question)
  if (!parsed.success)
    return { error: parsed.error.issues.map((i) => `${i.path.join('.')}: ${i.message}`).join('; '), question }
  const { city: id, requester, kind, category, facts = '', at } = parsed.data
  const city = cities.get(id)
  if (city === undefined) return { error: `city: there is no city "${id}"`, question }
  const known = city.categoryGroups.some((group) => group.categories.some((c) => c.id === category))
  if (category !== undefined && !known) return { error: `category: ${id} has no category "${category}"`, question }
  const appeal = {
    requester,
    kind,
    category,
    // The query's schema admits only declared facts.
    facts: facts.split(',').filter((fact) => fact !== '') as DeclaredFact[],
  }
  try {
    const answer = previewDeadlines(city, appeal, at === undefined ? now : new Date(at), calendar, now)
    return {
      city: id,
      at: answer.at,
      milestones: answer.milestones.map((m) => ({
        type: m.type,
        limit: m.limit,
        dueAt: m.dueAt,
        provisional: m.provisional,
        rule: m.reason.rule,
        source: `${m.reason.source.document} ${m.reason.source.item}`,
      })),
    }
  } catch (error) {
    if (error instanceof RangeError) return { error: error.message, question }
    throw error
  }
}
