/** The values of a subscribe message as WeChat takes them: `{ thing1: { value: '…' } }`. */
export type MessageData = Record<string, { value: string }>

const DATE = String.raw`\d{4}(年\d{1,2}月(\d{1,2}日)?|[-/.]\d{1,2}[-/.]\d{1,2})|\d{1,2}月\d{1,2}日`
const TIME = String.raw`\d{1,2}:\d{2}(:\d{2})?`
const MOMENT = String.raw`(${DATE})(\s?${TIME})?|${TIME}`

/** 订阅消息参数值内容限制说明 (subscribeMessage.send): the kind of a keyword is its name without the digits. */
const LIMITS: Readonly<Record<string, RegExp>> = {
  thing: /^.{1,20}$/u,
  number: /^\d{1,32}(\.\d+)?$/,
  letter: /^[A-Za-z]{1,32}$/,
  symbol: /^[^\p{L}\p{N}\p{Cc}]{1,5}$/u,
  character_string: /^[^\p{Script=Han}\p{Cc}]{1,32}$/u,
  time: new RegExp(`^(${MOMENT})(~(${MOMENT}))?$`),
  date: new RegExp(`^(${MOMENT})(~(${MOMENT}))?$`),
  phone_number: /^[\d+()#*-]{1,17}$/,
  name: /^(?=.*\p{Script=Han})[^\d\p{Cc}]{1,10}$|^[^\d\p{Script=Han}\p{Cc}]{1,20}$/u,
  phrase: /^\p{Script=Han}{1,5}$/u,
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** The detail of a 47003 for the first value that the template would not take; `undefined` when all are good. */
export const whatIsWrongWith = (data: unknown): string | undefined => {
  if (!isObject(data) || Object.keys(data).length === 0) return 'data is empty'
  for (const [keyword, entry] of Object.entries(data)) {
    const value = isObject(entry) ? entry.value : undefined
    const text = typeof value === 'number' ? String(value) : value
    if (typeof text !== 'string') return `data.${keyword}.value is empty`
    const limit = LIMITS[keyword.replace(/\d+$/, '')]
    if (limit && !limit.test(text)) return `data.${keyword}.value invalid`
  }
  return undefined
}
