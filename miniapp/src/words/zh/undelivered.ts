/** 未送达: what could not be told, for whoever looks after it. */
export const undeliveredWords = {
  link: '未送达',
  count: (orders: number) => `${orders} 件工单有消息没有送到诉求人，已停止自动重试。`,
  none: '没有未送达的消息。',
  help: '工单页和站内消息里仍然看得到；是否再发，由您决定。',
  how: (channel: string, reason: string) => `${channel}，${reason}`,
  tries: (count: number) => `试过 ${count} 次`,
  since: (time: string) => `${time} 起`,
  again: '再试一次',
  againLabel: (number: string) => `再试一次，工单 ${number}`,
  drop: '不再发送',
  dropLabel: (number: string) => `不再发送，工单 ${number}`,
  tried: '已交给系统再发一次',
  dropped: '已不再发送',
  gone: '这条消息已经有人处理，列表已刷新',
  more: '再看一些',
} as const
