import Taro from '@tarojs/taro'

/** Whether WeChat is set to Chinese; also where it does not say. */
export const deviceIsChinese = (): boolean => {
  try {
    return /^zh/i.test(Taro.getAppBaseInfo().language)
  } catch {
    return true
  }
}
