import type { Phone } from '../phone'
import type { Fn } from '../realm'
import { ApiFailure, asyncApis, type Options } from './api'

/** WeChat shows at most this many templates in one question. */
const MOST_TEMPLATES = 3

const askSubscription = (phone: Phone, options: Options, tapped: boolean) => {
  const ids = Array.isArray(options.tmplIds) ? options.tmplIds.map(String) : []
  if (!tapped) throw new ApiFailure('can only be invoked by user TAP gesture.', { errCode: 20004 })
  if (ids.length === 0) throw new ApiFailure("TmplIds can't be empty", { errCode: 10001 })
  if (ids.length > MOST_TEMPLATES) {
    throw new ApiFailure('Templates count out of max bounds', { errCode: 20003 })
  }
  return Object.fromEntries(ids.map((id) => [id, phone.answers.subscribe(id)]))
}

/** Who the person is and what they allow. */
export const accountApis = (phone: Phone): Record<string, Fn> => {
  const { answers } = phone
  const subscribe = (tapped: boolean) =>
    asyncApis(phone, { requestSubscribeMessage: (options) => askSubscription(phone, options, tapped) })
      .requestSubscribeMessage as Fn
  return {
    // Whether there was a tap counts at the time of the call.
    requestSubscribeMessage: (options) => subscribe(phone.tapping)(options),
    getAccountInfoSync: () => ({
      miniProgram: { appId: 'wx-harness', envVersion: 'develop', version: '' },
    }),
    ...asyncApis(phone, {
      login: () => ({ code: answers.loginCode() }),
      checkSession: () => {},
      getSetting: () => ({ authSetting: {}, subscriptionsSetting: { mainSwitch: true, itemSettings: {} } }),
      openSetting: () => ({ authSetting: {} }),
      authorize: () => {
        if (!answers.privacy()) throw new ApiFailure('privacy permission is not authorized', { errno: 104 })
      },
      getPrivacySetting: () => ({
        needAuthorization: !answers.privacy(),
        privacyContractName: '《用户隐私保护指引》',
      }),
      requirePrivacyAuthorize: () => {
        if (!answers.privacy()) throw new ApiFailure('privacy permission is not authorized', { errno: 104 })
      },
      openPrivacyContract: () => {},
    }),
  }
}
