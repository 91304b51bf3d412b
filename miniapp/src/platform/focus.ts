import Taro from '@tarojs/taro'

/** Where reading goes on after the page changed; WeChat's screen readers begin at the top of a page by themselves. */
export const readOnFrom = (_id: string): void => undefined

/** Brings words to the top of what can be seen. */
export const readDownFrom = (id: string): void => {
  void Taro.pageScrollTo({ selector: `#${id}`, offsetTop: -16, duration: 200 }).catch(() => undefined)
}

/** Brings a field into view; WeChat moves no focus by itself. */
export const focusOn = (id: string): void => {
  void Taro.pageScrollTo({ selector: `#${id}`, offsetTop: -80, duration: 200 }).catch(() => undefined)
}
