import Taro from '@tarojs/taro'

/** Copies text; true when it is on the clipboard. WeChat says so by a toast of its own. */
export const copyText = async (text: string): Promise<boolean> =>
  Taro.setClipboardData({ data: text }).then(
    () => true,
    () => false,
  )
