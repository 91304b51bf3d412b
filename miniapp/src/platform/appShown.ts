import Taro from '@tarojs/taro'

/** Calls back whenever somebody turns to the app again. */
export const onAppShown = (listener: () => void): void => Taro.onAppShow(listener)
