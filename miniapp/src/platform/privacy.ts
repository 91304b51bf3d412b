import Taro from '@tarojs/taro'

/** Whether there is a guide to be agreed to; where there is none nothing has to wait for it. */
export const hasPrivacyGuide: boolean = true

/**
 * Whether WeChat's privacy guide (用户隐私保护指引) is agreed to, asking for it where it is not yet. To be asked before
 * whatever touches position, album, camera or microphone; a refusal means to go on without. WeChat shows the guide in its
 * own dialog; versions that know of none ask for each permission alone.
 */
export const privacyAgreed = async (): Promise<boolean> => {
  const wx = Taro as Partial<typeof Taro>
  if (wx.requirePrivacyAuthorize === undefined) return true
  const setting = await new Promise<boolean>((resolve) => {
    Taro.getPrivacySetting({
      success: ({ needAuthorization }) => resolve(needAuthorization),
      fail: () => resolve(true),
    })
  })
  if (!setting) return true
  return new Promise((resolve) => {
    Taro.requirePrivacyAuthorize({ success: () => resolve(true), fail: () => resolve(false) })
  })
}
