/** Verbs that a person (or the system) can apply to an order; the server tells which are allowed now. */
export const ORDER_ACTIONS = [
  'giveInformation',
  'contestDecline',
  'withdraw',
  'rate',
  'accept',
  'decline',
  'requestInformation',
  'dispatch',
  'receive',
  'explainCause',
  'askExtension',
  'grantExtension',
  'refuseExtension',
  'reply',
  'orderRedo',
  'conclude',
] as const
export type OrderAction = (typeof ORDER_ACTIONS)[number]

export const ORDER_ACTION_WORDS: Record<OrderAction, string> = {
  giveInformation: '补充信息',
  contestDecline: '请另一位工作人员再看',
  withdraw: '撤回诉求',
  rate: '评价结果',
  accept: '受理',
  decline: '不予受理',
  requestInformation: '请诉求人补充',
  dispatch: '派单',
  receive: '签收',
  explainCause: '说明原因',
  askExtension: '申请延期',
  grantExtension: '同意延期',
  refuseExtension: '不同意延期',
  reply: '答复',
  orderRedo: '退回重办',
  conclude: '办结',
}
