import type { MilestoneView, OrderView } from '@jiesu/shared-types'
import { countdown } from '../../../ui/order/countdown'
import { orderWords } from '../../../words/order'
import { sayDue } from '../../../words/vocabulary'

type Known = Pick<
  OrderView,
  'status' | 'unitName' | 'milestones' | 'nextMilestone' | 'ratingOpenUntil' | 'allowed' | 'declined'
>

const isOpen = ({ state }: MilestoneView): boolean => ['running', 'due-soon', 'late'].includes(state)

/** Promises beyond the one of which the order's sentence speaks. */
const later = ({ milestones, nextMilestone }: Known): string[] =>
  milestones
    .filter((milestone) => isOpen(milestone) && milestone.dueAt !== nextMilestone?.dueAt)
    .sort((a, b) => Date.parse(a.dueAt) - Date.parse(b.dueAt))
    .map(({ dueWords, name }) => orderWords.nextStep.later(dueWords, name))

const ahead = (view: Known, now: Date): string => {
  const words = orderWords.nextStep
  const unit = view.unitName ?? words.someUnit
  switch (view.status) {
    case 'submitted':
      return words.submitted
    case 'needs-info':
      return words.needsInfo
    case 'awaiting-dispatch':
      return words.awaitingDispatch
    case 'dispatched':
      return words.dispatched(unit)
    case 'handling':
      return words.handling
    case 'return-review':
      return words.returnReview
    case 'merged':
      return words.merged
    case 'replied':
      return view.ratingOpenUntil === undefined
        ? words.replied
        : words.replied + words.concludesBy(sayDue(new Date(view.ratingOpenUntil), now))
    case 'redo-review':
      return words.redoReview
    case 'concluded':
      return words.concluded
    case 'declined':
      return view.allowed.includes('contestDecline') ? words.contestable : words.declined
    case 'withdrawn':
      return words.withdrawn
  }
}

/** What happens after what the order's sentence says, and by when, for its requester. */
export const nextStep = (view: Known, now: Date): string => {
  const words = orderWords.nextStep
  const { nextMilestone } = view
  const late = nextMilestone !== undefined && countdown(nextMilestone, now).state === 'late'
  const overdue = late ? (view.allowed.includes('remind') ? words.overdueRemind : words.overdue) : ''
  return [overdue, ...later(view), ahead(view, now)].join('').trim()
}
