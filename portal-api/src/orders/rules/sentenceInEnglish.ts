/** The sentence of `sentence.ts` in English. */
import { type MilestoneType, vocabularyIn } from '@jiesu/shared-types/vocabulary'
import { nextMilestone } from './milestones'
import type { ConclusionReason, Order } from './order'

const { sayDue, sayMoment } = vocabularyIn('en')

const CONCLUDED: Record<ConclusionReason, string> = {
  rated: 'You have rated it, and this order is closed. Thank you for telling us.',
  'rating-window-over': 'The time for rating is over, and this order is closed.',
  reviewed: 'It was looked into, and this order is closed; the reasons are under “What has happened”.',
}

/** What is owed to the requester by the next milestone. */
const OWED: Record<MilestoneType, string> = {
  respond: 'A first response is due',
  explain: 'You will be told the cause',
  decide: 'You will be told whether the case is opened',
  finish: 'You will have a reply',
}

/** @param unitName the main unit's name, if the order was dispatched. */
export const sentenceInEnglish = (order: Order, unitName: string | undefined, now: Date): string => {
  const unit = unitName ?? 'The handling unit'
  const next = nextMilestone(order)
  /** Ends the sentence before it, and says by when. */
  const by = (): string => {
    if (next === undefined) return '.'
    const due = sayDue(next.dueAt, now)
    return now >= next.dueAt ? `. This was due by ${due} and is overdue.` : `. ${OWED[next.type]} by ${due}.`
  }
  switch (order.state.status) {
    case 'submitted':
      if (order.contest !== undefined)
        return 'We have received your objection. Another member of staff will look at it again and decide.'
      return order.insisted
        ? 'We have received it. Staff will read what you wrote and decide whether to accept it.'
        : 'We have received it. It is waiting to be accepted.'
    case 'needs-info':
      return 'We need some more information from you, and then go on.'
    case 'awaiting-dispatch':
      return `Accepted. We are finding the unit that handles it${by()}`
    case 'dispatched':
      return `Sent to ${unit}, which has to take it over${by()}`
    case 'handling':
      return order.round > 1
        ? `${unit} is handling it once more (round ${order.round})${by()}`
        : `${unit} is handling it${by()}`
    case 'return-review':
      return `${unit} says that it is not responsible, and we are looking into it. The time limit goes on${by()}`
    case 'merged':
      return `It is handled together with another appeal about the same matter. You can rate the reply yourself${by()}`
    case 'replied':
      return `${unit} has replied. Please rate the result by ${sayDue(order.state.ratingOpenUntil, now)}.`
    case 'redo-review':
      return 'We have received your rating. Hotline staff are looking into whether it has to be redone.'
    case 'concluded':
      return CONCLUDED[order.state.how]
    case 'declined':
      if (order.state.repeatOf !== undefined)
        return 'This was looked into and answered before, and nothing new has come up; it is not handled again. If you do not agree, you can contest the decision.'
      return 'The hotline does not handle this. The reason, and where you can go, are written below.'
    case 'withdrawn':
      return `You withdrew this appeal on ${sayMoment(order.state.at, now)}.`
  }
}
