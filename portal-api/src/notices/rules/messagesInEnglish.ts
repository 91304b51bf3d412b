/** The sentences of `messages.ts` in English, for the app; what is sent by SMS and WeChat stays Chinese. */
import { vocabularyIn } from '@jiesu/shared-types/vocabulary'
import type { OrderEvent } from '../../orders/rules/events'
import type { About } from './messages'
import { lastPromise } from './promised'

const { sayDue } = vocabularyIn('en')

const CONCLUDED = {
  rated: 'you have rated it, and it is closed. Thank you for telling us.',
  'rating-window-over': 'the time for rating is over, and it is closed.',
  reviewed: 'it was looked into and is closed; the reasons are written in the order.',
} as const

/** Nothing for events that are seen on the order's page only. */
export const messageInEnglish = (
  event: OrderEvent,
  { category, unitName, now }: About,
): string | undefined => {
  const about = `Your appeal about “${category}”`
  const last = lastPromise(event)
  const until = last === undefined ? '' : ` You will have a reply by ${sayDue(last, now)}.`
  switch (event.type) {
    case 'accepted':
      return `${about} was accepted.${until}`
    case 'declined':
      return event.repeatOf === undefined
        ? `${about}: the hotline does not handle this. The reason, and where you can go, are written in the order. If you do not agree, you can ask another member of staff to look again.`
        : `${about} was handled and answered before; the reasons are written in the order. If you do not agree, you can ask another member of staff to look again.`
    case 'information-requested':
      return `${about} needs more information from you: ${event.question}`
    case 'extension-granted':
      return `${about} was given more time.${until}`
    case 'cause-explained':
      return `${about}: the handling unit explained the cause: ${event.text}`
    case 'merged':
      return `${about} is handled together with another one about the same matter. You can rate the reply yourself.`
    case 'replied':
      return `${about}: ${unitName(event.unitId) ?? 'the handling unit'} has replied. Please read it, and rate it by ${sayDue(event.ratingOpenUntil, now)}.`
    case 'redo-ordered':
      return `${about} is handled once more.${until}`
    case 'promise-recomputed':
      return `The public holidays were announced; the time limit of your appeal about “${category}” is now final.${until}`
    case 'concluded':
      return `${about}: ${CONCLUDED[event.how]}`
    default:
      return undefined
  }
}

/** To whoever reported an error in an entry; what the unit wrote stays as it is, and thanks but once. */
export const correctionInEnglish = (title: string, outcome: string): string =>
  outcome.includes('谢')
    ? `You reported a mistake in “${title}”. The responsible unit has checked it: ${outcome}`
    : `Thank you for reporting a mistake in “${title}”. The responsible unit has checked it: ${outcome}`
