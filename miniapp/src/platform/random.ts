import Taro from '@tarojs/taro'

/** WeChat before base library 2.15 does not know it. */
const wechat: Partial<Pick<typeof Taro, 'getRandomValues'>> = Taro

/** Bytes that nobody can guess, or undefined where the platform has none to give. */
export const randomBytes = async (length: number): Promise<Uint8Array | undefined> =>
  new Promise((resolve) => {
    if (wechat.getRandomValues === undefined) resolve(undefined)
    else
      void wechat.getRandomValues({
        length,
        success: ({ randomValues }) => resolve(new Uint8Array(randomValues)),
        fail: () => resolve(undefined),
      })
  })
