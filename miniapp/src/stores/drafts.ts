import { useCallback, useState } from 'react'
import { storage } from '../platform/storage'

interface Kept<T> {
  value: T
  /** Device time, milliseconds. */
  savedAt: number
}

const KEY = 'draft:'

/** What was written and not yet sent, as it was left on this device. */
export const readDraft = <T extends object>(name: string): Kept<T> | undefined => {
  const kept = storage.read(KEY + name) as Kept<T> | undefined
  return typeof kept?.savedAt === 'number' && typeof kept.value === 'object' ? kept : undefined
}

/** Writes a draft down; tells when, or undefined when the device could not keep it. */
export const writeDraft = (name: string, value: object, now: number): number | undefined =>
  storage.write(KEY + name, { value, savedAt: now } satisfies Kept<object>) ? now : undefined

export const dropDraft = (name: string): void => storage.remove(KEY + name)

export interface Draft<T> {
  value: T
  /** A patch, or what makes one from the latest value (for answers that come later). */
  change: (patch: Partial<T> | ((latest: T) => Partial<T>)) => void
  /** Device time at which the present value was kept; undefined when nothing was written yet. */
  savedAt: number | undefined
  /** False when the device could not keep the latest change. */
  safe: boolean
  /** After it was sent, or when the person starts over. */
  clear: () => void
}

/**
 * A form's content that survives everything but being sent: each change is written down at once, from the first
 * character on. What an older version of the app kept is completed with the fields of `empty`.
 */
export const useDraft = <T extends object>(name: string, empty: () => T): Draft<T> => {
  const [state, setState] = useState(() => {
    const kept = readDraft<T>(name)
    return { value: { ...empty(), ...kept?.value }, savedAt: kept?.savedAt, safe: true }
  })
  const change = useCallback(
    (patch: Partial<T> | ((latest: T) => Partial<T>)) =>
      setState((before) => {
        const value = { ...before.value, ...(typeof patch === 'function' ? patch(before.value) : patch) }
        const savedAt = writeDraft(name, value, Date.now())
        return { value, savedAt: savedAt ?? before.savedAt, safe: savedAt !== undefined }
      }),
    [name],
  )
  const clear = useCallback(() => {
    dropDraft(name)
    setState({ value: empty(), savedAt: undefined, safe: true })
  }, [name, empty])
  return { ...state, change, clear }
}
