import { randomBytes } from 'node:crypto'

/** WeChat's own words for its error codes; it answers them with HTTP 200. */
const MESSAGES: Readonly<Record<number, string>> = {
  [-1]: 'system error',
  40001: 'invalid credential, access_token is invalid or not latest',
  40002: 'invalid grant_type',
  40003: 'invalid openid',
  40013: 'invalid appid',
  40029: 'invalid code',
  40037: 'invalid template_id',
  40125: 'invalid appsecret',
  40129: 'invalid scene',
  40163: 'code been used',
  41001: 'access_token missing',
  41002: 'appid missing',
  41004: 'appsecret missing',
  41008: 'missing code',
  41030: 'invalid page',
  42001: 'access_token expired',
  43101: 'user refuse to accept the msg',
  44002: 'empty post data',
  45002: 'content size out of limit',
  45009: 'reach max api daily quota limit',
  45011: 'api minute-quota reach limit, must slower, retry next minute',
  47001: 'data format error',
  47003: 'argument invalid!',
}

/** The body of a refusal. `detail` is appended as WeChat does for 47003; the request id changes each time. */
export const refusal = (errcode: number, detail = ''): { errcode: number; errmsg: string } => {
  const message = MESSAGES[errcode] ?? 'error of this mock'
  return { errcode, errmsg: `${message}${detail && ` ${detail}`} rid: ${randomBytes(12).toString('hex')}` }
}
