/**
 * What the portal says to citizens beside the contracts, in English. The Chinese sentence is the key, so that rules
 * and routes stay in one language; a test finds sentences for citizens that have none.
 */
import type { FieldProblem, Refusal } from '@jiesu/shared-types'
import { phraseInEnglish } from '@jiesu/shared-types/vocabulary/english'

/** Refusals, see `problems.ts`. */
export const PROBLEMS_IN_ENGLISH: Record<Refusal, { readonly title: string; readonly detail: string }> = {
  'invalid-input': {
    title: 'A few things need another look',
    detail: 'Please follow the notes beside the fields. What you filled in is still there.',
  },
  'malformed-body': {
    title: 'What was sent could not be read',
    detail: 'The request is not valid JSON. Please check it and send it again.',
  },
  'body-too-large': {
    title: 'That is too large',
    detail: 'Please shorten the text or compress the photos. What you filled in is still there.',
  },
  'headers-too-large': {
    title: 'The address or the headers are too long',
    detail: 'Please shorten the address and try again. What you filled in is still there.',
  },
  'request-timeout': {
    title: 'Nothing arrived for a long time',
    detail: 'Please check your network and send it again. What you filled in is still there.',
  },
  'unsupported-media': {
    title: 'This format cannot be taken',
    detail:
      'Please send text as application/json, photos as JPG, PNG, WebP or HEIC, and videos as MP4, MOV or WebM.',
  },
  'not-found': {
    title: 'Not found',
    detail: 'Please check the number or the address. You can also call 12345 and let staff look it up.',
  },
  'method-not-allowed': {
    title: 'This address does not take this kind of request',
    detail: 'Please check the method in the API documentation.',
  },
  'unknown-city': {
    title: 'This city is not served yet',
    detail: 'Please choose another city, or call 12345 there.',
  },
  'unknown-category': {
    title: 'There is no such category',
    detail: 'Please choose one of this city’s categories. If you are not sure, choose “Other”.',
  },
  'not-offered-here': {
    title: 'This city does not offer that choice',
    detail: 'Please choose again from what this city offers. What you filled in is still there.',
  },
  'sign-in-required': {
    title: 'Please sign in',
    detail: 'After signing in you are back here. What you filled in is still there.',
  },
  'session-expired': {
    title: 'Your sign-in has expired',
    detail: 'Please sign in again. What you filled in is still there.',
  },
  'wrong-credentials': { title: 'Not signed in', detail: 'Please check and try again.' },
  'not-yours': { title: 'This step is not yours', detail: 'If in doubt, please ask the hotline.' },
  'not-allowed-now': {
    title: 'This cannot be done now',
    detail: 'The order has changed meanwhile. Please refresh the page to see what can be done.',
  },
  'moved-on': {
    title: 'Somebody was a moment faster',
    detail: 'Please refresh and try again. What you wrote is still there.',
  },
  'out-of-scope': {
    title: 'The hotline may not handle this',
    detail:
      'Please read the note: you can change your text, use the other channel, or choose “Submit anyway” and let staff decide.',
  },
  'call-first': {
    title: 'This is urgent, please call first',
    detail:
      'Please call the number in the note. If you have called, or need not call, confirm it and leave your text for staff to read. What you wrote is still there.',
  },
  'wrong-number-or-code': {
    title: 'Number and query code do not match',
    detail: 'Please check the 16-digit number and the 6-digit query code you were given when you submitted.',
  },
  'too-many-attempts': {
    title: 'Too many tries',
    detail: 'To protect everybody’s information, please wait a little before you try again.',
  },
  'too-many-connections': {
    title: 'No automatic updates for now',
    detail:
      'Too many pages are open at once. You can refresh by hand; close some pages and updates come back.',
  },
  'unknown-attachment': {
    title: 'A photo was not found',
    detail: 'It may have expired. Please remove it and upload it again. Your text is still there.',
  },
  'outside-service-down': {
    title: 'Another service does not answer',
    detail: 'Please try again in a while. What you filled in is still there.',
  },
  'storage-unavailable': {
    title: 'The system is recovering',
    detail: 'Please try again in a while. What you filled in is still there. If it is urgent, call 12345.',
  },
  internal: {
    title: 'Something went wrong on our side',
    detail:
      'We have noted it. Please try again in a while. What you filled in is still there. If it is urgent, call 12345.',
  },
}

const SENTENCES: Readonly<Record<string, string>> = {
  '这个号码收不到短信，请换一个手机号':
    'This number cannot receive text messages. Please use another mobile number',
  '验证码刚刚发出，请留意短信；一分钟后可以再发一次。':
    'A code was sent just now. Please look at your messages; it can be sent again after a minute.',
  '验证码不对或已过期，请核对短信，或重新获取一个。':
    'The code is wrong or has expired. Please check the message, or get a new code.',
  '这里还没有开通微信登录，请用手机号登录。':
    'WeChat sign-in is not available here. Please sign in by phone number.',
  '微信登录没有成功，请再点一次登录。': 'WeChat sign-in did not succeed. Please try once more.',
  '账号或密码不对，请核对后再试。': 'Account or password is wrong. Please check and try again.',
  '这条知识可能已经更新或下架，请重新查一下。':
    'This answer may have been updated or removed. Please search again.',
  '请求不是有效的 HTTP，请检查后再发。': 'The request is not valid HTTP. Please check it and send it again.',
  '请用上一页给出的 next，或去掉它从头看起':
    'Please use the “next” of the page before, or leave it out to start anew',
  '请上传 JPG、PNG、WebP 或 HEIC 照片，或 MP4、MOV、WebM 短视频。':
    'Please upload JPG, PNG, WebP or HEIC photos, or an MP4, MOV or WebM video.',
  '视频请不超过 30 MB（约 30 秒）。': 'Please keep the video below 30 MB (about 30 seconds).',
  '视频请不超过 30 MB（约 30 秒），单张照片请不超过 10 MB。':
    'Please keep the video below 30 MB (about 30 seconds), and each photo below 10 MB.',
  '视频最多 1 段，请移除多余的': 'There can be one video. Please remove the others',
  '单张照片请不超过 10 MB。': 'Please keep each photo below 10 MB.',
  '请用 multipart/form-data 上传，字段名 file。':
    'Please upload it as multipart/form-data, in the field “file”.',
  '没有读到照片或视频，请用 multipart/form-data 上传，字段名 file。':
    'No photo or video arrived. Please upload it as multipart/form-data, in the field “file”.',
  '本市没有这个选项，请重新选择': 'This city does not offer that. Please choose again',
  '本市没有这个诉求类型，请重新选择': 'This city does not have that type. Please choose again',
  '本市暂时不接受代办，请由当事人本人反映，或拨打 12345':
    'This city does not take appeals for somebody else yet. The person concerned can submit it, or call 12345',
  请在本市的区市里选择: 'Please choose a district or county of this city',
  请在所选区市的街道里选择: 'Please choose a subdistrict or town of that district',
  请在本市的类别里重新选择: 'Please choose one of this city’s categories',
  '这一项和所选的类别对不上，请重新选择': 'This does not fit the chosen category. Please choose again',
  '这件工单现在不需要补充信息，您写的内容还在输入框里。':
    'This order does not need information now. What you wrote is still in the field.',
  '承办单位已经答复或工单已经结束，不能再撤回。':
    'The handling unit has replied, or the order is over; it can no longer be withdrawn.',
  '这件工单已经答复或结束，不能再补充；您写的内容还在输入框里。':
    'The order has been replied to, or is over; nothing can be added. What you wrote is still in the field.',
  联系方式: 'your contact details',
  '联系方式（含代办人）': 'your contact details and those of whoever submitted it',
  '合并办理的那件工单没有继续办理，这件恢复单独办理。':
    'The order it was merged with is not handled any further; this one is handled separately again.',
  '这件工单现在不用催办。': 'This order needs no reminder now.',
  '这件诉求已经复核过一次。您可以走建议的渠道，或拨打 12345 咨询。':
    'This decision has been reviewed once already. You can use the suggested channel, or call 12345.',
  '现在还不能评价，或这次答复已经评价过了。': 'It cannot be rated yet, or this reply has been rated already.',
  '评价时间已经过了。仍有问题的话，可以重新提交诉求并写上这个编号。':
    'The time for rating is over. If the problem remains, you can submit a new appeal and name this number.',
  这里应为文字: 'This should be text',
  这里应为数字: 'This should be a number',
  这里应为整数: 'This should be a whole number',
  '这里应为“是”或“否”': 'This should be yes or no',
  这里应为一个列表: 'This should be a list',
  '这里应为一组内容，请对照接口文档检查': 'This should be an object. Please check the API documentation',
  请补上这一项: 'Please fill this in',
  请核对这一项: 'Please check this',
  '格式不对，请核对这一项': 'The format is not right. Please check this',
}

const DAYS: Readonly<Record<string, string>> = {
  日: 'Sun',
  一: 'Mon',
  二: 'Tue',
  三: 'Wed',
  四: 'Thu',
  五: 'Fri',
  六: 'Sat',
}
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

/** `11月27日（周五）17:30` → `Fri 27 Nov, 17:30`. */
const momentInEnglish = (chinese: string): string =>
  chinese.replace(
    /(?:(\d+)年)?(\d+)月(\d+)日（周(.)）(\d\d:\d\d)/,
    (_, year: string | undefined, month: string, date: string, day: string, time: string) =>
      `${DAYS[day] ?? ''} ${date} ${MONTHS[Number(month) - 1] ?? ''}${year === undefined ? '' : ` ${year}`}, ${time}`,
  )

const UNITS: Readonly<Record<string, string>> = { 个字: ' characters', 项: ' entries', '': '' }

const PATTERNS: readonly (readonly [RegExp, (first: string, second: string) => string])[] = [
  [
    /^本市最多办理 (\d+) 轮，已经用完；是否再办一轮由督办员决定。$/,
    (rounds) =>
      `The city allows ${rounds} rounds, and they are used up. A supervisor decides about another one.`,
  ],
  [
    /^已经催办过，承办单位看得到；(.+) 以后可以再催。$/,
    (time) =>
      `A reminder was sent already, and the handling unit can see it. You can send another after ${momentInEnglish(time)}.`,
  ],
  [
    /^请给出 (\d+) 年到 (\d+) 年之间的时间$/,
    (from, until) => `Please give a time between the years ${from} and ${until}`,
  ],
  [/^请在给出的选项里选择：(.+)$/, (options) => `Please choose one of: ${options.replaceAll('、', ', ')}`],
  [/^请不超过 (\S+) ?(\S*)$/, (most, unit) => `At most ${most}${UNITS[unit] ?? ''}, please`],
  [/^请不少于 (\S+) ?(\S*)$/, (least, unit) => `At least ${least}${UNITS[unit] ?? ''}, please`],
]

/** A sentence of the portal or the contracts in English; undefined for one that has none. */
export const inEnglish = (chinese: string): string | undefined => {
  const known = SENTENCES[chinese] ?? phraseInEnglish(chinese)
  if (known !== undefined) return known
  for (const [pattern, say] of PATTERNS) {
    const match = pattern.exec(chinese)
    if (match !== null) return say(match[1] ?? '', match[2] ?? '')
  }
  return undefined
}

/** Fields with their messages in English; what has none stays as it is, for a word is better than none. */
export const fieldsInEnglish = (fields: readonly FieldProblem[]): FieldProblem[] =>
  fields.map(({ path, message }) => ({ path, message: inEnglish(message) ?? message }))

/** A text that may be a rule's or a person's: in English where it is the portal's own, else as it was written. */
export const textInEnglish = (text: string): string => inEnglish(text) ?? text
