import type { Phone } from '../phone'
import type { Fn } from '../realm'
import { ApiFailure, asyncApis } from './api'

const kilobytes = (bytes: number) => Math.ceil(bytes / 1024)

export const storageApis = (phone: Phone): Record<string, Fn> => {
  const { storage } = phone
  const info = () => ({
    keys: storage.keys,
    currentSize: kilobytes(storage.size),
    limitSize: storage.limitKb,
  })
  const set = (key: unknown, value: unknown) => {
    try {
      storage.set(String(key), value)
    } catch (error) {
      throw new ApiFailure((error as Error).message)
    }
  }
  return {
    // Nothing stored reads as an empty text, as in WeChat.
    getStorageSync: (key) => storage.get(String(key)) ?? '',
    setStorageSync: (key, value) => set(key, value),
    removeStorageSync: (key) => storage.delete(String(key)),
    clearStorageSync: () => storage.clear(),
    getStorageInfoSync: info,
    ...asyncApis(phone, {
      getStorage: ({ key }) => {
        const data = storage.get(String(key))
        if (data === undefined) throw new ApiFailure('data not found')
        return { data }
      },
      setStorage: ({ key, data }) => set(key, data),
      removeStorage: ({ key }) => storage.delete(String(key)),
      clearStorage: () => storage.clear(),
      getStorageInfo: info,
    }),
  }
}
