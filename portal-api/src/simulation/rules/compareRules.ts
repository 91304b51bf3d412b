/** What a change of a city's rules would do to appeals: each is decided by the rules of before and of after. */
import {
  isBlocking,
  MILESTONE_WORDS,
  sayDue,
  SCOPE_FINDING_KIND_WORDS,
  shanghaiDay,
} from '@jiesu/shared-types/vocabulary'
import type { City, ScopeRule } from '../../cities/cityData'
import type { Appeal } from '../../cities/rules/appeal'
import type { Calendar } from '../../clock/rules/calendar'
import { promiseMilestones } from '../../clock/rules/limits'
import { chooseUnit, unambiguous } from '../../dispatch/rules/chooseUnit'
import { checkScope, type Finding } from '../../scope/rules/checkScope'
import { findPhrase } from '../../scope/rules/findPhrase'
import { readable } from '../../scope/rules/readableText'

/** An appeal as far as rules look at it. */
export interface ReplayedAppeal extends Appeal {
  /** The order's number, or the id of its line. */
  readonly id: string
  /** When its limits start. */
  readonly at: Date
  readonly district?: string | undefined
  readonly text: string
}

/** What a rule says to an appeal, in words, and which rule or row it is. */
export interface SaidByRule {
  readonly words: string
  readonly rule: string
}

/** One appeal for which the rules say something else, in words, for both sides. */
export interface ChangeExample {
  readonly id: string
  /** Shanghai day on which its limits start. */
  readonly day: string
  readonly category: string
  readonly before: readonly SaidByRule[]
  readonly after: readonly SaidByRule[]
}

interface Changes {
  readonly changed: number
  /** The first few. */
  readonly examples: readonly ChangeExample[]
}

export interface SimulationReport {
  readonly city: string
  readonly appeals: number
  /** Findings of the scope check; `stopped` counts appeals that would need insisting. */
  readonly scope: Changes & { readonly stoppedBefore: number; readonly stoppedAfter: number }
  /** Units; `automatic` counts appeals for which exactly one is named. */
  readonly dispatch: Changes & { readonly automaticBefore: number; readonly automaticAfter: number }
  /** Due times; an appeal counts as earlier or later by its last milestone. */
  readonly clock: Changes & { readonly earlier: number; readonly later: number }
}

const MAX_EXAMPLES = 5

type Part = 'scope' | 'dispatch' | 'clock'

interface Outcome {
  /** What counts as the same: neither another phrase of a scope rule nor another rule with the same due times is a change. */
  readonly keys: Readonly<Record<Part, string>>
  /** In words, for the few that are shown. */
  readonly say: Readonly<Record<Part, () => readonly SaidByRule[]>>
  readonly stopped: boolean
  readonly automatic: boolean
  readonly lastDue: number
}

/**
 * The rule's own phrases that led to a finding. What stands in the appeal is not shown: with a phrase like `我…了`
 * a draft of rules could be used to read what people wrote.
 */
const phrasesFound = (rule: ScopeRule | undefined, words: readonly string[]): string[] => {
  const phrases = rule?.match.flatMap((match) => match.any) ?? []
  const found = words.flatMap((word) => {
    const text = readable(word)
    const isWhole = (phrase: string) =>
      findPhrase(text, phrase).some(({ start, end }) => start === 0 && end === text.chars.length)
    return phrases.find(isWhole) ?? []
  })
  return [...new Set(found)]
}

const sayFinding = (rule: ScopeRule | undefined, { rule: id, kind, words }: Finding): SaidByRule => {
  const phrases = phrasesFound(rule, words)
  const why = phrases.length === 0 ? '' : `（词句：${phrases.join('、')}）`
  return { words: `${SCOPE_FINDING_KIND_WORDS[kind]}：${rule?.name ?? id}${why}`, rule: id }
}

const outcome = (city: City, appeal: ReplayedAppeal, calendar: Calendar): Outcome => {
  const findings = checkScope(city.scopeRules, appeal, appeal.text)
  const ruleOf = (id: string) => city.scopeRules.find((rule) => rule.id === id)
  const nameOf = (id: string) => city.units.find((unit) => unit.id === id)?.name ?? id
  const choice = chooseUnit(city, { ...appeal, category: appeal.category ?? '' }, appeal.at)
  const units = choice.options.map(({ unitId, coUnitIds, line }) =>
    [
      line === undefined ? nameOf(unitId) : `${nameOf(unitId)}（${line.number}）`,
      ...coUnitIds.map((id) => `${nameOf(id)}（协办）`),
    ].join('、'),
  )
  const promises = promiseMilestones(city.limits.rules, appeal, appeal.at, calendar)
  return {
    keys: {
      scope: findings.map(({ rule, kind }) => `${kind} ${rule} ${ruleOf(rule)?.name ?? ''}`).join('\n'),
      dispatch: units.join('\n'),
      clock: promises.map((p) => `${p.type} ${p.dueAt.getTime()}`).join('\n'),
    },
    say: {
      scope: () => findings.map((finding) => sayFinding(ruleOf(finding.rule), finding)),
      dispatch: () => choice.options.map(({ row }, i) => ({ words: units[i] ?? '', rule: row.id })),
      clock: () =>
        promises.map((p) => ({
          words: `${MILESTONE_WORDS[p.type]} ${sayDue(p.dueAt, appeal.at)}${p.provisional ? '（暂定）' : ''}`,
          rule: p.rule,
        })),
    },
    stopped: findings.some((finding) => isBlocking(finding.kind)),
    automatic: unambiguous(choice, appeal) !== undefined,
    lastDue: promises.at(-1)?.dueAt.getTime() ?? 0,
  }
}

/**
 * Compares the rules of `before` with those of `after` over the appeals, in their order. The calendar is the same on
 * both sides: only the city's data are on trial.
 */
export const compareRules = (
  before: City,
  after: City,
  appeals: readonly ReplayedAppeal[],
  calendar: Calendar,
): SimulationReport => {
  const sides = appeals.map((appeal) => ({
    appeal,
    was: outcome(before, appeal, calendar),
    is: outcome(after, appeal, calendar),
  }))
  type Side = (typeof sides)[number]
  const changes = (part: Part): Changes => {
    const changed = sides.filter(({ was, is }) => was.keys[part] !== is.keys[part])
    const examples = changed.slice(0, MAX_EXAMPLES).map(({ appeal, was, is }) => ({
      id: appeal.id,
      day: shanghaiDay(appeal.at),
      category: appeal.category ?? '',
      before: was.say[part](),
      after: is.say[part](),
    }))
    return { changed: changed.length, examples }
  }
  const count = (holds: (side: Side) => boolean): number => sides.filter(holds).length
  return {
    city: before.id,
    appeals: appeals.length,
    scope: {
      ...changes('scope'),
      stoppedBefore: count(({ was }) => was.stopped),
      stoppedAfter: count(({ is }) => is.stopped),
    },
    dispatch: {
      ...changes('dispatch'),
      automaticBefore: count(({ was }) => was.automatic),
      automaticAfter: count(({ is }) => is.automatic),
    },
    clock: {
      ...changes('clock'),
      earlier: count(({ was, is }) => is.lastDue < was.lastDue),
      later: count(({ was, is }) => is.lastDue > was.lastDue),
    },
  }
}

const joinChanges = (a: Changes, b: Changes): Changes => ({
  changed: a.changed + b.changed,
  examples: [...a.examples, ...b.examples].slice(0, MAX_EXAMPLES),
})

/** The report over the appeals of `a` and then those of `b`, of the same comparison. */
export const joinReports = (a: SimulationReport, b: SimulationReport): SimulationReport => ({
  city: a.city,
  appeals: a.appeals + b.appeals,
  scope: {
    ...joinChanges(a.scope, b.scope),
    stoppedBefore: a.scope.stoppedBefore + b.scope.stoppedBefore,
    stoppedAfter: a.scope.stoppedAfter + b.scope.stoppedAfter,
  },
  dispatch: {
    ...joinChanges(a.dispatch, b.dispatch),
    automaticBefore: a.dispatch.automaticBefore + b.dispatch.automaticBefore,
    automaticAfter: a.dispatch.automaticAfter + b.dispatch.automaticAfter,
  },
  clock: {
    ...joinChanges(a.clock, b.clock),
    earlier: a.clock.earlier + b.clock.earlier,
    later: a.clock.later + b.clock.later,
  },
})
