/**
 * What is told to whom, by which template, and when it may wait for the morning. Consequences are a table.
 *
 * | what happened             | 当事人 | 代办人 | at night |
 * | ------------------------- | ------ | ------ | -------- |
 * | 受理                      | yes    | yes    | told     |
 * | 请补充、答复、不予受理    | yes    | yes    | waits    |
 * | 说明原因                  | yes    | no     | told     |
 * | 合并、延期、重办、时限确定、办结 | yes    | no     | waits    |
 *
 * An agent (代办人) handles the matter for the person concerned, so hears whatever asks for a step or ends it; the person
 * hears everything, also so that nobody acts for them behind their back. Where both left one number, it is told once.
 */
import { DAY_MS, type OrderEventType, shanghaiDay, startOfShanghaiDay } from '@jiesu/shared-types/vocabulary'

export type NoticeTemplate =
  | 'order-accepted'
  | 'more-information'
  | 'order-explained'
  | 'order-merged'
  | 'order-replied'
  | 'order-declined'
  | 'order-redo'
  | 'order-due-certain'
  | 'order-extended'
  | 'order-concluded'

/** The same news where somebody acts for the person concerned: to that person, and to the agent. */
export type AgencyTemplate =
  | 'order-accepted-represented'
  | 'order-accepted-agent'
  | 'more-information-agent'
  | 'order-replied-agent'
  | 'order-declined-agent'

export interface Hearing {
  readonly template: NoticeTemplate
  /** To the person concerned, where somebody else submitted and the words differ then. */
  readonly represented?: AgencyTemplate
  /** To that somebody; absent: they are not told. */
  readonly agent?: AgencyTemplate
  /** Told at any hour; everything else waits until eight in the morning. */
  readonly urgent?: true
}

/** Events that are not here are seen on the order's page only: nobody wants a message for every step. */
export const REQUESTER_HEARS: Partial<Record<OrderEventType, Hearing>> = {
  accepted: {
    template: 'order-accepted',
    represented: 'order-accepted-represented',
    agent: 'order-accepted-agent',
    urgent: true,
  },
  declined: { template: 'order-declined', agent: 'order-declined-agent' },
  'information-requested': { template: 'more-information', agent: 'more-information-agent' },
  'extension-granted': { template: 'order-extended' },
  // 半小时内明确答复诉求人具体原因 (烟政办发〔2021〕3号 第11条③): at any hour.
  'cause-explained': { template: 'order-explained', urgent: true },
  merged: { template: 'order-merged' },
  replied: { template: 'order-replied', agent: 'order-replied-agent' },
  'redo-ordered': { template: 'order-redo' },
  'promise-recomputed': { template: 'order-due-certain' },
  concluded: { template: 'order-concluded' },
}

const MOBILE = /^1[3-9]\d{9}$/
/** Text messages reach mobile phones only. */
export const isMobile = (phone: string | undefined): phone is string =>
  phone !== undefined && MOBILE.test(phone)

/** Numbers under which somebody can be reached; the account's is that of whoever was signed in and submitted. */
interface Phones {
  readonly contact?: string | undefined
  readonly agent?: string | undefined
  readonly account?: string | undefined
}

/** One message to one person. */
export interface Telling {
  readonly template: NoticeTemplate | AgencyTemplate
  readonly phone: string | undefined
  /** By the submitter's WeChat rather than by text message, where they have it. */
  readonly wechatFirst: boolean
  /** Makes the message one of its own: the same event is told to each person once. */
  readonly suffix: '' | '-agent'
}

/**
 * Who is told, and where. WeChat comes last: it does not know a message that it gets twice, so nothing that may fail
 * follows it.
 */
export const tellings = (hearing: Hearing, phones: Phones): readonly Telling[] => {
  const { template, represented = template } = hearing
  if (phones.agent === undefined || phones.agent === phones.contact)
    // The number left for this order comes first; an anonymous order left none, but its submitter may have one.
    return [{ template, phone: phones.contact ?? phones.account, wechatFirst: true, suffix: '' }]
  const person: Telling = { template: represented, phone: phones.contact, wechatFirst: false, suffix: '' }
  return hearing.agent === undefined
    ? [person]
    : [person, { template: hearing.agent, phone: phones.agent, wechatFirst: true, suffix: '-agent' }]
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
