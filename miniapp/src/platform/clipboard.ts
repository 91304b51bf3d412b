import Taro from '@tarojs/taro'

/** Copies text; true when it is on the clipboard. WeChat says so by a toast of its own. */
export const copyText = async (text: string): Promise<boolean> =>
  Taro.setClipboardData({ data: text }).then(
    () => true,
    () => false,
  )

/** What is on the clipboard; undefined when it may not be read. Called on a press only. */
export const readClipboard = async (): Promise<string | undefined> =>
  Taro.getClipboardData().then(
    ({ data }) => data,
    () => undefined,
  )
