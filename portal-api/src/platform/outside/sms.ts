import axios from 'axios'
import { OutsideServiceDown } from './outsideService'

/** Templates registered with the gateway, with their parameters. */
export interface SmsTemplates {
  readonly 'login-code': { readonly code: string; readonly minutes: string }
  readonly 'order-accepted': { readonly number: string; readonly due: string }
  /** To the person concerned, where somebody else submitted for them (代办). */
  readonly 'order-accepted-represented': { readonly number: string; readonly due: string }
  readonly 'order-accepted-agent': { readonly number: string; readonly due: string }
  readonly 'more-information': { readonly number: string }
  readonly 'more-information-agent': { readonly number: string }
  readonly 'order-extended': { readonly number: string; readonly due: string }
  readonly 'order-explained': { readonly number: string }
  readonly 'order-merged': { readonly number: string }
  readonly 'order-replied': { readonly number: string }
  readonly 'order-replied-agent': { readonly number: string }
  readonly 'order-declined': { readonly number: string }
  readonly 'order-declined-agent': { readonly number: string }
  readonly 'order-redo': { readonly number: string; readonly due: string }
  readonly 'order-due-certain': { readonly number: string; readonly due: string }
  readonly 'order-concluded': { readonly number: string }
  /** To those who follow a public matter. */
  readonly 'matter-news': { readonly what: string; readonly state: string }
}

export interface Sms {
  /** False when no gateway is configured: nobody is told anything by text message. */
  readonly configured: boolean
  /**
   * @param clientId sending the same id again sends no second message.
   * @returns false when the gateway will never take this message (a number that cannot receive it).
   * @throws OutsideServiceDown when it may be tried again later.
   */
  send<T extends keyof SmsTemplates>(
    to: string,
    template: T,
    params: SmsTemplates[T],
    clientId: string,
  ): Promise<boolean>
}

/** @param baseUrl empty when no gateway is configured: every message then fails with a clear word. */
export const makeSms = (baseUrl: string, key: string): Sms => {
  const http = axios.create({
    baseURL: baseUrl,
    timeout: 5000,
    headers: { authorization: `Bearer ${key}` },
    validateStatus: () => true,
    proxy: false,
  })
  return {
    configured: baseUrl !== '',
    send: async (to, template, params, clientId) => {
      if (baseUrl === '') throw new OutsideServiceDown('sms', 'SMS_BASE_URL is not set')
      const answer = await http
        .post('/v1/messages', { to, template, params, clientId })
        .catch((error: unknown) => {
          throw new OutsideServiceDown('sms', error instanceof Error ? error.message : 'no answer')
        })
      // 409: it was taken before, in other words (a year is named from New Year on); nobody is told twice.
      if (answer.status === 202 || answer.status === 409) return true
      if (answer.status === 400) return false
      throw new OutsideServiceDown('sms', `status ${answer.status}`)
    },
  }
}
