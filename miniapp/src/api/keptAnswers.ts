import { storage } from '../platform/storage'

/** Beginning of the names; changes whenever what is kept would no longer be understood. */
export const KEPT_ANSWERS = 'last1:'
const LIFETIME_MS = 30 * 86_400_000

/** An answer of the portal as it is kept on the device, to be shown with its age when there is no network. */
export interface Kept<T> {
  /** Device time, milliseconds. */
  at: number
  data: T
}

const isFresh = (kept: Kept<unknown> | undefined, now: number): kept is Kept<unknown> =>
  typeof kept?.at === 'number' && now - kept.at < LIFETIME_MS

const read = (name: string) => storage.read(name) as Kept<unknown> | undefined

/** The latest answer under that key; nothing after 30 days. */
export const keptAnswer = <T>(key: string, now: number): Kept<T> | undefined => {
  const kept = read(KEPT_ANSWERS + key)
  return isFresh(kept, now) ? (kept as Kept<T>) : undefined
}

export const keepAnswer = (key: string, kept: Kept<unknown>): boolean =>
  storage.write(KEPT_ANSWERS + key, kept)

/** What nobody looked at for 30 days does not stay on the device. */
export const dropOldAnswers = (now: number): void => {
  for (const name of storage.names())
    if (name.startsWith(KEPT_ANSWERS) && !isFresh(read(name), now)) storage.remove(name)
}
