/** 受理: from submission to the unit's desk, by rule where the rules are clear and by a person where they are not. */
import { groupOrderNumber, isBlocking } from '@jiesu/shared-types/vocabulary'
import type { Appeal } from '../../cities/rules/appeal'
import { promiseMilestones } from '../../clock/rules/limits'
import { chooseUnit, type Matter, type Option, unambiguous } from '../../dispatch/rules/chooseUnit'
import { type Decision, happen, refuse, refuseFields, type RuleContext } from './decision'
import type { OrderEvent, OrderPromise } from './events'
import { soonAt } from './milestones'
import type { Actor, AppealFacts, FindingRecord, Order } from './order'
import { isAllowed, isBarred } from './transitions'

export const SYSTEM: Actor = { role: 'system' }

/** What the dispatch catalogue asks of an order. */
export const matterOf = (order: AppealFacts): Matter => ({
  category: order.category,
  district: order.place.district,
  requester: order.requester,
  kind: order.kind,
  facts: order.facts,
})

const appealOf = (order: AppealFacts & { readonly urgency?: Order['urgency'] }): Appeal => ({
  requester: order.requester,
  kind: order.kind,
  category: order.category,
  // What was found urgent stays so in every round.
  facts: order.urgency === undefined ? order.facts : [...order.facts, 'urgent-public-opinion'],
})

/** The limits of one round, counted from `ctx.now`. */
export const promisesFor = (
  order: AppealFacts & { readonly urgency?: Order['urgency'] },
  ctx: RuleContext,
): OrderPromise[] =>
  promiseMilestones(ctx.city.limits.rules, appealOf(order), ctx.now, ctx.calendar).map((promise) => ({
    ...promise,
    soonAt: soonAt(promise, ctx.calendar, ctx.city.profile.dueSoon),
  }))

/** Acceptance and, where exactly one row of the dispatch catalogue applies, the automatic dispatch. */
export const acceptance = (
  order: AppealFacts,
  by: Actor,
  note: string,
  ctx: RuleContext,
): readonly OrderEvent[] => {
  const accepted: OrderEvent = { type: 'accepted', at: ctx.now, by, note, promises: promisesFor(order, ctx) }
  const choice = chooseUnit(ctx.city, matterOf(order), ctx.now)
  const only = unambiguous(choice, matterOf(order))
  return only === undefined ? [accepted] : [accepted, byCatalogue(only, choice.next, ctx.now)]
}

const byCatalogue = (chosen: Option, next: readonly Option[], now: Date): OrderEvent => ({
  type: 'dispatched',
  at: now,
  by: SYSTEM,
  unitId: chosen.unitId,
  coUnitIds: chosen.coUnitIds,
  basis: chosen.basis,
  ...(chosen.line === undefined ? {} : { line: chosen.line }),
  catalogue: {
    row: chosen.row.id,
    version: chosen.row.version,
    next: next.map(({ row, unitId }) => ({ row: row.id, version: row.version, unitId })),
  },
})

/** Why an order waits for a person instead of being accepted by rule. */
export const needsAPerson = (findings: readonly FindingRecord[], lookFirst: boolean): boolean =>
  lookFirst || findings.some((finding) => isBlocking(finding.kind))

/**
 * The first events of an order.
 * @param lookFirst a person looks first: the content check or the petition check found something in the text.
 */
export const submission = (
  facts: AppealFacts,
  by: Actor,
  lookFirst: boolean,
  ctx: RuleContext,
): readonly OrderEvent[] => {
  const submitted: OrderEvent = { type: 'submitted', at: ctx.now, by }
  return needsAPerson(facts.findings, lookFirst)
    ? [submitted]
    : [submitted, ...acceptance(facts, SYSTEM, '', ctx)]
}

const SOMEBODY_ELSE = '诉求人对您的决定提出了异议，请由另一位工作人员来看。'

export const accept = (order: Order, by: Actor, note: string, ctx: RuleContext): Decision => {
  if (!isAllowed('accept', order.state.status, by.role)) return refuse('not-allowed-now')
  if (isBarred('accept', order, by)) return refuse('not-yours', SOMEBODY_ELSE)
  return happen(...acceptance(order, by, note, ctx))
}

/** A decline always says why and where to go instead. */
export const decline = (
  order: Order,
  by: Actor,
  why: { reason: string; goTo: string; rule?: string | undefined },
  ctx: RuleContext,
): Decision => {
  if (!isAllowed('decline', order.state.status, by.role)) return refuse('not-allowed-now')
  if (isBarred('decline', order, by)) return refuse('not-yours', SOMEBODY_ELSE)
  if (why.rule !== undefined && !ctx.city.scopeRules.some((rule) => rule.id === why.rule))
    return refuseFields([{ path: '/rule', message: '所选的受理规则不在本市的规则里，请重新选择' }])
  const { reason, goTo, rule } = why
  return happen({ type: 'declined', at: ctx.now, by, reason, goTo, rule })
}

/**
 * 无理重复诉求: the same was asked and answered before. A reviewer decides, with a reason that the requester sees and
 * can contest like any decline (烟政办发〔2021〕3号 第20条, 榕政办〔2021〕104号 三(八)).
 */
export const declareRepeat = (
  order: Order,
  by: Actor,
  finding: { earlier: Order | undefined; reason: string },
  ctx: RuleContext,
): Decision => {
  const { earlier, reason } = finding
  if (!isAllowed('declareRepeat', order.state.status, by.role)) return refuse('not-allowed-now')
  if (isBarred('declareRepeat', order, by)) return refuse('not-yours', SOMEBODY_ELSE)
  if (earlier === undefined || earlier.city !== order.city || earlier.number === order.number)
    return refuseFields([{ path: '/earlier', message: '请填写以前那件工单的编号，要是本市的工单' }])
  if (earlier.replies.length === 0)
    return refuseFields([{ path: '/earlier', message: '那件工单还没有答复过，不能据此认定重复' }])
  return happen({
    type: 'declined',
    at: ctx.now,
    by,
    reason,
    goTo: `以前的答复见工单 ${groupOrderNumber(earlier.number)}`,
    repeatOf: earlier.number,
  })
}

/** The requester does not agree with a decline: another person looks at it, once. */
export const contestDecline = (order: Order, by: Actor, reason: string, ctx: RuleContext): Decision => {
  if (!isAllowed('contestDecline', order.state.status, by.role)) return refuse('not-allowed-now')
  if (isBarred('contestDecline', order, by))
    return refuse('not-allowed-now', '这件诉求已经复核过一次。您可以走建议的渠道，或拨打 12345 咨询。')
  return happen({ type: 'decline-contested', at: ctx.now, by, reason })
}
