import type { OrderView } from '@jiesu/shared-types'
import { readAloudWords } from '../../words/readAloud'
import { ASK_OUTCOME_WORDS, sayDue } from '../../words/vocabulary'
import { sayCountdown } from './countdown'

const OVER: readonly string[] = ['met', 'met-late', 'void']

const sayClock = ({ milestones }: OrderView, now: Date): string[] => {
  const round = Math.max(0, ...milestones.map((milestone) => milestone.round))
  return milestones
    .filter((milestone) => milestone.round === round && !OVER.includes(milestone.state))
    .map((milestone) => readAloudWords.order.clock(sayCountdown(milestone, now)))
}

const sayReply = ({ reply, asks }: OrderView): string[] => {
  if (reply === undefined) return []
  const points = asks.flatMap(({ text, answer }, at) =>
    answer === undefined
      ? []
      : [readAloudWords.order.point(at + 1, text, ASK_OUTCOME_WORDS[answer.outcome], answer.text)],
  )
  return [readAloudWords.order.reply(reply.unitName, reply.text), ...points]
}

const sayDecline = ({ declined }: OrderView): string[] =>
  declined === undefined
    ? []
    : [
        readAloudWords.order.declined(declined.reason),
        ...(declined.goTo === undefined ? [] : [readAloudWords.order.goTo(declined.goTo)]),
      ]

/** What the requester, or somebody for them, does next. */
const sayNext = (view: OrderView, now: Date): string[] => {
  const { allowed, ratingOpenUntil, status } = view
  if (allowed.includes('giveInformation')) return [readAloudWords.order.answer]
  if (allowed.includes('rate') && ratingOpenUntil !== undefined)
    return [readAloudWords.order.rate(sayDue(new Date(ratingOpenUntil), now))]
  if (status === 'submitted' || status === 'awaiting-dispatch') return [readAloudWords.order.decide]
  if (status === 'dispatched') return [readAloudWords.order.receive]
  if (status === 'handling') return [readAloudWords.order.handle]
  return []
}

/**
 * An order for those who listen: the sentence on top, how much time is left at `now` (server time), what is asked of
 * the requester, the reply point by point or why it was declined, and what happens next. One text a line.
 */
export const spokenOrder = (view: OrderView, now: Date): string[] => [
  view.sentence,
  ...sayClock(view, now),
  ...(view.question === undefined || !view.allowed.includes('giveInformation')
    ? []
    : [readAloudWords.order.question(view.question)]),
  ...sayReply(view),
  ...sayDecline(view),
  ...sayNext(view, now).map((next) => readAloudWords.order.next(next)),
]
