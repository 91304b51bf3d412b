import Taro from '@tarojs/taro'

/** A passing word about something that worked. Never for errors: those stay where they happened. */
export const say = (words: string): void => {
  void Taro.showToast({ title: words, icon: 'none', duration: 1800 })
}
