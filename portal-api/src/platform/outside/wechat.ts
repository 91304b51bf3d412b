import axios from 'axios'
import { z } from 'zod'
import { OutsideServiceDown } from './outsideService'

export interface Wechat {
  /** False when no mini-program is configured. */
  readonly configured: boolean
  /** wx.login's code → openid; `undefined` for a code that WeChat refuses. @throws OutsideServiceDown */
  openidOf(code: string): Promise<string | undefined>
  /** msgSecCheck v2. `suspect`: a person should look first. @throws OutsideServiceDown */
  checkText(openid: string, text: string): Promise<'pass' | 'suspect'>
  /** One subscribe message. False when the user did not subscribe. @throws OutsideServiceDown */
  notify(openid: string, template: string, page: string, data: Record<string, string>): Promise<boolean>
}

const TOKEN_MARGIN_MS = 300_000
/** msgSecCheck takes at most 2500 characters. */
const CHECK_CHARACTERS = 2500
const REFUSED_CODES = [40029, 40163]
const BAD_TOKEN = [40001, 42001]
const NOT_SUBSCRIBED = [43101]

const Failure = z.object({ errcode: z.number().default(0), errmsg: z.string().default('') })
const Session = z.object({ openid: z.string().min(1) })
const Token = z.object({ access_token: z.string().min(1), expires_in: z.number() })
const Check = z.object({ result: z.object({ suggest: z.string() }) })

export const makeWechat = (
  options: { baseUrl: string; appid: string; secret: string },
  clock: () => Date,
): Wechat => {
  const { baseUrl, appid, secret } = options
  const http = axios.create({ baseURL: baseUrl, timeout: 5000, validateStatus: () => true, proxy: false })
  let token: { value: string; until: number } | undefined

  const down = (reason: string) => new OutsideServiceDown('wechat', reason)
  const ask = async (
    method: 'get' | 'post',
    path: string,
    params: object,
    data?: object,
  ): Promise<unknown> => {
    const answer = await http.request({ method, url: path, params, data }).catch((error: unknown) => {
      throw down(error instanceof Error ? error.message : 'no answer')
    })
    if (answer.status !== 200 || typeof answer.data !== 'object') throw down(`status ${answer.status}`)
    return answer.data
  }
  const read = <T>(schema: z.ZodType<T>, answer: unknown): T => {
    const parsed = schema.safeParse(answer)
    if (parsed.success) return parsed.data
    const failure = Failure.safeParse(answer)
    throw down(failure.success ? `errcode ${failure.data.errcode}` : 'unexpected answer')
  }
  const errcode = (answer: unknown): number => {
    const parsed = Failure.safeParse(answer)
    return parsed.success ? parsed.data.errcode : 0
  }

  const accessToken = async (fresh: boolean): Promise<string> => {
    const now = clock().getTime()
    if (!fresh && token !== undefined && token.until > now) return token.value
    const got = read(
      Token,
      await ask(
        'post',
        '/cgi-bin/stable_token',
        {},
        {
          grant_type: 'client_credential',
          appid,
          secret,
          force_refresh: fresh,
        },
      ),
    )
    token = { value: got.access_token, until: now + got.expires_in * 1000 - TOKEN_MARGIN_MS }
    return token.value
  }
  /** A token can be ended from outside at any time: one retry with a fresh one. */
  const withToken = async (path: string, body: object): Promise<unknown> => {
    const first = await ask('post', path, { access_token: await accessToken(false) }, body)
    if (!BAD_TOKEN.includes(errcode(first))) return first
    return ask('post', path, { access_token: await accessToken(true) }, body)
  }

  return {
    configured: appid !== '',
    openidOf: async (code) => {
      const answer = await ask('get', '/sns/jscode2session', {
        appid,
        secret,
        js_code: code,
        grant_type: 'authorization_code',
      })
      return REFUSED_CODES.includes(errcode(answer)) ? undefined : read(Session, answer).openid
    },
    checkText: async (openid, text) => {
      const characters = [...text]
      for (let i = 0; i < characters.length; i += CHECK_CHARACTERS) {
        const content = characters.slice(i, i + CHECK_CHARACTERS).join('')
        const answer = await withToken('/wxa/msg_sec_check', { openid, scene: 3, version: 2, content })
        if (read(Check, answer).result.suggest !== 'pass') return 'suspect'
      }
      return 'pass'
    },
    notify: async (openid, template, page, data) => {
      const values = Object.fromEntries(Object.entries(data).map(([key, value]) => [key, { value }]))
      const answer = await withToken('/cgi-bin/message/subscribe/send', {
        touser: openid,
        template_id: template,
        page,
        data: values,
      })
      const code = errcode(answer)
      if (code === 0) return true
      if (NOT_SUBSCRIBED.includes(code)) return false
      throw down(`errcode ${code}`)
    },
  }
}
