/** What the clock does to orders by itself: cards for what is nearly due or late, and the fate of merged orders. */
import { hideIdentity } from '../exchange/rules/hideIdentity'
import { Refused } from '../platform/problems'
import type { Secrets } from '../platform/secrets'
import { type ApplyCommand, commandKey, type Decide } from './applyCommand'
import type { OrderPrivate } from './order.document'
import type { OrderStore } from './order.store'
import { contactOf, enterpriseOf } from './personalData'
import { followLead } from './rules/merging'
import { issueCards } from './rules/supervising'

const BATCH = 100

/** Runs one automatic step; somebody who was faster is right. */
const automatically = async (
  applyCommand: ApplyCommand,
  number: string,
  action: string,
  now: Date,
  decide: Decide,
): Promise<void> => {
  try {
    await applyCommand(number, commandKey('system', action, String(now.getTime())), now, () => true, decide)
  } catch (error) {
    if (!(error instanceof Refused)) throw error
  }
}

/** 黄牌、红牌. Run again and again; a card is given once. */
export const makeIssueCards =
  (orders: Pick<OrderStore, 'cardsDue'>, applyCommand: ApplyCommand) =>
  async (now: Date): Promise<void> => {
    for (const number of await orders.cardsDue(now, BATCH))
      await automatically(applyCommand, number, 'issueCard', now, issueCards)
  }

/** Takes out of a text what the requester of an order is called. */
const hiding = (secret: OrderPrivate, secrets: Secrets): ((text: string) => string) => {
  const contact = contactOf(secret, secrets)
  const enterprise = enterpriseOf(secret, secrets)
  return hideIdentity({
    name: contact?.name,
    phone: contact?.phone,
    enterpriseName: enterprise?.name,
    creditCode: enterprise?.creditCode,
  })
}

/** 并单: gives the lead order's reply to the orders that are merged into it. Each run looks at the next batch. */
export const makeFollowLeads = (
  orders: Pick<OrderStore, 'merged' | 'find'>,
  applyCommand: ApplyCommand,
  secrets: Secrets,
): ((now: Date) => Promise<void>) => {
  let after = ''
  return async (now) => {
    const batch = await orders.merged(after, BATCH)
    after = batch.length < BATCH ? '' : (batch.at(-1)?.number ?? '')
    for (const { number, into } of batch) {
      const lead = await orders.find(into)
      const hide = lead === undefined ? undefined : hiding(lead.private, secrets)
      await automatically(applyCommand, number, 'follow', now, (order, ctx) =>
        followLead(order, lead?.order, ctx, hide),
      )
    }
  }
}
