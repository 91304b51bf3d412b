/** The first page. */
export const homeWords = {
  submitTitle: '提诉求',
  submitDetail: '说清楚什么事、在哪里，几分钟就好',
  progressTitle: '查进度',
  progressDetail: '凭编号和查询码',
  knowledgeTitle: '查知识',
  knowledgeDetail: '政策、流程、找谁办',
  draftTitle: '您有一份没写完的诉求',
  draftDetail: (savedAt: string) => `保存于 ${savedAt}，点这里接着写`,
  ordersTitle: '正在办理的工单',
  ordersAll: '全部工单',
  noticesTitle: '您可能想知道',
  hotlines: '热线电话',
  hotlinesDetail: '各部门热线和水电气暖报修',
  call: '也可以直接拨打 12345',
  callDetail: '工作人员 24 小时接听',
  scope: '受理范围',
} as const
