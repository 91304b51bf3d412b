import { type Language, type PlannedMilestone, shanghaiInstant, vocabularyIn } from '@jiesu/shared-types'
import { explanation, type MilestonePromise } from './rules/limits'

/** A promise in the words and instants of the contract; `now` decides whether the year is said. */
export const plannedMilestoneView = (
  promise: MilestonePromise,
  now: Date,
  language: Language = 'zh-CN',
): PlannedMilestone => {
  const { limitWords, MILESTONE_WORDS, sayDue } = vocabularyIn(language)
  return {
    type: promise.type,
    name: MILESTONE_WORDS[promise.type],
    unit: promise.unit,
    amount: promise.amount,
    limit: limitWords(promise),
    startAt: shanghaiInstant(promise.startAt),
    dueAt: shanghaiInstant(promise.dueAt),
    dueWords: sayDue(promise.dueAt, now),
    provisional: promise.provisional,
    reason: {
      rule: promise.rule,
      version: promise.ruleVersion,
      precedence: promise.precedence,
      source: {
        document: promise.source.document,
        item: promise.source.item,
        ...(promise.source.quote === undefined ? {} : { quote: promise.source.quote }),
      },
      text: explanation(promise, language),
      statedByDocument: promise.statedByDocument,
    },
  }
}
