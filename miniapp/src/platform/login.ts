import Taro from '@tarojs/taro'

/** Whether people can sign in by WeChat here. */
export const hasWechat: boolean = true

/** The code that proves to the portal which WeChat user this is; undefined when WeChat gave none. */
export const wechatCode = async (): Promise<string | undefined> =>
  Taro.login().then(
    ({ code }) => (code === '' ? undefined : code),
    () => undefined,
  )
