/** 我的: who is signed in, settings, and what happens to personal data. */
export const meWords = {
  guest: '还没有登录',
  guestHelp: '不登录也能提诉求、凭编号和查询码查进度。登录后再提交的工单，会自动归到您名下。',
  signIn: '登录',
  byWechat: '微信用户',
  signedInBy: { phone: '已用手机号登录', wechat: '已用微信登录' },
  signOut: '退出登录',
  signOutSure: '退出后，工单都还在；再登录就能看到。',
  signOutYes: '确定退出',
  signOutNo: '先不退出',
  signedOut: '已退出登录',
  myOrders: '我的工单',
  myOrdersHelp: '看进度、看答复、评价',
  hotlines: '热线电话',
  hotlinesHelp: '紧急电话、政务热线、水电气暖',
  city: '所在城市',
  languageHelp: 'Use this service in English',
  elder: '关怀版',
  elderHelp: '字更大、按钮更大，内容更简洁',
  desk: '工作人员入口',
  privacy: '您的信息怎样保管',
  stored: '我们保存什么',
  storedText: [
    '您写的诉求、地点和照片、视频，用来办理您的事。',
    '您留下的称呼和电话，与诉求内容分开，加密保存；替别人反映时，当事人的和您的一样保管。',
    '登录用的手机号或微信标识，只用来认出是您本人。',
    '您在“查知识”里问的话不记是谁问的；没有查到的，多人问过同一个问题以后，工作人员才看到问题本身，用来补充知识库。',
  ],
  storedOutside:
    '认不出地点在哪个区市、街道时，会把您在“详细地点”里写的文字（去掉电话、证件号和室号）发给地图服务查找；姓名、电话和诉求内容不会发送。',
  seen: '谁能看到，由您选择',
  reads: '每次查看都有记录',
  readsText:
    '工作人员打开您的联系方式时，必须写明原因。谁在什么时候、为什么看过，您在工单页的“谁看过我的联系方式”里都能看到。',
  code: '编号和查询码',
  codeText: '有编号和查询码的人可以看到这件工单的办理过程，请只告诉信得过的人。',
  device: '这台设备上',
  deviceText:
    '草稿和其中的照片、等待提交的诉求、打开过的工单和最近看过的内容会保存在这台设备上，没有网络也能看。多人共用的设备，用完请清除。',
  wipe: '清除这台设备上的记录',
  wipeSure:
    '会清除草稿、还没有发出去的诉求、打开过的工单和登录状态。已提交的工单不受影响，凭编号和查询码还能查到。',
  wipeYes: '确定清除',
  wipeNo: '先不清除',
  wiped: '已清除',
  aboutText: (hotline: string) => `本平台是${hotline}的网上自助端，提交的诉求与电话诉求同样受理、同样答复。`,
} as const

/** Sign-in of citizens and enterprises. */
export const signInWords = {
  intro: '登录后提交的诉求都归到您名下，换一台设备也能看到。',
  wechat: '微信一键登录',
  wechatHelp: '只取得您在本小程序里的标识，不会取得您的手机号、好友和聊天。',
  orPhone: '也可以用手机号登录',
  byPhone: '手机号登录',
  phone: '手机号',
  phoneHint: '未注册的手机号验证后自动登录',
  phoneWrong: '请填写 11 位手机号',
  code: '验证码',
  codeHint: (minutes: number) => `验证码已发出，${minutes} 分钟内有效，请留意短信。`,
  codeWrong: '验证码是 6 位数字',
  codeFirst: '请先获取验证码',
  getCode: '获取验证码',
  again: '重新获取',
  againIn: (seconds: number) => `${seconds} 秒后可重发`,
  send: '登录',
  welcome: '已登录',
  noWechat: '微信没有给出登录凭证，请再试一次，或用手机号登录。',
  noWechatTitle: '微信登录没有完成',
  privacy: '手机号只用来认出是您本人，加密保存，不会公开。',
} as const

/** Choice of the city. */
export const cityWords = {
  intro: '各市的受理范围、办理时限和承办单位不同，请选择事情发生的城市。',
  chosen: (city: string) => `已切换到${city}`,
  label: '选择城市',
  cityOf: (province: string, city: string) => `${province} ${city}`,
  none: '还没有开通的城市',
} as const
