import type { OrderEventType } from '@jiesu/shared-types/vocabulary'
import { earliestMoment, REQUESTER_HEARS, tellings } from './whoHears'

test.each([
  ['at night, wait until eight', '2026-11-21T03:00:00+08:00', '2026-11-21T08:00:00+08:00'],
  [
    'late in the evening, wait until tomorrow at eight',
    '2026-11-21T21:00:00+08:00',
    '2026-11-22T08:00:00+08:00',
  ],
  ['just before midnight', '2026-11-21T23:59:59+08:00', '2026-11-22T08:00:00+08:00'],
  ['at eight sharp, now', '2026-11-21T08:00:00+08:00', '2026-11-21T08:00:00+08:00'],
  ['in the afternoon, now', '2026-11-21T15:30:00+08:00', '2026-11-21T15:30:00+08:00'],
])('%s', (_what, now, expected) => {
  expect(earliestMoment(new Date(now))).toEqual(new Date(expected))
})

const CONTACT = '13800000001'
const AGENT = '13800000002'
const ACCOUNT = '13800000003'
const told = (event: OrderEventType, phones: Parameters<typeof tellings>[1]): string[] => {
  const hearing = REQUESTER_HEARS[event]
  return (hearing === undefined ? [] : tellings(hearing, phones)).map(
    ({ template, phone, wechatFirst, suffix }) =>
      [template, phone, wechatFirst ? 'wechat' : 'sms', suffix].filter((part) => part !== '').join(' '),
  )
}

test.each<[string, OrderEventType, Parameters<typeof tellings>[1], string[]]>([
  ['for oneself', 'accepted', { contact: CONTACT }, [`order-accepted ${CONTACT} wechat`]],
  ['anonymous, signed in', 'accepted', { account: ACCOUNT }, [`order-accepted ${ACCOUNT} wechat`]],
  [
    'the number left for the order comes before the account’s',
    'replied',
    { contact: CONTACT, account: ACCOUNT },
    [`order-replied ${CONTACT} wechat`],
  ],
  [
    'an agent under the same number is one person to tell',
    'accepted',
    { contact: CONTACT, agent: CONTACT },
    [`order-accepted ${CONTACT} wechat`],
  ],
  [
    'accepted: person and agent; WeChat is the submitter’s, and comes last',
    'accepted',
    { contact: CONTACT, agent: AGENT, account: ACCOUNT },
    [`order-accepted-represented ${CONTACT} sms`, `order-accepted-agent ${AGENT} wechat -agent`],
  ],
  [
    'declined',
    'declined',
    { contact: CONTACT, agent: AGENT },
    [`order-declined ${CONTACT} sms`, `order-declined-agent ${AGENT} wechat -agent`],
  ],
  [
    'a question',
    'information-requested',
    { contact: CONTACT, agent: AGENT },
    [`more-information ${CONTACT} sms`, `more-information-agent ${AGENT} wechat -agent`],
  ],
  [
    'replied',
    'replied',
    { contact: CONTACT, agent: AGENT },
    [`order-replied ${CONTACT} sms`, `order-replied-agent ${AGENT} wechat -agent`],
  ],
  ...(
    [
      ['extension-granted', 'order-extended'],
      ['redo-ordered', 'order-redo'],
      ['promise-recomputed', 'order-due-certain'],
      ['concluded', 'order-concluded'],
    ] as const
  ).map(([event, template]): [string, OrderEventType, Parameters<typeof tellings>[1], string[]] => [
    `${event}: the person alone`,
    event,
    { contact: CONTACT, agent: AGENT },
    [`${template} ${CONTACT} sms`],
  ]),
  ['every other step is on the page only', 'received', { contact: CONTACT, agent: AGENT }, []],
])('%s', (_what, event, phones, expected) => {
  expect(told(event, phones)).toEqual(expected)
})
