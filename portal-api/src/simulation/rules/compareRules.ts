/** What a change of a city's rules would do to appeals: each is decided by the rules of before and of after. */
import { isBlocking, MILESTONE_WORDS, sayDue, shanghaiDay } from '@jiesu/shared-types/vocabulary'
import type { City } from '../../cities/cityData'
import type { Appeal } from '../../cities/rules/appeal'
import type { Calendar } from '../../clock/rules/calendar'
import { promiseMilestones } from '../../clock/rules/limits'
import { chooseUnit, unambiguous } from '../../dispatch/rules/chooseUnit'
import { checkScope } from '../../scope/rules/checkScope'

/** An appeal as far as rules look at it. */
export interface ReplayedAppeal extends Appeal {
  /** The order's number, or the id of its line. */
  readonly id: string
  /** When its limits start. */
  readonly at: Date
  readonly district?: string | undefined
  readonly text: string
}

/** One appeal for which the rules say something else, in words, for both sides. */
export interface ChangeExample {
  readonly id: string
  /** Shanghai day on which its limits start. */
  readonly day: string
  readonly category: string
  readonly before: readonly string[]
  readonly after: readonly string[]
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

interface Outcome {
  readonly scope: readonly string[]
  readonly stopped: boolean
  readonly dispatch: readonly string[]
  readonly automatic: boolean
  readonly clock: readonly string[]
  /** Types and due times alone: another rule that leads to the same changes nothing for anybody. */
  readonly dues: string
  readonly lastDue: number
}

const outcome = (city: City, appeal: ReplayedAppeal, calendar: Calendar): Outcome => {
  const findings = checkScope(city.scopeRules, appeal, appeal.text)
  const choice = chooseUnit(city, { ...appeal, category: appeal.category ?? '' }, appeal.at)
  const name = (id: string) => city.units.find((unit) => unit.id === id)?.name ?? id
  const promises = promiseMilestones(city.limits.rules, appeal, appeal.at, calendar)
  return {
    scope: findings.map(({ rule, kind, words }) => {
      const which = city.scopeRules.find((r) => r.id === rule)?.name ?? rule
      return `${kind} ${which} [${rule}]${words.length === 0 ? '' : `：${words.join('、')}`}`
    }),
    stopped: findings.some((finding) => isBlocking(finding.kind)),
    dispatch: choice.options.map(({ unitId, coUnitIds, line }) =>
      [
        line === undefined ? name(unitId) : `${name(unitId)}（${line.number}）`,
        ...coUnitIds.map((id) => `${name(id)}（协办）`),
      ].join('、'),
    ),
    automatic: unambiguous(choice) !== undefined,
    clock: promises.map(
      (p) =>
        `${MILESTONE_WORDS[p.type]} ${sayDue(p.dueAt, appeal.at)}${p.provisional ? '（暂定）' : ''} [${p.rule}]`,
    ),
    dues: promises.map((p) => `${p.type} ${p.dueAt.getTime()}`).join(),
    lastDue: promises.at(-1)?.dueAt.getTime() ?? 0,
  }
}

const same = (a: readonly string[], b: readonly string[]): boolean => a.join('\n') === b.join('\n')

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
  const changes = (part: 'scope' | 'dispatch' | 'clock', differs: (side: Side) => boolean): Changes => {
    const changed = sides.filter(differs)
    const examples = changed.slice(0, MAX_EXAMPLES).map(({ appeal, was, is }) => ({
      id: appeal.id,
      day: shanghaiDay(appeal.at),
      category: appeal.category ?? '',
      before: was[part],
      after: is[part],
    }))
    return { changed: changed.length, examples }
  }
  const count = (holds: (side: Side) => boolean): number => sides.filter(holds).length
  return {
    city: before.id,
    appeals: appeals.length,
    scope: {
      ...changes('scope', ({ was, is }) => !same(was.scope, is.scope)),
      stoppedBefore: count(({ was }) => was.stopped),
      stoppedAfter: count(({ is }) => is.stopped),
    },
    dispatch: {
      ...changes('dispatch', ({ was, is }) => !same(was.dispatch, is.dispatch)),
      automaticBefore: count(({ was }) => was.automatic),
      automaticAfter: count(({ is }) => is.automatic),
    },
    clock: {
      ...changes('clock', ({ was, is }) => was.dues !== is.dues),
      earlier: count(({ was, is }) => is.lastDue < was.lastDue),
      later: count(({ was, is }) => is.lastDue > was.lastDue),
    },
  }
}
