/** Load, decide, commit: how every command on an order is carried out, once. */
import type { City } from '../cities/cityData'
import type { Calendar } from '../clock/rules/calendar'
import { Refused } from '../platform/problems'
import type { StoredOrder } from './order.document'
import type { OrderStore } from './order.store'
import type { Decision, RuleContext } from './rules/decision'
import { evolveAll } from './rules/evolve'
import type { Order } from './rules/order'

export interface CommandParts {
  readonly orders: OrderStore
  readonly cities: ReadonlyMap<string, City>
  readonly calendar: Calendar
}

export type Decide = (order: Order, ctx: RuleContext) => Decision

/** How often a command is decided anew because somebody else committed in between. */
const ATTEMPTS = 4

export const ruleContext = (parts: CommandParts, order: Order, now: Date): RuleContext => {
  const city = parts.cities.get(order.city)
  if (city === undefined) throw new Refused('unknown-city')
  return { now, city, calendar: parts.calendar }
}

/**
 * Ids of commands come from phones: every caller and every action has ids of its own, so that nobody can use up
 * another's, nor those of the portal itself.
 * @param who a member of staff's id, `requester` or `system`.
 */
export const commandKey = (who: string, action: string, id: string): string => `${who} ${action} ${id}`

/**
 * @param mayAct decides whether the order is the caller's to act on; false gives `not-found`, which tells nothing.
 * @param command see `commandKey`; the same one never acts twice: repeated, it answers with the order as it is now.
 * @throws Refused with the rule's reason; `moved-on` when others kept committing in between.
 */
export const makeApplyCommand =
  (parts: CommandParts) =>
  async (
    number: string,
    command: string,
    now: Date,
    mayAct: (stored: StoredOrder) => boolean,
    decide: Decide,
  ): Promise<StoredOrder> => {
    for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
      const stored = await parts.orders.find(number)
      if (stored === undefined || !mayAct(stored)) throw new Refused('not-found')
      if (stored.commands.includes(command)) return stored
      const decision = decide(stored.order, ruleContext(parts, stored.order, now))
      if (!decision.ok)
        throw new Refused(decision.refusal, { detail: decision.detail, fields: decision.fields })
      if (decision.events.length === 0) return stored
      const after = evolveAll(stored.order, decision.events)
      const committed = await parts.orders.commit(stored, after, decision.events, command, now)
      if (committed !== undefined) return committed
    }
    throw new Refused('moved-on')
  }

export type ApplyCommand = ReturnType<typeof makeApplyCommand>
