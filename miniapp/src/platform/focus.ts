import Taro from '@tarojs/taro'

/** Brings a field into view; WeChat moves no focus by itself. */
export const focusOn = (id: string): void => {
  void Taro.pageScrollTo({ selector: `#${id}`, offsetTop: -80, duration: 200 }).catch(() => undefined)
}
