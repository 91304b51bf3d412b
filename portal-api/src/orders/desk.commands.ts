/** The desk's verbs: each endpoint with the rule that decides it. Which are allowed when is said in `transitions.ts`. */
import * as endpoints from '@jiesu/shared-types'
import type { DeskOrderView, Endpoint } from '@jiesu/shared-types'
import type { Caller } from '../identity/caller'
import type { Binder } from '../platform/http/bind'
import type { Decide } from './applyCommand'
import type { OrderStore } from './order.store'
import { accept, declareRepeat, decline } from './rules/acceptance'
import { answerAsk, splitAsks } from './rules/asks'
import { recordCallback } from './rules/callback'
import { conclude, orderRedo } from './rules/closing'
import { askExtension, grantExtension, refuseExtension } from './rules/extension'
import { dispatch, explainCause, receive, redispatch } from './rules/handling'
import { requestInformation, resume } from './rules/information'
import { mergeInto, unmerge } from './rules/merging'
import type { Actor } from './rules/order'
import { inviteCoUnits, noteProgress, recordContact } from './rules/progress'
import { answerDirectly, reply } from './rules/replying'
import { recordRuling, referDuty, refuseReturn, returnOrder, upholdReturn } from './rules/returning'
import { answerSupervision, supervise } from './rules/supervising'
import { raiseUrgency } from './rules/urgency'

/** Carries one verb out: load, decide, commit, and the order as the caller may see it. */
export type DeskCommand = (
  endpoint: Endpoint,
  request: { params: { number: string }; body: { commandId: string }; caller: Caller; now: Date },
  decide: (...given: [...Parameters<Decide>, Actor]) => ReturnType<Decide>,
) => Promise<DeskOrderView>

export const deskCommands = (bind: Binder, command: DeskCommand, orders: Pick<OrderStore, 'find'>): void => {
  bind(endpoints.acceptOrder, (r) =>
    command(endpoints.acceptOrder, r, (order, ctx, by) => accept(order, by, r.body.note, ctx)),
  )
  bind(endpoints.declineOrder, (r) =>
    command(endpoints.declineOrder, r, (order, ctx, by) => decline(order, by, r.body, ctx)),
  )
  bind(endpoints.requestInformation, (r) =>
    command(endpoints.requestInformation, r, (order, ctx, by) =>
      requestInformation(order, by, r.body.question, ctx),
    ),
  )
  bind(endpoints.dispatchOrder, (r) =>
    command(endpoints.dispatchOrder, r, (order, ctx, by) => dispatch(order, by, r.body, ctx)),
  )
  bind(endpoints.receiveOrder, (r) =>
    command(endpoints.receiveOrder, r, (order, ctx, by) => receive(order, by, ctx)),
  )
  bind(endpoints.explainCause, (r) =>
    command(endpoints.explainCause, r, (order, ctx, by) => explainCause(order, by, r.body.text, ctx)),
  )
  bind(endpoints.askExtension, (r) =>
    command(endpoints.askExtension, r, (order, ctx, by) => askExtension(order, by, r.body, ctx)),
  )
  bind(endpoints.grantExtension, (r) =>
    command(endpoints.grantExtension, r, (order, ctx, by) => grantExtension(order, by, r.body.reason, ctx)),
  )
  bind(endpoints.refuseExtension, (r) =>
    command(endpoints.refuseExtension, r, (order, ctx, by) => refuseExtension(order, by, r.body.reason, ctx)),
  )
  bind(endpoints.replyOrder, (r) =>
    command(endpoints.replyOrder, r, (order, ctx, by) => reply(order, by, r.body, ctx)),
  )
  bind(endpoints.orderRedo, (r) =>
    command(endpoints.orderRedo, r, (order, ctx, by) => orderRedo(order, by, r.body.reason, ctx)),
  )
  bind(endpoints.concludeOrder, (r) =>
    command(endpoints.concludeOrder, r, (order, ctx, by) => conclude(order, by, r.body.reason, ctx)),
  )
  bind(endpoints.answerDirectly, (r) =>
    command(endpoints.answerDirectly, r, (order, ctx, by) => answerDirectly(order, by, r.body, ctx)),
  )
  bind(endpoints.redispatch, (r) =>
    command(endpoints.redispatch, r, (order, ctx, by) => redispatch(order, by, r.body, ctx)),
  )
  bind(endpoints.splitAsks, (r) =>
    command(endpoints.splitAsks, r, (order, ctx, by) => splitAsks(order, by, r.body.asks, ctx)),
  )
  bind(endpoints.answerAsk, (r) =>
    command(endpoints.answerAsk, r, (order, ctx, by) => answerAsk(order, by, r.body, ctx)),
  )
  bind(endpoints.unmerge, (r) =>
    command(endpoints.unmerge, r, (order, ctx, by) => unmerge(order, by, r.body.reason, ctx)),
  )
  bind(endpoints.raiseUrgency, (r) =>
    command(endpoints.raiseUrgency, r, (order, ctx, by) => raiseUrgency(order, by, r.body.reason, ctx)),
  )
  bind(endpoints.returnOrder, (r) =>
    command(endpoints.returnOrder, r, (order, ctx, by) => returnOrder(order, by, r.body, ctx)),
  )
  bind(endpoints.upholdReturn, (r) =>
    command(endpoints.upholdReturn, r, (order, ctx, by) => upholdReturn(order, by, r.body.reason, ctx)),
  )
  bind(endpoints.refuseReturn, (r) =>
    command(endpoints.refuseReturn, r, (order, ctx, by) => refuseReturn(order, by, r.body.reason, ctx)),
  )
  bind(endpoints.referDuty, (r) =>
    command(endpoints.referDuty, r, (order, ctx, by) => referDuty(order, by, r.body.reason, ctx)),
  )
  bind(endpoints.recordRuling, (r) =>
    command(endpoints.recordRuling, r, (order, ctx, by) => recordRuling(order, by, r.body, ctx)),
  )
  bind(endpoints.inviteCoUnits, (r) =>
    command(endpoints.inviteCoUnits, r, (order, ctx, by) => inviteCoUnits(order, by, r.body, ctx)),
  )
  bind(endpoints.recordContact, (r) =>
    command(endpoints.recordContact, r, (order, ctx, by) => recordContact(order, by, r.body, ctx)),
  )
  bind(endpoints.noteProgress, (r) =>
    command(endpoints.noteProgress, r, (order, ctx, by) => noteProgress(order, by, r.body, ctx)),
  )
  bind(endpoints.declareRepeat, async (r) => {
    const earlier = await orders.find(r.body.earlier)
    return command(endpoints.declareRepeat, r, (order, ctx, by) =>
      declareRepeat(order, by, { earlier: earlier?.order, reason: r.body.reason }, ctx),
    )
  })
  bind(endpoints.resumeOrder, (r) =>
    command(endpoints.resumeOrder, r, (order, ctx, by) => resume(order, by, r.body.reason, ctx)),
  )
  bind(endpoints.recordCallback, (r) =>
    command(endpoints.recordCallback, r, (order, ctx, by) => recordCallback(order, by, r.body, ctx)),
  )
  bind(endpoints.supervise, (r) =>
    command(endpoints.supervise, r, (order, ctx, by) => supervise(order, by, r.body, ctx)),
  )
  bind(endpoints.answerSupervision, (r) =>
    command(endpoints.answerSupervision, r, (order, ctx, by) =>
      answerSupervision(order, by, r.body.text, ctx),
    ),
  )
  bind(endpoints.mergeInto, async (r) => {
    const lead = await orders.find(r.body.into)
    return command(endpoints.mergeInto, r, (order, ctx, by) =>
      mergeInto(order, by, lead?.order, r.body.reason, ctx),
    )
  })
}
