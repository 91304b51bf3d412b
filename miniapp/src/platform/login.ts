import Taro from '@tarojs/taro'

/** The code that proves to the portal which WeChat user this is; undefined when WeChat gave none. */
export const wechatCode = async (): Promise<string | undefined> =>
  Taro.login().then(
    ({ code }) => (code === '' ? undefined : code),
    () => undefined,
  )
