/** Where an order is now and what comes next, in one sentence for its requester. */
import { type MilestoneType, sayDue, sayMoment } from '@jiesu/shared-types/vocabulary'
import { nextMilestone } from './milestones'
import type { ConclusionReason, Order } from './order'

const CONCLUDED: Record<ConclusionReason, string> = {
  rated: '您已评价，这件工单办结了。谢谢您的反馈。',
  'rating-window-over': '评价时间已过，这件工单已办结。',
  reviewed: '经核实，这件工单已办结，说明在办理过程里。',
}

/** What is done by the next milestone, in the requester's words. */
const VERBS: Record<MilestoneType, string> = {
  respond: '着手处置',
  explain: '向您说明原因',
  decide: '告诉您是否受理或立案',
  finish: '答复您',
}

/** @param unitName the main unit's name, if the order was dispatched. */
export const sentence = (order: Order, unitName: string | undefined, now: Date): string => {
  const unit = unitName ?? '承办单位'
  const next = nextMilestone(order)
  const by = (verb: string): string => {
    if (next === undefined) return ''
    return now >= next.dueAt
      ? `应在 ${sayDue(next.dueAt, now)} 前${verb}，已经超时`
      : `最迟 ${sayDue(next.dueAt, now)} 前${verb}`
  }
  const verb = VERBS[next?.type ?? 'finish']
  switch (order.state.status) {
    case 'submitted':
      if (order.contest !== undefined) return '您的异议已收到，另一位工作人员会重新看，再决定是否受理。'
      return order.insisted
        ? '我们已经收到，工作人员会看您写的内容，再决定是否受理。'
        : '我们已经收到，正在等待受理。'
    case 'needs-info':
      return '需要您补充一些情况，补充后我们继续办理。'
    case 'awaiting-dispatch':
      return `已受理，正在确定由哪个单位办理，${by(verb)}。`
    case 'dispatched':
      return `已派给${unit}，等待签收，${by(verb)}。`
    case 'handling':
      return order.round > 1
        ? `${unit}正在重新办理（第 ${order.round} 轮），${by(verb)}。`
        : `${unit}正在办理，${by(verb)}。`
    case 'return-review':
      return `${unit}认为不属于它的职责，正在审核；时限照常计算，${by(verb)}。`
    case 'merged':
      return `与另一件相同的诉求合并办理，${by(verb)}；答复后请您单独评价。`
    case 'replied':
      return `${unit}已经答复，请您在 ${sayDue(order.state.ratingOpenUntil, now)} 前评价。`
    case 'redo-review':
      return '您的评价已收到，热线工作人员正在核实是否需要重新办理。'
    case 'concluded':
      return CONCLUDED[order.state.how]
    case 'declined':
      if (order.state.repeatOf !== undefined)
        return '经审核，这件事以前已经核实并答复过，没有新的情况，不再重复办理。您不同意的话可以提出异议。'
      return '这件事不在热线受理范围，原因和可以去的渠道写在下面。'
    case 'withdrawn':
      return `您已于 ${sayMoment(order.state.at, now)} 撤回这件诉求。`
  }
}
