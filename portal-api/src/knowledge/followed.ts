/** Follows what other portals write into a collection, so that every process finds it within a second. */
import { setImmediate } from 'node:timers/promises'

/** Something stored, with what tells its present state from earlier ones. */
export interface Stamped {
  readonly id: string
  readonly digest: string
}

/**
 * What was written since the last look; `mark` is where the next look goes on. A few seconds are looked at twice,
 * because what was written first is not always seen first; `isKnown` spares reading what has been read.
 */
export type Since<T extends Stamped> = (
  mark: Date | undefined,
  isKnown: (id: string, digest: string) => boolean,
) => Promise<{
  readonly entries: readonly T[]
  /** Ids of entries that were taken out. */
  readonly removed: readonly string[]
  readonly mark: Date | undefined
}>

const EVERY_MS = 500
/** So many are taken in before other requests have their turn. */
const AT_ONCE = 100

export interface Followed {
  /** Reads what was written meanwhile, on whichever machine; at most once in half a second. */
  readonly refresh: (now: Date) => Promise<void>
  /** To be called after writing: the next `refresh` reads at once. */
  readonly hasWritten: () => void
  /** Whether everything that was there has been read once. */
  readonly hasRead: () => boolean
}

/** @param take is given everything that is new or different, `drop` what is gone. */
export const follow = <T extends Stamped>(
  since: Since<T>,
  isKnown: (id: string, digest: string) => boolean,
  take: (entry: T) => void,
  drop: (id: string) => void,
): Followed => {
  let mark: Date | undefined
  let readAt = Number.NEGATIVE_INFINITY
  let reading: Promise<void> | undefined
  let hasRead = false

  const read = async (): Promise<void> => {
    const news = await since(mark, isKnown)
    for (let i = 0; i < news.entries.length; i += AT_ONCE) {
      news.entries.slice(i, i + AT_ONCE).forEach(take)
      await setImmediate()
    }
    news.removed.forEach(drop)
    mark = news.mark
    hasRead = true
  }

  return {
    refresh: (now) => {
      if (reading) return reading
      if (Math.abs(now.getTime() - readAt) < EVERY_MS) return Promise.resolve()
      readAt = now.getTime()
      reading = read().finally(() => {
        reading = undefined
      })
      return reading
    },
    hasWritten: () => {
      readAt = Number.NEGATIVE_INFINITY
    },
    hasRead: () => hasRead,
  }
}
