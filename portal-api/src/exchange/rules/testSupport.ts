/** For the tests of these rules: orders with their whole record, as real rules write it. */
import { accept, submission } from '../../orders/rules/acceptance'
import { orderRedo, rate } from '../../orders/rules/closing'
import type { Decision, RuleContext } from '../../orders/rules/decision'
import type { OrderEvent, RecordedEvent } from '../../orders/rules/events'
import { begin, evolveAll } from '../../orders/rules/evolve'
import { dispatch, explainCause, receive, reply } from '../../orders/rules/handling'
import { requestInformation, giveInformation } from '../../orders/rules/information'
import type { AppealFacts, Order } from '../../orders/rules/order'
import { at, context, facts, handlerOf, OPERATOR, REQUESTER } from '../../orders/rules/testSupport'
import { history, type Step } from './history'

export const NUMBER = '2611217130589164'

/** An order and its record, a step after the other. */
export class Case {
  order: Order
  readonly events: RecordedEvent[] = []
  private now = at('2026-11-23T09:00').getTime()

  constructor(changes: Partial<AppealFacts> = {}, suspect = false) {
    const appeal = facts(changes)
    this.order = begin(NUMBER, appeal, new Date(this.now))
    this.happen(...submission(appeal, REQUESTER, suspect, this.ctx))
  }

  get ctx(): RuleContext {
    return context(new Date(this.now), this.order.city)
  }

  happen(...events: readonly OrderEvent[]): this {
    for (const event of events) {
      this.order = evolveAll(this.order, [event])
      this.events.push({ ...event, id: `${NUMBER}-${this.events.length + 1}`, round: this.order.round })
    }
    this.now += 60_000
    return this
  }

  private then(decision: Decision): this {
    if (!decision.ok) throw new Error(`refused: ${decision.refusal}`)
    return this.happen(...decision.events)
  }

  ask = () => this.then(requestInformation(this.order, OPERATOR, '请问是哪一栋楼？', this.ctx))
  tell = (text: string) => this.then(giveInformation(this.order, REQUESTER, text, this.ctx))
  accept = () => this.then(accept(this.order, OPERATOR, '可以协调', this.ctx))
  dispatch = (unit: string, coUnits: string[] = []) =>
    this.then(dispatch(this.order, OPERATOR, { unit, coUnits, reason: '按职责分工' }, this.ctx))
  receive = () => this.then(receive(this.order, handlerOf(this.order), this.ctx))
  explain = () => this.then(explainCause(this.order, handlerOf(this.order), '接头老化破裂。', this.ctx))
  reply = (publicReply = '管道已经修好，供水恢复正常。') =>
    this.then(
      reply(this.order, handlerOf(this.order), { publicReply, internalAccount: '内部情况' }, this.ctx),
    )
  rate = (solved: 'solved' | 'unsolved', asksRedo: boolean, reason: string) =>
    this.then(rate(this.order, REQUESTER, { solved, satisfaction: 'fair', reason, asksRedo }, this.ctx))
  redo = () => this.then(orderRedo(this.order, OPERATOR, '路面没有恢复，请继续办理。', this.ctx))

  get steps(): readonly Step[] {
    return history(this.order, this.events)
  }
  get last(): Step {
    const step = this.steps.at(-1)
    if (step === undefined) throw new Error('nothing has happened')
    return step
  }
}
