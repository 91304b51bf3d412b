/** 消息: news of the reader's own orders. */
export const messagesWords = {
  title: '消息',
  help: '受理、答复、办结等进展',
  unread: (count: string) => `${count} 条新消息`,
  many: (count: number) => `${count}+`,
  fresh: '新',
  order: (number: string) => `工单 ${number}`,
  entry: '查漏纠错',
  followed: '我关注的事',
  more: '再看一些',
  none: '还没有消息',
  noneHelp: '登录后提交的诉求有了进展，会在这里告诉您。',
  signIn: '登录',
  signInTitle: '登录后可以看到消息',
  signInHelp: '消息归在您的账号下。没有登录时提交的诉求，请凭编号和查询码看进度。',
} as const
