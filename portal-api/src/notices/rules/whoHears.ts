/** What is told to the requester, by which template, and when it may wait for the morning. Consequences are a table. */
import { DAY_MS, type OrderEventType, shanghaiDay, startOfShanghaiDay } from '@jiesu/shared-types/vocabulary'

export type NoticeTemplate =
  | 'order-accepted'
  | 'more-information'
  | 'order-replied'
  | 'order-declined'
  | 'order-redo'
  | 'order-due-certain'
  | 'order-extended'
  | 'order-concluded'

interface Hearing {
  readonly template: NoticeTemplate
  /** Told at any hour; everything else waits until eight in the morning. */
  readonly urgent?: true
}

/** Events that are not here are seen on the order's page only: nobody wants a message for every step. */
export const REQUESTER_HEARS: Partial<Record<OrderEventType, Hearing>> = {
  accepted: { template: 'order-accepted', urgent: true },
  declined: { template: 'order-declined' },
  'information-requested': { template: 'more-information' },
  'extension-granted': { template: 'order-extended' },
  replied: { template: 'order-replied' },
  'redo-ordered': { template: 'order-redo' },
  'promise-recomputed': { template: 'order-due-certain' },
  concluded: { template: 'order-concluded' },
}

const QUIET_FROM_HOUR = 21
const QUIET_UNTIL_HOUR = 8
const HOUR_MS = 3_600_000

/** The first moment at which a message that can wait may be sent: nobody is woken at night. */
export const earliestMoment = (now: Date): Date => {
  const midnight = startOfShanghaiDay(shanghaiDay(now)).getTime()
  const hour = (now.getTime() - midnight) / HOUR_MS
  if (hour < QUIET_UNTIL_HOUR) return new Date(midnight + QUIET_UNTIL_HOUR * HOUR_MS)
  if (hour >= QUIET_FROM_HOUR) return new Date(midnight + DAY_MS + QUIET_UNTIL_HOUR * HOUR_MS)
  return now
}
