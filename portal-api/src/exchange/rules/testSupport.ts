/** For the tests of these rules: orders with their whole record, as real rules write it. */
import { accept, submission } from '../../orders/rules/acceptance'
import { splitAsks } from '../../orders/rules/asks'
import { orderRedo, rate } from '../../orders/rules/closing'
import type { Decision, RuleContext } from '../../orders/rules/decision'
import type { OrderEvent, Point, RecordedEvent } from '../../orders/rules/events'
import { begin, evolveAll } from '../../orders/rules/evolve'
import { dispatch, explainCause, receive } from '../../orders/rules/handling'
import { requestInformation, giveInformation } from '../../orders/rules/information'
import { reply } from '../../orders/rules/replying'
import { returnOrder, upholdReturn } from '../../orders/rules/returning'
import type { Actor, AppealFacts, Order } from '../../orders/rules/order'
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

  private step(decision: Decision): this {
    if (!decision.ok) throw new Error(`refused: ${decision.refusal}`)
    return this.happen(...decision.events)
  }

  ask = () => this.step(requestInformation(this.order, OPERATOR, '请问是哪一栋楼？', this.ctx))
  tell = (text: string) => this.step(giveInformation(this.order, REQUESTER, text, this.ctx))
  accept = () => this.step(accept(this.order, OPERATOR, '可以协调', this.ctx))
  dispatch = (unit: string, coUnits: string[] = []) =>
    this.step(dispatch(this.order, OPERATOR, { unit, coUnits, reason: '按职责分工' }, this.ctx))
  receive = () => this.step(receive(this.order, handlerOf(this.order), this.ctx))
  explain = () => this.step(explainCause(this.order, handlerOf(this.order), '接头老化破裂。', this.ctx))
  reply = (publicReply = '管道已经修好，供水恢复正常。', points: readonly Point[] = []) => {
    const answer = { publicReply, internalAccount: '内部情况', points, nature: 'ordinary' as const }
    return this.step(reply(this.order, handlerOf(this.order), answer, this.ctx))
  }
  split = (...asks: readonly { text: string; unit?: string }[]) =>
    this.step(splitAsks(this.order, OPERATOR, asks, this.ctx))
  giveBack = () => {
    const manager: Actor = { ...handlerOf(this.order), role: 'manager' }
    const why = { reason: '不是本单位的职责。', evidence: '三定方案第五条' }
    return this.step(returnOrder(this.order, manager, why, this.ctx))
  }
  takeBack = () => this.step(upholdReturn(this.order, { role: 'reviewer', id: 'r1' }, '理由成立。', this.ctx))
  rate = (solved: 'solved' | 'unsolved', asksRedo: boolean, reason: string) =>
    this.step(rate(this.order, REQUESTER, { solved, satisfaction: 'fair', reason, asksRedo }, this.ctx))
  redo = () => this.step(orderRedo(this.order, OPERATOR, '路面没有恢复，请继续办理。', this.ctx))

  get steps(): readonly Step[] {
    return history(this.order, this.events)
  }
  get last(): Step {
    const step = this.steps.at(-1)
    if (step === undefined) throw new Error('nothing has happened')
    return step
  }
}
