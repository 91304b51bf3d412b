import Taro from '@tarojs/taro'

const PREFIX = 'jiesu:'

/**
 * Values kept on the device. Storage may be full, forbidden (private windows) or wiped: reading then gives
 * `undefined`, and `write` tells by its answer whether the value is safe.
 */
export const storage = {
  read(key: string): unknown {
    try {
      const kept: unknown = Taro.getStorageSync(PREFIX + key)
      return kept === '' ? undefined : kept
    } catch {
      return undefined
    }
  },
  write(key: string, value: unknown): boolean {
    try {
      Taro.setStorageSync(PREFIX + key, value)
      return true
    } catch {
      return false
    }
  },
  /** Everything that is kept, by name. */
  names(): string[] {
    try {
      const { keys } = Taro.getStorageInfoSync()
      return keys.filter((key) => key.startsWith(PREFIX)).map((key) => key.slice(PREFIX.length))
    } catch {
      return []
    }
  },
  remove(key: string): void {
    try {
      Taro.removeStorageSync(PREFIX + key)
    } catch {
      // Nothing was kept, so nothing is left behind.
    }
  },
}
