import type { DeskOrderView } from '@jiesu/shared-types'
import { deskWords } from '../../../words/zh/desk'
import { owesCause } from '../actions/deskActions'

const words = deskWords.next

/** What the reader is asked to do now, or whom the order waits for, in one sentence. */
export const nextStep = (
  order: Pick<
    DeskOrderView,
    'allowed' | 'milestones' | 'petition' | 'status' | 'statusWords' | 'round' | 'unitName'
  >,
): string => {
  const may = (action: DeskOrderView['allowed'][number]) => order.allowed.includes(action)
  if (may('accept')) return words.accept
  if (order.petition?.asksForOpinion === true) return words.petition
  if (may('dispatch')) return words.dispatch
  if (may('grantExtension')) return words.extension
  if (owesCause(order)) return words.explain
  if (may('receive')) return words.receive
  if (may('reply')) return order.round > 1 ? words.replyAgain(order.round) : words.reply
  if (may('orderRedo')) return words.review
  if (may('recordRuling')) return words.ruling
  if (may('upholdReturn')) return words.returned
  if (may('recordCallback')) return words.callback
  if (may('answerAsk')) return words.askOfMine
  const unit = order.unitName ?? words.someUnit
  switch (order.status) {
    case 'submitted':
      return words.waitAccept
    case 'needs-info':
      return words.waitInformation
    case 'awaiting-dispatch':
      return words.waitDispatch
    case 'dispatched':
      return words.waitReceive(unit)
    case 'handling':
      return words.waitReply(unit)
    case 'replied':
      return words.waitRating
    case 'redo-review':
      return words.waitReview
    case 'return-review':
      return words.waitReturn
    case 'merged':
      return words.merged
    case 'concluded':
    case 'declined':
    case 'withdrawn':
      return words.over(order.statusWords)
  }
}
