import Taro from '@tarojs/taro'

/** Shows photos at full size, beginning with `current`. */
export const previewPhotos = (urls: readonly string[], current: string): void => {
  void Taro.previewImage({ urls: [...urls], current }).catch(() => undefined)
}
