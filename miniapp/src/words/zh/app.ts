/** The app's frame: names of the product, its tabs and pages. */
export const appWords = {
  name: '接诉',
  /** The sign of the brand. */
  mark: '接',
  fullName: '接诉 · 12345 热线',
  /** WeChat shows it when it asks for the position; at most 30 characters. */
  whyPosition: '填地点时猜您大概在哪个区市，不保存位置',
  tabs: { home: '首页', progress: '进度', knowledge: '知识', me: '我的' },
  titles: {
    home: '接诉 · 12345 热线',
    progress: '查进度',
    knowledge: '查知识',
    me: '我的',
    submit: '提诉求',
    drafts: '草稿和待提交',
    sent: '已收到您的诉求',
    order: '工单',
    rate: '评价办理结果',
    knowledgeEntry: '知识详情',
    hotlines: '热线电话',
    messages: '消息',
    signIn: '登录',
    cities: '切换城市',
    lost: '没有这个页面',
    deskOrders: '工作台',
    deskOrder: '工单办理',
    deskBoard: '监督评价',
    deskUndelivered: '未送达的消息',
    deskSignIn: '工作台登录',
    deskRules: '规则试算',
  },
  lost: {
    title: '没有找到这个页面',
    help: '网址可能不完整，或者页面已经挪动。查进度、查知识、提诉求都可以从首页进去；急事请直接拨打 12345。',
    home: '回到首页',
  },
  mainNavigation: '主要栏目',
  skip: '跳到主要内容',
  back: '返回',
  /** Named in the other language, for those who cannot read this one. */
  otherLanguage: 'English',
  /** On a phone that is set to another language. */
  languageOffer: 'This service is also available in English.',
  languageOfferYes: 'Use English',
  languageOfferNo: '继续用中文',
  switchCity: '切换',
  switchCityFrom: (city: string) => `当前城市${city}，切换城市`,
} as const
