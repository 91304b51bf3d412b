/** `jiesu due`: the time limits of appeals, or of plain limits, as data. */
import { DeadlinePreviewQuery, type DeclaredFact, shanghaiInstant } from '@jiesu/shared-types'
import * as z from 'zod/mini'
import type { City } from '../cities/cityData'
import { previewDeadlines, previewPlainLimit } from '../clock/previewDeadlines'
import type { Calendar } from '../clock/rules/calendar'
import type { Limit } from '../clock/rules/dueTime'

export interface DueContext {
  readonly cities: ReadonlyMap<string, City>
  readonly calendar: Calendar
  readonly now: Date
}

export interface DueMilestone {
  /** The milestone's type; `plain` for a plain limit. */
  readonly key: string
  /** 5 个工作日 */
  readonly limit: string
  /** ISO 8601, +08:00. */
  readonly dueAt: string
  readonly rule: string
  readonly source: string
  /** Rests on a year whose holidays are not announced. */
  readonly provisional: boolean
}

export type DueAnswer =
  | {
      readonly id?: unknown
      readonly city: string
      readonly at: string
      readonly milestones: readonly DueMilestone[]
      /** Said when a due time is provisional. */
      readonly note?: string
    }
  | { readonly id?: unknown; readonly error: string }

/** Longer limits than these (ten years) are slips of the pen, and leave what the calendar knows. */
const atMost = (most: number) => z.optional(z.int().check(z.positive(), z.maximum(most)))
const TEN_YEARS = { minutes: 5_256_000, calendarDays: 3_650, workingDays: 2_500 }

/** The question of the deadline preview and, instead of the city's rule, one plain limit. */
const DueQuestion = z
  .object({
    ...DeadlinePreviewQuery.shape,
    workingDays: atMost(TEN_YEARS.workingDays),
    calendarDays: atMost(TEN_YEARS.calendarDays),
    minutes: atMost(TEN_YEARS.minutes),
  })
  .check(
    z.refine((q) => [q.workingDays, q.calendarDays, q.minutes].filter((n) => n !== undefined).length <= 1, {
      error: 'give only one of workingDays, calendarDays and minutes',
    }),
  )

const plainLimit = ({
  workingDays,
  calendarDays,
  minutes,
}: z.output<typeof DueQuestion>): Limit | undefined => {
  if (workingDays !== undefined) return { unit: 'working-days', amount: workingDays }
  if (calendarDays !== undefined) return { unit: 'calendar-days', amount: calendarDays }
  return minutes === undefined ? undefined : { unit: 'minutes', amount: minutes }
}

/** Lines are often written by hand or by a spreadsheet: a time without a zone is Shanghai's. */
const withZone = (question: unknown): unknown => {
  if (typeof question !== 'object' || question === null || !('at' in question)) return question
  const { at } = question
  const local = typeof at === 'string' && /^\d{4}-\d\d-\d\d[T ]\d\d:\d\d(:\d\d(\.\d+)?)?$/.test(at)
  return local ? { ...question, at: `${at.replace(' ', 'T')}+08:00` } : question
}

const idOf = (question: unknown): { readonly id?: unknown } =>
  typeof question === 'object' && question !== null && 'id' in question ? { id: question.id } : {}

const noteOn = (calendar: Calendar, milestones: readonly DueMilestone[]): { readonly note?: string } => {
  const open = milestones.filter((m) => m.provisional)
  if (open.length === 0) return {}
  const note =
    `provisional: ${open.map((m) => m.key).join(', ')} beyond the announced holidays ` +
    `(${calendar.from}–${calendar.until}); only weekends are known there`
  return { note }
}

/** What `previewDeadlines` says, in the words of the command. */
const milestonesOf = (
  city: City,
  question: z.output<typeof DueQuestion>,
  at: Date,
  ctx: DueContext,
): DueMilestone[] => {
  const plain = plainLimit(question)
  if (plain !== undefined) {
    const { limit, dueAt, provisional } = previewPlainLimit(plain, at, ctx.calendar)
    return [
      { key: 'plain', limit, dueAt, rule: 'plain', source: 'the limit given in the question', provisional },
    ]
  }
  const { requester, kind, category, facts = '' } = question
  // The query's schema admits only declared facts.
  const declared = facts.split(',').filter((fact) => fact !== '') as DeclaredFact[]
  const appeal = { requester, kind, category, facts: declared }
  return previewDeadlines(city, appeal, at, ctx.calendar, ctx.now).milestones.map((m) => ({
    key: m.type,
    limit: m.limit,
    dueAt: m.dueAt,
    rule: m.reason.rule,
    source: `${m.reason.source.document} ${m.reason.source.item}`,
    provisional: m.provisional,
  }))
}

const isCategory = (city: City, category: string): boolean =>
  city.categoryGroups.some((group) => group.categories.some((c) => c.id === category))

/** The answer to one question, or what is wrong with it; never throws for bad input. */
export const answerDue = (asked: unknown, ctx: DueContext): DueAnswer => {
  const id = idOf(asked)
  const parsed = z.safeParse(DueQuestion, withZone(asked))
  if (!parsed.success) {
    const issues = parsed.error.issues.map(({ path, message }) => [path.join('.'), message])
    return { ...id, error: issues.map((parts) => parts.filter((part) => part !== '').join(': ')).join('; ') }
  }
  const question = parsed.data
  const city = ctx.cities.get(question.city)
  if (city === undefined) return { ...id, error: `city: there is no city "${question.city}"` }
  if (question.category !== undefined && !isCategory(city, question.category))
    return { ...id, error: `category: ${city.id} has no category "${question.category}"` }
  const at = question.at === undefined ? ctx.now : new Date(question.at)
  try {
    const milestones = milestonesOf(city, question, at, ctx)
    return { ...id, city: city.id, at: shanghaiInstant(at), milestones, ...noteOn(ctx.calendar, milestones) }
  } catch (error) {
    if (error instanceof RangeError) return { ...id, error: error.message }
    throw error
  }
}

/** The answer to one line of JSON. @param city of lines that name none. */
export const answerLine = (line: string, ctx: DueContext, city: string | undefined): DueAnswer => {
  let asked: unknown
  try {
    // Files saved on Windows begin with a byte-order mark.
    asked = JSON.parse(line.replace(/^\uFEFF/, ''))
  } catch {
    return { error: `not JSON: ${line.slice(0, 80)}` }
  }
  if (typeof asked !== 'object' || asked === null || Array.isArray(asked))
    return { error: `not a JSON object: ${line.slice(0, 80)}` }
  return answerDue(city === undefined ? asked : { city, ...asked }, ctx)
}
