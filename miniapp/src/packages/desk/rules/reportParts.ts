import type { ChangedOrder, RuleReport, SaidByRule } from '@jiesu/shared-types'
import { rulesWords } from '../../../words/zh/rules'

const words = rulesWords.parts

export type PartId = keyof typeof words

export interface ReportPart {
  id: PartId
  title: string
  /** How many orders change, and what that adds up to, in plain words. */
  sentence: string
  changed: number
  examples: readonly ChangedOrder[]
}

const sentences = (report: RuleReport): Record<PartId, string> => ({
  scope: words.scope.counts(report.scope.stoppedBefore, report.scope.stoppedAfter),
  dispatch: words.dispatch.counts(report.dispatch.automaticBefore, report.dispatch.automaticAfter),
  clock: words.clock.counts(report.clock.earlier, report.clock.later),
})

/** 受理, 派单, 时限: what the changed rules would do in each. */
export const reportParts = (report: RuleReport): ReportPart[] =>
  (['scope', 'dispatch', 'clock'] as const).map((id) => {
    const { changed, examples } = report[id]
    const { title, same, changed: changes } = words[id]
    return {
      id,
      title,
      sentence:
        changed === 0 ? same(report.orders) : `${changes(report.orders, changed)}${sentences(report)[id]}`,
      changed,
      examples,
    }
  })

/** What one side of an example says: its lines, or that there are none; units to choose from say so first. */
export const saidOnSide = (
  id: PartId,
  said: readonly SaidByRule[],
): { lead: string | undefined; lines: readonly SaidByRule[] } => ({
  lead:
    said.length === 0
      ? words[id].nothing
      : id === 'dispatch' && said.length > 1
        ? words.dispatch.several
        : undefined,
  lines: said,
})
