/** What is said when no answer of the portal arrived. Refusals carry the portal's own words. */
export const apiWords = {
  offline: {
    title: '网络没有连上',
    reading: '请检查网络，连上后会自动再读一次。',
    sending: '您填写的内容都还在。请检查网络后再试一次，不会重复提交。',
  },
  timeout: {
    title: '网络有些慢，还没有收到回音',
    reading: '请再试一次，或换个信号好些的地方。',
    sending: '您填写的内容都还在，再试一次不会重复提交。',
  },
  unreadable: {
    title: '服务暂时没有正常回应',
    reading: '请稍后再试；急事请直接拨打 12345。',
    sending: '您填写的内容都还在，请稍后再试；急事请直接拨打 12345。',
  },
  'photo-gone': {
    title: '有照片没能留在手机上',
    reading: '请移除后重新添加，文字内容都还在。',
    sending: '请移除后重新添加，文字内容都还在。',
  },
  'too-old': {
    title: '这件诉求等了三天没有发出去',
    reading: '情况可能已经变化，请看一下内容再提交。',
    sending: '情况可能已经变化，请看一下内容再提交。',
  },
} as const
