import { useSyncExternalStore } from 'react'
import { storage } from '../platform/storage'

/** A value that outlives pages, and the device's restart when it was made with `persistentStore`. */
export interface Store<T> {
  readonly get: () => T
  readonly set: (next: T) => void
  readonly subscribe: (listener: () => void) => () => void
}

export const createStore = <T>(initial: T): Store<T> => {
  let value = initial
  const listeners = new Set<() => void>()
  return {
    get: () => value,
    set(next) {
      value = next
      listeners.forEach((listener) => listener())
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

/** Kept on the device under `key`. What was stored by another version of the app is dropped when `accepts` says no. */
export const persistentStore = <T>(
  key: string,
  initial: T,
  accepts: (kept: unknown) => kept is T,
): Store<T> => {
  const kept = storage.read(key)
  const store = createStore(accepts(kept) ? kept : initial)
  return {
    ...store,
    set(next) {
      store.set(next)
      storage.write(key, next)
    },
  }
}

export const useStore = <T>(store: Store<T>): T => useSyncExternalStore(store.subscribe, store.get, store.get)
