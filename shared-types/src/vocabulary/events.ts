/** What can have happened to an order; the timeline (办理过程) is made of these. */
export const ORDER_EVENT_TYPES = [
  'submitted',
  'accepted',
  'declined',
  'decline-contested',
  'information-requested',
  'information-given',
  'withdrawn',
  'dispatched',
  'first-viewed',
  'received',
  'cause-explained',
  'replied',
  'rated',
  'redo-ordered',
  'promise-recomputed',
  'concluded',
] as const
export type OrderEventType = (typeof ORDER_EVENT_TYPES)[number]

export const ORDER_EVENT_WORDS: Record<OrderEventType, string> = {
  submitted: '提交诉求',
  accepted: '已受理',
  declined: '不予受理',
  'decline-contested': '提出异议，请求复核',
  'information-requested': '请您补充信息',
  'information-given': '已补充信息',
  withdrawn: '已撤回',
  dispatched: '已派单',
  'first-viewed': '承办单位已查阅',
  received: '承办单位已签收',
  'cause-explained': '说明原因',
  replied: '已答复',
  rated: '已评价',
  'redo-ordered': '退回重办',
  'promise-recomputed': '办理时限已确定',
  concluded: '已办结',
}
