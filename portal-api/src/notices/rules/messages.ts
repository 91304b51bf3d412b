/** News in the app (站内消息): one clear sentence for each event that the requester hears. */
import { sayDue } from '@jiesu/shared-types/vocabulary'
import type { OrderEvent } from '../../orders/rules/events'
import { promisedUntil } from './promised'

export interface About {
  /** What the appeal is about, as the form names it. */
  readonly category: string
  /** Name of a unit of the city. */
  readonly unitName: (id: string) => string | undefined
  readonly now: Date
}

const CONCLUDED = {
  rated: '您已评价，已经办结。谢谢您的反馈。',
  'rating-window-over': '评价时间已过，已经办结。',
  reviewed: '经核实已经办结，说明写在工单里。',
} as const

/** What comes before the sentence: which of the reader's matters it is about. */
const matter = (category: string): string => `您反映的“${category}”`

const until = (event: OrderEvent, now: Date, verb: string): string => {
  const due = promisedUntil(event, now)
  return due === '' ? '' : `，最迟 ${due} 前${verb}`
}

/** Nothing for events that are seen on the order's page only. */
export const messageOf = (event: OrderEvent, { category, unitName, now }: About): string | undefined => {
  const about = matter(category)
  switch (event.type) {
    case 'accepted':
      return `${about}已受理${until(event, now, '答复您')}。`
    case 'declined':
      return event.repeatOf === undefined
        ? `${about}不在热线受理范围，原因和可以去的渠道写在工单里；不同意的话，可以请另一位工作人员再看。`
        : `${about}以前已经办理并答复过，理由写在工单里；不同意的话，可以请另一位工作人员再看。`
    case 'information-requested':
      return `${about}需要您补充情况：${event.question}`
    case 'extension-granted':
      return `${about}经审核延期办理${until(event, now, '答复您')}。`
    case 'cause-explained':
      return `承办单位已就${about}说明原因：${event.text}`
    case 'merged':
      return `${about}与另一件相同的诉求合并办理，答复后请您单独评价。`
    case 'replied':
      return `${unitName(event.unitId) ?? '承办单位'}已经答复${about}，请您看看，并在 ${sayDue(event.ratingOpenUntil, now)} 前评价。`
    case 'redo-ordered':
      return `${about}重新办理${until(event, now, '答复您')}。`
    case 'promise-recomputed':
      return `节假日安排公布，${about}的时限已经确定${until(event, now, '答复您')}。`
    case 'concluded':
      return `${about}：${CONCLUDED[event.how]}`
    default:
      return undefined
  }
}

/** To whoever reported an error in an entry; who thanks in the outcome thanks for all. */
export const correctionClosed = (title: string, outcome: string): string =>
  outcome.includes('谢')
    ? `您指出的“${title}”里的问题，责任单位已经核对处理：${outcome}`
    : `谢谢您指出“${title}”里的问题。责任单位已经核对处理：${outcome}`
